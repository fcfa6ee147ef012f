"""Ticks of a routine stay on the device for a day, can be cleared, and are printed or not."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

ROUTINE = "routines/interval-reset/"


def test_ticks_and_their_count_are_there_after_a_reload(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}{ROUTINE}")
    boxes = page.locator("[data-checklist] input")
    boxes.nth(1).check()
    boxes.nth(2).check()
    expect(page.locator("[data-ticks-progress]")).to_have_text(f"2 of {boxes.count()} done")
    page.reload()
    assert [box.is_checked() for box in boxes.all()[:4]] == [False, True, True, False]


def test_each_routine_has_ticks_of_its_own(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}{ROUTINE}")
    page.locator("[data-checklist] input").first.check()
    page.goto(f"{site_url}routines/close-down/")
    assert page.locator("[data-checklist] input:checked").count() == 0


def test_yesterday_s_ticks_are_gone(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}{ROUTINE}")
    page.locator("[data-checklist] input").first.check()
    page.evaluate(
        """() => { const kept = JSON.parse(localStorage["playbook.ticks.interval-reset"]);
             localStorage["playbook.ticks.interval-reset"] = JSON.stringify({...kept, day: "2020-01-01"}); }"""
    )
    page.reload()
    assert page.locator("[data-checklist] input:checked").count() == 0


def test_start_again_clears_every_tick(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}{ROUTINE}")
    boxes = page.locator("[data-checklist] input")
    for box in boxes.all():
        box.check()
    expect(page.locator("[data-ticks-progress]")).to_have_text("All done. Thank you.")
    page.get_by_role("button", name="Start again").click()
    expect(page.locator("[data-ticks-progress]")).to_have_text(f"{boxes.count()} steps")
    expect(boxes.first).to_be_focused()


def test_foreign_values_in_local_storage_do_no_harm(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}{ROUTINE}")
    for text in ("[", "null", "3", '{"day": 1, "done": "all"}'):
        page.evaluate("text => localStorage.setItem('playbook.ticks.interval-reset', text)", text)
        page.reload()
        assert page.locator("[data-checklist] input:checked").count() == 0


def test_a_browser_without_local_storage_says_so(site_url: str, page: Page) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
    page.goto(f"{site_url}{ROUTINE}")
    page.locator("[data-checklist] input").first.check()
    expect(page.get_by_text("This browser can’t keep ticks")).to_be_visible()


def test_the_list_is_printed_with_ticks_or_without(site_url: str, page: Page) -> None:
    page.add_init_script("window.print = () => { window.printed = document.documentElement.className; }")
    page.goto(f"{site_url}{ROUTINE}")
    page.get_by_role("button", name="Print blank").click()
    assert "pb-print-empty" in page.evaluate("window.printed")
    page.get_by_role("button", name="Print with ticks").click()
    assert "pb-print-empty" not in page.evaluate("window.printed")


def test_without_script_the_boxes_are_there_and_nothing_promises_more(
    site_url: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}{ROUTINE}")
    page.locator("[data-checklist] input").first.check()
    expect(page.get_by_role("button", name="Start again")).to_be_hidden()
