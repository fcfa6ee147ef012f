"""What a view is: one value in the view's own module, from which page, menu, links, search and macros follow.

A view either shows many records together (`ViewSpec`) or is the page of each record of one kind (`RecordSpec`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from playbook.model import BY_RECORD, Kind, Playbook, Record
from playbook.model.kind import MenuPlace
from playbook.model.people import Organisation
from playbook.ref import PAGE, Ref
from playbook.views.context import Context
from playbook.wording import _

SaidBy = Callable[[Organisation], str]
"""Words of the interface as one house says them."""


def said(words: str) -> SaidBy:
    """A message (marked with `N_`) with what a house calls the people it is for: `%(patrons)s`, `%(the_patron)s` …"""
    return lambda house: _(words, **house.audience.names)


def no_names(playbook: Playbook) -> str:
    """For a view that shows no names that people would look for."""
    return ""


def always(context: Context) -> bool:
    """For a view that every playbook has."""
    return True


@dataclass(frozen=True)
class Found:
    """How search finds a view."""

    about: str
    """What people do there: a message of one sentence, with `%(patrons)s` as in a lead."""
    aliases: tuple[str, ...] = ()
    names: Callable[[Playbook], str] = no_names
    """Names on the page, such as those of the rungs."""


@dataclass(frozen=True, kw_only=True)
class ViewSpec:
    """A page that shows many records in one view."""

    id: str
    """As in `page:` references and in the address."""
    title: str
    """What the page is called in links, in the menu and, without a `heading`, at its head. It is a message (marked
    with `N_`), translated where it is shown.
    """
    lead: SaidBy
    """One sentence that says what the page is for."""
    template: str
    exists: Callable[[Context], bool]
    """Whether a playbook has something to show here. A view without anything has no page and no menu entry."""
    prepare: Callable[[Context], object]
    """Makes the frozen dataclass that holds everything the template may show."""
    menu: MenuPlace | None
    found: Found | None
    """None for a page that only its address leads to: no search finds it, no reference may name it."""
    heading: SaidBy | None = None

    @property
    def ref(self) -> Ref:
        """The reference by which others name it."""
        return Ref(PAGE, self.id)


R = TypeVar("R", bound=Record)
R_co = TypeVar("R_co", bound=Record, covariant=True)


class RecordPage(Protocol[R_co]):
    """The frozen dataclass that holds everything on the page of one record."""

    @property
    def record(self) -> R_co:
        """The record that the page is about."""


@dataclass(frozen=True)
class RecordSpec(Generic[R]):
    """The page that each record of one kind has."""

    record: type[R]
    """The class of the records."""
    template: str
    prepare: Callable[[Context, R], RecordPage[R]]
    """Makes everything that the template may show."""

    @property
    def kind(self) -> Kind:
        """The kind of the records."""
        return BY_RECORD[self.record]
