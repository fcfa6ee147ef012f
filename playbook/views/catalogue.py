"""Which views there are.

A view that has nothing to show for a playbook is not in the list, and so has no page and no menu entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playbook.views import (
    blueprint,
    clock,
    coverage,
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
from playbook.views.context import Context, View
from playbook.views.index import index

VIEWS: tuple[Callable[[Context], View | None], ...] = (
    home.view,
    journey.view,
    blueprint.view,
    they_said.view,
    tip_finder.view,
    clock.view,
    our_view_their_view.view,
    equal_and_special.view,
    loyalty_ladder.view,
    service_theatre.view,
    who_serves_whom.view,
    looking_after_each_other.view,
    pick_one_thing.view,
    what_changed.view,
    coverage.view,
    health.view,
    trainers_room.view,
    words.view,
    where_this_comes_from.view,
    patterns.view,
)
"""In the order of the site."""


def views(context: Context) -> Iterator[View]:
    """The views that have something to show."""
    for view in VIEWS:
        made = view(context)
        if made is not None:
            yield made


__all__ = ["Context", "View", "index", "views"]
