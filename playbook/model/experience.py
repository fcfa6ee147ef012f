"""What patrons experience: stages, touchpoints, and what surrounds them there."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from playbook.model.fields import (
    Boolean,
    DepartmentId,
    EvidenceId,
    Line,
    RungId,
    SettingId,
    Several,
    StageId,
    Text,
    TouchpointId,
    WholeNumber,
)
from playbook.model.kind import Kind, MenuPlace, Named, OnPage, Pages, Search, Sheet
from playbook.model.records import Addressed, Channel, Clock, Instruction, Record, Shape, Utterance
from playbook.wording import N_

Feeling = Annotated[int, Field(ge=-2, le=2), WholeNumber]
"""-2 is miserable, 0 neither good nor bad, 2 delighted."""


class Stage(Record):
    """A phase of the patron’s journey; stages follow each other in the order of the file."""

    name: Line
    summary: Text | None = None
    """What the patron does in this phase."""


STAGE = Kind(
    name="stage",
    named=Named(N_("stage"), N_("a stage"), N_("Stages")),
    plural="stages",
    record=Stage,
    summary="summary",
    owner=None,
    shown=OnPage("touchpoints"),
    search=None,
)


class Emotion(Shape):
    """How patrons feel at a touchpoint, on the scale from -2 to 2."""

    as_is: Feeling
    """Today."""
    to_be: Feeling
    """What we aim for."""


class Touchpoint(Addressed):
    """One moment in which a patron meets the organisation."""

    name: Line
    """What happens, as it follows “The patron …”: `has an interval`."""
    title: Line | None = None
    """What it is called by itself, in menus, links and results: `The interval`; the name when left out."""
    stage: StageId
    patron_action: Text
    """What the patron does here, as it follows “The patron …”: `finds the row and the seat`, without a full stop."""
    patron_asks: Line
    """The patron’s question, in their own words."""
    owner: DepartmentId
    """The department that is responsible for the whole of this moment."""
    feel: Line | None = None
    """How the patron should feel afterwards, as it follows “I feel …”: `expected, and welcome`."""
    barrier: Text | None = None
    """What gets in the patron’s way."""
    remembered: Text | None = None
    """What they will tell a friend."""
    patron_part: Text | None = None
    """What the patron contributes to this moment."""
    emotion: Emotion | None = None
    staff_strain: Annotated[int, Field(ge=0, le=3), WholeNumber] | None = None
    """How hard this moment is on staff: 0 easy, 3 exhausting."""
    moment_of_truth: Boolean = False
    """Whether this moment decides if they come back."""
    channels: Several[Channel] = ()
    settings: Several[SettingId] = ()
    evidence: Several[EvidenceId] = ()
    control: Literal["own", "influence", "outside"] = "own"
    """Whether we decide what happens here, only influence it, or neither."""
    clock: Clock | None = None
    rungs: dict[RungId, Text] = Field(default_factory=dict)
    """For a rung of the loyalty ladder, what helps a patron on that rung here."""
    utterances: Several[Utterance] = ()
    """What patrons say here, word for word."""

    @property
    def label(self) -> str:
        """What it is called by itself."""
        return self.title or self.name


TOUCHPOINT = Kind(
    name="touchpoint",
    named=Named(N_("touchpoint"), N_("a touchpoint"), N_("Touchpoints")),
    plural="touchpoints",
    record=Touchpoint,
    summary="patron_asks",
    owner="owner",
    shown=Pages(
        N_("Touchpoints"),
        N_("Every moment in which %(a_patron)s meets us, in the order it happens."),
        is_quoted=True,
        grouped_by="stage",
        menu=MenuPlace(N_("The visit"), 3),
    ),
    search=Search(
        place=1,
        body=("patron_action", "feel", "barrier", "remembered", "patron_part", "rungs"),
        related=("stage",),
        weight=1.15,
        heading=N_("Moments of the visit"),
    ),
    sheet=Sheet(6, N_("For a meeting of everyone involved in one moment.")),
    is_required=True,
)


class Setting(Addressed):
    """A place where service happens, and what it should do for patrons."""

    name: Line
    purpose: Text
    """What the place should tell or give a patron without a word."""


SETTING = Kind(
    name="setting",
    named=Named(N_("setting"), N_("a setting"), N_("Settings")),
    plural="settings",
    record=Setting,
    summary="purpose",
    owner=None,
    shown=Pages(N_("Settings"), N_("Where it happens, and what each place should say without words.")),
    search=Search(place=15, body=("purpose",), weight=0.85, heading=N_("Places")),
)


class Evidence(Addressed):
    """Something that patrons can see, hold or keep, and by which they judge us."""

    name: Line
    purpose: Text
    """What it proves to a patron."""


EVIDENCE = Kind(
    name="evidence",
    named=Named(N_("piece of evidence"), N_("a piece of evidence"), N_("Evidence")),
    plural="evidence",
    record=Evidence,
    summary="purpose",
    owner=None,
    shown=Pages(N_("Evidence"), N_("What %(patrons)s can see, hold and keep.")),
    search=Search(place=16, body=("purpose",), weight=0.85, heading=N_("Things to see and keep")),
)


class Rung(Addressed):
    """A step of the loyalty ladder; rungs climb in the order of the file."""

    name: Line
    meaning: Text
    """Who is on this rung."""
    lifts: Text | None = None
    """What helps a patron climb to the next rung."""


RUNG = Kind(
    name="rung",
    named=Named(N_("rung"), N_("a rung"), N_("Rungs")),
    plural="rungs",
    record=Rung,
    summary="meaning",
    owner=None,
    shown=Pages(N_("Rungs"), N_("The steps of the loyalty ladder.")),
    search=Search(place=12, body=("meaning", "lifts"), heading=N_("Loyalty ladder")),
)


class Access(Instruction):
    """A provision that lets a patron take part on equal terms."""

    name: Line
    provides: Text
    """What the patron gets."""
    how_to_ask: Text | None = None
    """How a patron or a colleague arranges it."""
    touchpoints: Several[TouchpointId] = ()
    say: Several[Line] = ()
    """How to offer it."""
    utterances: Several[Utterance] = ()


ACCESS = Kind(
    name="access",
    named=Named(N_("access provision"), N_("an access provision"), N_("Access")),
    plural="access",
    record=Access,
    summary="provides",
    owner="owner",
    shown=Pages(N_("Access"), N_("What lets everyone take part on equal terms."), menu=MenuPlace(N_("What to do"), 6)),
    search=Search(place=7, body=("provides", "how_to_ask", "say"), related=("owner",), weight=1.15),
)
