"""The list of pages: what there is to see, as values. Nothing is written and nothing is rendered here.

A record's page lies at its kind's folder and its id; every other page lies at its id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playbook.model import BY_NAME, WITH_PAGES, Home, Playbook, Record
from playbook.ref import PAGE
from playbook.rendering.rich_text import plain
from playbook.urls import page_path
from playbook.views import catalogue
from playbook.views.context import Context
from playbook.views.labels import label
from playbook.views.record_pages import record_values
from playbook.views.spec import ViewSpec

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
            yield _record_page(context, kind.name, record)


def _view_page(context: Context, view: ViewSpec) -> SitePage:
    house = context.playbook.organisation
    title = view.heading(house) if view.heading else view.title
    return SitePage(page_path(PAGE, view.id), title, view.lead(house), view.template, lambda: view.prepare(context))


def _record_page(context: Context, kind: str, record: Record) -> SitePage:
    playbook = context.playbook
    return SitePage(
        page_path(kind, record.id),
        label(playbook, kind, record),
        plain(_summary(playbook, kind, record)),
        f"records/{kind}.html.j2",
        lambda: record_values(context, kind, record),
        kind,
        playbook.homes.get((kind, record.id), Home("", 1)),
    )


def _summary(playbook: Playbook, kind: str, record: Record) -> str:
    value = getattr(record, BY_NAME[kind].summary or "", None)
    if isinstance(value, tuple):
        value = value[0] if value else None
    return str(value) if value else f"{BY_NAME[kind].words.capitalize()}: {label(playbook, kind, record)}"
