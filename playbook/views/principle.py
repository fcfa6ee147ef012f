"""The page of a principle: what it says, what it looks like, and the tips that put it into practice."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.practice import Principle, Tip
from playbook.views.context import Context
from playbook.views.listed import MAX_TIPS, Listed, first_of
from playbook.views.spec import RecordSpec


@dataclass(frozen=True)
class PrinciplePage:
    """Everything on the page of one principle."""

    record: Principle
    tips: Listed[Tip]


def principle_page(context: Context, principle: Principle) -> PrinciplePage:
    """Prepares the page of one principle."""
    return PrinciplePage(principle, first_of(context.relations.tips_by_principle.get(principle.id, ()), MAX_TIPS))


PAGE = RecordSpec(Principle, "records/principle.html.j2", principle_page)
