"""Who serves whom: what departments promise each other, as a matrix and pair by pair, both ways."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from playbook.model.kind import MenuPlace
from playbook.model.people import Department, InternalService
from playbook.views.context import Context
from playbook.views.ideas import ideas_at
from playbook.views.spec import Found, ViewSpec, said

MOST_DEPARTMENTS = 40
"""Departments beyond which a matrix is too wide to be read."""


@dataclass(frozen=True)
class Row:
    """What one department gives."""

    provider: Department
    cells: tuple[tuple[Department, tuple[InternalService, ...], bool], ...]
    """For each department: what it gets, and whether it depends on the provider without a promise."""


@dataclass(frozen=True)
class Pair:
    """Two departments and what they promise each other."""

    one: Department
    other: Department
    there: tuple[InternalService, ...]
    """What `one` gives `other`; never empty."""
    back: tuple[InternalService, ...]
    """What `other` gives `one`."""


def _prepare(context: Context) -> dict[str, Any]:
    taking_part = _taking_part(context)
    is_legible = len(taking_part) <= MOST_DEPARTMENTS
    return {
        "rows": tuple(_row(context, it, taking_part) for it in taking_part) if is_legible else (),
        "departments": taking_part,
        "pairs": _pairs(context),
        "count": len(context.playbook.internal_services),
        "unpromised": tuple(_unpromised(context)),
        "ideas": ideas_at(context, VIEW.id),
    }


def _taking_part(context: Context) -> tuple[Department, ...]:
    """The departments that give or get something, in the order of the file."""
    services = context.playbook.internal_services.values()
    named = {name for it in services for name in (it.provider, it.receiver)}
    return tuple(it for it in context.playbook.departments.values() if it.id in named)


def _between(context: Context, provider: str, receiver: str) -> tuple[InternalService, ...]:
    given = context.relations.services_by_provider.get(provider, ())
    return tuple(it for it in given if it.receiver == receiver)


def _row(context: Context, provider: Department, receivers: tuple[Department, ...]) -> Row:
    cells = []
    for receiver in receivers:
        services = _between(context, provider.id, receiver.id)
        cells.append((receiver, services, not services and receiver.id in provider.serves))
    return Row(provider, tuple(cells))


def _pairs(context: Context) -> tuple[Pair, ...]:
    """Every pair with at least one promise, once, under the department that comes first in the file of services."""
    departments = context.playbook.departments
    pairs: dict[frozenset[str], Pair] = {}
    for service in context.playbook.internal_services.values():
        names = frozenset((service.provider, service.receiver))
        if names not in pairs:
            there = _between(context, service.provider, service.receiver)
            back = _between(context, service.receiver, service.provider)
            pairs[names] = Pair(departments[service.provider], departments[service.receiver], there, back)
    return tuple(pairs.values())


def _unpromised(context: Context) -> Iterable[tuple[Department, tuple[str, ...]]]:
    """Departments with the ids of those that depend on them without a promise in writing."""
    for provider in context.playbook.departments.values():
        receivers = tuple(it for it in provider.serves if not _between(context, provider.id, it))
        if receivers:
            yield provider, receivers


VIEW = ViewSpec(
    id="who-serves-whom",
    title="Who serves whom",
    lead=said("Colleagues are customers too: what each department can count on from the others, and gives back."),
    template="who-serves-whom.html.j2",
    exists=lambda context: bool(context.playbook.internal_services),
    prepare=_prepare,
    menu=MenuPlace("My part", 3),
    found=Found(
        "What departments promise one another: colleagues are customers too.",
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
