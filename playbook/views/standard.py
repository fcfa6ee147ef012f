"""What a standard's page shows beyond its record: who keeps it, and between which departments it is promised."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.people import Contribution, InternalService
from playbook.model.practice import Standard
from playbook.views.context import Context


@dataclass(frozen=True)
class StandardView:
    """Who stands for one standard."""

    kept_by: tuple[Contribution, ...]
    promised_in: tuple[InternalService, ...]


def standard_view(context: Context, standard: Standard) -> StandardView:
    """Prepares the page of one standard."""
    relations = context.relations
    return StandardView(
        relations.contributions_by_standard.get(standard.id, ()), relations.services_by_standard.get(standard.id, ())
    )
