"""What an improvement's page shows beyond its record: how far along it is."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.practice import Improvement
from playbook.views.context import Context

STATES = ("noticed", "chosen", "trying", "mended")
"""The way from a bad experience to a mended one; it may also be let go."""


@dataclass(frozen=True)
class ImprovementView:
    """Everything on one improvement's page that is not in its record."""

    states: tuple[tuple[str, bool], ...]
    """Each state on the way, and whether it has been reached."""
    tips: tuple[str, ...]
    """The ids of the published tips that help."""


def improvement_view(context: Context, improvement: Improvement) -> ImprovementView:
    """Prepares the page of one improvement."""
    tips = tuple(tip for tip in improvement.tips if tip in context.playbook.tips)
    if improvement.status == "let go":
        return ImprovementView((("noticed", True), ("let go", True)), tips)
    reached = STATES.index(improvement.status)
    return ImprovementView(tuple((name, at <= reached) for at, name in enumerate(STATES)), tips)
