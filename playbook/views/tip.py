"""The page of a tip, to be read in thirty seconds."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.learning import Exercise, Improvement
from playbook.model.practice import Tip
from playbook.ref import Ref
from playbook.views.context import Context
from playbook.views.listed import Listed, first_of
from playbook.views.spec import RecordSpec


@dataclass(frozen=True)
class TipPage:
    """Everything on the page of one tip."""

    record: Tip
    related: tuple[Ref, ...]
    """The published tips that go well with it."""
    exercises: Listed[Exercise]
    """What trains it."""
    improvements: Listed[Improvement]
    """What it helped with."""


def tip_page(context: Context, tip: Tip) -> TipPage:
    """Prepares the page of one tip."""
    relations = context.relations
    return TipPage(
        tip,
        tuple(Ref("tip", tip_id) for tip_id in tip.related if tip_id in context.playbook.tips),
        first_of(relations.exercises_by_tip.get(tip.id, ())),
        first_of(relations.improvements_by_tip.get(tip.id, ())),
    )


PAGE = RecordSpec(Tip, "records/tip.html.j2", tip_page)
