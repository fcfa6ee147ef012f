"""The search box of a page, as tests use it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

BOX = "#pb-query"
STATUS = ".pb-search [role=status]"
RESULTS = "#pb-found [role=option]"


def typed(page: Page, words: str) -> None:
    """Opens the box with its shortcut and types."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    expect(page.locator(STATUS)).not_to_be_empty()
    expect(page.locator("[data-pb-panel]")).to_have_attribute("aria-busy", "false")
