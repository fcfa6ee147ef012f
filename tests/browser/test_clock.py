"""The clock in a browser: times for what is typed, a sheet for one department, helpful errors; also without scripts."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from playbook.model import Playbook
from playbook.views import clock
from playbook.views.context import Context
from tests.conftest import TODAY

TIMES = ".pb-act-milestone:not([hidden]) .pb-act-time"
SHOWN = "[data-clock-rows] tr:not([hidden]):not(.pb-act-milestone)"


def _type(page: Page, words: str, value: str) -> None:
    field = page.get_by_label(words)
    field.fill(value)
    field.press("Tab")


def test_typed_times_become_the_times_of_every_act(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}clock/")
    _type(page, "Starts at", "7.30pm")
    _type(page, "First part", "50")
    _type(page, "Interval", "25")
    _type(page, "Second part", "40")
    assert page.locator(TIMES).all_inner_texts() == ["19:30", "20:20", "20:45", "21:25"]


def test_rows_are_in_order_of_time(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}clock/")
    _type(page, "First part", "5")
    order = page.evaluate(
        """() => [...document.querySelectorAll("[data-clock-rows] tr")].map(
             ({dataset}) => ({start: 0, interval: 5, resumption: 25, end: 80})[dataset.anchor] + +dataset.start)"""
    )
    assert order == sorted(order)


def test_an_evening_can_be_chosen_instead(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}clock/")
    page.get_by_label("Kind of performance").select_option("straight")
    assert page.locator(TIMES).all_inner_texts() == ["19:30", "20:50"]
    expect(page.get_by_text("no interval")).to_be_visible()
    assert page.locator("[data-anchor=interval]:not([hidden])").count() == 0


def test_one_department_has_its_own_sheet_and_an_address_for_it(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}clock/")
    everybody = page.locator(SHOWN).count()
    page.get_by_label("Show", exact=True).select_option("bar-and-catering")
    mine = page.locator(SHOWN)
    departments = mine.evaluate_all("rows => rows.map(row => row.dataset.departments.split(' '))")
    assert 0 < len(departments) < everybody
    assert [of_act for of_act in departments if "bar-and-catering" not in of_act] == []
    assert urlsplit(page.url).query == "department=bar-and-catering"
    page.reload()
    assert mine.count() == len(departments)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("Starts at", "25:99", "is not a time of day"),
        ("Starts at", "<img src=x onerror=alert(1)>", "is not a time of day"),
        ("Starts at", "", "is not a time of day"),
        ("First part", "ninety", "is not a number of minutes"),
        ("Interval", "-5", "is not a number of minutes"),
        ("Second part", "0", "this can’t be 0 if there is an interval"),
    ],
)
def test_an_invalid_value_gets_a_helpful_error_and_changes_nothing(
    site_url: str, page: Page, field: str, value: str, words: str
) -> None:
    page.goto(f"{site_url}clock/")
    before = page.locator(TIMES).all_inner_texts()
    _type(page, field, value)
    expect(page.get_by_role("alert")).to_contain_text(words)
    expect(page.get_by_label(field)).to_have_attribute("aria-invalid", "true")
    assert page.locator(TIMES).all_inner_texts() == before
    _type(page, field, "19:30" if field == "Starts at" else "60")
    expect(page.get_by_role("alert")).to_be_empty()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("start=<script>alert(1)</script>", "is not a time of day"),
        ("first=1e9", "is not a number of minutes"),
        ("department=nobody", "nothing in the running order"),
    ],
)
def test_an_invalid_address_gets_a_helpful_error(site_url: str, page: Page, query: str, words: str) -> None:
    page.goto(f"{site_url}clock/?{query}")
    expect(page.get_by_role("alert")).to_contain_text(words)
    assert page.locator(TIMES).all_inner_texts() == ["19:30", "20:30", "20:50", "21:45"]


def test_parameters_that_the_clock_does_not_know_are_removed_from_the_address(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}clock/?secret=1&start=18:00")
    page.get_by_label("Show", exact=True).select_option("finance")
    assert urlsplit(page.url).query == "start=18%3A00&department=finance"


def test_script_and_page_agree_on_who_is_needed_in_two_places(
    site_url: str, page: Page, default_playbook: Playbook
) -> None:
    values = clock.VIEW.prepare(Context(default_playbook, TODAY))
    expected = sorted((torn.role.id, torn.places, [row for row, _ in torn.moments]) for torn in values.torn)
    page.goto(f"{site_url}clock/")
    found = page.evaluate(
        """() => [...document.querySelectorAll("[data-clock-torn-list] li")].map((item) => [
             item.querySelector("b a").getAttribute("href").split("/").at(-2),
             Number(/in (\\d+) places/.exec(item.textContent)[1]),
             [...item.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute("href").slice(1))])"""
    )
    assert sorted((role, places, sorted(rows)) for role, places, rows in found) == [
        (role, places, sorted(rows)) for role, places, rows in expected
    ]
    flagged = page.locator("tr:has(.pb-act-torn:not([hidden]))").evaluate_all("rows => rows.map(row => row.id)")
    assert sorted(flagged) == sorted(row.id for row in values.rows if row.is_doubled)


def test_without_scripts_the_list_is_complete(
    site_url: str, new_page: Callable[..., Page], default_playbook: Playbook
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}clock/")
    kinds = (default_playbook.touchpoints, default_playbook.routines, default_playbook.contributions)
    clocked = sum(1 for records in kinds for record in records.values() if record.clock)
    assert page.locator(SHOWN).count() == clocked
    expect(page.get_by_label("Starts at")).to_be_hidden()
    assert [
        count for count in page.locator(".pb-act-contribution .pb-act-count").all_inner_texts() if not count.strip()
    ] == []


def test_it_works_from_a_file(file_site: object, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(f"file://{file_site}/clock.html")
    _type(page, "Starts at", "18:00")
    assert page.locator(TIMES).first.inner_text() == "18:00"


def test_a_run_sheet_is_printed_without_its_controls(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}clock/")
    page.emulate_media(media="print")
    expect(page.get_by_label("Starts at")).to_be_hidden()
    expect(page.locator("[data-clock-summary]")).to_contain_text("Starts 19:30")
    assert (
        page.locator(".pb-clock-table thead").evaluate("head => getComputedStyle(head).display") == "table-header-group"
    )


def test_a_narrow_phone_needs_no_sideways_scrolling(site_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(width=320)
    page.goto(f"{site_url}clock/")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
