"""The tip of each of the coming days, for a screen in the staff room or a bot that asks every morning."""

from __future__ import annotations

import datetime as dt
from typing import Any

from playbook.urls import page_path
from playbook.views.context import Context
from playbook.views.home import tips_of_the_days

FILE = "data/tip-of-the-day.json"
"""Where the tips are, below the site's root."""
DAYS = 60
"""Days ahead, the day of the edition included; a house that publishes less often shows the last one."""


def tips_ahead(context: Context) -> dict[str, Any]:
    """By day, the tip that the home page shows then: its id, its texts and its page's path below the site's root."""
    tips = tips_of_the_days(context, DAYS)
    days = {}
    for ahead in range(DAYS if tips else 0):
        tip = tips[ahead % len(tips)]
        texts = {"title": tip.title, "patron_asks": tip.patron_asks, "do": list(tip.do), "say": list(tip.say)}
        day = context.today + dt.timedelta(days=ahead)
        days[day.isoformat()] = {"id": tip.id, **texts, "path": page_path("tip", tip.id)}
    return {"edition": context.today.isoformat(), "days": days}
