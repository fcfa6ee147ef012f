"""The page of a source: everything in this playbook that owes something to it."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model import BY_NAME, Record
from playbook.model.editorial import Source
from playbook.model.practice import Scenario
from playbook.ref import Ref
from playbook.views.context import Context
from playbook.views.destinations import Destination, destination_of
from playbook.views.listed import Listed, first_of
from playbook.views.spec import RecordSpec

MAX_MENTIONS = 40
"""Records of one kind that are listed; the others are counted."""


@dataclass(frozen=True)
class Debt:
    """What records of one kind owe to a source."""

    anchor: str
    """The id of the heading."""
    heading: str
    mentions: Listed[Destination]
    urgent: frozenset[Ref]
    """The scenarios among them in which someone is in danger."""


@dataclass(frozen=True)
class SourcePage:
    """Everything on the page of one source."""

    record: Source
    debts: tuple[Debt, ...]


def source_page(context: Context, source: Source) -> SourcePage:
    """Prepares the page of one source."""
    by_kind: dict[str, list[Record]] = {}
    for kind, record in context.relations.citing.get(source.id, ()):
        by_kind.setdefault(kind, []).append(record)
    return SourcePage(source, tuple(_debt(context, kind, records) for kind, records in by_kind.items()))


def _debt(context: Context, kind: str, records: list[Record]) -> Debt:
    urgent = frozenset(Ref(kind, record.id) for record in records if isinstance(record, Scenario) and record.urgent)
    first = first_of(records, max(MAX_MENTIONS, len(urgent)))
    mentions = tuple(destination_of(context.playbook, Ref(kind, record.id)) for record in first.shown)
    return Debt(BY_NAME[kind].plural, BY_NAME[kind].heading, Listed(mentions, first.more), urgent)


PAGE = RecordSpec(Source, "records/source.html.j2", source_page)
