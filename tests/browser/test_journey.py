"""The journey in a real browser: the ladder's overlay needs no script, and the drawing leads where the list leads."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from playbook.model import Playbook


def _lifts(page: Page) -> int:
    return page.locator("p.pb-lift:visible").count()


def test_choosing_a_rung_shows_what_lifts_it(site_url: str, page: Page, default_playbook: Playbook) -> None:
    page.goto(f"{site_url}journey/")
    assert _lifts(page) == 0
    buyer = default_playbook.rungs["buyer"].name
    page.get_by_label(buyer, exact=True).check()
    touchpoints = default_playbook.touchpoints.values()
    assert _lifts(page) == sum("buyer" in touchpoint.rungs for touchpoint in touchpoints)
    expect(page.locator("p.pb-lift:visible").first).to_contain_text(f"{buyer}:")
    page.get_by_label("no one in particular").check()
    assert _lifts(page) == 0


def test_the_overlay_works_without_script(
    site_url: str, new_page: Callable[..., Page], default_playbook: Playbook
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}journey/")
    page.get_by_label(default_playbook.rungs["tryer"].name, exact=True).check()
    assert _lifts(page) > 0


def test_a_moment_of_the_drawing_leads_to_its_page(site_url: str, page: Page, default_playbook: Playbook) -> None:
    page.goto(f"{site_url}journey/")
    first = next(iter(default_playbook.touchpoints))
    page.locator(".pb-line-column").first.click()
    assert page.url == f"{site_url}touchpoints/{first}/"


def test_the_drawing_and_the_list_show_the_same(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}journey/")
    dips = page.locator("circle.pb-line-dip:visible").count()
    worst = page.get_by_text("(lowest point)").count()
    assert dips - 1 == worst > 0  # one more is in the legend


def test_the_drawing_takes_no_place_among_the_keyboard_s_stops(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}journey/")
    assert page.locator('.pb-line a:not([tabindex="-1"])').count() == 0
