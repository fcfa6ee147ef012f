"""The page of an internal service: what one department promises another, and what it gets in return."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.people import InternalService
from playbook.views.context import Context
from playbook.views.listed import Listed, first_of
from playbook.views.spec import RecordSpec


@dataclass(frozen=True)
class InternalServicePage:
    """Everything on the page of one internal service."""

    record: InternalService
    in_return: Listed[InternalService]
    """What the receiver promises the provider."""


def internal_service_page(context: Context, service: InternalService) -> InternalServicePage:
    """Prepares the page of one internal service."""
    from_receiver = context.relations.services_by_provider.get(service.receiver, ())
    in_return = tuple(other for other in from_receiver if other.receiver == service.provider)
    return InternalServicePage(service, first_of(in_return))


PAGE = RecordSpec(InternalService, "records/internal_service.html.j2", internal_service_page)
