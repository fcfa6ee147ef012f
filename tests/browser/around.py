"""Browsers and servers as they are elsewhere: what tests of the surroundings share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.search.boxes import ANSWERED, BOX, RESULTS, STATUS
from tests.serving import Habits, SiteServer

ESSENTIAL = {
    "departments/box-office/": ".pb-print",
    "clock/": "[data-clock-controls]",
    "our-view-their-view/": ".pb-switch",
}
"""By page, what only a script shows."""


@contextmanager
def served(folder: Path, **habits: object) -> Iterator[str]:
    """Serves a site as a server with these habits does; gives the address of its home page."""
    server = SiteServer(folder, habits=Habits(**habits))  # type: ignore[arg-type]
    try:
        yield server.url
    finally:
        server.stop()


@contextmanager
def unwatched(browser: Browser, script: str = "") -> Iterator[Page]:
    """A page that may log errors, with a script that runs before those of every page."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(15_000)
    if script:
        context.add_init_script(script)
    try:
        yield context.new_page()
    finally:
        context.close()


def searches(page: Page | FrameLocator, words: str = "someone is in my seat") -> None:
    """Types these words; fails unless they are answered."""
    page.locator(BOX).click()
    page.locator(BOX).press_sequentially(words)
    expect(page.locator(STATUS)).to_have_text(ANSWERED)
    expect(page.locator(RESULTS).first).to_be_visible()


def everything_works(page: Page, url: str) -> None:
    """Fails unless search answers, and what only scripts show is there."""
    page.goto(url)
    searches(page)
    for path, selector in ESSENTIAL.items():
        page.goto(url + path)
        expect(page.locator(selector).first).to_be_visible()
