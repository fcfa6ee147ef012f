"""What is typed before the search script arrives is not lost, and a script or shard that fails to load is reported."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.search.boxes import ANSWERED, BOX, RESULTS, STATUS, shards_requested, typed

FAILED = re.compile("^Search could not be loaded")
SCRIPT = "**/search/search.*.js"
BELOW = "[data-pb-after]"
TYPED_NOW = """(script, words) => script.addEventListener("load", () => {
  const input = document.querySelector("#pb-query");
  input.value = words;
  input.dispatchEvent(new Event("input"));
})"""


def held_script(page: Page) -> list[Route]:
    """Holds back the search script. Returns the requests for it, to be continued."""
    held: list[Route] = []
    page.route(SCRIPT, lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it is given
    return held


def until_asked_for(page: Page, held: list[Route]) -> None:
    """Waits for the request for the script, which follows one that asks for its name."""
    while not held:
        page.wait_for_timeout(20)


def test_what_is_typed_before_search_arrives_is_answered_only_as_a_whole(
    site_url: str, new_page: Callable[..., Page]
) -> None:
    page, linked = new_page(), new_page()
    requested, needed = shards_requested(page), shards_requested(linked)
    linked.goto(f"{site_url}?q=lost+property")
    expect(linked.locator(STATUS)).to_have_text(ANSWERED)
    held = held_script(page)
    page.goto(site_url)
    page.keyboard.press("/")
    page.keyboard.type("sa")
    until_asked_for(page, held)
    page.locator("script[src*='search/search.']").evaluate(TYPED_NOW, "lost property")
    held[0].continue_()
    expect(page.locator(STATUS)).to_have_text(ANSWERED)
    assert page.locator(STATUS).text_content() == linked.locator(STATUS).text_content()
    assert requested == needed


def press_before_search_arrives(page: Page, address: str, *keys: str) -> None:
    """Types a word and presses keys, and only then lets the search script through."""
    held = held_script(page)
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("intermission")
    for key in keys:
        page.keyboard.press(key)
    until_asked_for(page, held)
    held[0].continue_()


def test_enter_pressed_before_search_arrives_opens_the_first_answer(site_url: str, page: Page) -> None:
    press_before_search_arrives(page, site_url, "Enter")
    page.wait_for_url(re.compile("/touchpoints/interval/"))


def test_arrows_pressed_before_search_arrives_choose_a_result(site_url: str, page: Page) -> None:
    press_before_search_arrives(page, site_url, "ArrowDown", "ArrowDown")
    expect(page.locator(BOX)).to_have_attribute("aria-activedescendant", "pb-found-1")
    page.keyboard.press("ArrowUp")
    expect(page.locator(BOX)).to_have_attribute("aria-activedescendant", "pb-found-0")


def test_escape_pressed_before_search_arrives_cancels_enter(site_url: str, page: Page) -> None:
    press_before_search_arrives(page, site_url, "Enter", "Escape")
    expect(page.locator(BOX)).to_have_value("")
    expect(page.locator(BOX)).not_to_be_focused()
    page.wait_for_timeout(400)  # longer than a pause in typing
    expect(page.locator("[data-pb-panel]")).to_be_hidden()
    assert page.url == site_url


def test_enter_is_forgotten_if_the_box_is_left_before_search_arrives(site_url: str, page: Page) -> None:
    press_before_search_arrives(page, site_url, "Enter", "Tab")
    expect(page.locator(STATUS)).to_have_text(ANSWERED)
    page.wait_for_timeout(400)  # longer than a pause in typing
    assert page.url.split("?")[0] == site_url


def test_search_that_fails_to_load_is_reported_and_tried_again(site_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(withheld=SCRIPT)
    page.goto(site_url)
    page.keyboard.press("/")
    page.keyboard.type("inter")
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_have_text(FAILED)
    expect(page.locator(BELOW)).to_have_text(FAILED)
    expect(page.locator(BELOW)).to_be_visible()
    page.context.unroute(SCRIPT)
    page.keyboard.type("mission")
    expect(page.locator(STATUS)).to_have_text(ANSWERED)
    expect(page.locator(BELOW)).not_to_contain_text(FAILED)
    page.locator(f"{BELOW} button").first.focus()
    expect(page.locator(RESULTS).first).to_be_visible()
    assert page.url.split("?")[0] == site_url


def test_the_error_disappears_when_search_loads_after_all(site_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(withheld=SCRIPT)
    page.goto(site_url)
    page.keyboard.press("/")
    expect(page.locator(BELOW)).to_be_visible()
    page.context.unroute(SCRIPT)
    page.keyboard.press("Shift")
    expect(page.locator(BELOW)).to_be_hidden()
    expect(page.locator(BOX)).to_be_focused()


def test_pasting_text_tries_again_too(site_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(withheld=SCRIPT)
    page.goto(site_url)
    page.keyboard.press("/")
    expect(page.locator(BELOW)).to_have_text(FAILED)
    page.context.unroute(SCRIPT)
    page.keyboard.insert_text("intermission")  # no key is pressed
    expect(page.locator(STATUS)).to_have_text(ANSWERED)
    expect(page.locator(BELOW)).not_to_contain_text(FAILED)


@pytest.mark.parametrize("way", ["Escape", "Tab", "click"])
def test_a_box_without_its_script_can_be_left(site_url: str, new_page: Callable[..., Page], way: str) -> None:
    page = new_page(withheld=SCRIPT)
    page.goto(site_url)
    page.keyboard.press("/")
    expect(page.locator(BELOW)).to_be_visible()
    if way == "click":
        page.mouse.click(640, 600)
    else:
        page.keyboard.press(way)
    expect(page.locator(BELOW)).to_be_hidden()


def test_on_a_phone_a_box_without_its_script_can_be_closed(site_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(width=320, height=640, withheld=SCRIPT)
    page.goto(site_url)
    page.get_by_role("button", name="Search").click()
    expect(page.locator(BELOW)).to_have_text(FAILED)
    page.get_by_role("button", name="Close").click()
    expect(page.locator(BOX)).to_be_hidden()


def test_shards_that_fail_to_load_are_reported_and_tried_again(site_url: str, new_page: Callable[..., Page]) -> None:
    shards = "**/search/tokens-*"
    page = new_page(withheld=shards)
    page.goto(site_url)
    typed(page, "inter")
    expect(page.locator(STATUS)).to_have_text(FAILED)
    expect(page.locator(BELOW)).to_be_visible()
    page.context.unroute(shards)
    page.keyboard.type("mission")
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator(BELOW)).not_to_contain_text(FAILED)
