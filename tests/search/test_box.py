"""The search box as people use it: by keyboard, by phone, from a link, from a file share, and with hostile words."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import building
from tests.search.boxes import ANSWERED, BOX, RESULTS, STATUS, shards_requested, typed
from tests.serving import SUB_PATH

ALIVE = "document.querySelectorAll('#pb-found img, #pb-found script, .pb-search-panel iframe, .pb-nothing img').length"


def test_nothing_is_loaded_before_the_box_is_used(site_url: str, page: Page) -> None:
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(site_url, wait_until="networkidle")
    assert [url for url in requested if "/search/" in url] == []
    typed(page, "loo queue")
    assert any("/search/search." in url for url in requested)


def test_the_first_answer_is_right_and_shows_the_words_to_say(site_url: str, page: Page) -> None:
    page.goto(site_url)
    typed(page, "someone is in my seat")
    first = page.locator(RESULTS).first
    expect(first).to_have_attribute("href", re.compile("scenarios/seat-already-taken/"))
    expect(first.locator(".pb-found-say")).to_contain_text("Say:")
    expect(first.locator("mark").first).to_have_text(re.compile("seat", re.IGNORECASE))


@pytest.mark.parametrize(
    ("query", "address", "said"),
    [
        ("seats sold twice", "scenarios/seat-already-taken/", "“Our seats were sold twice”"),
        ("what should I wear", "touchpoints/gets-ready/", "“What should I wear?”"),  # and not “What do people wear?”
        ("nudity", "scenarios/is-it-suitable/", "“Is it all right for a seven-year-old?”"),  # nothing is like it
    ],
)
def test_a_result_shows_what_patrons_say_that_is_most_like_the_query(
    site_url: str, page: Page, query: str, address: str, said: str
) -> None:
    page.goto(site_url)
    typed(page, query)
    expect(page.locator(f'{RESULTS}[href*="{address}"] .pb-found-question')).to_have_text(said)


def test_a_result_without_a_sentence_shows_none(site_url: str, page: Page) -> None:
    page.goto(site_url)
    typed(page, "running times from stage to front of house")
    first = page.locator(RESULTS).first
    expect(first).to_have_attribute("href", re.compile("internal-services/"))
    expect(first).not_to_contain_text("undefined")


def test_what_another_letter_does_not_change_is_not_drawn_again(site_url: str, page: Page) -> None:
    page.goto(site_url)
    typed(page, "latecom")
    page.evaluate("document.querySelector('#pb-found [role=option]').isKept = true")
    page.keyboard.type("e")
    expect(page.locator("[data-pb-panel]")).to_have_attribute("aria-busy", "false")
    assert page.evaluate("document.querySelector('#pb-found [role=option]').isKept")
    shown = page.locator(RESULTS).count()
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(RESULTS).nth(shown)).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("r ticket")
    expect(page.locator("[data-pb-panel]")).to_have_attribute("aria-busy", "false")
    assert not page.evaluate("document.querySelector('#pb-found [role=option]')?.isKept")


def test_a_new_answer_is_shown_from_the_top(site_url: str, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 400})
    page.goto(site_url)
    typed(page, "ticket")
    panel = page.locator("[data-pb-panel]")
    panel.evaluate("panel => panel.scrollTo(0, panel.scrollHeight)")
    page.wait_for_function("panel => panel.scrollTop > 0", arg=panel.element_handle())
    page.keyboard.press("/")
    page.keyboard.type(" desk")
    page.wait_for_function("panel => panel.scrollTop === 0", arg=panel.element_handle())


def test_shards_are_fetched_and_not_run_where_that_is_possible(site_url: str, page: Page) -> None:
    requested = shards_requested(page)
    page.goto(site_url)
    typed(page, "intermission")
    assert {kind for _, kind in requested} == {"fetch"}


def test_five_answers_to_one_word_are_shown_and_most_arrive_with_the_word(site_url: str, page: Page) -> None:
    requested = shards_requested(page)
    page.goto(site_url)
    typed(page, "wheelchair ")
    assert page.locator(RESULTS).count() == 5
    assert len([url for url, _ in requested if "/entries-" in url]) <= 2


def test_a_word_is_marked_when_only_a_prefix_is_typed(site_url: str, page: Page) -> None:
    page.goto(site_url)
    typed(page, "whe")
    marks = page.locator(RESULTS).locator("mark").all_text_contents()
    assert marks
    assert all(mark.lower().startswith("whe") for mark in marks)


def test_the_first_two_letters_of_a_further_word_change_nothing(site_url: str, page: Page) -> None:
    page.goto(site_url)
    typed(page, "wheelchair space ")
    before = page.locator(RESULTS).all_text_contents()
    for letter in "qu":
        page.keyboard.type(letter)
        expect(page.locator("[data-pb-panel]")).to_have_attribute("aria-busy", "false")
        assert page.locator(RESULTS).all_text_contents() == before


@pytest.mark.parametrize("shortcut", ["/", "Control+k", "Meta+k"])
def test_shortcuts_open_the_box(site_url: str, page: Page, shortcut: str) -> None:
    page.goto(site_url)
    page.keyboard.press(shortcut)
    expect(page.locator(BOX)).to_be_focused()


def test_arrows_choose_and_enter_opens(site_url: str, page: Page) -> None:
    page.goto(site_url)
    typed(page, "intermission")
    box = page.locator(BOX)
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "pb-found-1")
    expect(page.locator("#pb-found-1")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/touchpoints/interval/"))


def test_enter_opens_the_first_answer_and_back_returns_to_the_results(site_url: str, page: Page) -> None:
    page.goto(site_url)
    typed(page, "intermission")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/touchpoints/interval/"))
    page.go_back()
    expect(page.locator(BOX)).to_have_value("intermission")
    expect(page.locator(RESULTS).first).to_be_visible()


def test_escape_closes_the_box_and_then_empties_it(site_url: str, page: Page) -> None:
    page.goto(site_url)
    typed(page, "interval")
    page.keyboard.press("Escape")
    expect(page.locator("[data-pb-panel]")).to_be_hidden()
    expect(page.locator(BOX)).to_have_value("interval")
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_have_value("")
    assert "q=" not in page.url


def test_a_box_closed_while_it_waits_for_an_answer_stays_closed(site_url: str, page: Page) -> None:
    page.goto(site_url)
    typed(page, "loo queue")
    page.keyboard.type("s")
    page.keyboard.press("Escape")
    page.wait_for_timeout(400)  # longer than a pause in typing
    expect(page.locator("[data-pb-panel]")).to_be_hidden()
    assert page.locator("[data-pb-panel]").get_attribute("hidden") is not None


def test_the_address_keeps_the_query(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}?q=loo+queue")
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator(BOX)).to_have_value("loo queue")


def test_results_are_announced(site_url: str, page: Page) -> None:
    page.goto(site_url)
    typed(page, "intermission")
    expect(page.locator(STATUS)).to_contain_text(re.compile(r"\d+ results?\. First: "))


@pytest.mark.parametrize(
    "words",
    [
        "<img src=x onerror=document.title='hit'>",
        "<script>document.title='hit'</script>",
        "seat\u202e\u0000\u0007",
        "(.*)+[a-z]{1,99}\\ $& $1",
        "مقعد seat",
        "x",
        "x" * 10_000,
        "seat " * 2_000,
    ],
)
def test_hostile_words_are_only_words(site_url: str, page: Page, words: str) -> None:
    page.goto(site_url)
    page.locator(BOX).focus()
    page.evaluate(
        """(words) => {
          const box = document.querySelector("#pb-query");
          box.value = words;
          box.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        words,
    )
    expect(page.locator(STATUS)).to_contain_text(ANSWERED)
    assert page.evaluate(ALIVE) == 0
    assert page.title() != "hit"


def test_a_hostile_address_is_only_words(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}?q=%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D'hit'%3E&__proto__=x")
    expect(page.locator(STATUS)).to_contain_text(ANSWERED)
    assert page.evaluate(ALIVE) == 0
    assert page.title() != "hit"


def test_the_box_fits_a_phone(site_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(width=320, height=640)
    page.goto(site_url)
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("loo queue")
    expect(page.locator(RESULTS).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Close").click()
    expect(page.locator("[data-pb-panel]")).to_be_hidden()


def test_search_works_from_a_file_share(file_site: Path, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto((file_site / "index.html").as_uri())
    typed(page, "intermission")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/touchpoints/interval\.html"))


@pytest.fixture
def site_below_a_path(small_data: Path, small_project: Path, tmp_path: Path) -> Path:
    """A site that knows its address to be below SUB_PATH."""
    data = shutil.copytree(small_data, tmp_path / "data")
    organisation = (data / "organisation.yml").read_text("utf-8")
    address = f"site: https://playbook.example.org{SUB_PATH}"
    (data / "organisation.yml").write_text(re.sub("^site: .*$", address, organisation, flags=re.MULTILINE), "utf-8")
    return building.build(data, tmp_path / "site", project=small_project)


def test_the_not_found_page_searches_for_the_words_in_the_address(
    site_below_a_path: Path, serve: Callable[[Path], str], new_page: Callable[..., Page]
) -> None:
    missing = f"{serve(site_below_a_path)}tips/deep/down/light-the-lamp-old/"
    page = new_page()
    page.route(missing, lambda route: route.fulfill(path=site_below_a_path / "404.html"))
    page.goto(missing)
    nearest = page.locator("[data-pb-nearest] a")
    expect(nearest.first).to_be_visible()
    assert all((link.get_attribute("href") or "").startswith(SUB_PATH) for link in nearest.all())
