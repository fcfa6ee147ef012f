"""The home page: what this is, my department, what the patron said, one tip for today."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.kind import MenuPlace
from playbook.model.people import Department, Organisation
from playbook.model.practice import Scenario, Tip
from playbook.model.records import Utterance
from playbook.views.context import Context
from playbook.views.spec import Found, ViewSpec, always
from playbook.views.strip import Stretch, strip
from playbook.views.what_changed import Line, latest
from playbook.wording import N_, _

DAYS = 7
"""Days whose tips the page holds, so that it shows today's although it was built some days ago."""
CHANGES = 6
"""Changes that the page names."""
HEARD = 4
"""Sentences that the search door offers."""


@dataclass(frozen=True)
class Heard:
    """A sentence that was said when something went wrong."""

    scenario: Scenario
    words: Utterance


@dataclass(frozen=True)
class HomePage:
    """Everything the page shows."""

    strip: tuple[Stretch, ...]
    tips: tuple[Tip, ...]
    """For the day of the edition and the days after it."""
    day: str
    """The day of the edition: `2026-09-09`."""
    heard: tuple[Heard, ...]
    changes: tuple[Line, ...]
    own: tuple[Department, ...]
    partners: tuple[Department, ...]


def _lead(house: Organisation) -> str:
    usual = _("What our %(patrons)s experience, and everyone’s part in it.", patrons=house.audience.many)
    return house.strapline or usual


def _prepare(context: Context) -> HomePage:
    departments = context.playbook.departments.values()
    return HomePage(
        strip=strip(context),
        tips=tips_of_the_days(context),
        day=context.today.isoformat(),
        heard=_heard(context),
        changes=latest(context, CHANGES),
        own=tuple(department for department in departments if not department.partner),
        partners=tuple(department for department in departments if department.partner),
    )


def tips_of_the_days(context: Context, days: int = DAYS) -> tuple[Tip, ...]:
    """For the day of the edition and each of the `days` from then, one tip that can start on the next shift.

    The same for everyone on the same day; none twice, so there may be fewer.
    """
    ready = [tip for tip in context.playbook.tips.values() if tip.effort == "now"]
    today = context.today.toordinal()
    return tuple(ready[(today + day) % len(ready)] for day in range(min(days, len(ready))))


def _heard(context: Context) -> tuple[Heard, ...]:
    """A few sentences that were said when something went wrong, each with its scenario; others every day."""
    scenarios = tuple(context.playbook.scenarios.values())
    today = context.today.toordinal()
    count = min(HEARD, len(scenarios))
    step = len(scenarios) // count if count else 1
    chosen = [scenarios[(today + turn * step) % len(scenarios)] for turn in range(count)]
    return tuple(Heard(scenario, scenario.utterances[0]) for scenario in chosen)


VIEW = ViewSpec(
    id="home",
    title=N_("Home"),
    heading=lambda house: house.name,
    lead=_lead,
    template="home.html.j2",
    exists=always,
    prepare=_prepare,
    menu=MenuPlace("", 1),
    found=Found(
        N_("Choose your department, search, see the journey and one tip for today."),
        ("start page", "front page", "choose my department", "beginning"),
    ),
)
