"""Every kind of page, at every width, light and dark, from a server and a file share: no error, nothing too wide."""

from __future__ import annotations

import itertools
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import building
from tests.conftest import TODAY
from tests.kinds_of_pages import one_of_each_kind
from tests.layout import faults_of

SIZES = [(1280, "light"), (1280, "dark"), (390, "dark"), (320, "light")]


@pytest.mark.parametrize(("width", "colours"), SIZES)
def test_no_page_has_an_error_or_is_too_wide(
    width: int, colours: str, default_site: Path, site_url: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(width=width, color_scheme=colours)
    found = {}
    for path in one_of_each_kind(default_site):
        page.goto(site_url + path)
        if faults := faults_of(page):
            found[path] = faults
    assert found == {}


def test_a_part_that_covers_another_is_noticed(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}departments/finance/")
    assert faults_of(page) == []
    page.evaluate(
        "document.querySelectorAll('.pb-columns > *').forEach(column => { column.style.gridArea = '1 / 1'; })"
    )
    page.evaluate("document.querySelector('h1').style.padding = 0")
    page.evaluate("document.querySelector('h1').textContent = 'Finance '.repeat(40)")
    page.evaluate("document.querySelector('h1').style.width = '4000px'")
    assert {fault.partition(":")[0] for fault in faults_of(page)} == {
        "on another",
        "wider than the screen",
        "a title under its button",
    }


def test_no_page_of_a_minimal_site_has_an_error(
    minimal_site: Path, serve: Callable[[Path], str], new_page: Callable[..., Page]
) -> None:
    url, page = serve(minimal_site), new_page(width=320)
    for path in one_of_each_kind(minimal_site):
        page.goto(url + path)
        assert (path, faults_of(page)) == (path, [])


LONG = (
    "Somebody who has waited for a very long time in front of the Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
)
ODD_TITLES = itertools.cycle([LONG, "Hm", "شخص ما يجلس في مقعدي ولا يريد أن يقوم"])


@pytest.fixture(scope="session")
def odd_site(shared_folder: Path, small_data: Path, small_project: Path, built: Callable[..., Path]) -> Path:
    """The small playbook with odd titles, on an Arabic site."""

    def lay_out(folder: Path) -> None:
        project = shutil.copytree(small_project, folder)
        config = (project / "mkdocs.yml").read_text("utf-8")
        (project / "mkdocs.yml").write_text(config.replace("  language: en\n", "  language: ar\n"), "utf-8")
        shutil.copytree(small_data, project / "data")
        for path in (project / "data").rglob("*.yml"):
            if path.stem != "organisation":
                text = re.sub(
                    r"(?m)^( *(?:name|title): ).*$", lambda line: line[1] + next(ODD_TITLES), path.read_text("utf-8")
                )
                path.write_text(text, "utf-8")

    project = building.made_once(shared_folder, "odd-project", lay_out)
    return built("odd", project / "data", project=project, environment=building.on_day(TODAY))


@pytest.mark.parametrize("width", [2560, 1280, 390, 320])
def test_odd_titles_and_another_direction_break_nothing(
    width: int, odd_site: Path, serve: Callable[[Path], str], new_page: Callable[..., Page]
) -> None:
    url, page = serve(odd_site), new_page(width=width)
    found = {}
    for path in one_of_each_kind(odd_site):
        page.goto(url + path)
        assert page.locator("html[lang=ar] body[dir=rtl]").count() == 1
        if faults := faults_of(page):
            found[path] = faults
    assert found == {}


def test_a_text_runs_in_its_own_direction(
    odd_site: Path, serve: Callable[[Path], str], new_page: Callable[..., Page]
) -> None:
    url, page = serve(odd_site), new_page()
    page.goto(f"{url}tips/look-up/")
    where = page.evaluate(
        """() => [...document.querySelectorAll(".pb-steps li")].map((item) => {
          const words = document.createRange();
          words.selectNodeContents(item);
          const first = document.createRange();
          const text = document.createTreeWalker(item, NodeFilter.SHOW_TEXT).nextNode();
          first.setStart(text, 0);
          first.setEnd(text, 1);
          return first.getBoundingClientRect().left <= words.getBoundingClientRect().left + 1;
        })"""
    )
    assert where
    assert all(where)  # English begins at the left of its line


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


def test_a_colour_scheme_can_be_chosen_and_is_kept(site_url: str, new_page: Callable[..., Page]) -> None:
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


def test_a_first_visit_takes_few_requests(site_url: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url, wait_until="networkidle")
    assert 1 < len(asked) <= 6


def test_the_system_s_colours_are_followed_until_someone_chooses(site_url: str, page: Page) -> None:
    page.goto(site_url)
    body = page.locator("body")
    page.emulate_media(color_scheme="dark")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_title("Use light colours").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "default")


def test_the_switch_is_reached_and_used_by_keyboard(site_url: str, page: Page) -> None:
    page.goto(site_url)
    page.locator(".md-option").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.body.getAttribute('data-md-color-scheme')") == "slate"
