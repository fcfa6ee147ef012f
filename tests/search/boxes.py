"""The search box of a page, as tests use it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Request, expect

BOX = "#pb-query"
STATUS = ".pb-search [role=status]"
RESULTS = "#pb-found [role=option]"
ANSWERED = re.compile(r"^(\d+ results?\.|Nothing found\.)")


def typed(page: Page, words: str) -> None:
    """Opens the box with its shortcut and types."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    expect(page.locator(STATUS)).not_to_be_empty()
    expect(page.locator("[data-pb-panel]")).to_have_attribute("aria-busy", "false")


def shards_requested(page: Page) -> set[tuple[str, str]]:
    """A set that grows with each shard that the page requests: its address and the type of the request."""
    requested: set[tuple[str, str]] = set()

    def note(request: Request) -> None:
        if re.search(r"/(tokens|entries|words)-\d", request.url):
            requested.add((request.url, request.resource_type))

    page.on("request", note)
    return requested
