"""What Zensical builds, in a real Chromium: everything that runs in the browser runs there as it does in our own site.

That the pages are the same is tested elsewhere; here they are used. The fixtures fail for any error, broken policy or
request that leaves the site.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import building
from tests.search.boxes import RESULTS, typed

WIDTHS = pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (390, "dark")])


@pytest.fixture(scope="session")
def address(zensical_site: Path, serve: Callable[[Path], str]) -> str:
    """The address of the home page of what Zensical built, ending in a slash."""
    return serve(zensical_site)


@WIDTHS
def test_search_answers(width: int, colours: str, address: str, new_page: Callable[..., Page]) -> None:
    page = new_page(width=width, color_scheme=colours)
    page.goto(f"{address}roles/")
    typed(page, "someone is in my seat")
    expect(page.locator(RESULTS).first).to_contain_text("Two parties, one seat")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/some/where/scenarios/[\w-]+/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Two parties, one seat")


def test_the_tip_finder_narrows(address: str, page: Page) -> None:
    page.goto(f"{address}tip-finder/")
    expect(page.locator("[data-ready]")).to_be_attached()
    page.locator("details").evaluate_all("(groups) => groups.forEach((group) => { group.open = true; })")
    every = page.locator("[data-tip]:visible").count()
    page.check("input[name=department][value=front-of-house]")
    assert 0 < page.locator("[data-tip]:visible").count() < every


def test_they_said_finds_a_sentence(address: str, page: Page) -> None:
    page.goto(f"{address}they-said/?said=my+seat")
    expect(page.locator("[data-ready]")).to_be_attached()
    expect(page.get_by_text("Someone is in my seat").first).to_be_visible()


def test_the_clock_follows_the_evening(address: str, page: Page) -> None:
    page.goto(f"{address}clock/")
    field = page.get_by_label("Starts at")
    field.fill("8pm")
    field.press("Tab")
    expect(page.locator(".pb-act-milestone:not([hidden]) .pb-act-time").first).to_have_text("20:00")


def test_the_colours_that_are_chosen_stay_chosen(address: str, page: Page) -> None:
    page.goto(address)
    page.get_by_title("Use dark colours").click()
    for path in ("tips/smile-first/", "welcome/", ""):
        page.goto(address + path)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_nothing_but_the_page_is_printed(address: str, page: Page) -> None:
    page.goto(f"{address}departments/front-of-house/")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".md-header")).to_be_hidden()
    expect(page.locator("#pb-menu")).to_be_hidden()
    expect(page.locator(".pb-foot .pb-on-paper").first).to_be_attached()


def test_the_menu_and_the_header_know_where_they_are(address: str, page: Page) -> None:
    page.goto(f"{address}tip-finder/")
    assert page.locator("[aria-current=page]").all_inner_texts() == ["Tips", "Tip finder", "Tip finder"]


@WIDTHS
@pytest.mark.parametrize("path", ["", "departments/front-of-house/", "welcome/", "journey/", "data/"])
def test_no_page_is_wider_than_the_screen(
    path: str, width: int, colours: str, address: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(width=width, color_scheme=colours)
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_search_and_colours_work_on_a_file_share(
    exported: Callable[..., Path], site_of: Callable[[str, Path], Path], page: Page
) -> None:
    project = exported("offline", building.MINIMAL, options=("--offline",))
    page.goto((site_of("zensical", project) / "index.html").as_uri())
    typed(page, "door")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/[\w-]+/[\w-]+\.html"))
    page.get_by_title("Use dark colours").click()
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
