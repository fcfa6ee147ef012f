"""Health: what is worth doing for the playbook itself, in plain words, and what is already well.

Errors are not here: with one of them there is no site. What a kind of advice means is said by its rule’s docstring.
"""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from playbook.checking import gaps
from playbook.model import BY_NAME, Playbook, Record
from playbook.model.kind import MenuPlace
from playbook.model.people import Contribution
from playbook.model.practice import Tip
from playbook.problems import Place, Problem
from playbook.ref import Ref
from playbook.views.context import Context
from playbook.views.spec import Found, ViewSpec, always, said

TITLES = {
    "review-overdue": ("Overdue for review", "Every tip has been confirmed in time"),
    "ownerless": ("Chosen, but nobody owns it", "Whatever is being mended has an owner"),
    "unsourced": ("Without a source", "Every tip and principle says where it comes from"),
    "reaches-nobody": ("Unseen acts that reach nobody", "Every unseen act reaches somebody in front"),
    "empty-lane": ("Empty lanes", "Every touchpoint has somebody in front, behind and in support"),
    "touchpoint-without-tips": ("Touchpoints without a tip", "Every touchpoint has a tip"),
    "idle-department": ("Departments that act nowhere", "Every department shows what it does"),
    "placeholder-text": ("Texts still to be written", "No page says TBD"),
    "shared-alias": ("Words that lead to two places", "Every alias leads to one record only"),
}
"""By code: the heading when there is something to do, and the praise when there is not."""
_SAID_BY_HEADING = frozenset({"unsourced", "touchpoint-without-tips", "idle-department", "reaches-nobody"})
"""Codes whose messages say nothing that the heading and the record's name do not say."""
_OTHER_EXPLANATIONS = {
    "shared-alias": "Whoever types such a word lands on one of two pages by chance. Keep it where it fits best."
}
"""What is meant by advice that comes from elsewhere than the rules of `gaps`."""
Begins = dict[str, list[tuple[int, tuple[str, str]]]]
"""By file, the line at which each record begins, with the record's kind and id."""
SHOWN = 50
"""Entries of one kind on the page; the others are counted."""
UNFOLDED = 8
"""Entries of one kind that are shown from the start."""
SOON = timedelta(days=90)


@dataclass(frozen=True)
class Entry:
    """One thing worth doing."""

    record: Ref | None
    """What it is about; None when that is not known."""
    page: Ref | None
    """The record whose page shows it; None when none does."""
    anchor: str
    """The place on that page; empty for the page itself."""
    message: str
    """What is the matter; empty where the heading says it already."""
    owner: Ref | None
    """The department that can do it."""
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

    @property
    def first(self) -> tuple[Entry, ...]:
        """The entries that are shown from the start."""
        return self.entries[:UNFOLDED]

    @property
    def folded(self) -> tuple[Entry, ...]:
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
    """How many tips of one department come up for review in the next three months."""

    department: Ref
    tips: int


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
    return HealthPage(
        advice=advice,
        count=sum(of_kind.count for of_kind in advice),
        well=tuple(praise for code, (_, praise) in TITLES.items() if code not in found and _applies(context, code)),
        measured=tuple(_measured(context)),
        due_soon=_due_soon(context),
    )


def explanation(code: str) -> str:
    """What a kind of advice means: the docstring of the rule that gives it; empty for a code that is not known."""
    rule = getattr(gaps, code.replace("-", "_"), None)
    return inspect.cleandoc(rule.__doc__ or "") if callable(rule) else _OTHER_EXPLANATIONS.get(code, "")


def _advice(context: Context) -> Iterator[Advice]:
    by_code: dict[str, list[Problem]] = {}
    for problem in context.advice:
        by_code.setdefault(problem.code, []).append(problem)
    begins: Begins = {}
    for key, home in context.playbook.homes.items():
        begins.setdefault(home.file, []).append((home.line, key))
    for code in [*(code for code in TITLES if code in by_code), *(code for code in by_code if code not in TITLES)]:
        problems = by_code[code]
        title = TITLES[code][0] if code in TITLES else code.replace("-", " ").capitalize()
        entries = tuple(_entry(context.playbook, problem, begins) for problem in problems[:SHOWN])
        yield Advice(code, title, explanation(code), entries, max(0, len(problems) - SHOWN))


def _entry(playbook: Playbook, problem: Problem, begins: Begins) -> Entry:
    place = problem.place
    found = _record_at(playbook, place, begins)
    if found is None:
        return Entry(None, None, "", problem.message, None, place.file, place.line)
    kind, record = found
    page, anchor, owner = _shown_on(playbook, kind, record)
    message = "" if problem.code in _SAID_BY_HEADING else problem.message
    department = Ref("department", owner) if owner else None
    return Entry(Ref(kind, record.id), page, anchor, message, department, place.file, place.line)


def _record_at(playbook: Playbook, place: Place, begins: Begins) -> tuple[str, Record] | None:
    """The record within which a place lies: the last that begins before it in the same file."""
    before = [begin for begin in begins.get(place.file, ()) if begin[0] <= place.line]
    if not before:
        return None
    kind, name = max(before)[1]
    record = playbook.find(kind, name)
    return None if record is None else (kind, record)


def _shown_on(playbook: Playbook, kind: str, record: Record) -> tuple[Ref | None, str, str | None]:
    """The page and the place on it where a record is shown, and the department that can do something about it."""
    if isinstance(record, Contribution):
        return Ref("touchpoint", record.touchpoint), record.id, playbook.roles[record.role].department
    has_page = BY_NAME[kind].pages is not None
    return Ref(kind, record.id) if has_page else None, "", getattr(record, "owner", None)


def _applies(context: Context, code: str) -> bool:
    """Whether there is anything that could have gone wrong in this way, so that praise is not empty."""
    playbook = context.playbook
    needed: dict[str, object] = {
        "ownerless": playbook.improvements,
        "unsourced": playbook.sources,
        "reaches-nobody": playbook.contributions,
        "empty-lane": playbook.contributions,
        "idle-department": playbook.contributions,
    }
    return bool(needed.get(code, True))


def _measured(context: Context) -> Iterator[Measured]:
    playbook, today = context.playbook, context.today
    tips = tuple(playbook.tips.values())
    yield Measured(sum(gaps.next_review(tip) >= today for tip in tips), len(tips), "tips confirmed in time")
    if playbook.sources:
        yield Measured(sum(bool(tip.sources) for tip in tips), len(tips), "tips with a source")
    helped = sum(it in context.relations.tips_by_touchpoint for it in playbook.touchpoints)
    yield Measured(helped, len(playbook.touchpoints), "touchpoints with a tip")
    if playbook.contributions:
        filled = {(it.touchpoint, it.lane) for it in playbook.contributions.values()}
        complete = sum(all((it, lane) in filled for lane in gaps.LANES) for it in playbook.touchpoints)
        yield Measured(complete, len(playbook.touchpoints), "touchpoints with all three lanes filled")


def _due_soon(context: Context) -> tuple[DueSoon, ...]:
    """The departments with most to review come first."""

    def is_soon(tip: Tip) -> bool:
        return context.today <= gaps.next_review(tip) <= context.today + SOON

    due = Counter(tip.owner for tip in context.playbook.tips.values() if is_soon(tip))
    return tuple(DueSoon(Ref("department", owner), count) for owner, count in due.most_common())


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
