"""The tip of the day for screens and bots: the one that the home page shows, for every coming day."""

from __future__ import annotations

import datetime as dt

from playbook.model import Playbook
from playbook.views.context import Context
from playbook.views.home import tips_of_the_days
from playbook.views.tips_ahead import DAYS, tips_ahead
from tests.conftest import TODAY
from tests.search.records import playbook


def test_every_coming_day_has_the_tip_of_the_home_page(default_playbook: Playbook) -> None:
    context = Context(default_playbook, TODAY)
    days = tips_ahead(context)["days"]
    assert list(days) == [(TODAY + dt.timedelta(days=ahead)).isoformat() for ahead in range(DAYS)]
    first = tips_of_the_days(context)[0]
    assert days[TODAY.isoformat()]["id"] == first.id
    assert days[TODAY.isoformat()]["path"] == f"tips/{first.id}"
    assert len({day["id"] for day in days.values()}) == DAYS


def test_a_playbook_without_tips_has_no_days() -> None:
    assert tips_ahead(Context(playbook(), TODAY)) == {"edition": TODAY.isoformat(), "days": {}}
