"""The index page of a kind: every record of it, grouped the way people look for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playbook.model import BY_NAME, Kind, Record
from playbook.model.kind import Pages
from playbook.model.practice import Scenario
from playbook.model.records import Utterance
from playbook.ref import Ref
from playbook.views.context import Context
from playbook.views.labels import label
from playbook.views.relations import grouped
from playbook.views.spec import ViewSpec, said
from playbook.wording import _

LONG_LIST = 200
"""Entries beyond which the groups of a list start folded."""
FEW_GROUPS = 5
"""Groups that need no line to jump by."""


@dataclass(frozen=True)
class IndexEntry:
    """One record of the list."""

    record: Ref
    line: Utterance | None
    """What is said under its name."""


@dataclass(frozen=True)
class Group:
    """Records under one heading."""

    heading: str | None
    """None when the kind needs no groups."""
    entries: tuple[IndexEntry, ...]
    record: Ref | None = None
    """The record that the heading names."""
    is_linked: bool = False
    """Whether that record has a page."""
    anchor: str | None = None
    """The id of the heading on the page."""
    stage: int | None = None
    """The position of the stage that the heading names, from 1; picks its colour."""


@dataclass(frozen=True)
class IndexPage:
    """Everything the page shows."""

    kind: str
    """The name of the kind of the records."""
    groups: tuple[Group, ...]
    jumps: tuple[Group, ...]
    """The groups to jump to; none where there are few."""
    is_long: bool
    """Whether the groups start folded."""
    is_quoted: bool
    """Whether the line under a name is what someone says."""
    has_markdown: bool
    """Whether that line may hold inline Markdown."""
    urgent: tuple[Scenario, ...]
    """What comes before all groups and is in none of them."""


def index_of(kind: Kind) -> ViewSpec:
    """The index page of a kind whose records have pages. Raises TypeError for a kind whose records have none."""
    pages = kind.pages
    if pages is None:
        raise TypeError(f"the records of `{kind.name}` have no pages")

    def exists(context: Context) -> bool:
        return bool(context.playbook.of_kind(kind.name))

    def prepare(context: Context) -> IndexPage:
        groups = tuple(_groups(context, kind, pages))
        return IndexPage(
            kind=kind.name,
            groups=groups,
            jumps=tuple(group for group in groups if group.anchor) if len(groups) > FEW_GROUPS else (),
            is_long=sum(len(group.entries) for group in groups) > LONG_LIST,
            is_quoted=pages.is_quoted,
            has_markdown=kind.has_markdown(pages.line or kind.summary or ""),
            urgent=context.playbook.urgent_scenarios() if kind.record is Scenario else (),
        )

    return ViewSpec(
        id=kind.folder,
        title=pages.title,
        lead=said(pages.lead),
        template="index.html.j2",
        exists=exists,
        prepare=prepare,
        menu=pages.menu,
        found=None,
    )


def _entries(kind: Kind, pages: Pages, records: Iterable[Record]) -> tuple[IndexEntry, ...]:
    return tuple(IndexEntry(Ref(kind.name, record.id), _line(kind, pages, record)) for record in records)


def _line(kind: Kind, pages: Pages, record: Record) -> Utterance | None:
    """The line under a record's name."""
    value = getattr(record, pages.line or kind.summary or "", None)
    if isinstance(value, tuple):
        value = next(iter(value), None)
    return value or None


def _groups(context: Context, kind: Kind, pages: Pages) -> Iterator[Group]:
    every = context.playbook.of_kind(kind.name).values()
    records = tuple(record for record in every if not (isinstance(record, Scenario) and record.urgent))
    if pages.sorted_by is not None:
        field = pages.sorted_by
        in_order = sorted(records, key=lambda record: str(getattr(record, field)).casefold())
        yield Group(None, _entries(kind, pages, in_order))
    elif pages.grouped_by is None:
        yield Group(None, _entries(kind, pages, records))
    elif pages.group_title is not None:
        yield from _first_and_last(kind, pages, records, pages.grouped_by, pages.group_title)
    else:
        yield from _by_reference(context, kind, pages, records, pages.grouped_by)


def _first_and_last(kind: Kind, pages: Pages, records: tuple[Record, ...], field: str, title: str) -> Iterator[Group]:
    """The records for which a yes-or-no field says no, then the others under a heading."""
    yield Group(None, _entries(kind, pages, (record for record in records if not getattr(record, field))))
    last = _entries(kind, pages, (record for record in records if getattr(record, field)))
    if last:
        yield Group(_(title), last, anchor=title.lower())


def _by_reference(
    context: Context, kind: Kind, pages: Pages, records: tuple[Record, ...], field: str
) -> Iterator[Group]:
    """Records under the record that a field names; under the first of several, so that each is listed once."""

    def first(record: Record) -> tuple[str, ...]:
        value = getattr(record, field)
        return (value,) if isinstance(value, str) else value[:1]

    target = BY_NAME[kind.target_of(field)]
    groups = grouped(records, first)
    for number, heading in enumerate(context.playbook.of_kind(target.name).values(), start=1):
        if heading.id in groups:
            yield Group(
                label(context.playbook, target.name, heading),
                _entries(kind, pages, groups[heading.id]),
                Ref(target.name, heading.id),
                target.pages is not None,
                heading.id,
                number if target.name == "stage" else None,
            )
