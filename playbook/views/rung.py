"""The page of a rung of the loyalty ladder: who is on it, and what moves them up."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.experience import Rung, Touchpoint
from playbook.model.practice import Tip
from playbook.ref import Ref
from playbook.views.context import Context
from playbook.views.listed import MAX_TIPS, Listed, first_of
from playbook.views.spec import RecordSpec


@dataclass(frozen=True)
class RungPage:
    """Everything on the page of one rung."""

    record: Rung
    ladder: tuple[Ref, ...]
    """Every rung, from the lowest."""
    lifts: Listed[tuple[Touchpoint, str]]
    """Where along the journey something moves these patrons up, and what it is."""
    tips: Listed[Tip]


def rung_page(context: Context, rung: Rung) -> RungPage:
    """Prepares the page of one rung."""
    relations = context.relations
    touchpoints = relations.touchpoints_by_rung.get(rung.id, ())
    return RungPage(
        rung,
        tuple(Ref("rung", rung_id) for rung_id in context.playbook.rungs),
        first_of(tuple((touchpoint, touchpoint.rungs[rung.id]) for touchpoint in touchpoints)),
        first_of(relations.tips_by_rung.get(rung.id, ()), MAX_TIPS),
    )


PAGE = RecordSpec(Rung, "records/rung.html.j2", rung_page)
