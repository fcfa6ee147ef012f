"""Pages are right whatever the server does: without redirects to a slash, and with the wrong character set."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.around import searches, served, unwatched
from tests.search.boxes import RESULTS
from tests.serving import SUB_PATH


@pytest.mark.parametrize("path", ["", "tips/", "tips/smile-first/", "welcome/"])
def test_an_address_without_its_slash_leads_to_the_one_with_it(path: str, default_site: Path, browser: Browser) -> None:
    with served(default_site, adds_slash=False) as url, unwatched(browser) as page:
        page.goto(f"{url}{path}".removesuffix("/") + "?from=mail&x=1#top")
        page.wait_for_url(f"{url}{path}?from=mail&x=1#top")
        assert page.evaluate("document.styleSheets.length") >= 3
        expect(page.locator(".pb-house")).to_be_visible()


def test_a_missing_page_stays_at_its_address(default_site: Path, browser: Browser) -> None:
    with served(default_site, adds_slash=False) as url, unwatched(browser) as page:
        page.route("**/lost-property", lambda route: route.fulfill(status=404, path=default_site / "404.html"))
        page.goto(f"{url}lost-property")
        page.wait_for_timeout(300)
        assert page.url == f"{url}lost-property"


def test_an_address_with_two_slashes_leads_nowhere_else(default_site: Path, browser: Browser) -> None:
    with served(default_site, adds_slash=False) as url, unwatched(browser) as page:
        root = url.removesuffix(SUB_PATH)
        html = (default_site / "index.html").read_text("utf-8")
        page.route(re.compile("elsewhere"), lambda route: route.fulfill(content_type="text/html", body=html))
        page.goto(f"{root}//elsewhere.example/x")
        page.wait_for_url(f"{root}//elsewhere.example/x/")


def test_a_page_that_is_a_file_stays_at_its_address(file_site: Path, browser: Browser) -> None:
    for name in ("index.html", "tips.html"):
        assert "data-folder" not in (file_site / name).read_text("utf-8")
    with unwatched(browser) as page:
        page.goto((file_site / "tips.html").as_uri())
        assert page.url == (file_site / "tips.html").as_uri()


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1251", "utf-16le"])
def test_a_wrong_character_set_changes_nothing(charset: str, default_site: Path, browser: Browser) -> None:
    with served(default_site, charset=charset) as url, unwatched(browser) as page:
        page.goto(f"{url}touchpoints/interval/")
        assert page.evaluate("document.characterSet") == "UTF-8"
        assert "“" in page.locator("main").inner_text()
        searches(page, "seats sold twice")
        said = page.locator(f"{RESULTS} .pb-found-question").first
        expect(said).to_have_text("“Our seats were sold twice”")
        page.goto(f"{url}clock/?start=ninety")
        expect(page.locator("[data-clock-problem]")).to_contain_text("“ninety”")
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert " · " in page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--pb-sheet-foot')")
        content = page.evaluate(
            "[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join('')"
        )
        assert "→" in content


def test_a_wrong_character_set_changes_nothing_in_a_sandboxed_frame(default_site: Path, browser: Browser) -> None:
    with served(default_site, charset="iso-8859-1") as url, unwatched(browser) as page:
        around = f'<iframe sandbox="allow-scripts" width="1200" height="800" src="{url}"></iframe>'
        page.route("**/around.html", lambda route: route.fulfill(content_type="text/html", body=around))
        page.goto(f"{url}around.html")
        searches(page.frame_locator("iframe"), "seats sold twice")
        said = page.frame_locator("iframe").locator(f"{RESULTS} .pb-found-question").first
        expect(said).to_have_text("“Our seats were sold twice”")
