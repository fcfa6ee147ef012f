"""The list of pages, as values. Nothing is written and nothing is rendered here.

The path of a record's page is the folder of its kind and its id; that of any other page is its id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from playbook.model import WITH_PAGES, Home, Kind, Playbook, Record
from playbook.model.records import ForeignUtterance
from playbook.ref import PAGE, Ref
from playbook.rendering.rich_text import plain, shortened
from playbook.urls import page_path
from playbook.views import catalogue
from playbook.views.context import Context
from playbook.views.labels import label
from playbook.views.record_pages import BY_KIND
from playbook.views.spec import RecordSpec, ViewSpec

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


def _view_page(context: Context, view: ViewSpec) -> SitePage:
    house = context.playbook.organisation
    title = view.heading(house) if view.heading else view.title
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
        return shortened(f"{kind.words.capitalize()}: {label(playbook, kind.name, record)}")
    return plain(value) if kind.has_markdown(kind.summary or "") else shortened(str(value))
