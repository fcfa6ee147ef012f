"""Nothing that surrounds a page can break it: storage that is refused, policies of servers, frames, other scripts."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from playbook.site.site_files import joined
from tests import chromium
from tests.browser.around import everything_works, searches, served, unwatched

REFUSALS = {
    "a getter that throws": """Object.defineProperty(window, "localStorage", { get() { throw Error("refused"); } });""",
    "no storage": """Object.defineProperty(window, "localStorage", { value: null });""",
    "a full one": """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };""",
    "what others kept": """Storage.prototype.getItem = () => "[nonsense";""",
}


@pytest.mark.parametrize("way", REFUSALS)
def test_everything_works_without_storage(way: str, browser: Browser, site_url: str) -> None:
    with unwatched(browser, REFUSALS[way]) as page:
        everything_works(page, site_url)
        page.locator(".pb-switch [value=theirs]").check()
        assert page.locator("html").get_attribute("data-view") == "theirs"


@pytest.fixture(scope="module")
def refusing_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The profile of a browser that is set to keep nothing for any site."""
    folder = tmp_path_factory.mktemp("profile")
    (folder / "Default").mkdir()
    settings = {"profile": {"default_content_setting_values": {"cookies": 2}, "block_third_party_cookies": True}}
    (folder / "Default/Preferences").write_text(json.dumps(settings))
    return folder


def test_a_browser_that_blocks_all_storage(refusing_profile: Path, site_url: str, browser: Browser) -> None:
    path = os.environ.get("PLAYBOOK_CHROMIUM") or chromium.installed()
    context = browser.browser_type.launch_persistent_context(
        str(refusing_profile), executable_path=path, args=["--no-sandbox", "--disable-gpu"]
    )
    page = context.new_page()
    page.goto(site_url)
    refusal = "() => { try { localStorage.length; return ''; } catch (fault) { return fault.name; } }"
    try:
        assert page.evaluate(refusal) == "SecurityError"
        everything_works(page, site_url)
    finally:
        context.close()


def test_a_server_that_allows_no_inline_script(default_site: Path, browser: Browser) -> None:
    strict = {"Content-Security-Policy": "default-src 'self'"}
    with served(default_site, headers=strict) as url, unwatched(browser) as page:
        everything_works(page, url)


def test_a_sandboxed_frame_searches_too(site_url: str, browser: Browser) -> None:
    with unwatched(browser) as page:
        around = f'<iframe sandbox="allow-scripts" width="1200" height="800" src="{site_url}"></iframe>'
        page.route("**/around.html", lambda route: route.fulfill(content_type="text/html", body=around))
        page.goto(f"{site_url}around.html")
        searches(page.frame_locator("iframe"))


def test_a_script_that_throws_is_reported_and_does_not_stop_the_next(tmp_path: Path, browser: Browser) -> None:
    (tmp_path / "shared").mkdir()
    for name in ("alone.js", "memory.js"):
        source = Path("playbook/assets/js/shared", name)
        (tmp_path / "shared" / name).write_text((Path(__file__).parents[2] / source).read_text("utf-8"))
    (tmp_path / "a.js").write_text("missing();\n")
    (tmp_path / "b.js").write_text("globalThis.ran = true;\n")
    with unwatched(browser) as page:
        reported: list[str] = []
        page.on("pageerror", lambda error: reported.append(str(error)))
        page.goto("about:blank")
        page.add_script_tag(content=joined(tmp_path))
        assert page.evaluate("globalThis.ran")
        page.wait_for_timeout(50)
        assert reported == ["missing is not defined"]


COMPOSED = """(input, [key, keyCode, isComposing]) => input.dispatchEvent(
  new KeyboardEvent("keydown", { key, keyCode, isComposing, bubbles: true, cancelable: true }))"""


@pytest.mark.parametrize(("code", "is_composing"), [(13, True), (229, False)])
@pytest.mark.parametrize("key", ["Enter", "ArrowDown", "Escape"])
def test_keys_of_an_input_method_do_nothing(key: str, code: int, is_composing: bool, site_url: str, page: Page) -> None:
    page.goto(site_url)
    searches(page, "intermission")
    page.wait_for_timeout(1_200)  # until the address is written
    before = page.url
    assert page.locator("#pb-query").evaluate(COMPOSED, [key, code, is_composing])  # the browser may do what it does
    page.wait_for_timeout(200)
    assert page.url == before
    expect(page.locator("#pb-query")).to_have_value("intermission")
    expect(page.locator("[data-pb-panel]")).to_be_visible()
    assert page.locator("[aria-selected=true]").count() == 0


def test_a_word_composed_before_search_arrives_opens_nothing(site_url: str, page: Page) -> None:
    held: list[object] = []
    page.route("**/search/search.*.js", lambda route: held.append(route))  # noqa: PLW0108 - marks what it is given
    page.goto(site_url)
    page.keyboard.press("/")
    page.keyboard.type("intermission")
    page.locator("#pb-query").evaluate(COMPOSED, ["Enter", 229, False])
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()  # type: ignore[attr-defined]
    expect(page.locator("#pb-found [role=option]").first).to_be_visible()
    page.wait_for_timeout(400)
    assert page.url.split("?")[0] == site_url
