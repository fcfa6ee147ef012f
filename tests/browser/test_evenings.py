"""The script of the clock and Python agree on any evening: when each act is, and who is needed in two places.

Hypothesis draws the evenings, because it reduces one on which they differ to its simplest form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from playbook.views.clock import LENGTHS, Evening
from playbook.views.two_places import Busy, Doubled, doubled
from playbook.wording.catalogues import wording_for
from playbook.wording.scripts import as_script
from tests.building import ROOT

HOUR, DAY = 60, 1440
CLOCK = (ROOT / "playbook/assets/js/clock.js").read_text("utf-8")
SCRIPT = as_script(CLOCK, wording_for("en")) + CLOCK
PREPARE = """async () => {
  const html = await (await fetch(location.href)).text();
  const page = new DOMParser().parseFromString(html, "text/html");
  globalThis.untouched = document.importNode(page.querySelector("[data-clock]"), true);
}"""
"""Keeps the clock of the page as it is before its script runs."""
SHOW = f"""({{ acts, fields }}) => {{
  const run = () => {{
{SCRIPT}
  }};

  const rowOf = (model, {{ id, anchor, start, end, roles, places }}) => {{
    const row = model.cloneNode(true);
    row.id = id;
    delete row.dataset.end;
    Object.assign(row.dataset, {{ anchor, start, roles: roles.join(" "), places: places.join(" ") }});
    if (end !== null) row.dataset.end = end;
    row.querySelector("[data-moment]").textContent = id;
    const name = row.querySelector("[data-role]");
    name.replaceWith(...roles.map((role) => {{
      const copy = name.cloneNode(true);
      copy.dataset.role = role;
      copy.querySelector("a").textContent = role;
      return copy;
    }}));
    return row;
  }};

  const clock = untouched.cloneNode(true);
  const body = clock.querySelector("[data-clock-rows]");
  const model = body.querySelector(".pb-act-contribution");
  for (const row of [...body.rows]) if (!row.matches(".pb-act-milestone")) row.remove();
  body.prepend(...acts.map((act) => rowOf(model, act)));
  for (const [field, value] of Object.entries(fields)) {{
    clock.querySelector(`[data-clock-field=${{field}}]`).value = value;
  }}
  document.querySelector("[data-clock]").replaceWith(clock);
  run();
  const shown = [...body.rows].filter((row) => !row.hidden);
  const timeIn = (text) => text.replace(/\\b0(?=\\d:\\d)/g, ""); // browsers differ in whether they write the zero
  return {{
    rows: shown.map((row) => [row.id, timeIn(row.querySelector(".pb-act-time").textContent)]),
    flagged: shown.filter((row) => row.querySelector(".pb-act-torn:not([hidden])")).map((row) => row.id),
    doubled: [...clock.querySelectorAll("[data-clock-torn-list] li")].map((item) => [
      item.querySelector("b").textContent,
      /in (\\d+) places, (.*):/.exec(timeIn(item.textContent)).slice(1),
      [...item.querySelectorAll("a[href^='#']")].map((link) => link.textContent),
    ]),
  }};
}}"""
"""Shows these acts and lengths instead of those of the page, and returns what the script makes of them."""


class Act(NamedTuple):
    """An act as a row of the clock has it."""

    id: str
    anchor: str
    start: int
    end: int | None
    roles: tuple[str, ...]
    places: tuple[str, ...]


@st.composite
def acts(draw: st.DrawFn) -> list[Act]:
    """Acts that often overlap."""
    drawn = []
    for number in range(draw(st.sampled_from((2, 5, 8)))):
        anchor = draw(st.sampled_from(("start", "interval", "end")))
        start = draw(st.integers(-20, 20))
        length = draw(st.sampled_from((None, 0, 1, 10, 25, 40, 55)))
        roles = draw(st.sampled_from((("usher",), ("guide",), ("usher", "guide"))))
        places = draw(st.sampled_from((("foyer",), ("hall",), ("bar",), ("foyer", "hall"))))
        end = None if length is None else start + length
        drawn.append(Act(f"act-{number}", anchor, start, end, roles, places))
    return drawn


@st.composite
def evenings(draw: st.DrawFn) -> Evening:
    """Evenings that the clock accepts, half of them so short that acts around different moments overlap."""
    longest = draw(st.sampled_from((30, DAY)))
    first, interval, second = (draw(st.integers(least, min(most, longest))) for least, most in LENGTHS.values())
    start = draw(st.integers(0, DAY - 1))
    return Evening("own", "", time_of(start), first, interval, max(second, 1) if interval else second)


def time_of(minute: int) -> str:
    """A minute of the day as a clock shows it."""
    return f"{minute // HOUR}:{minute % HOUR:02}"


def shown_time(evening: Evening, minute: int, until: int | None) -> str:
    """The time that the clock shows for minutes from the start of the performance."""
    hours, minutes = evening.start.split(":")

    def text(offset: int) -> str:
        day, of_day = divmod(int(hours) * HOUR + int(minutes) + offset, DAY)
        return time_of(of_day) + (" the day before" if day < 0 else " the day after" if day > 0 else "")

    return text(minute) if until in (None, minute) else f"{text(minute)}–{text(until)}"


def milestones(evening: Evening) -> list[tuple[str, int, None]]:
    """The moments of the performance itself."""
    anchors = {"starts": "start", "interval-starts": "interval", "interval-ends": "resumption", "ends": "end"}
    return [
        (f"performance-{milestone}", evening.minute(anchor, 0), None)
        for milestone, anchor in anchors.items()
        if evening.interval or not milestone.startswith("interval")
    ]


def expected(evening: Evening, drawn: Iterable[Act]) -> tuple[dict[str, Any], tuple[Doubled, ...]]:
    """What the clock should show, and who Python says is needed in two places."""
    busy = [
        Busy(
            act.id,
            act.roles,
            frozenset(act.places),
            evening.minute(act.anchor, act.start),
            None if act.end is None else evening.minute(act.anchor, act.end),
        )
        for act in drawn
        if evening.interval or act.anchor != "interval"
    ]
    found = doubled(busy)
    rows = [*milestones(evening), *((act.id, act.start, act.until) for act in busy)]
    in_order = sorted(rows, key=lambda row: (row[1], not row[0].startswith("performance-")))
    flagged = {act_id for time in found for act_id in time.acts}
    return {
        "rows": [[row_id, shown_time(evening, minute, until)] for row_id, minute, until in in_order],
        "flagged": [row_id for row_id, _, _ in in_order if row_id in flagged],
        "doubled": [
            [time.role, [str(time.places), shown_time(evening, time.start, time.until)], sorted(time.acts)]
            for time in sorted(found)
        ],
    }, found


def test_script_and_python_agree_on_any_evening(site_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(f"{site_url}clock/")
    page.evaluate(PREPARE)
    times = 0

    @settings(max_examples=300, derandomize=True, database=None, deadline=None)
    @given(evening=evenings(), drawn=acts())
    def agree(evening: Evening, drawn: list[Act]) -> None:
        nonlocal times
        lengths = {length: str(getattr(evening, length)) for length in LENGTHS}
        shown = page.evaluate(
            SHOW, {"acts": [act._asdict() for act in drawn], "fields": {"start": evening.start, **lengths}}
        )
        shown["doubled"] = sorted([role, time, sorted(act_ids)] for role, time, act_ids in shown["doubled"])
        wanted, found = expected(evening, drawn)
        times += len(found)
        wanted["doubled"].sort()
        assert shown == wanted

    agree()
    assert times > 100, times


@pytest.mark.parametrize("part", LENGTHS)
def test_script_accepts_the_lengths_that_python_names(site_url: str, page: Page, part: str) -> None:
    page.goto(f"{site_url}clock/")
    labels = {"first": "First part", "interval": "Interval", "second": "Second part"}
    field, alert = page.get_by_label(labels[part], exact=False), page.get_by_role("alert")
    least, most = LENGTHS[part]
    for length, is_accepted in ((least - 1, False), (most + 1, False), (most, True)):
        field.fill(str(length))
        field.press("Tab")
        words = f"is not a number of minutes from {least} to {most}"
        assert (words not in alert.inner_text()) is is_accepted
