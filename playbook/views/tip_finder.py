"""The tip finder: every tip by touchpoint, and the facets by which a script filters them.

What a tip is under in each facet stands in the page itself; the script only hides, counts and sorts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from playbook.model.kind import MenuPlace
from playbook.model.practice import Tip
from playbook.views.context import Context
from playbook.views.spec import Found, ViewSpec, said

MINUTES = ((2, "up-to-2", "2 minutes or less"), (5, "up-to-5", "3 to 5 minutes"), (15, "up-to-15", "6 to 15 minutes"))
LONGER = ("longer", "longer than 15 minutes")


@dataclass(frozen=True)
class Choice:
    """One box to tick."""

    value: str
    words: str
    tips: int
    """How many tips are under it."""


@dataclass(frozen=True)
class Facet:
    """One group of boxes; ticking several widens, ticking in another group narrows."""

    name: str
    """Its name in the address, and before the colon in a tip's values."""
    words: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class FoundTip:
    """A tip as the finder lists it."""

    tip: Tip
    number: int
    """Its place among all tips, by which the search knows it too."""
    values: str
    """What it is under, as `facet:value` with spaces between."""


@dataclass(frozen=True)
class TipGroup:
    """Tips of one touchpoint; a tip stands under the first that it names."""

    touchpoint: str
    tips: tuple[FoundTip, ...]


_Values = Callable[[Tip], Iterable[str]]


def _prepare(context: Context) -> dict[str, Any]:
    readers = _readers(context)
    tips = tuple(context.playbook.tips.values())
    under = [[f"{name}:{value}" for name, _, _, read in readers for value in read(tip)] for tip in tips]
    counts = Counter(value for values in under for value in values)
    facets = [Facet(name, words, tuple(_choices(name, labels, counts))) for name, words, labels, _ in readers]
    found = [FoundTip(tip, number, " ".join(under[number])) for number, tip in enumerate(tips)]
    return {
        "facets": [facet for facet in facets if len(facet.choices) > 1],
        "groups": tuple(_groups(context, found)),
        "total": len(tips),
    }


def _choices(name: str, labels: Sequence[tuple[str, str]], counts: Counter[str]) -> Iterator[Choice]:
    for value, words in labels:
        if counts[f"{name}:{value}"]:
            yield Choice(value, words, counts[f"{name}:{value}"])


def _groups(context: Context, found: Sequence[FoundTip]) -> Iterator[TipGroup]:
    for touchpoint in context.playbook.touchpoints:
        tips = tuple(it for it in found if it.tip.touchpoints[0] == touchpoint)
        if tips:
            yield TipGroup(touchpoint, tips)


def _readers(context: Context) -> list[tuple[str, str, list[tuple[str, str]], _Values]]:
    """Each facet: its name, its words, its choices in order, and what a tip is under."""
    playbook, relations = context.playbook, context.relations
    stage_of = {it.id: it.stage for it in playbook.touchpoints.values()}

    def stages(tip: Tip) -> Iterable[str]:
        return dict.fromkeys(stage_of[name] for name in tip.touchpoints if name in stage_of)

    return [
        ("department", "Department", _named(playbook.departments.values()), relations.departments_of),
        ("role", "Role", _named(playbook.roles.values()), lambda tip: tip.roles),
        ("stage", "Stage", _named(playbook.stages.values()), stages),
        ("touchpoint", "Touchpoint", _named(playbook.touchpoints.values()), lambda tip: tip.touchpoints),
        ("channel", "Channel", _channels(playbook.tips.values()), lambda tip: [_slug(it) for it in tip.channels]),
        ("rung", "Rung", _named(playbook.rungs.values()), lambda tip: tip.rungs),
        ("level", "Level", [("basic", "basic"), ("advanced", "advanced")], lambda tip: [tip.level]),
        ("effort", "Effort", [("now", "on your next shift"), ("plan", "needs planning")], lambda tip: [tip.effort]),
        ("minutes", "Time", [*((value, words) for _, value, words in MINUTES), LONGER], _minutes),
        ("audience", "For", [("patrons", "patrons"), ("colleagues", "colleagues")], lambda tip: [tip.audience]),
        ("kind", "Kind", [(it, it) for it in ("practice", "experiment", "recovery")], lambda tip: [tip.kind]),
    ]


def _named(records: Iterable[Any]) -> list[tuple[str, str]]:
    return [(record.id, record.label) for record in records]


def _channels(tips: Iterable[Tip]) -> list[tuple[str, str]]:
    return [(_slug(it), it) for it in dict.fromkeys(channel for tip in tips for channel in tip.channels)]


def _slug(words: str) -> str:
    return words.replace(" ", "-")


def _minutes(tip: Tip) -> Iterable[str]:
    if tip.minutes is None:
        return ()
    return (next((value for most, value, _ in MINUTES if tip.minutes <= most), LONGER[0]),)


VIEW = ViewSpec(
    id="tip-finder",
    title="Tip finder",
    lead=said("Every tip along the visit, narrowed to what fits you."),
    template="tip_finder.html.j2",
    exists=lambda context: bool(context.playbook.tips),
    prepare=_prepare,
    menu=MenuPlace("What to do", 1, header="Tips"),
    found=Found(
        "Every tip, by department, role, moment, channel, level, effort and minutes.",
        ("find a tip", "all tips", "filter tips", "browse tips", "list of tips", "surprise me"),
    ),
)
