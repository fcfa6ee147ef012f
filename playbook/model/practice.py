"""What people do about it: tips, promises, words for difficult moments, and routines."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from playbook.model.fields import (
    Boolean,
    Date,
    DepartmentId,
    Line,
    Minutes,
    PrincipleId,
    RoleId,
    RungId,
    SettingId,
    Several,
    StandardId,
    Text,
    TipId,
    TouchpointId,
)
from playbook.model.kind import Kind, MenuPlace, Named, Pages, Search, Sheet
from playbook.model.records import Addressed, Channel, Clock, Instruction, Measure, Shape, Utterance
from playbook.wording import N_

MAX_MONTHS_IF_URGENT = 6
"""Months after which an urgent scenario must be confirmed again at the latest."""
Steps = Annotated[Several[Text], Field(min_length=1)]


class Tip(Instruction):
    """One behaviour that can be seen, and why it matters to a patron."""

    label_field = "title"

    title: Line
    """An imperative: “Look up from the screen”."""
    patron_asks: Line
    """The patron’s question that this answers, in their own words."""
    do: Steps
    """What to do, step by step, verb first."""
    why: Text
    touchpoints: Annotated[Several[TouchpointId], Field(min_length=1)]
    roles: Several[RoleId] = ()
    departments: Several[DepartmentId] = ()
    """For whom, when it is everyone in a department; roles or departments must be given."""
    owner: DepartmentId
    """The department that keeps this tip up to date."""
    reviewed: Date
    """The day someone last confirmed that it is still right."""
    our_view: Text | None = None
    """How the same thing looks from our side of the counter."""
    kind: Literal["practice", "experiment", "recovery"] = "practice"
    audience: Literal["patrons", "colleagues"] = "patrons"
    """Who feels the difference."""
    say: Several[Line] = ()
    avoid: Several[Line] = ()
    """Words or habits to drop."""
    floor: Text | None = None
    """What every patron always gets."""
    flex: Text | None = None
    """What you can decide for this one patron, and how far."""
    level: Literal["basic", "advanced"] = "basic"
    effort: Literal["now", "plan"] = "now"
    """Whether it can start on the next shift or needs planning."""
    minutes: Minutes | None = None
    """How long it takes each time."""
    cadence: Line | None = None
    """How often: “every show”, “weekly”."""
    channels: Several[Channel] = ()
    rungs: Several[RungId] = ()
    standards: Several[StandardId] = ()
    principles: Several[PrincipleId] = ()
    related: Several[TipId] = ()
    discuss: Text | None = None
    """A question to open a team meeting with."""
    status: Literal["live", "draft", "retired"] = "live"
    """Only live tips are published. A page at the address of a retired one says that it is retired."""
    utterances: Several[Utterance] = ()

    @property
    def instructs(self) -> bool:
        """Whether it is published."""
        return self.status == "live"


TIP = Kind(
    name="tip",
    named=Named(N_("tip"), N_("a tip"), N_("Tips")),
    plural="tips",
    record=Tip,
    summary="why",
    owner="owner",
    shown=Pages(
        N_("Tips"),
        N_("Help yourself: take one, try it on your next shift, come back for another."),
        line="patron_asks",
        is_quoted=True,
        grouped_by="touchpoints",
        menu=MenuPlace(N_("What to do"), 4),
    ),
    search=Search(
        place=5,
        body=("do", "say", "our_view", "why", "floor", "flex", "avoid", "discuss"),
        related=("touchpoints", "owner"),
    ),
    is_required=True,
)


class Standard(Instruction):
    """A promise with a measure."""

    label_field = "statement"

    statement: Line
    measure: Measure
    owner: DepartmentId
    applies_to: Several[TouchpointId] = ()
    floor: Text | None = None
    """What is delivered even on a bad day."""
    exceed: Text | None = None
    """What going further looks like."""
    escalate_to: RoleId | None = None
    """Whom to tell when it cannot be met."""


STANDARD = Kind(
    name="standard",
    named=Named(N_("standard"), N_("a standard"), N_("Standards")),
    plural="standards",
    record=Standard,
    summary="floor",
    owner="owner",
    shown=Pages(
        N_("Standards"), N_("What we promise, and how we know we have kept it."), menu=MenuPlace(N_("What to do"), 5)
    ),
    search=Search(place=6, body=("floor", "exceed"), related=("owner",)),
)


class Principle(Addressed):
    """An idea that guides decisions where no rule does."""

    name: Line
    statement: Text
    in_practice: Several[Text] = ()
    """Behaviours in which it can be seen."""


PRINCIPLE = Kind(
    name="principle",
    named=Named(N_("principle"), N_("a principle"), N_("Principles")),
    plural="principles",
    record=Principle,
    summary="statement",
    owner=None,
    shown=Pages(N_("Principles"), N_("What guides us where no rule does."), menu=MenuPlace(N_("Ideas"), 6)),
    search=Search(place=11, body=("statement", "in_practice")),
)


class Scenario(Instruction):
    """What to do and say when it goes wrong."""

    name: Line
    touchpoint: TouchpointId
    urgent: Boolean = False
    """Whether someone is in danger. An urgent scenario comes before everything else, and must be confirmed at least
    every six months.
    """
    utterances: Annotated[Several[Utterance], Field(min_length=1)]
    """How it sounds when it starts, word for word."""
    signs: Several[Line] = ()
    """Words that, together in what someone types, mean that this is happening: `gone blue`. Words with a stroke
    between them are all as good: `cut/burnt hand/arm/leg`. Only for an urgent scenario, and never shown.
    """
    do: Steps
    say: Several[Line] = ()
    avoid: Several[Line] = ()
    may_decide: Text | None = None
    """What the person who is there may decide alone."""
    call: Several[RoleId] = ()
    """Whom to fetch, first choice first."""
    follow_up: Text | None = None
    debrief: Text | None = None
    """What the team asks itself afterwards."""

    @property
    def months_until_review(self) -> int:
        """Months until it must be confirmed again: never more than six when someone is in danger."""
        return min(self.review_every, MAX_MONTHS_IF_URGENT) if self.urgent else self.review_every


SCENARIO = Kind(
    name="scenario",
    named=Named(N_("scenario"), N_("a scenario"), N_("Scenarios")),
    plural="scenarios",
    record=Scenario,
    summary="utterances",
    owner="touchpoint",
    shown=Pages(
        N_("When it goes wrong"),
        N_("What to do and say, so you don’t have to think on your feet."),
        is_quoted=True,
        grouped_by="touchpoint",
        menu=MenuPlace(N_("What to do"), 3, header=N_("When it goes wrong")),
    ),
    search=Search(
        place=4,
        body=("do", "say", "avoid", "may_decide", "follow_up", "debrief"),
        related=("touchpoint",),
        weight=1.15,
    ),
    sheet=Sheet(3, N_("Half a sheet, to hang up behind a counter.")),
)


class RoutineStep(Shape):
    """One stop of a routine."""

    text: Text
    touchpoint: TouchpointId | None = None
    setting: SettingId | None = None


class Routine(Instruction):
    """A walk-through or checklist done again and again."""

    name: Line
    steps: Annotated[Several[RoutineStep], Field(min_length=1)]
    roles: Annotated[Several[RoleId], Field(min_length=1)]
    purpose: Text | None = None
    cadence: Line | None = None
    clock: Clock | None = None
    goggles: Several[Line] = ()
    """Whose eyes to look through on the way: “a latecomer”, “a parent with a pram”."""


ROUTINE = Kind(
    name="routine",
    named=Named(N_("routine"), N_("a routine"), N_("Routines")),
    plural="routines",
    record=Routine,
    summary="purpose",
    owner="roles",
    shown=Pages(
        N_("Routines"), N_("Walk-throughs and checklists to do again and again."), menu=MenuPlace(N_("Tonight"), 2)
    ),
    search=Search(place=8, body=("purpose", "steps", "goggles"), related=("roles",)),
    sheet=Sheet(4, N_("A list to tick off in pencil.")),
)
