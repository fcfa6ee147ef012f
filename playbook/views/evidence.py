"""The page of a piece of evidence: what it proves, and where patrons come across it."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.experience import Evidence, Touchpoint
from playbook.views.context import Context
from playbook.views.listed import Listed, first_of
from playbook.views.spec import RecordSpec


@dataclass(frozen=True)
class EvidencePage:
    """Everything on the page of one piece of evidence."""

    record: Evidence
    touchpoints: Listed[Touchpoint]
    """Where patrons see, hold or keep it."""


def evidence_page(context: Context, evidence: Evidence) -> EvidencePage:
    """Prepares the page of one piece of evidence."""
    return EvidencePage(evidence, first_of(context.relations.touchpoints_by_evidence.get(evidence.id, ())))


PAGE = RecordSpec(Evidence, "records/evidence.html.j2", evidence_page)
