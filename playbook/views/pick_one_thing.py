"""Pick one thing: the improvement board, from what a patron had to live through to what was mended."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from playbook.model.kind import MenuPlace
from playbook.model.practice import Improvement, Tip
from playbook.views.context import Context
from playbook.views.spec import Found, ViewSpec, said

MOST_CARDS = 12
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
class Column:
    """The improvements in one state."""

    state: State
    cards: tuple[Card, ...]
    more: int

    @property
    def count(self) -> int:
        """All its improvements."""
        return len(self.cards) + self.more


def _prepare(context: Context) -> dict[str, Any]:
    columns = tuple(_column(context, state) for state in STATES)
    waiting = columns[0].cards
    return {"columns": columns, "suggestion": waiting[0] if waiting else None}


def _column(context: Context, state: State) -> Column:
    """What patrons still live with begins with the oldest, what is settled with the newest."""
    its = [it for it in context.playbook.improvements.values() if it.status == state.name]
    its.sort(key=lambda it: it.noticed, reverse=not state.is_open)
    return Column(state, tuple(_card(context, it, state) for it in its[:MOST_CARDS]), len(its[MOST_CARDS:]))


def _card(context: Context, improvement: Improvement, state: State) -> Card:
    tips = tuple(context.playbook.tips[name] for name in improvement.tips if name in context.playbook.tips)
    return Card(improvement, waited(improvement.noticed, context.today) if state.is_open else None, tips)


def waited(since: dt.date, today: dt.date) -> str | None:
    """How long it has been, roughly as people say it: `3 weeks`; None for today and days to come."""
    days = (today - since).days
    if days < 1:
        return None
    for length, most, unit in ((1, 14, "day"), (7, 60, "week"), (30.44, 730, "month"), (365.25, None, "year")):
        if most is None or days < most:
            count = round(days / length)
            return f"{count} {unit}{'' if count == 1 else 's'}"
    return None


VIEW = ViewSpec(
    id="pick-one-thing",
    title="Pick one thing",
    lead=said("Choose one thing that goes wrong for people, and mend it. Then choose the next."),
    template="pick-one-thing.html.j2",
    exists=lambda context: bool(context.playbook.improvements),
    prepare=_prepare,
    menu=MenuPlace("Keep it true", 1),
    found=Found(
        "Bad experiences in patrons’ own words: noticed, chosen, being mended, mended.",
        ("improvements", "pain points", "what went wrong for patrons", "fix one thing", "one negative experience"),
    ),
)
