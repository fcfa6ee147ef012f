"""The home page in a real browser: the door to the search, and the tip of the day on which the page is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect


def test_the_door_opens_the_search(site_url: str, page: Page) -> None:
    page.goto(site_url)
    page.get_by_role("button", name="Type what they said").click()
    expect(page.get_by_role("combobox")).to_be_focused()


def test_the_door_opens_the_search_on_a_phone_by_keyboard(site_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(width=390, height=844)
    page.goto(site_url)
    page.get_by_role("button", name="Type what they said").press("Enter")
    expect(page.get_by_role("combobox")).to_be_focused()


@pytest.mark.parametrize("days", [0, 1, 6, 7, -1])
def test_each_day_has_its_tip(site_url: str, page: Page, days: int) -> None:
    page.goto(site_url)
    edition = dt.date.fromisoformat(page.locator("[data-day]").get_attribute("data-day") or "")
    titles = page.locator(".pb-day h3").all_text_contents()
    read_on = edition + dt.timedelta(days=days)
    page.clock.set_fixed_time(dt.datetime(read_on.year, read_on.month, read_on.day, 23, 30))
    page.goto(site_url)
    assert page.locator(".pb-day:visible h3").all_text_contents() == [titles[days % len(titles)]]


def test_without_script_one_tip_is_shown_and_no_dead_door(site_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site_url)
    assert page.locator(".pb-day:visible").count() == 1
    expect(page.locator("[data-search-door]")).to_be_hidden()


def test_every_example_leads_to_what_to_do(site_url: str, page: Page) -> None:
    page.goto(site_url)
    page.locator(".pb-heard-lines a").first.click()
    assert "/scenarios/" in page.url


@pytest.mark.parametrize("width", [1280, 390])
def test_what_where_and_search_are_seen_without_scrolling(
    site_url: str, new_page: Callable[..., Page], width: int
) -> None:
    page = new_page(width=width, height=844)
    page.goto(site_url)
    for part in (".pb-what", "[data-search-door]", "#find", ".pb-doors li:first-child a"):
        expect(page.locator(part)).to_be_in_viewport()
