"""The page that tests are given notices what it must notice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.serving import SiteServer
from tests.watching import Watch

PAGE = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>t</title>'
POLICY = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">"""


@pytest.mark.parametrize(
    ("html", "offence"),
    [
        ('<script>console.error("broken")</script>', "broken"),
        ("<script>nothing.here()</script>", "nothing is not defined"),
        ('<img src="/elsewhere.png" alt="">', "request that leaves the site"),
        ('<img src="gone.png" alt="">', "404"),
        (f"{POLICY}<script>window.ran = true</script>", "policy broken: script-src-elem"),
    ],
)
def test_an_offence_is_noticed(browser: Browser, tmp_path: Path, html: str, offence: str) -> None:
    (tmp_path / "index.html").write_text(PAGE + html)
    offences = _offences(browser, tmp_path)
    assert [noticed for noticed in offences if offence in noticed] != []


def test_a_decent_page_is_no_offence(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE + "<script>console.log('fine')</script>")
    assert _offences(browser, tmp_path) == []


def test_sites_lie_below_a_sub_path(site_url: str, new_page: Callable[..., Page]) -> None:
    response = new_page().goto(site_url)
    assert response
    assert (response.status, urlsplit(site_url).path) == (200, "/some/where/")


def _offences(browser: Browser, folder: Path) -> list[str]:
    server = SiteServer(folder)
    context = browser.new_context()
    watch = Watch(context, [server.url])
    page = context.new_page()
    page.goto(server.url)
    page.wait_for_load_state("networkidle")
    context.close()
    server.stop()
    return watch.offences
