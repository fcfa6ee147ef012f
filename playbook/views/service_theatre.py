"""Service as theatre: the six terms, each with the people, places and moments of this house that it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from playbook.model.journey import Touchpoint
from playbook.model.kind import MenuPlace
from playbook.model.people import Department, InternalService
from playbook.views.because_of_you import Because, because_of
from playbook.views.context import Context
from playbook.views.ideas import ideas_at
from playbook.views.places import Place, place_of
from playbook.views.spec import Found, ViewSpec, said
from playbook.views.theatre_words import THEATRE_WORDS

MOST_PLACES = 12
"""Examples shown for one term."""
MOST_BECAUSES = 4


@dataclass(frozen=True)
class TheatreTerm:
    """One of the six terms."""

    id: str
    name: str
    meaning: str
    """Two sentences."""
    places: tuple[Place, ...]
    """What it names in this house."""
    more: int
    """How many places are left out."""


@dataclass(frozen=True)
class PartnerView:
    """An outside firm in the chain."""

    department: Department
    acts: int
    """How many contributions its people make."""
    gives: tuple[InternalService, ...]
    gets: tuple[InternalService, ...]


def _prepare(context: Context) -> dict[str, Any]:
    lanes = Counter(it.lane for it in context.playbook.contributions.values())
    return {
        "terms": {term.id: term for term in _terms(context)},
        "seen": lanes["frontstage"],
        "unseen": lanes["backstage"] + lanes["support"],
        "becauses": _becauses(context),
        "partners": tuple(_partners(context)),
        "co_acted": _co_acted(context),
        "ideas": ideas_at(context, VIEW.id),
    }


def _terms(context: Context) -> Iterable[TheatreTerm]:
    house = context.playbook.organisation
    for name, meaning in THEATRE_WORDS.items():
        found = tuple(_named_by(context, name))
        places = tuple(place_of(context.playbook, kind, record) for kind, record in found[:MOST_PLACES])
        yield TheatreTerm(name, name.capitalize(), said(meaning)(house), places, len(found) - len(places))


def _named_by(context: Context, term: str) -> Iterable[tuple[str, str]]:
    """The kinds and ids of what a term names in this house."""
    playbook = context.playbook
    if term == "actors":
        return [("role", name) for name in playbook.roles]
    if term == "audience":
        return [("rung", name) for name in playbook.rungs] + [("access", name) for name in playbook.access]
    if term == "setting":
        return [("setting", name) for name in playbook.settings] + [("evidence", name) for name in playbook.evidence]
    if term == "performance":
        moments = [it.id for it in playbook.touchpoints.values() if it.moment_of_truth]
        return [("touchpoint", name) for name in moments or playbook.touchpoints]
    seen = {playbook.roles[it.role].department for it in playbook.contributions.values() if it.lane == "frontstage"}
    acting = context.relations.contributions_by_department
    in_front = [("department", name) for name in playbook.departments if name in seen]
    behind = [("department", name) for name in playbook.departments if name in acting and name not in seen]
    return in_front if term == "frontstage" else behind


def _becauses(context: Context) -> tuple[Because, ...]:
    """One way to a patron for each of a few departments, those that are never seen first."""
    by_department = context.relations.contributions_by_department
    seen_first = {name: any(it.lane == "frontstage" for it in its) for name, its in by_department.items()}
    found = []
    for name in sorted(by_department, key=lambda name: seen_first[name]):
        unseen = (it for it in by_department[name] if it.lane != "frontstage")
        because = next((it for act in unseen if (it := because_of(context.playbook, act, to_you=False))), None)
        if because:
            found.append(because)
        if len(found) == MOST_BECAUSES:
            break
    return tuple(found)


def _partners(context: Context) -> Iterable[PartnerView]:
    relations = context.relations
    for it in context.playbook.departments.values():
        if it.partner:
            yield PartnerView(
                it,
                len(relations.contributions_by_department.get(it.id, ())),
                relations.services_by_provider.get(it.id, ()),
                relations.services_by_receiver.get(it.id, ()),
            )


def _co_acted(context: Context) -> tuple[Touchpoint, ...]:
    """The touchpoints at which the patron has a part."""
    return tuple(it for it in context.playbook.touchpoints.values() if it.patron_part)


VIEW = ViewSpec(
    id="service-theatre",
    title="Service theatre",
    lead=said("Six words from the stage for what we do together, whether or not a {patron} sees it."),
    template="service-theatre.html.j2",
    exists=lambda context: bool(context.playbook.contributions),
    prepare=_prepare,
    menu=MenuPlace("Ideas", 4),
    found=Found(
        "Actors, audience, setting, front stage and backstage: the whole house as a performance.",
        (
            "service as theatre",
            "actors audience setting performance",
            "frontstage backstage",
            "front stage and back stage",
            "all the world is a stage",
            "the patron as co-actor",
        ),
    ),
)
