"""The index page of a kind: every record of it, grouped the way people look for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playbook.model import BY_NAME, Kind, Record
from playbook.model.kind import Pages
from playbook.views.context import Context
from playbook.views.labels import label
from playbook.views.relations import grouped
from playbook.views.spec import ViewSpec, said


@dataclass(frozen=True)
class Group:
    """Records under one heading."""

    heading: str | None
    """None when the kind needs no groups."""
    records: tuple[Record, ...]
    target: tuple[str, str] | None = None
    """The kind and id that the heading links to."""
    anchor: str | None = None
    """The id of the heading on the page."""
    stage: int | None = None
    """The position of the stage that the heading names, from 1; picks its colour."""


def index_of(kind: Kind) -> ViewSpec:
    """The index page of a kind whose records have pages. Raises TypeError for a kind whose records have none."""
    pages = kind.pages
    if pages is None:
        raise TypeError(f"the records of `{kind.name}` have no pages")

    def exists(context: Context) -> bool:
        return bool(context.playbook.of_kind(kind.name))

    def prepare(context: Context) -> dict[str, Any]:
        groups = tuple(_groups(context, kind, pages))
        count = sum(len(group.records) for group in groups)
        return {
            "kind": kind.name,
            "groups": groups,
            "summary": lambda record: _line(kind, pages, record),
            "is_long": count > LONG_LIST,
        }

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


def _line(kind: Kind, pages: Pages, record: Record) -> str | None:
    """The line under a record's name."""
    value = getattr(record, pages.line or kind.summary or "", None)
    if isinstance(value, tuple):
        value = next(iter(value), None)
    return f"“{value}”" if value and pages.is_quoted else value


LONG_LIST = 200
"""Entries beyond which the groups of a list start folded."""


def _groups(context: Context, kind: Kind, pages: Pages) -> Iterator[Group]:
    records = tuple(context.playbook.of_kind(kind.name).values())
    if pages.sorted_by is not None:
        field = pages.sorted_by
        yield Group(None, tuple(sorted(records, key=lambda record: str(getattr(record, field)).casefold())))
    elif pages.grouped_by is None:
        yield Group(None, records)
    elif pages.group_title is not None:
        yield from _first_and_last(records, pages.grouped_by, pages.group_title)
    else:
        yield from _by_reference(context, records, pages.grouped_by, kind.target_of(pages.grouped_by))


def _first_and_last(records: tuple[Record, ...], field: str, title: str) -> Iterator[Group]:
    """The records for which a yes-or-no field says no, then the others under a heading."""
    yield Group(None, tuple(record for record in records if not getattr(record, field)))
    last = tuple(record for record in records if getattr(record, field))
    if last:
        yield Group(title, last, None, title.lower())


def _by_reference(context: Context, records: tuple[Record, ...], field: str, target: str) -> Iterator[Group]:
    """Records under the record that a field names; under the first of several, so that each is listed once."""

    def first(record: Record) -> tuple[str, ...]:
        value = getattr(record, field)
        return (value,) if isinstance(value, str) else value[:1]

    groups = grouped(records, first)
    for number, heading in enumerate(context.playbook.of_kind(target).values(), start=1):
        if heading.id not in groups:
            continue
        has_page = BY_NAME[target].pages is not None
        link = (target, heading.id) if has_page else None
        stage = number if target == "stage" else None
        yield Group(label(context.playbook, target, heading), groups[heading.id], link, heading.id, stage)
