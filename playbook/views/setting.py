"""The page of a setting: what the place should say to patrons, what happens there, and what to look at."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.experience import Setting, Touchpoint
from playbook.model.practice import Routine
from playbook.views.context import Context
from playbook.views.listed import Listed, first_of
from playbook.views.spec import RecordSpec


@dataclass(frozen=True)
class SettingPage:
    """Everything on the page of one setting."""

    record: Setting
    touchpoints: Listed[Touchpoint]
    """What happens here."""
    steps: Listed[tuple[Routine, str]]
    """What routines look at here: the routine and the text of its step."""


def setting_page(context: Context, setting: Setting) -> SettingPage:
    """Prepares the page of one setting."""
    relations = context.relations
    return SettingPage(
        setting,
        first_of(relations.touchpoints_by_setting.get(setting.id, ())),
        first_of(relations.steps_by_setting.get(setting.id, ())),
    )


PAGE = RecordSpec(Setting, "records/setting.html.j2", setting_page)
