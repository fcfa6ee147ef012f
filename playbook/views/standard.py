"""The page of a standard: what is promised, who delivers it, and between which departments it is promised."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.people import Contribution, InternalService
from playbook.model.practice import Standard, Tip
from playbook.views.context import Context
from playbook.views.listed import MAX_TIPS, Listed, first_of
from playbook.views.spec import RecordSpec


@dataclass(frozen=True)
class StandardPage:
    """Everything on the page of one standard."""

    record: Standard
    kept_by: Listed[Contribution]
    tips: Listed[Tip]
    """Tips that help to meet it."""
    promised_in: Listed[InternalService]


def standard_page(context: Context, standard: Standard) -> StandardPage:
    """Prepares the page of one standard."""
    relations = context.relations
    return StandardPage(
        standard,
        first_of(relations.contributions_by_standard.get(standard.id, ())),
        first_of(relations.tips_by_standard.get(standard.id, ()), MAX_TIPS),
        first_of(relations.services_by_standard.get(standard.id, ())),
    )


PAGE = RecordSpec(Standard, "records/standard.html.j2", standard_page)
