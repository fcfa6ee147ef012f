"""The page of an improvement: what a patron experienced, the progress so far, and the outcome."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.learning import Improvement
from playbook.ref import Ref
from playbook.views.context import Context
from playbook.views.spec import RecordSpec

STATES = ("noticed", "chosen", "trying", "fixed")
"""From a bad experience to one that no one has any more; it may also be decided against: `let go`."""


@dataclass(frozen=True)
class ImprovementPage:
    """Everything on the page of one improvement."""

    record: Improvement
    states: tuple[tuple[str, bool], ...]
    """Each state on the way, and whether it has been reached."""
    tips: tuple[Ref, ...]
    """The published tips that help."""


def improvement_page(context: Context, improvement: Improvement) -> ImprovementPage:
    """Prepares the page of one improvement."""
    tips = tuple(Ref("tip", tip) for tip in improvement.tips if tip in context.playbook.tips)
    return ImprovementPage(improvement, _states(improvement.status), tips)


def _states(status: str) -> tuple[tuple[str, bool], ...]:
    if status == "let go":
        return ("noticed", True), ("let go", True)
    reached = STATES.index(status)
    return tuple((state, position <= reached) for position, state in enumerate(STATES))


PAGE = RecordSpec(Improvement, "records/improvement.html.j2", improvement_page)
