"""Who makes the experience: the organisation, its departments and roles, and what each contributes."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Discriminator, Field, Tag, WithJsonSchema

from playbook.model.addresses import ADDRESS, CONTACT, can_be_opened
from playbook.model.fields import (
    INVALID_FORM,
    Boolean,
    ContributionId,
    DepartmentId,
    Line,
    Number,
    RoleId,
    Several,
    StandardId,
    Text,
    TouchpointId,
    problem,
)
from playbook.model.kind import Kind, MenuPlace, Named, OnPage, Pages, Search, Sheet, Within
from playbook.model.locales import Locale
from playbook.model.records import Addressed, Clock, Instruction, Record, Shape, Side
from playbook.wording import N_, _
from playbook.wording.audience import Audience


def _can_be_opened(value: str) -> str:
    if "://" in value and not can_be_opened(value):
        fix = _("compare the part after https:// with what the browser shows, such as https://www.example.org")
        raise problem(INVALID_FORM, _("`%(value)s` is not an address that a browser can open", value=value), fix)
    return value


Address = Annotated[str, Field(pattern=ADDRESS), AfterValidator(_can_be_opened)]
Contact = Annotated[str, Field(pattern=CONTACT), AfterValidator(_can_be_opened)]
Amount = Annotated[Number, Field(ge=0), WithJsonSchema({"type": "number", "minimum": 0})]
"""A sum of money."""


FACT_NAME = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
FactName = Annotated[str, Field(pattern=FACT_NAME)]
"""What a fact is called: `refund-limit`. Texts show its value where they say `{refund-limit}`."""


class Emergency(Shape):
    """How to get help from outside when someone is in danger."""

    number: Annotated[str, Field(pattern=r"^\+?[0-9][0-9 ]*$")]
    """The number to ring: `999`."""
    address: Line
    """What to tell the person who answers: the building, the street, the entrance to come to."""

    @property
    def tel(self) -> str:
        """The number as a link dials it: without its spaces."""
        return self.number.replace(" ", "")


class AudienceForms(Shape):
    """What this house calls the people it is for, in the forms that sentences need.

    A form that is left out follows the rules of English: `audience members`, `an audience member`.
    """

    one: Line
    """One of them: `audience member`."""
    many: Line | None = None
    """Several: `audience members`."""
    indefinite: Line | None = None
    """Any one of them, with the article: `an audience member`."""
    definite: Line | None = None
    """A certain one, with the article: `the audience member`."""
    possessive: Line | None = None
    """What belongs to that one: `the audience member’s`."""


def _sort_of_audience_word(value: Any) -> str:
    return "forms" if isinstance(value, AudienceForms | dict) else "word"


AudienceWord = Annotated[
    Annotated[Line, Tag("word")] | Annotated[AudienceForms, Tag("forms")], Discriminator(_sort_of_audience_word)
]
"""What a house calls the people it is for: one word, or its forms."""


class Organisation(Record):
    """The organisation that this playbook belongs to. There is only one."""

    name: Line
    sector: Literal["theatre", "orchestra", "museum", "library", "arts centre"]
    locale: Locale
    """Language and country, such as `en-GB`; decides which words the site prefers."""
    strapline: Line | None = None
    paper: Literal["A4", "Letter"] = "A4"
    audience_word: AudienceWord | None = None
    """What this house calls the people it is for, such as `visitor`; `patron` when left out."""
    site: Address | None = None
    """Where the site is published."""
    repository: Address | None = None
    """Where the YAML files are edited; “edit this” links lead there."""
    contact: Contact | None = None
    """Who answers questions about the playbook: a web address or a shared mailbox."""
    emergency: Emergency | None = None
    """How to get help from outside; shown at the top of every urgent scenario."""
    facts: dict[FactName, Line] = Field(default_factory=dict)
    """Amounts, times, limits and radio channels that several texts name, each written down once. A text
    that says `{refund-limit}` shows what is written here under `refund-limit`.
    """

    @property
    def language(self) -> str:
        """The language of the locale, without its country: `en` of `en-GB`."""
        return self.locale.partition("-")[0]

    @property
    def audience(self) -> Audience:
        """The word for the people this house is for, in its forms."""
        if self.audience_word is None:
            return Audience.usual()
        if isinstance(self.audience_word, str):
            return Audience.called(self.audience_word)
        return Audience.called(**self.audience_word.model_dump())


ORGANISATION = Kind(
    name="organisation",
    named=Named(N_("organisation"), N_("an organisation"), N_("Organisation")),
    plural="organisation",
    record=Organisation,
    summary="strapline",
    owner=None,
    shown=OnPage("home", is_anchored=False),
    search=None,
    is_required=True,
)


class Department(Addressed):
    """A department, or an outside firm that patrons think is part of us."""

    name: Line
    promise: Text
    """What patrons get because this department exists."""
    serves: Several[DepartmentId] = ()
    """The departments that depend on this one."""
    partner: Boolean = False
    """Whether this is an outside firm."""
    first_week: Several[Text] = ()
    """What a new colleague sees and does in the first week."""
    contact: Line | None = None
    """How colleagues reach the department: an extension, a desk, a shared mailbox."""


DEPARTMENT = Kind(
    name="department",
    named=Named(N_("department"), N_("a department"), N_("Departments")),
    plural="departments",
    record=Department,
    summary="promise",
    owner="id",
    shown=Pages(
        N_("Departments"),
        N_("Find yours: every department has a part in what %(patrons)s experience."),
        grouped_by="partner",
        group_title=N_("Partners"),
        menu=MenuPlace(N_("My part"), 1, header=N_("My department")),
    ),
    search=Search(place=2, body=("promise", "first_week"), weight=1.15),
    sheet=Sheet(1, N_("One sheet for each team: its promise, its part, one thing to begin with.")),
    is_required=True,
)


class Authority(Shape):
    """What a role may decide without asking."""

    may: Several[Text]
    """Each decision, as it follows “I may …”, without a full stop."""
    amount: Amount | None = None
    """The money it may cost each time, in the currency of the organisation’s country."""


class Role(Instruction):
    """A part that people play; never the name of a person."""

    name: Line
    department: DepartmentId
    side: Side
    volunteer: Boolean = False
    authority: Authority | None = None
    purpose: Text | None = None
    """What this part is there for, in the patron’s terms."""
    contact: Line | None = None
    """How colleagues reach the person who plays this part today: `radio channel 1`, `extension 12`."""

    @classmethod
    def fields_reviewed(cls) -> tuple[str, ...]:
        """Only what a role may decide instructs; the rest says who plays it, and what it is there for."""
        return ("authority",)

    @property
    def instructs(self) -> bool:
        """Whether it says what the role may decide."""
        return self.authority is not None


ROLE = Kind(
    name="role",
    named=Named(N_("role"), N_("a role"), N_("Roles")),
    plural="roles",
    record=Role,
    summary="purpose",
    owner="department",
    shown=Pages(
        N_("Roles"),
        N_("The parts people play, seen and unseen."),
        grouped_by="department",
        menu=MenuPlace(N_("My part"), 2),
    ),
    search=Search(place=3, body=("purpose", "authority", "contact"), related=("department",), weight=1.05),
    sheet=Sheet(2, N_("For the first shift: what to do when, and what you can decide yourself.")),
)


class Contribution(Record):
    """What one role does at one touchpoint: a cell of the service blueprint."""

    label_field = "does"

    touchpoint: TouchpointId
    role: RoleId
    lane: Side
    does: Line
    """What the role does, as it follows “The duty manager …”: one or two plain verbs, no full stop."""
    remembered: Text | None = None
    """What the patron tells a friend about it, where the touchpoint's own is about something else."""
    enables: Several[ContributionId] = ()
    """The contributions that become possible through this one."""
    hands_off_to: Several[RoleId] = ()
    """The roles that take over from here."""
    clock: Clock | None = None
    standard: StandardId | None = None


CONTRIBUTION = Kind(
    name="contribution",
    named=Named(N_("contribution"), N_("a contribution"), N_("Contributions")),
    plural="contributions",
    record=Contribution,
    title="{role} {does}",
    summary="does",
    owner="role",
    shown=Within("touchpoint"),
    search=None,
)


class InternalService(Instruction):
    """What one department promises another; colleagues are customers too."""

    label_field = "provides"

    provider: DepartmentId
    receiver: DepartmentId
    provides: Line
    standards: Several[StandardId] = ()
    good_looks_like: Text | None = None
    if_it_breaks: Text | None = None


INTERNAL_SERVICE = Kind(
    name="internal_service",
    named=Named(N_("internal service"), N_("an internal service"), N_("Internal services")),
    plural="internal_services",
    record=InternalService,
    title="{provider} to {receiver}",
    summary="provides",
    owner="provider",
    shown=Pages(N_("Internal services"), N_("What departments promise each other: colleagues are customers too.")),
    search=Search(place=9, body=("good_looks_like", "if_it_breaks"), heading=N_("Promises between departments")),
)
