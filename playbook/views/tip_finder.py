"""The tip finder: every tip by touchpoint, and the facets by which a script filters them.

The page itself says what a tip is under in each facet; the script only hides, counts and sorts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from playbook.model import BY_NAME
from playbook.model.kind import MenuPlace
from playbook.model.practice import Tip
from playbook.ref import Ref
from playbook.views.choices import choices
from playbook.views.context import Context
from playbook.views.spec import Found, ViewSpec, said
from playbook.wording import N_, _

MINUTES = (
    (2, "up-to-2", N_("2 minutes or less")),
    (5, "up-to-5", N_("3 to 5 minutes")),
    (15, "up-to-15", N_("6 to 15 minutes")),
)
LONGER = ("longer", N_("longer than 15 minutes"))
OPEN_FACETS = 2
"""Facets whose boxes are shown from the start."""


@dataclass(frozen=True)
class Choice:
    """One box to tick."""

    value: str
    words: str
    tips: int
    """How many tips are under it."""
    record: Ref | None
    """The record that the words name; None where they name none."""


@dataclass(frozen=True)
class Facet:
    """One group of boxes; ticking several widens, ticking in another group narrows."""

    name: str
    """Its name in the address, and before the colon in a tip's values: that of a kind, or of a field of tips."""
    words: str
    choices: tuple[Choice, ...]
    is_open: bool
    """Whether its boxes are shown from the start."""


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
    """Tips of one touchpoint; a tip is listed under the first that it names."""

    touchpoint: Ref
    tips: tuple[FoundTip, ...]


@dataclass(frozen=True)
class TipFinderPage:
    """Everything the page shows."""

    facets: tuple[Facet, ...]
    groups: tuple[TipGroup, ...]
    total: int
    """How many tips there are."""


@dataclass(frozen=True)
class _Reader:
    """How a facet is read off the tips."""

    name: str
    words: str
    labels: Sequence[tuple[str, str]]
    """Each value that a tip can have, in order, with its words."""
    read: Callable[[Tip], Iterable[str]]
    """The values of a tip."""


def _prepare(context: Context) -> TipFinderPage:
    readers = _readers(context)
    tips = tuple(context.playbook.tips.values())
    under = [[f"{reader.name}:{value}" for reader in readers for value in reader.read(tip)] for tip in tips]
    counts = Counter(value for values in under for value in values)
    found = [FoundTip(tip, number, " ".join(under[number])) for number, tip in enumerate(tips)]
    return TipFinderPage(tuple(_facets(readers, counts)), tuple(_groups(context, found)), len(tips))


def _facets(readers: Iterable[_Reader], counts: Counter[str]) -> Iterator[Facet]:
    """The facets that have anything to choose between, the first of them open."""
    shown = 0
    for reader in readers:
        choices = tuple(_choices(reader, counts))
        if len(choices) > 1:
            yield Facet(reader.name, reader.words, choices, shown < OPEN_FACETS)
            shown += 1


def _choices(reader: _Reader, counts: Counter[str]) -> Iterator[Choice]:
    for value, words in reader.labels:
        count = counts[f"{reader.name}:{value}"]
        if count:
            yield Choice(value, words, count, Ref(reader.name, value) if reader.name in BY_NAME else None)


def _groups(context: Context, found: Sequence[FoundTip]) -> Iterator[TipGroup]:
    for touchpoint in context.playbook.touchpoints:
        tips = tuple(found_tip for found_tip in found if found_tip.tip.touchpoints[0] == touchpoint)
        if tips:
            yield TipGroup(Ref("touchpoint", touchpoint), tips)


def _readers(context: Context) -> tuple[_Reader, ...]:
    """Each facet, in the order of the page."""
    playbook, relations = context.playbook, context.relations
    stage_of = {touchpoint.id: touchpoint.stage for touchpoint in playbook.touchpoints.values()}

    def stages(tip: Tip) -> Iterable[str]:
        return dict.fromkeys(stage_of[touchpoint] for touchpoint in tip.touchpoints if touchpoint in stage_of)

    patrons = playbook.organisation.audience.many
    minutes = [(value, _(words)) for _most, value, words in MINUTES]
    kinds = [("practice", _("practice")), ("experiment", _("experiment")), ("recovery", _("recovery"))]
    facets: list[tuple[str, str, list[tuple[str, str]], Callable[[Tip], Iterable[str]]]] = [
        ("department", _("Department"), _named(playbook.departments.values()), relations.departments_of),
        ("role", _("Role"), _named(playbook.roles.values()), lambda tip: tip.roles),
        ("stage", _("Stage"), _named(playbook.stages.values()), stages),
        ("touchpoint", _("Touchpoint"), _named(playbook.touchpoints.values()), lambda tip: tip.touchpoints),
        ("channel", _("Channel"), _channels(playbook.tips.values()), lambda tip: map(_slug, tip.channels)),
        ("rung", _("Rung"), _named(playbook.rungs.values()), lambda tip: tip.rungs),
        ("level", _("Level"), [("basic", _("basic")), ("advanced", _("advanced"))], lambda tip: [tip.level]),
        (
            "effort",
            _("Effort"),
            [("now", _("on your next shift")), ("plan", _("needs planning"))],
            lambda tip: [tip.effort],
        ),
        ("minutes", _("Time"), [*minutes, (LONGER[0], _(LONGER[1]))], _minutes),
        ("audience", _("For"), [("patrons", patrons), ("colleagues", _("colleagues"))], lambda tip: [tip.audience]),
        ("kind", _("Kind"), kinds, lambda tip: [tip.kind]),
    ]
    return tuple(_Reader(*facet) for facet in facets)


def _named(records: Iterable[Any]) -> list[tuple[str, str]]:
    return [(record.id, record.label) for record in records]


def _channels(tips: Iterable[Tip]) -> list[tuple[str, str]]:
    channels = dict.fromkeys(channel for tip in tips for channel in tip.channels)
    words = choices()
    return [(_slug(channel), words[channel]) for channel in channels]


def _slug(words: str) -> str:
    return words.replace(" ", "-")


def _minutes(tip: Tip) -> Iterable[str]:
    if tip.minutes is None:
        return ()
    return (next((value for most, value, _words in MINUTES if tip.minutes <= most), LONGER[0]),)


VIEW = ViewSpec(
    id="tip-finder",
    title=N_("Tip finder"),
    lead=said(N_("Filter every tip down to what fits you.")),
    template="tip_finder.html.j2",
    exists=lambda context: bool(context.playbook.tips),
    prepare=_prepare,
    menu=MenuPlace(N_("What to do"), 1, header=N_("Tips")),
    found=Found(
        N_("Every tip, by department, role, moment, channel, level, effort and minutes."),
        ("find a tip", "all tips", "filter tips", "browse tips", "list of tips", "surprise me"),
    ),
)
