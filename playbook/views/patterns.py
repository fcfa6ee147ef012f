"""The pattern page: every component beside its name, for whoever changes templates or styles. It is in no menu."""

from __future__ import annotations

from itertools import islice
from typing import Any

from playbook.views.because_of_you import because_of
from playbook.views.context import Context
from playbook.views.listed import Listed
from playbook.views.spec import ViewSpec, said
from playbook.views.strip import strip


def _prepare(context: Context) -> dict[str, Any]:
    """The first records that have something for each component."""
    playbook = context.playbook
    tips = tuple(playbook.tips.values())
    acts = tuple(playbook.contributions.values())
    ways = (because_of(playbook, it) for it in acts if it.lane != "frontstage")
    return {
        "strip": strip(context, acts[:5]),
        "because": next((it for it in ways if it), None),
        "acts": acts[:3],
        "tip": next((it for it in tips if it.floor and it.flex and it.say and it.avoid and it.our_view), tips[0]),
        "tips": tips[:3],
        "standards": Listed(tuple(islice(playbook.standards.values(), 2))),
        "services": tuple(islice(playbook.internal_services.values(), 1)),
        "touchpoint": next(iter(playbook.touchpoints.values())),
        "roles": tuple(islice((it for it in playbook.roles.values() if it.authority), 2)),
        "crowd": Listed(tips[:1], 12),
    }


VIEW = ViewSpec(
    id="patterns",
    title="Patterns",
    lead=said("For developers: each component as it looks, with the macro that makes it."),
    template="patterns.html.j2",
    exists=lambda context: bool(context.playbook.tips),
    prepare=_prepare,
    menu=None,
    found=None,
)
