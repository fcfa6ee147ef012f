"""The list of pages, as values. Nothing is written and nothing is rendered here.

The path of a record's page is the folder of its kind and its id; that of any other page is its id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from playbook.model import WITH_PAGES, Home, Kind, Playbook, Record
from playbook.model.records import ForeignUtterance
from playbook.ref import PAGE, Ref
from playbook.rendering.rich_text import plain, shortened
from playbook.urls import page_path
from playbook.views import catalogue
from playbook.views.context import Context
from playbook.views.former import MOVED, RETIRED, former_ids, moved_page, retired_page
from playbook.views.labels import label
from playbook.views.record_pages import BY_KIND
from playbook.views.spec import RecordSpec, ViewSpec
from playbook.wording import _

Prepare = Callable[[], object]


@dataclass(frozen=True)
class SitePage:
    """One page of the site."""

    path: str
    """Below the site's root, without a slash at either end; empty for the home page."""
    title: str
    """As people read it, not escaped."""
    description: str
    """One sentence for search engines and link previews, not escaped."""
    template: str
    """The name of the template that shows it."""
    prepare: Prepare
    """Makes the frozen dataclass that the template is given as `view`."""
    kind: str = PAGE
    """The name of the record's kind, or `page`."""
    home: Home | None = None
    """Where its record is written down; None when it is made from many."""

    ref: Ref | None = None
    """Its record; None when it is made from many."""
    is_former: bool = False
    """Whether only old links and printed codes lead here: it is in no list, no search and no map of the site."""
    leads_to: str | None = None
    """The path of the page that a browser opens in the place of this one."""

    @property
    def is_record(self) -> bool:
        """Whether the page is about one record."""
        return self.home is not None


def pages(context: Context) -> Iterator[SitePage]:
    """Every page of the site, in a fixed order: views, then for each kind its index and its records."""
    for view in catalogue.VIEWS:
        if view.exists(context):
            yield _view_page(context, view)
    for kind in WITH_PAGES:
        index = catalogue.INDEXES[kind.name]
        if index.exists(context):
            yield _view_page(context, index)
        for record in context.playbook.of_kind(kind.name).values():
            yield _record_page(context, BY_KIND[kind.name], record)


def former_pages(context: Context) -> Iterator[SitePage]:
    """What is at addresses that no longer have a record, in the order of the records."""
    playbook = context.playbook
    for tip in playbook.retired.values():
        yield _former_page(playbook, Ref("tip", tip.id), tip.label, RETIRED, partial(retired_page, context, tip))
    for ref, former_id, record in former_ids(playbook):
        title = label(playbook, ref.kind, record)
        page = _former_page(playbook, ref, title, MOVED, partial(moved_page, ref, former_id, title))
        yield replace(page, path=page_path(ref.kind, former_id), leads_to=page.path)


def _former_page(playbook: Playbook, ref: Ref, title: str, template: str, prepare: Prepare) -> SitePage:
    """A page at the address of a record; its `ref` is left out, so that no review and no change is said to be its."""
    home = playbook.homes.get(ref, Home("", 1))
    return SitePage(page_path(*ref), title, title, template, prepare, ref.kind, home, is_former=True)


def _view_page(context: Context, view: ViewSpec) -> SitePage:
    house = context.playbook.organisation
    title = view.heading(house) if view.heading else _(view.title)
    return SitePage(page_path(PAGE, view.id), title, view.lead(house), view.template, lambda: view.prepare(context))


def _record_page(context: Context, spec: RecordSpec[Any], record: Record) -> SitePage:
    playbook, kind = context.playbook, spec.kind
    ref = Ref(kind.name, record.id)
    return SitePage(
        page_path(kind.name, record.id),
        label(playbook, kind.name, record),
        _summary(playbook, kind, record),
        spec.template,
        lambda: spec.prepare(context, record),
        kind.name,
        playbook.homes.get(ref, Home("", 1)),
        ref,
    )


def _summary(playbook: Playbook, kind: Kind, record: Record) -> str:
    value = getattr(record, kind.summary or "", None)
    if isinstance(value, tuple):
        value = value[0] if value else None
    if isinstance(value, ForeignUtterance):
        value = value.means
    if not value:
        return shortened(_("%(name)s (%(kind)s)", name=label(playbook, kind.name, record), kind=kind.words))
    return plain(value) if kind.has_markdown(kind.summary or "") else shortened(str(value))
