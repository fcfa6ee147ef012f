"""The home page shows the same tip to everybody on one day, another the next, and works with very little."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from playbook.model import Playbook
from playbook.views import home
from playbook.views.context import Context
from playbook.views.strip import strip
from tests.conftest import TODAY


def test_the_page_holds_the_tips_of_the_coming_days(default_playbook: Playbook) -> None:
    today = home.tips_of_the_days(Context(default_playbook, TODAY))
    tomorrow = home.tips_of_the_days(Context(default_playbook, TODAY + dt.timedelta(days=1)))
    assert len(today) == home.DAYS
    assert today[1:] == tomorrow[:-1]


def test_only_what_can_start_on_the_next_shift_is_a_tip_for_today(default_playbook: Playbook) -> None:
    chosen = home.tips_of_the_days(Context(default_playbook, TODAY))
    assert {tip.effort for tip in chosen} == {"now"}


def test_without_such_tips_there_is_none(default_playbook: Playbook) -> None:
    planned = {tip.id: tip.model_copy(update={"effort": "plan"}) for tip in default_playbook.tips.values()}
    assert home.tips_of_the_days(Context(replace(default_playbook, tips=planned), TODAY)) == ()


@pytest.mark.parametrize("count", [0, 1, 3, 30])
def test_sentences_heard_are_different_ones(default_playbook: Playbook, count: int) -> None:
    scenarios = dict(list(default_playbook.scenarios.items())[:count])
    prepared = home.VIEW.prepare(Context(replace(default_playbook, scenarios=scenarios), TODAY))
    heard = [heard.scenario.id for heard in prepared.heard]
    assert len(set(heard)) == len(heard) == min(count, home.HEARD)


def test_every_department_has_a_door(default_playbook: Playbook) -> None:
    prepared = home.VIEW.prepare(Context(default_playbook, TODAY))
    assert {department.id for department in [*prepared.own, *prepared.partners]} == set(default_playbook.departments)


def test_the_strip_knows_in_which_stages_someone_acts(small_playbook: Playbook) -> None:
    acts = [small_playbook.contributions["shows-the-row"]]
    stretches = strip(Context(small_playbook, TODAY), acts)
    assert [stretch.stage.id for stretch in stretches if stretch.is_marked] == ["arriving"]
