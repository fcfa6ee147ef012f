"""Which pages show many records: the views, and for each kind whose records have pages its index.

The list of pages, the menu, links, search and `page:` references are all derived from this catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.model import WITH_PAGES
from playbook.model.kind import MenuPlace
from playbook.views import (
    blueprint,
    clock,
    coverage,
    emergency,
    equal_and_special,
    health,
    home,
    journey,
    looking_after_each_other,
    loyalty_ladder,
    our_view_their_view,
    patterns,
    pick_one_thing,
    service_theatre,
    they_said,
    tip_finder,
    trainers_room,
    what_changed,
    where_this_comes_from,
    who_serves_whom,
    words,
)
from playbook.views.index import index_of
from playbook.views.spec import Found, ViewSpec
from playbook.wording import _

VIEWS: tuple[ViewSpec, ...] = (
    home.VIEW,
    emergency.VIEW,
    journey.VIEW,
    blueprint.VIEW,
    they_said.VIEW,
    tip_finder.VIEW,
    clock.VIEW,
    our_view_their_view.VIEW,
    equal_and_special.VIEW,
    loyalty_ladder.VIEW,
    service_theatre.VIEW,
    who_serves_whom.VIEW,
    looking_after_each_other.VIEW,
    pick_one_thing.VIEW,
    what_changed.VIEW,
    coverage.VIEW,
    health.VIEW,
    trainers_room.VIEW,
    words.VIEW,
    where_this_comes_from.VIEW,
    patterns.VIEW,
)
"""In the order of the site."""
INDEXES = {kind.name: index_of(kind) for kind in WITH_PAGES}
"""By kind, the page that lists all its records."""


def overviews() -> tuple[ViewSpec, ...]:
    """Every page that shows many records: views and indexes."""
    return (*VIEWS, *INDEXES.values())


def page_ids() -> tuple[str, ...]:
    """The ids that a `page:` reference may name, whether or not a playbook has anything to show there."""
    return tuple(view.id for view, found in found_views())


def linked_ids() -> tuple[str, ...]:
    """The ids of pages that a hand-written page may link to: views and indexes."""
    return (*page_ids(), *(index.id for index in INDEXES.values()))


def title_of(page_id: str) -> str:
    """What a view or an index is called in links, in the language that is spoken now.

    Raises KeyError when there is none.
    """
    for page in overviews():
        if page.id == page_id:
            return _(page.title)
    raise KeyError(page_id)


def found_views() -> Iterator[tuple[ViewSpec, Found]]:
    """The views that search finds, in the order of the site."""
    for view in VIEWS:
        if view.found is not None:
            yield view, view.found


def menu_places() -> Iterator[tuple[MenuPlace, ViewSpec]]:
    """The views and indexes that have a place in the menu."""
    for page in overviews():
        if page.menu is not None:
            yield page.menu, page
