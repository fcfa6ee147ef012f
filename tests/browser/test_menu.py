"""The menu: a drawer on a phone that opens and closes from the keyboard, plain links on a desk and without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

PATHS = ("tips/smile-first/", "welcome/")
"""A page of ours and one written by hand."""


@pytest.fixture(params=PATHS)
def phone(request: pytest.FixtureRequest, new_page: Callable[..., Page], site_url: str) -> Page:
    """A page on a phone."""
    page = new_page(width=390)
    page.goto(site_url + request.param)
    return page


def test_the_drawer_opens_and_closes_from_the_keyboard(phone: Page) -> None:
    button = phone.get_by_role("button", name="Navigation")
    entry = phone.locator(".pb-menu a", has_text="Departments")
    expect(entry).not_to_be_visible()
    for key in ("Enter", " "):
        button.focus()
        phone.keyboard.press(key)
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(entry).to_be_in_viewport()
        phone.keyboard.press("Escape")
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(button).to_be_focused()
        expect(entry).not_to_be_visible()


def test_the_tab_key_goes_from_the_button_into_the_open_drawer(phone: Page) -> None:
    phone.get_by_role("button", name="Navigation").focus()
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    expect(phone.locator(".pb-menu a").first).to_be_focused()


def test_the_focus_never_stays_behind_the_open_drawer(phone: Page) -> None:
    phone.get_by_role("button", name="Navigation").focus()
    phone.keyboard.press("Enter")
    for _ in range(60):
        phone.keyboard.press("Tab")
        is_open = phone.evaluate("document.getElementById('__drawer').checked")
        in_menu = phone.evaluate("document.activeElement.closest('#pb-menu, [data-pb-menu]') !== null")
        assert in_menu or not is_open


def test_the_tab_key_skips_the_closed_drawer(phone: Page) -> None:
    for _ in range(30):
        phone.keyboard.press("Tab")
        assert phone.evaluate("document.activeElement.closest('#pb-menu') === null")


def test_a_click_opens_the_drawer_and_an_entry_leads_on(phone: Page) -> None:
    phone.get_by_role("button", name="Navigation").click()
    phone.locator(".pb-menu a", has_text="Departments").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Departments")


def test_on_a_desk_every_page_is_within_reach(page: Page, site_url: str) -> None:
    for path in PATHS:
        page.goto(site_url + path)
        page.locator(".pb-menu a", has_text="Standards").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Standards")


def test_without_scripts_the_button_leads_to_the_menu(new_page: Callable[..., Page], site_url: str) -> None:
    page = new_page(width=390, java_script_enabled=False)
    page.goto(f"{site_url}tips/smile-first/")
    page.get_by_role("link", name="Navigation").click()
    expect(page.locator(".pb-menu a", has_text="Departments")).to_be_in_viewport()
