"""What must hold between records, and what is worth doing. One function to a rule, all run every time.

Knows nothing of YAML: the caller says where a record stands.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from playbook.checking import gaps, references, rules
from playbook.checking.findings import Finding
from playbook.checking.references import IsExcused
from playbook.days import Days
from playbook.model import Playbook

REFERENCES = (references.unknown_record, references.unknown_reference)
RULES: tuple[Callable[[Playbook], Iterator[Finding]], ...] = (
    rules.tip_for_nobody,
    rules.tip_without_floor,
    rules.lane_contradicts_side,
    rules.enables_cycle,
    rules.service_to_itself,
    rules.clock_runs_backwards,
    rules.minutes_do_not_add_up,
    rules.improvement_without_outcome,
    rules.listed_twice,
    rules.refers_to_itself,
    gaps.unsourced,
    gaps.empty_lane,
    gaps.touchpoint_without_tips,
    gaps.idle_department,
    gaps.reaches_nobody,
    gaps.ownerless,
    gaps.placeholder_text,
)
LOOKS_AMONG: dict[Callable[[Playbook], Iterator[Finding]], frozenset[str]] = {
    gaps.empty_lane: frozenset({"contribution"}),
    gaps.touchpoint_without_tips: frozenset({"tip"}),
    gaps.idle_department: frozenset({"contribution", "role"}),
    gaps.reaches_nobody: frozenset({"contribution"}),
}
"""The rules that tell what nobody has written down, with the kinds of record among which they look for it."""
DATED_RULES = (rules.date_in_future, gaps.review_overdue)
"""Rules that depend on a day."""


def check(
    playbook: Playbook,
    days: Days,
    is_excused: IsExcused,
    page_ids: Collection[str],
    lacking: Collection[str] = (),
) -> Iterator[Finding]:
    """Yields everything that the rules find, errors and advice.

    `page_ids` are those that a `page:` reference may name. `lacking` names the kinds of which records are missing
    because of faults already told: nobody can say what they would have filled.
    """
    yield from references.unknown_record(playbook, is_excused)
    yield from references.unknown_reference(playbook, is_excused, page_ids)
    for rule in RULES:
        if LOOKS_AMONG.get(rule, frozenset()).isdisjoint(lacking):
            yield from rule(playbook)
    for dated in DATED_RULES:
        yield from dated(playbook, days)
