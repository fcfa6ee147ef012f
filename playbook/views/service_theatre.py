"""Service as theatre: the six terms, each with the people, places and moments of this house that it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playbook.model.experience import Touchpoint
from playbook.model.kind import MenuPlace
from playbook.model.people import Department, InternalService
from playbook.ref import Ref
from playbook.views.because_of_you import Because, because_of
from playbook.views.context import Context
from playbook.views.destinations import Destination, destination_of
from playbook.views.ideas import Idea, ideas_at
from playbook.views.spec import Found, ViewSpec, said
from playbook.views.theatre_words import TERM_NAMES, THEATRE_WORDS
from playbook.wording import N_, _

MAX_PLACES = 12
"""Examples shown for one term."""
MAX_BECAUSES = 4


@dataclass(frozen=True)
class TheatreTerm:
    """One of the six terms."""

    id: str
    name: str
    meaning: str
    """Two sentences."""
    places: tuple[Destination, ...]
    """What it names in this house."""
    more: int
    """How many places are left out."""


@dataclass(frozen=True)
class PartnerView:
    """An outside firm in the chain."""

    department: Department
    acts: int
    """How many contributions its people make."""
    services: tuple[InternalService, ...]
    """What it gives other departments, then what it gets."""


@dataclass(frozen=True)
class ServiceTheatrePage:
    """Everything the page shows."""

    terms: tuple[TheatreTerm, ...]
    seen: int
    """How many contributions patrons see."""
    unseen: int
    becauses: tuple[Because, ...]
    partners: tuple[PartnerView, ...]
    co_acted: tuple[Touchpoint, ...]
    """Those at which the patron has a part."""
    ideas: tuple[Idea, ...]


def _prepare(context: Context) -> ServiceTheatrePage:
    lanes = Counter(act.lane for act in context.playbook.contributions.values())
    return ServiceTheatrePage(
        terms=tuple(_terms(context)),
        seen=lanes["frontstage"],
        unseen=lanes["backstage"] + lanes["support"],
        becauses=_becauses(context),
        partners=tuple(_partners(context)),
        co_acted=tuple(moment for moment in context.playbook.touchpoints.values() if moment.patron_part),
        ideas=ideas_at(context, VIEW.id),
    )


def _terms(context: Context) -> Iterator[TheatreTerm]:
    house = context.playbook.organisation
    for term, meaning in THEATRE_WORDS.items():
        found = tuple(_named_by(context, term))
        places = tuple(destination_of(context.playbook, ref) for ref in found[:MAX_PLACES])
        yield TheatreTerm(term, _(TERM_NAMES[term]), said(meaning)(house), places, len(found[MAX_PLACES:]))


def _named_by(context: Context, term: str) -> Iterable[Ref]:
    """What a term names in this house."""
    playbook = context.playbook
    if term == "actors":
        return _refs("role", playbook.roles)
    if term == "audience":
        return [*_refs("rung", playbook.rungs), *_refs("access", playbook.access)]
    if term == "setting":
        return [*_refs("setting", playbook.settings), *_refs("evidence", playbook.evidence)]
    if term == "performance":
        moments = [moment.id for moment in playbook.touchpoints.values() if moment.moment_of_truth]
        return _refs("touchpoint", moments or playbook.touchpoints)
    seen = {playbook.roles[act.role].department for act in playbook.contributions.values() if act.lane == "frontstage"}
    acting = context.relations.contributions_by_department
    in_front = [department for department in playbook.departments if department in seen]
    behind = [department for department in playbook.departments if department in acting and department not in seen]
    return _refs("department", in_front if term == "frontstage" else behind)


def _refs(kind: str, ids: Iterable[str]) -> list[Ref]:
    return [Ref(kind, record_id) for record_id in ids]


def _becauses(context: Context) -> tuple[Because, ...]:
    """One way to a patron for each of a few departments, those that are never seen first."""
    acts = context.relations.contributions_by_department
    is_seen = {department: any(act.lane == "frontstage" for act in done) for department, done in acts.items()}
    found = []
    for department in sorted(acts, key=is_seen.__getitem__):
        unseen = (act for act in acts[department] if act.lane != "frontstage")
        ways = (because_of(context.playbook, act, to_you=False) for act in unseen)
        because = next((way for way in ways if way), None)
        if because:
            found.append(because)
        if len(found) == MAX_BECAUSES:
            break
    return tuple(found)


def _partners(context: Context) -> Iterator[PartnerView]:
    relations = context.relations
    for department in context.playbook.departments.values():
        if department.partner:
            gives = relations.services_by_provider.get(department.id, ())
            gets = relations.services_by_receiver.get(department.id, ())
            acts = relations.contributions_by_department.get(department.id, ())
            yield PartnerView(department, len(acts), (*gives, *gets))


VIEW = ViewSpec(
    id="service-theatre",
    title=N_("Service theatre"),
    lead=said(N_("Six words from the stage for what we do together, whether or not %(a_patron)s sees it.")),
    template="service_theatre.html.j2",
    exists=lambda context: bool(context.playbook.contributions),
    prepare=_prepare,
    menu=MenuPlace(N_("Ideas"), 4),
    found=Found(
        N_("Actors, audience, setting, front stage and backstage: the whole building as a performance."),
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
