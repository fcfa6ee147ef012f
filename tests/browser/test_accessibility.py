"""What axe-core finds of accessibility: no violation of WCAG 2.2 AA or of good practice, the theme’s own included."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.kinds_of_pages import one_of_each_kind
from tests.search.test_box import typed
from tests.serving import SiteServer

SCREENS = [(width, colours) for colours in ("light", "dark") for width in (1280, 390, 320)]


OPTIONS = {"rules": {"target-size": {"enabled": True}}}
"""The one rule of WCAG 2.2 AA that axe-core leaves off unless it is asked for."""


def violations(page: Page) -> list[str]:
    """What axe-core finds on the page as it is shown now, one line for each element."""
    return [
        f"{rule['id']}: {element['html'][:160]}"
        for rule in Axe().run(page, options=OPTIONS).response["violations"]
        for element in rule["nodes"]
    ]


def test_a_fault_is_found(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<a href=a>a</a><a href=b>b</a>')")
    found = violations(page)
    assert any(line.startswith("button-name") for line in found)
    assert any(line.startswith("target-size") for line in found)


@pytest.mark.parametrize(("width", "colours"), SCREENS)
def test_no_kind_of_page_has_a_violation(
    width: int, colours: str, default_site: Path, site_url: str, new_page: Callable[..., Page]
) -> None:
    # Colours on their way from light to dark are nobody's contrast.
    page = new_page(width=width, color_scheme=colours, reduced_motion="reduce")
    found = {}
    for path in one_of_each_kind(default_site):
        page.goto(site_url + path)
        if lines := violations(page):
            found[path] = lines
    assert found == {}


@pytest.mark.parametrize(("width", "colours"), SCREENS)
def test_the_not_found_page_has_no_violation(
    width: int, colours: str, default_site: Path, browser: Browser, request: pytest.FixtureRequest
) -> None:
    server = SiteServer(default_site, "/")  # its addresses begin at the root, since it is shown at any depth
    request.addfinalizer(server.stop)
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=colours)
    request.addfinalizer(page.close)
    page.goto(f"{server.url}404.html")
    assert violations(page) == []


@pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (390, "dark")])
def test_an_open_search_has_no_violation(
    width: int, colours: str, site_url: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(width=width, color_scheme=colours)
    for query in ("seat", "xylophone quartz"):
        page.goto(site_url)
        typed(page, query)
        assert violations(page) == []


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_an_open_menu_has_no_violation(colours: str, site_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(width=390, color_scheme=colours)
    page.goto(f"{site_url}tips/smile-first/")
    page.get_by_role("button", name="Navigation").click()
    expect(page.locator(".pb-menu a", has_text="Departments")).to_be_in_viewport()
    assert violations(page) == []


@pytest.mark.parametrize(
    "address",
    ["tip-finder/?effort=now&text=queue", "they-said/?said=seat", "blueprint/?stage=during", "clock/?start=19:30"],
)
@pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (390, "dark")])
def test_a_filter_in_use_has_no_violation(
    width: int, colours: str, address: str, site_url: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(width=width, color_scheme=colours)
    page.goto(site_url + address)
    page.wait_for_load_state("networkidle")
    assert violations(page) == []
