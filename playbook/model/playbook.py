"""The playbook as one value: every record of every kind, by id, in the order of the files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace

from playbook.model.editorial import Concept, SearchTest, Source, Term
from playbook.model.experience import Access, Evidence, Rung, Setting, Stage, Touchpoint
from playbook.model.kind import Kind
from playbook.model.kinds import BY_NAME, INSTRUCTING, KINDS
from playbook.model.learning import Exercise, Improvement
from playbook.model.people import ORGANISATION, Contribution, Department, InternalService, Organisation, Role
from playbook.model.practice import Principle, Routine, Scenario, Standard, Tip
from playbook.model.records import Instruction, Record
from playbook.ref import Ref


@dataclass(frozen=True)
class Home:
    """Where a record is written down."""

    file: str
    """The path below the project's root, with forward slashes."""
    line: int
    """The line of its key, or 1 for a record that is a whole file."""


@dataclass(frozen=True, kw_only=True)
class Playbook:
    """All records. Frozen: a changed file makes a new playbook."""

    organisation: Organisation
    stages: Mapping[str, Stage] = field(default_factory=dict)
    touchpoints: Mapping[str, Touchpoint] = field(default_factory=dict)
    """In the order of the journey: by stage, within a stage by file."""
    departments: Mapping[str, Department] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    contributions: Mapping[str, Contribution] = field(default_factory=dict)
    tips: Mapping[str, Tip] = field(default_factory=dict)
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    """The urgent ones first, so that they come first in every list; otherwise by file."""
    standards: Mapping[str, Standard] = field(default_factory=dict)
    internal_services: Mapping[str, InternalService] = field(default_factory=dict)
    routines: Mapping[str, Routine] = field(default_factory=dict)
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    improvements: Mapping[str, Improvement] = field(default_factory=dict)
    settings: Mapping[str, Setting] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    rungs: Mapping[str, Rung] = field(default_factory=dict)
    principles: Mapping[str, Principle] = field(default_factory=dict)
    access: Mapping[str, Access] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    search_tests: Mapping[str, SearchTest] = field(default_factory=dict)
    homes: Mapping[Ref, Home] = field(default_factory=dict)
    retired: Mapping[str, Tip] = field(default_factory=dict)
    """Of a published playbook, the tips that are retired: no record for anybody, but their addresses are known."""

    def of_kind(self, name: str) -> Mapping[str, Record]:
        """The records of the kind with this name, by id. Raises KeyError for a name that is no kind."""
        if name == ORGANISATION.name:
            return {self.organisation.id: self.organisation}
        records: Mapping[str, Record] = getattr(self, BY_NAME[name].plural)
        return records

    def find(self, kind: str, record_id: str) -> Record | None:
        """The record, or None when there is none."""
        return self.of_kind(kind).get(record_id)

    def records(self) -> Iterator[tuple[Ref, Record]]:
        """Every record with the reference to it, the organisation first."""
        for kind in (ORGANISATION, *KINDS):
            for record in self.of_kind(kind.name).values():
                yield Ref(kind.name, record.id), record

    def instructions(self) -> Iterator[tuple[Ref, Instruction]]:
        """Every record that tells people what to do, with the reference to it."""
        for kind in INSTRUCTING:
            for record in self.of_kind(kind.name).values():
                if isinstance(record, Instruction) and record.instructs:
                    yield Ref(kind.name, record.id), record

    def urgent_scenarios(self) -> tuple[Scenario, ...]:
        """Every scenario in which someone is in danger, in the order of the files."""
        return tuple(scenario for scenario in self.scenarios.values() if scenario.urgent)

    def published(self) -> Playbook:
        """This playbook without the tips that are drafts or retired."""
        live, retired = (
            {tip.id: tip for tip in self.tips.values() if tip.status == status} for status in ("live", "retired")
        )
        return self if len(live) == len(self.tips) else replace(self, tips=live, retired=retired)


def without_a_place(kinds: Iterable[Kind]) -> tuple[str, ...]:
    """The plurals of these kinds for which a playbook has no field."""
    places = {place.name for place in fields(Playbook)}
    return tuple(kind.plural for kind in kinds if kind.plural not in places)


if without_a_place(KINDS):
    raise LookupError(
        f"a playbook has no field for these kinds: {', '.join(without_a_place(KINDS))}. Add it to Playbook in"
        " playbook/model/playbook.py, in the place that the kind has in KINDS"
    )
