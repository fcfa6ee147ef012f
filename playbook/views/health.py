"""Health: what is worth doing for the playbook itself, in plain words, and what is already well.

Errors are not here: with one of them there is no site. What the page says of a kind of advice is declared beside the
rule that gives it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from playbook.checking import ADVICE
from playbook.checking.due_reviews import CHANGED_SINCE_REVIEWED
from playbook.model import BY_NAME, Playbook
from playbook.model.kind import MenuPlace, OnPage
from playbook.model.practice import Tip
from playbook.model.records import LANES
from playbook.problems import Code, HealthSection, Place, Problem
from playbook.ref import Ref
from playbook.views.context import Context
from playbook.views.destinations import Destination, destination_of
from playbook.views.owners import owner_of
from playbook.views.spec import Found, ViewSpec, always, said
from playbook.wording import N_, _

SHOWN = 50
"""Entries of one kind on the page; the others are counted."""
UNFOLDED = 8
"""Entries of one kind that are shown from the start."""
SOON = timedelta(days=90)


@dataclass(frozen=True)
class AdviceEntry:
    """One thing worth doing."""

    about: Ref | None
    """The record it is about; None when that is not known."""
    destination: Destination | None
    """Where that is shown; None where it has no page."""
    message: str
    """What is the matter; empty where the heading says it already."""
    owner: Ref | None
    """The department that can do it."""
    file: str
    line: int


@dataclass(frozen=True)
class Advice:
    """Everything worth doing of one kind."""

    code: str
    title: str
    explanation: str
    entries: tuple[AdviceEntry, ...]
    more: int
    """How many more there are than are shown."""

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.entries) + self.more

    @property
    def first(self) -> tuple[AdviceEntry, ...]:
        """The entries that are shown from the start."""
        return self.entries[:UNFOLDED]

    @property
    def folded(self) -> tuple[AdviceEntry, ...]:
        """Those that are shown when asked for."""
        return self.entries[UNFOLDED:]

    @property
    def after_first(self) -> int:
        """How many there are besides the first."""
        return self.count - len(self.first)


@dataclass(frozen=True)
class Measured:
    """How much of something is as it should be."""

    good: int
    all: int
    words: str


@dataclass(frozen=True)
class DueSoon:
    """How many records of one department come up for review in the next three months."""

    department: Ref
    records: int


@dataclass(frozen=True)
class HealthPage:
    """Everything the page shows."""

    advice: tuple[Advice, ...]
    count: int
    """How many things are worth doing."""
    well: tuple[str, ...]
    """Sentences of praise."""
    measured: tuple[Measured, ...]
    due_soon: tuple[DueSoon, ...]


def _prepare(context: Context) -> HealthPage:
    advice = tuple(_advice(context))
    found = {of_kind.code for of_kind in advice}
    well = (section for code, section in ADVICE if code.word not in found and _applies(context, code, section))
    return HealthPage(
        advice=advice,
        count=sum(of_kind.count for of_kind in advice),
        well=tuple(section.praise for section in well),
        measured=tuple(_measured(context)),
        due_soon=_due_soon(context),
    )


def _advice(context: Context) -> Iterator[Advice]:
    by_code: dict[str, list[Problem]] = {}
    for problem in (*context.advice, *_changed(context)):
        by_code.setdefault(problem.code, []).append(problem)
    for code, section in ADVICE:
        problems = by_code.get(code.word)
        if problems:
            yield _advice_of(context.playbook, code, section, problems)


def _changed(context: Context) -> Iterator[Problem]:
    """What no check reports, because only the history of the files knows."""
    for ref, rewording in (context.rewordings or {}).items():
        home = context.playbook.homes[ref]
        since = _("changed on %(day)s", day=rewording.since.isoformat()) if rewording.since else ""
        yield CHANGED_SINCE_REVIEWED.at(Place(home.file, home.line), since, about=ref)


def _advice_of(playbook: Playbook, code: Code, section: HealthSection, problems: list[Problem]) -> Advice:
    entries = tuple(_entry(playbook, problem, section) for problem in problems[:SHOWN])
    explanation = section.explanation or code.meaning
    return Advice(code.word, section.heading, explanation, entries, max(0, len(problems) - SHOWN))


def _entry(playbook: Playbook, problem: Problem, section: HealthSection) -> AdviceEntry:
    place, about = problem.place, problem.about
    record = playbook.find(*about) if about else None
    if about is None or record is None:
        return AdviceEntry(None, None, problem.message, None, place.file, place.line)
    message = "" if section.says_it_all else problem.message
    owner = None if about.kind == "department" else owner_of(playbook, *about)
    has_page = not isinstance(BY_NAME[about.kind].shown, OnPage)
    return AdviceEntry(
        about,
        destination_of(playbook, about) if has_page else None,
        message,
        Ref("department", owner) if owner else None,
        place.file,
        place.line,
    )


def _applies(context: Context, code: Code, section: HealthSection) -> bool:
    """Whether anything could have gone wrong in this way, and anyone would know, so that praise is not empty."""
    is_known = code is not CHANGED_SINCE_REVIEWED or context.rewordings is not None
    return is_known and (section.needs is None or bool(context.playbook.of_kind(section.needs)))


def _measured(context: Context) -> Iterator[Measured]:
    playbook = context.playbook
    tips = tuple(playbook.tips.values())
    reviews = context.reviews.all
    yield Measured(
        sum(not state.is_unconfirmed for state in reviews),
        len(reviews),
        _("instructions confirmed and up to date"),
    )
    yield Measured(sum(state.owner is not None for state in reviews), len(reviews), _("instructions with an owner"))
    if playbook.sources:
        own = sum(_is_our_own(playbook, tip) for tip in tips)
        sourced = sum(bool(tip.sources) for tip in tips) - own
        from_us = _("tips with a source, and %(count)s from our own experience", count=own)
        words = from_us if own else _("tips with a source")
        yield Measured(sourced, len(tips), words)
    helped = sum(touchpoint_id in context.relations.tips_by_touchpoint for touchpoint_id in playbook.touchpoints)
    yield Measured(helped, len(playbook.touchpoints), _("touchpoints with a tip"))
    if playbook.contributions:
        filled = {(act.touchpoint, act.lane) for act in playbook.contributions.values()}
        complete = sum(all((touchpoint_id, lane) in filled for lane in LANES) for touchpoint_id in playbook.touchpoints)
        yield Measured(complete, len(playbook.touchpoints), _("touchpoints with a part in every lane"))


def _is_our_own(playbook: Playbook, tip: Tip) -> bool:
    """Whether a tip comes from nowhere but the practice of a house."""
    return bool(tip.sources) and all(playbook.sources[source].kind == "practice" for source in tip.sources)


def _due_soon(context: Context) -> tuple[DueSoon, ...]:
    """The departments with most to review come first."""
    last = context.today + SOON
    due = Counter(
        state.owner for state in context.reviews.all if state.owner and state.due and context.today <= state.due <= last
    )
    return tuple(DueSoon(owner, count) for owner, count in due.most_common())


VIEW = ViewSpec(
    id="health",
    title=N_("Health"),
    lead=said(N_("What the playbook itself needs to stay up to date.")),
    template="health.html.j2",
    exists=always,
    prepare=_prepare,
    menu=MenuPlace(N_("Keeping it up to date"), 4),
    found=Found(
        N_("What is overdue for review, without an owner, without a source."),
        ("overdue reviews", "out of date tips", "stale tips", "unsourced tips", "what needs reviewing", "data quality"),
    ),
)
