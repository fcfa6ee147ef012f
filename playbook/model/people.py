"""Who makes the experience: the organisation, its departments and roles, and what each contributes."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from playbook.model.fields import (
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
from playbook.model.locales import Locale
from playbook.model.records import Clock, Record, Shape, Side

ADDRESS = r"^https?://[^\s<>\"'`\\]+$"
CONTACT = r"^(https?://[^\s<>\"'`\\]+|[^\s@<>\"'`\\]+@[^\s@<>\"'`\\]+)$"


def _can_be_opened(value: str) -> str:
    try:
        address = urlsplit(value)
        is_whole = bool(address.hostname) and (address.port is None or address.port > 0)
    except ValueError:
        is_whole = False
    if "://" in value and not is_whole:
        mend = "compare the part after https:// with what the browser shows, such as https://www.example.org"
        raise problem("invalid-form", f"`{value}` is no address that a browser could open", mend)
    return value


Address = Annotated[str, Field(pattern=ADDRESS), AfterValidator(_can_be_opened)]
Contact = Annotated[str, Field(pattern=CONTACT), AfterValidator(_can_be_opened)]


class Organisation(Record):
    """The house that this playbook belongs to. There is one."""

    name: Line
    sector: Literal["theatre", "orchestra", "museum", "library", "arts centre"]
    locale: Locale
    """Language and country, such as `en-GB`; decides which words the site prefers."""
    strapline: Line | None = None
    paper: Literal["A4", "Letter"] = "A4"
    audience_word: Literal["patron", "visitor", "reader", "guest"] = "patron"
    """What this house calls the people it is for."""
    site: Address | None = None
    """Where the site is published."""
    repository: Address | None = None
    """Where the YAML files are edited; "edit this" links lead there."""
    contact: Contact | None = None
    """Who answers questions about the playbook: an address on the web or a shared mailbox."""

    @property
    def language(self) -> str:
        """The language of the locale, without its country: `en` of `en-GB`."""
        return self.locale.partition("-")[0]


class Department(Record):
    """A department, or an outside firm that patrons take for one of ours."""

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


class Authority(Shape):
    """What a role may decide alone."""

    may: Several[Text]
    """Each decision, as the end of "I may …"."""
    amount: Annotated[Number, Field(ge=0)] | None = None
    """The money it may cost each time, in the currency of the organisation's country."""


class Role(Record):
    """A part that people play; an actor, not a person."""

    name: Line
    department: DepartmentId
    side: Side
    volunteer: Boolean = False
    authority: Authority | None = None
    purpose: Text | None = None
    """What this part is there for, in the patron's terms."""


class Contribution(Record):
    """What one role does at one touchpoint: a cell of the service blueprint."""

    label_field = "does"

    touchpoint: TouchpointId
    role: RoleId
    lane: Side
    does: Line
    """What the role does, as the end of "The duty manager …": verb first, no full stop."""
    enables: Several[ContributionId] = ()
    """The contributions that become possible through this one."""
    hands_off_to: Several[RoleId] = ()
    """The roles that take over from here."""
    clock: Clock | None = None
    standard: StandardId | None = None


class InternalService(Record):
    """What one department promises another; colleagues are customers too."""

    label_field = "provides"

    provider: DepartmentId
    receiver: DepartmentId
    provides: Line
    standards: Several[StandardId] = ()
    good_looks_like: Text | None = None
    if_it_breaks: Text | None = None
