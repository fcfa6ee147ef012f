"""The switch between our view and their view flips every pair, is kept on the device, and leaves paper alone."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

TIP = "tips/look-up-from-the-screen/"


def test_every_pair_of_a_page_is_flipped_at_once(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}our-view-their-view/")
    pairs = page.locator("[data-views]").count()
    assert (page.locator(".pb-our-view:visible").count(), page.locator(".pb-their-view:visible").count()) == (
        pairs,
        pairs,
    )
    page.get_by_label("Theirs").check()
    assert (page.locator(".pb-our-view:visible").count(), page.locator(".pb-their-view:visible").count()) == (0, pairs)
    page.get_by_label("Ours", exact=True).check()
    assert (page.locator(".pb-our-view:visible").count(), page.locator(".pb-their-view:visible").count()) == (pairs, 0)


def test_the_choice_is_kept_on_other_pages(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}our-view-their-view/")
    page.get_by_label("Theirs").check()
    page.goto(f"{site_url}{TIP}")
    expect(page.get_by_label("Theirs")).to_be_checked()
    expect(page.locator(".pb-our-view")).to_be_hidden()


def test_it_can_be_flipped_from_the_keyboard(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}{TIP}")
    page.get_by_label("Both", exact=True).focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".pb-our-view")).to_be_hidden()


def test_an_unknown_stored_choice_shows_both(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}{TIP}")
    page.evaluate("localStorage.setItem('playbook.view', 'constructor')")
    page.reload()
    expect(page.get_by_label("Both", exact=True)).to_be_checked()
    expect(page.locator(".pb-our-view")).to_be_visible()


def test_both_are_on_paper_whatever_is_chosen(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}{TIP}")
    page.get_by_label("Theirs").check()
    page.emulate_media(media="print")
    expect(page.locator(".pb-our-view")).to_be_visible()
    expect(page.get_by_label("Theirs")).to_be_hidden()


def test_both_are_there_without_script(site_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}{TIP}")
    expect(page.locator(".pb-our-view")).to_be_visible()
    expect(page.locator(".pb-their-view")).to_be_visible()


def test_a_page_without_pairs_has_no_switch(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}departments/")
    assert page.locator(".pb-switch").count() == 0
