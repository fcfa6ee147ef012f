"""Who serves whom: what departments promise each other, as a matrix and pair by pair, both ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.model.kind import MenuPlace
from playbook.model.people import Department, InternalService
from playbook.ref import Ref
from playbook.views.context import Context
from playbook.views.ideas import Idea, ideas_at
from playbook.views.spec import Found, ViewSpec, said
from playbook.wording import N_

MAX_DEPARTMENTS = 40
"""Departments beyond which a matrix is too wide to be read."""


@dataclass(frozen=True)
class MatrixCell:
    """What one department gives another."""

    services: tuple[InternalService, ...]
    is_unpromised: bool
    """Whether the other depends on it without a promise."""
    is_self: bool
    """Whether both are the same department."""


@dataclass(frozen=True)
class MatrixRow:
    """What one department gives."""

    provider: Department
    cells: tuple[MatrixCell, ...]
    """For each department."""


@dataclass(frozen=True)
class Pair:
    """Two departments and what they promise each other."""

    one: Department
    other: Department
    there: tuple[InternalService, ...]
    """What `one` gives `other`; never empty."""
    back: tuple[InternalService, ...]
    """What `other` gives `one`."""


@dataclass(frozen=True)
class Unpromised:
    """A department, and those that depend on it without a promise in writing."""

    provider: Department
    receivers: tuple[Ref, ...]


@dataclass(frozen=True)
class WhoServesWhomPage:
    """Everything the page shows."""

    rows: tuple[MatrixRow, ...]
    """Of the matrix; none when it would be too wide."""
    departments: tuple[Department, ...]
    """Its columns."""
    pairs: tuple[Pair, ...]
    count: int
    """How many promises there are."""
    unpromised: tuple[Unpromised, ...]
    ideas: tuple[Idea, ...]


def _prepare(context: Context) -> WhoServesWhomPage:
    taking_part = _taking_part(context)
    is_legible = len(taking_part) <= MAX_DEPARTMENTS
    return WhoServesWhomPage(
        rows=tuple(_row(context, provider, taking_part) for provider in taking_part) if is_legible else (),
        departments=taking_part,
        pairs=_pairs(context),
        count=len(context.playbook.internal_services),
        unpromised=tuple(_unpromised(context)),
        ideas=ideas_at(context, VIEW.id),
    )


def _taking_part(context: Context) -> tuple[Department, ...]:
    """The departments that give or get something, in the order of the file."""
    services = context.playbook.internal_services.values()
    named = {side for service in services for side in (service.provider, service.receiver)}
    return tuple(department for department in context.playbook.departments.values() if department.id in named)


def _between(context: Context, provider: str, receiver: str) -> tuple[InternalService, ...]:
    given = context.relations.services_by_provider.get(provider, ())
    return tuple(service for service in given if service.receiver == receiver)


def _row(context: Context, provider: Department, receivers: tuple[Department, ...]) -> MatrixRow:
    cells = []
    for receiver in receivers:
        services = _between(context, provider.id, receiver.id)
        is_unpromised = not services and receiver.id in provider.serves
        cells.append(MatrixCell(services, is_unpromised, receiver.id == provider.id))
    return MatrixRow(provider, tuple(cells))


def _pairs(context: Context) -> tuple[Pair, ...]:
    """Every pair with at least one promise, once, under the department that comes first in the file of services."""
    departments = context.playbook.departments
    pairs: dict[frozenset[str], Pair] = {}
    for service in context.playbook.internal_services.values():
        sides = frozenset((service.provider, service.receiver))
        if sides not in pairs:
            there = _between(context, service.provider, service.receiver)
            back = _between(context, service.receiver, service.provider)
            pairs[sides] = Pair(departments[service.provider], departments[service.receiver], there, back)
    return tuple(pairs.values())


def _unpromised(context: Context) -> Iterator[Unpromised]:
    for provider in context.playbook.departments.values():
        receivers = [other for other in provider.serves if not _between(context, provider.id, other)]
        if receivers:
            yield Unpromised(provider, tuple(Ref("department", receiver) for receiver in receivers))


VIEW = ViewSpec(
    id="who-serves-whom",
    title=N_("Who serves whom"),
    lead=said(N_("Colleagues are customers too: what each department can count on from the others, and gives back.")),
    template="who_serves_whom.html.j2",
    exists=lambda context: bool(context.playbook.internal_services),
    prepare=_prepare,
    menu=MenuPlace(N_("My part"), 3),
    found=Found(
        N_("What departments promise one another: colleagues are customers too."),
        (
            "internal customers",
            "internal services",
            "internal customer service",
            "colleagues are customers too",
            "which department helps which",
            "departments working together",
        ),
    ),
)
