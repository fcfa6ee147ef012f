"""From the home page to a tip in three steps, by mouse and with nothing but the keyboard, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

STEPS = (
    ('main a[href*="departments/front-of-house"]', "Front of house"),
    ('main a[href*="touchpoints/is-greeted"]', "The welcome"),
    ('main a[href*="tips/smile-first"]', "Smile first"),
)
"""The link to follow on each page, and the heading of the page it leads to."""
WIDTHS = (1280, 390)


def by_mouse(page: Page, link: Locator) -> None:
    """Click."""
    link.click()


def by_keyboard(page: Page, link: Locator) -> None:
    """Press the tab key until the link has the focus, see that the focus can be seen, and press enter."""
    wanted = link.element_handle()
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement === wanted", wanted):
            break
    outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
    assert (page.evaluate("(wanted) => document.activeElement === wanted", wanted), outline) == (True, "solid")
    page.keyboard.press("Enter")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("follow", [by_mouse, by_keyboard])
def test_from_home_to_a_tip(
    follow: Callable[[Page, Locator], None], width: int, new_page: Callable[..., Page], site_url: str
) -> None:
    page = new_page(width=width)
    page.goto(site_url)
    for link, heading in STEPS:
        follow(page, page.locator(link).first)
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def test_from_home_to_a_tip_on_a_file_share(file_site: Path, page: Page) -> None:
    page.goto((file_site / "index.html").as_uri())
    for link, heading in STEPS:
        page.locator(link).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def test_the_first_stop_of_the_tab_key_leads_past_the_header(page: Page, site_url: str) -> None:
    for path in ("", "tips/smile-first/", "welcome/"):
        page.goto(site_url + path)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert (path, page.evaluate("document.activeElement.closest('main') !== null")) == (path, True)
