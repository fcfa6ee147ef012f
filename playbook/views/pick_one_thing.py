"""Pick one thing: the improvement board, from what went wrong for a patron to what was put right."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from playbook.model.kind import MenuPlace
from playbook.model.learning import Improvement
from playbook.model.practice import Tip
from playbook.views.context import Context
from playbook.views.spec import Found, ViewSpec, said
from playbook.wording import N_, _, ngettext

MAX_CARDS = 12
"""Cards in one column; the others are counted."""


@dataclass(frozen=True)
class State:
    """A state that an improvement can be in. Its words are messages in STATES, translated on the page."""

    name: str
    """As in records."""
    title: str
    symbol: str
    meaning: str
    nothing: str
    """What an empty column says."""
    is_open: bool
    """Whether patrons still have to put up with it."""

    @property
    def id(self) -> str:
        """As in anchors and classes."""
        return self.name.replace(" ", "-")


STATES = (
    State(
        name="noticed",
        title=N_("Noticed"),
        symbol="○",
        meaning=N_("We know about it. Nothing is decided yet."),
        nothing=N_("Nothing is waiting to be chosen."),
        is_open=True,
    ),
    State(
        name="chosen",
        title=N_("Chosen"),
        symbol="◔",
        meaning=N_("Someone owns it and has a plan."),
        nothing=N_("Nothing chosen yet. Pick one that has been noticed."),
        is_open=True,
    ),
    State(
        name="trying",
        title=N_("Trying"),
        symbol="◑",
        meaning=N_("We are trying something out."),
        nothing=N_("Nothing is being tried at the moment."),
        is_open=True,
    ),
    State(
        name="fixed",
        title=N_("Fixed"),
        symbol="●",
        meaning=N_("It has stopped happening."),
        nothing=N_("Nothing fixed yet. The first one is the hardest."),
        is_open=False,
    ),
    State(
        name="let go",
        title=N_("Decided against"),
        symbol="×",
        meaning=N_("We decided not to do it, and say why."),
        nothing=N_("Nothing here."),
        is_open=False,
    ),
)


@dataclass(frozen=True)
class Card:
    """One improvement on the board."""

    improvement: Improvement
    waited: str | None
    """How long patrons have put up with it since it was noticed; None when they no longer do."""
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
    """What has waited longest of what no one has chosen; None when nothing waits."""


def _prepare(context: Context) -> PickOneThingPage:
    columns = tuple(_column(context, _said(state)) for state in STATES)
    return PickOneThingPage(columns, next(iter(columns[0].cards), None))


def _said(state: State) -> State:
    return replace(state, title=_(state.title), meaning=_(state.meaning), nothing=_(state.nothing))


def _column(context: Context, state: State) -> BoardColumn:
    """What patrons still put up with begins with the oldest, what is settled with the newest."""
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
    if days < 14:
        return ngettext("%(count)s day", "%(count)s days", days)
    if days < 60:
        return ngettext("%(count)s week", "%(count)s weeks", round(days / 7))
    if days < 730:
        return ngettext("%(count)s month", "%(count)s months", round(days / 30.44))
    return ngettext("%(count)s year", "%(count)s years", round(days / 365.25))


VIEW = ViewSpec(
    id="pick-one-thing",
    title=N_("Pick one thing"),
    lead=said(N_("Choose one thing that goes wrong for people, and fix it. Then choose the next.")),
    template="pick_one_thing.html.j2",
    exists=lambda context: bool(context.playbook.improvements),
    prepare=_prepare,
    menu=MenuPlace(N_("Keeping it up to date"), 1),
    found=Found(
        N_("Bad experiences in the words of %(patrons)s: noticed, chosen, being fixed, fixed."),
        ("improvements", "pain points", "what went wrong for patrons", "fix one thing", "one negative experience"),
    ),
)
