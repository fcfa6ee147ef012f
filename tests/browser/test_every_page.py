"""Every kind of page, at every width, light and dark, from a server and a file share: no error, nothing too wide."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.kinds_of_pages import one_of_each_kind

COVERED = """[...document.querySelectorAll("main *")]
  .filter((parent) => /grid|flex/.test(getComputedStyle(parent).display))
  .flatMap((parent) => {
    const isInPlace = (it) => it.checkVisibility() && getComputedStyle(it).position === "static";
    const parts = [...parent.children].filter(isInPlace);
    const boxes = parts.map((it) => it.getBoundingClientRect());
    return parts.filter((_, at) => boxes.some((other, before) => before < at
      && Math.min(other.right, boxes[at].right) - Math.max(other.left, boxes[at].left) > 2
      && Math.min(other.bottom, boxes[at].bottom) - Math.max(other.top, boxes[at].top) > 2));
  })
  .map((it) => it.outerHTML.slice(0, 80))"""
"""What lies on another part of the same grid or row."""
SIZES = [(1280, "light"), (1280, "dark"), (390, "dark"), (320, "light")]


@pytest.mark.parametrize(("width", "colours"), SIZES)
def test_no_page_has_an_error_or_is_too_wide(
    width: int, colours: str, default_site: Path, site_url: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(width=width, color_scheme=colours)
    too_wide, covered = [], {}
    for path in one_of_each_kind(default_site):
        page.goto(site_url + path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            too_wide.append(path)
        if found := page.evaluate(COVERED):
            covered[path] = found
    assert (too_wide, covered) == ([], {})


def test_a_part_that_covers_another_is_noticed(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}tips/smile-first/")
    page.evaluate("document.querySelectorAll('.pb-columns > *').forEach(it => { it.style.gridArea = '1 / 1'; })")
    assert page.evaluate(COVERED) != []


def test_no_page_of_a_minimal_site_has_an_error(
    minimal_site: Path, serve: Callable[[Path], str], new_page: Callable[..., Page]
) -> None:
    url, page = serve(minimal_site), new_page(width=320)
    for path in one_of_each_kind(minimal_site):
        page.goto(url + path)
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_no_page_on_a_file_share_has_an_error(file_site: Path, page: Page) -> None:
    folders = sorted({path.parent for path in file_site.glob("*/*.html")})
    for path in [*sorted(file_site.glob("*.html")), *(min(folder.glob("*.html")) for folder in folders)]:
        if path.name != "404.html":  # shown by servers only
            page.goto(path.as_uri())


def test_pages_are_readable_without_scripts(default_site: Path, site_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    for path in ("", "departments/front-of-house/", "tips/smile-first/", "touchpoints/interval/"):
        page.goto(site_url + path)
        assert len(page.locator("main").inner_text()) > 200


def test_a_colour_scheme_can_be_chosen_and_is_remembered(site_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(color_scheme="light")
    page.goto(site_url)
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_title("Use dark colours").click()
    dark = page.evaluate(paper)
    page.goto(f"{site_url}tips/")
    assert (light != dark, page.evaluate(paper)) == (True, dark)


def test_the_reader_s_own_colour_scheme_is_taken(site_url: str, new_page: Callable[..., Page]) -> None:
    papers = []
    for colours in ("light", "dark"):
        page = new_page(color_scheme=colours)
        page.goto(site_url)
        papers.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert papers[0] != papers[1]
