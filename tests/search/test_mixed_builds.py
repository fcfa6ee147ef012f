"""A page of one build and files of another: what is found is of one build, and links lead to pages that exist."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import building
from tests.browser.around import searches, unwatched
from tests.conftest import TODAY
from tests.search.boxes import BOX, RESULTS, STATUS
from tests.serving import SiteServer

FAILED = re.compile("^Search could not be loaded")


@pytest.fixture(scope="session")
def next_site(built: Callable[..., Path], small_data: Path, small_project: Path, shared_folder: Path) -> Path:
    """The site of the small playbook as somebody published it later: with another tip."""

    def change(folder: Path) -> None:
        shutil.copytree(small_data, folder / "data")
        (folder / "data/tips/whistle.yml").write_text(
            "title: Whistle at the weathercock\npatron_asks: May I whistle?\nwhy: The weathercock likes whistles.\n"
            "do: [Whistle.]\nfloor: Everybody is heard.\nroles: [usher]\ntouchpoints: [finds-seat]\n"
            "owner: front-of-house\nreviewed: 2026-01-15\n",
            "utf-8",
        )

    data = building.made_once(shared_folder, "next-data", change) / "data"
    return built("next", data, project=small_project, environment=building.on_day(TODAY))


@pytest.fixture
def published(small_site: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The site of the small playbook at an address, and the folder in which another may take its place."""
    folder = tmp_path / "site"
    shutil.copytree(small_site, folder)
    server = SiteServer(folder)
    yield server.url, folder
    server.stop()


def publish(site: Path, folder: Path) -> None:
    """Publishes a site in the place of another."""
    shutil.rmtree(folder)
    shutil.copytree(site, folder)


def test_a_page_that_was_opened_yesterday_finds_what_is_published_today(
    published: tuple[str, Path], next_site: Path, browser: Browser
) -> None:
    url, folder = published
    with unwatched(browser) as page:
        page.goto(url)
        page.locator(BOX).click()
        expect(page.locator("script[data-ran=yes]")).to_be_attached()
        publish(next_site, folder)
        searches(page, "weathercock")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{url}tips/whistle/")


def test_a_page_from_a_cache_loads_the_scripts_that_are_current(
    published: tuple[str, Path], small_site: Path, next_site: Path, browser: Browser
) -> None:
    url, folder = published
    publish(next_site, folder)
    shutil.copy(small_site / "index.html", folder / "index.html")
    for asset in (small_site / "playbook").iterdir():
        shutil.copy(asset, folder / "playbook")
    with unwatched(browser) as page:
        page.goto(url)
        searches(page, "weathercock")


def test_a_part_of_another_build_under_the_same_name_is_not_used(published: tuple[str, Path], browser: Browser) -> None:
    url, folder = published
    for part in folder.glob("search/tokens-*.js"):
        part.write_text(re.sub(r'"[0-9a-f]{8}"\);\n$', '"00000000");\n', part.read_text("utf-8")), "utf-8")
    with unwatched(browser) as page:
        page.goto(url)
        page.keyboard.press("/")
        page.keyboard.type("seat")
        expect(page.locator(STATUS)).to_have_text(FAILED)
        assert page.locator(RESULTS).count() == 0


def test_the_manifest_is_loaded_anew_for_a_part_of_another_build(
    published: tuple[str, Path], next_site: Path, browser: Browser
) -> None:
    url, folder = published
    with unwatched(browser) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(url)
        page.locator(BOX).click()
        expect(page.locator("script[data-ran=yes]")).to_be_attached()
        old = [part.name for part in folder.glob("search/tokens-*.js")]
        publish(next_site, folder)
        new = sorted((folder / "search").glob("tokens-*.js"))
        for name in old:  # a cache that knows only what a name begins with
            shutil.copy(new[0], folder / "search" / name)
        searches(page, "weathercock")
        assert [url for url in asked if "/search/current.js" in url]


def test_names_of_files_change_with_their_content_and_only_with_it(small_site: Path, next_site: Path) -> None:
    def names(site: Path) -> set[str]:
        files = [path for folder in ("playbook", "search") for path in (site / folder).iterdir()]
        return {path.name for path in files} - {"favicon.svg", "current.js"}

    before, after = names(small_site), names(next_site)
    assert all(re.search(r"\.[0-9a-f]{8}\.(css|js)$", name) for name in before | after)
    assert {re.sub(r"\..*", "", name) for name in before & after} == {
        "playbook"
    }  # no style sheet and no script changed


def test_every_page_names_the_files_of_its_build(next_site: Path) -> None:
    for page in next_site.rglob("*.html"):
        html = page.read_text("utf-8")
        named = re.findall(r'"[^"]*?((?:playbook|search)/[\w.-]+\.(?:css|js))"', html)
        assert len(named) == 2
        assert [name for name in named if not (next_site / name).is_file()] == []


BROKEN = "const broken = /(?<=/;"  # read as a whole before it runs, and it cannot be read


def answer_with(page: Page, pattern: str, body: str) -> None:
    page.route(pattern, lambda route: route.fulfill(content_type="text/javascript", body=body))


@pytest.mark.parametrize("body", [BROKEN, "nothing.here();", "", "<!doctype html><title>Sign in</title>"])
def test_a_script_that_arrives_and_does_not_run_is_reported(body: str, site_url: str, browser: Browser) -> None:
    with unwatched(browser) as page:
        answer_with(page, "**/search/search.*.js", body)
        page.goto(site_url)
        page.keyboard.press("/")
        page.keyboard.type("inter")
        expect(page.locator(STATUS)).to_have_text(FAILED)
        page.unroute("**/search/search.*.js")
        page.keyboard.type("mission")
        expect(page.locator(RESULTS).first).to_be_visible()


def test_search_is_reported_when_nobody_says_what_is_current(site_url: str, browser: Browser) -> None:
    with unwatched(browser) as page:
        page.route("**/search/current.js*", lambda route: route.abort())
        page.goto(site_url)
        page.keyboard.press("/")
        expect(page.locator(STATUS)).to_have_text(FAILED)


@pytest.mark.parametrize("path", ["tip-finder/", "they-said/"])
def test_a_page_whose_script_does_not_run_says_so(path: str, site_url: str, browser: Browser) -> None:
    with unwatched(browser) as page:
        answer_with(page, "**/search/finder.*.js", BROKEN)
        page.goto(site_url + path)
        expect(page.locator("[data-none]")).to_have_text(FAILED)
        expect(page.locator("[data-none]")).to_be_visible()


@pytest.mark.parametrize(("path", "field"), [("tip-finder/", "text"), ("they-said/", "said")])
def test_a_page_whose_parts_do_not_arrive_says_so(path: str, field: str, site_url: str, browser: Browser) -> None:
    with unwatched(browser) as page:
        page.route("**/search/tokens-*", lambda route: route.abort())
        page.goto(site_url + path)
        page.locator(f"input[name={field}]").fill("zebra crossing tonight")
        expect(page.get_by_text(FAILED).locator("visible=true").first).to_be_visible()
