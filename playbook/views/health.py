"""Health: what is worth doing for the playbook itself, in plain words, and what is already well.

Errors are not here: with one of them there is no site. What the page says of a kind of advice is declared beside the
rule that gives it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from playbook.checking import ADVICE
from playbook.model import BY_NAME, Playbook, Record
from playbook.model.kind import MenuPlace
from playbook.model.people import Contribution
from playbook.model.practice import Tip
from playbook.model.records import LANES
from playbook.problems import Code, HealthSection, Problem
from playbook.views.context import Context
from playbook.views.labels import label
from playbook.views.spec import Found, ViewSpec, always, said

SHOWN = 50
"""Entries of one kind on the page; the others are counted."""
SOON = timedelta(days=90)


@dataclass(frozen=True)
class Entry:
    """One thing worth doing."""

    target: tuple[str, str, str] | None
    """Kind, id and anchor of the page that shows it; None when it is not known which record it is about."""
    words: str
    """What the record is called, or the message where there is none."""
    message: str
    """What is the matter with it; empty where the heading says it already."""
    owner: str | None
    """The id of the department that can do it."""
    file: str
    line: int


@dataclass(frozen=True)
class Advice:
    """All things of one kind."""

    code: str
    title: str
    explanation: str
    entries: tuple[Entry, ...]
    more: int
    """How many more there are than are shown."""

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.entries) + self.more


@dataclass(frozen=True)
class Measured:
    """How much of something is as it should be."""

    good: int
    all: int
    words: str


def _prepare(context: Context) -> dict[str, Any]:
    advice = tuple(_advice(context))
    found = {kind.code for kind in advice}
    well = (section for code, section in ADVICE if code.word not in found and _applies(context.playbook, section))
    return {
        "advice": advice,
        "count": sum(kind.count for kind in advice),
        "well": tuple(section.praise for section in well),
        "measured": tuple(_measured(context)),
        "due_soon": _due_soon(context),
    }


def _advice(context: Context) -> Iterator[Advice]:
    by_code: dict[str, list[Problem]] = {}
    for problem in context.advice:
        by_code.setdefault(problem.code, []).append(problem)
    for code, section in ADVICE:
        problems = by_code.get(code.word)
        if problems:
            yield _advice_of(context.playbook, code, section, problems)


def _advice_of(playbook: Playbook, code: Code, section: HealthSection, problems: list[Problem]) -> Advice:
    entries = tuple(_entry(playbook, problem, section) for problem in problems[:SHOWN])
    explanation = section.explanation or code.meaning
    return Advice(code.word, section.heading, explanation, entries, max(0, len(problems) - SHOWN))


def _entry(playbook: Playbook, problem: Problem, section: HealthSection) -> Entry:
    place, about = problem.place, problem.about
    record = playbook.find(*about) if about else None
    if about is None or record is None:
        return Entry(None, problem.message, "", None, place.file, place.line)
    target, owner = _target(playbook, about.kind, record)
    message = "" if section.says_it_all else problem.message
    return Entry(target, label(playbook, about.kind, record), message, owner, place.file, place.line)


def _target(playbook: Playbook, kind: str, record: Record) -> tuple[tuple[str, str, str] | None, str | None]:
    """Where a record is shown, and the department that can do something about it."""
    if isinstance(record, Contribution):
        return ("touchpoint", record.touchpoint, record.id), playbook.roles[record.role].department
    has_page = BY_NAME[kind].pages is not None
    return (kind, record.id, "") if has_page else None, getattr(record, "owner", None)


def _applies(playbook: Playbook, section: HealthSection) -> bool:
    """Whether there is anything that could have gone wrong in this way, so that praise is not empty."""
    return section.needs is None or bool(playbook.of_kind(section.needs))


def _measured(context: Context) -> Iterator[Measured]:
    playbook, today = context.playbook, context.today
    tips = tuple(playbook.tips.values())
    yield Measured(sum(tip.next_review >= today for tip in tips), len(tips), "tips confirmed in time")
    if playbook.sources:
        yield Measured(sum(bool(tip.sources) for tip in tips), len(tips), "tips with a source")
    helped = sum(it in context.relations.tips_by_touchpoint for it in playbook.touchpoints)
    yield Measured(helped, len(playbook.touchpoints), "touchpoints with a tip")
    if playbook.contributions:
        filled = {(it.touchpoint, it.lane) for it in playbook.contributions.values()}
        complete = sum(all((it, lane) in filled for lane in LANES) for it in playbook.touchpoints)
        yield Measured(complete, len(playbook.touchpoints), "touchpoints with all three lanes filled")


def _due_soon(context: Context) -> tuple[tuple[str, int], ...]:
    """By department, how many of its tips come up for review in the next three months; most first."""

    def is_soon(tip: Tip) -> bool:
        return context.today <= tip.next_review <= context.today + SOON

    return tuple(Counter(tip.owner for tip in context.playbook.tips.values() if is_soon(tip)).most_common())


VIEW = ViewSpec(
    id="health",
    title="Health",
    lead=said("What is worth doing for the playbook itself, so that it stays true."),
    template="health.html.j2",
    exists=always,
    prepare=_prepare,
    menu=MenuPlace("Keep it true", 4),
    found=Found(
        "What is overdue for review, without an owner, without a source.",
        ("overdue reviews", "out of date tips", "stale tips", "unsourced tips", "what needs reviewing", "data quality"),
    ),
)
