"""Pick one thing: the improvement board, from what a patron had to live through to what was put right."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from playbook.model.kind import MenuPlace
from playbook.model.learning import Improvement
from playbook.model.practice import Tip
from playbook.views.context import Context
from playbook.views.labels import counted
from playbook.views.spec import Found, ViewSpec, said

MAX_CARDS = 12
"""Cards in one column; the others are counted."""


@dataclass(frozen=True)
class State:
    """A state that an improvement can be in."""

    name: str
    """As in records."""
    symbol: str
    meaning: str
    nothing: str
    """What an empty column says."""
    is_open: bool
    """Whether patrons still live with it."""

    @property
    def id(self) -> str:
        """As in anchors and classes."""
        return self.name.replace(" ", "-")


STATES = (
    State("noticed", "○", "We know about it. Nothing is decided yet.", "Nothing is waiting to be picked.", True),
    State("chosen", "◔", "Somebody owns it and has a plan.", "Nothing is picked. Choose one from the left.", True),
    State("trying", "◑", "We are trying something out.", "Nothing is being tried at the moment.", True),
    State("mended", "●", "It has stopped happening.", "Nothing is mended yet. The first one is the hardest.", False),
    State("let go", "×", "We decided against it, and say why.", "Nothing was let go.", False),
)


@dataclass(frozen=True)
class Card:
    """One improvement on the board."""

    improvement: Improvement
    waited: str | None
    """How long patrons have lived with it since it was noticed; None when they do not any more."""
    tips: tuple[Tip, ...]
    """The published tips that help."""


@dataclass(frozen=True)
class BoardColumn:
    """The improvements in one state."""

    state: State
    cards: tuple[Card, ...]
    more: int

    @property
    def count(self) -> int:
        """All its improvements."""
        return len(self.cards) + self.more


@dataclass(frozen=True)
class PickOneThingPage:
    """Everything the page shows."""

    columns: tuple[BoardColumn, ...]
    suggestion: Card | None
    """What has waited longest of what nobody has picked; None when nothing waits."""


def _prepare(context: Context) -> PickOneThingPage:
    columns = tuple(_column(context, state) for state in STATES)
    return PickOneThingPage(columns, next(iter(columns[0].cards), None))


def _column(context: Context, state: State) -> BoardColumn:
    """What patrons still live with begins with the oldest, what is settled with the newest."""
    found = [improvement for improvement in context.playbook.improvements.values() if improvement.status == state.name]
    found.sort(key=lambda improvement: improvement.noticed, reverse=not state.is_open)
    cards = tuple(_card(context, improvement, state) for improvement in found[:MAX_CARDS])
    return BoardColumn(state, cards, len(found[MAX_CARDS:]))


def _card(context: Context, improvement: Improvement, state: State) -> Card:
    tips = tuple(context.playbook.tips[tip] for tip in improvement.tips if tip in context.playbook.tips)
    return Card(improvement, waited(improvement.noticed, context.today) if state.is_open else None, tips)


def waited(since: dt.date, today: dt.date) -> str | None:
    """How long it has been, roughly as people say it: `3 weeks`; None for today and days to come."""
    days = (today - since).days
    if days < 1:
        return None
    for length, most, unit in ((1, 14, "day"), (7, 60, "week"), (30.44, 730, "month"), (365.25, None, "year")):
        if most is None or days < most:
            return counted(round(days / length), unit)
    return None


VIEW = ViewSpec(
    id="pick-one-thing",
    title="Pick one thing",
    lead=said("Choose one thing that goes wrong for people, and mend it. Then choose the next."),
    template="pick_one_thing.html.j2",
    exists=lambda context: bool(context.playbook.improvements),
    prepare=_prepare,
    menu=MenuPlace("Keep it true", 1),
    found=Found(
        "Bad experiences in patrons’ own words: noticed, chosen, being mended, mended.",
        ("improvements", "pain points", "what went wrong for patrons", "fix one thing", "one negative experience"),
    ),
)
