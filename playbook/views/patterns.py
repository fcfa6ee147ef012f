"""The pattern page: every component beside its name, for people who change templates or styles. It is in no menu."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from playbook.model.experience import Touchpoint
from playbook.model.people import Contribution, Emergency, InternalService, Role
from playbook.model.practice import Scenario, Standard, Tip
from playbook.model.records import ForeignUtterance
from playbook.views.because_of_you import Because, because_of
from playbook.views.context import Context
from playbook.views.listed import Listed
from playbook.views.reach import Callee, call_of
from playbook.views.spec import ViewSpec, said
from playbook.views.strip import Stretch, strip
from playbook.wording import N_


@dataclass(frozen=True)
class PatternsPage:
    """The first records that have something for each component."""

    strip: tuple[Stretch, ...]
    because: Because | None
    acts: tuple[Contribution, ...]
    tip: Tip
    tips: tuple[Tip, ...]
    standards: Listed[Standard]
    services: tuple[InternalService, ...]
    touchpoint: Touchpoint
    roles: tuple[Role, ...]
    crowd: Listed[Tip]
    """A list of which most is left out."""
    urgent: tuple[Scenario, ...]
    emergency: Emergency | None
    call: tuple[Callee, ...]
    foreign: ForeignUtterance


def _prepare(context: Context) -> PatternsPage:
    playbook = context.playbook
    tips = tuple(playbook.tips.values())
    acts = tuple(playbook.contributions.values())
    ways = (because_of(playbook, act) for act in acts if act.lane != "frontstage")
    urgent = playbook.urgent_scenarios()
    full = (tip for tip in tips if tip.floor and tip.flex and tip.say and tip.avoid and tip.our_view)
    return PatternsPage(
        strip=strip(context, acts[:5]),
        because=next((way for way in ways if way), None),
        acts=acts[:3],
        tip=next(full, tips[0]),
        tips=tips[:3],
        standards=Listed(tuple(islice(playbook.standards.values(), 2))),
        services=tuple(islice(playbook.internal_services.values(), 1)),
        touchpoint=next(iter(playbook.touchpoints.values())),
        roles=tuple(islice((role for role in playbook.roles.values() if role.authority), 2)),
        crowd=Listed(tips[:1], 12),
        urgent=urgent,
        emergency=playbook.organisation.emergency,
        call=call_of(playbook, urgent[0]) if urgent else (),
        foreign=ForeignUtterance(says="Où sont les toilettes ?", language="fr", means="Where are the toilets?"),
    )


VIEW = ViewSpec(
    id="patterns",
    title=N_("Patterns"),
    lead=said(N_("For developers: each component as it looks, with the macro that makes it.")),
    template="patterns.html.j2",
    exists=lambda context: bool(context.playbook.tips),
    prepare=_prepare,
    menu=None,
    found=None,
)
