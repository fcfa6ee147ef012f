"""Whatever a script says is marked, in every state that it can be brought into on the site in the pseudo-language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.search.boxes import typed
from tests.serving import SiteServer
from tests.wording.other_letters import KNOWN, in_other_letters, unmarked, words_read

NOTHING = "жжжжж щщщщщ"
"""Finds nothing."""


def read(page: Page) -> set[str]:
    """What is unmarked on the page as it is now."""
    return unmarked(words_read(page.content()), KNOWN)


def unfold(page: Page) -> None:
    """Opens everything that can be unfolded."""
    page.locator("details").evaluate_all("(folds) => folds.forEach((fold) => { fold.open = true; })")


def search_for(words: str) -> Callable[[Page], None]:
    """Searches in the box, and asks for what it offers besides."""

    def search(page: Page) -> None:
        typed(page, words)
        offers = page.locator(".pb-search-after button")
        offers.evaluate_all("(buttons) => buttons.forEach((button) => button.click())")
        unfold(page)

    return search


def find_no_tip(page: Page) -> None:
    """Leaves no tip in the tip finder."""
    expect(page.locator("[data-ready]")).to_be_attached()
    unfold(page)
    page.locator("input[name=department]").first.check()
    page.locator("#pb-finder-text").fill(NOTHING)
    expect(page.locator("[data-none]")).to_be_visible()
    unfold(page)


def find_no_answer(page: Page) -> None:
    """Leaves no answer among what they said."""
    expect(page.locator("[data-ready]")).to_be_attached()
    page.locator("main input[type=text], main input[type=search]").first.fill(NOTHING)
    expect(page.locator("[data-none]")).to_be_visible()
    unfold(page)


def mistype(name: str, value: str) -> Callable[[Page], None]:
    """Types a value into a field of the running order."""

    def fill(page: Page) -> None:
        field = page.locator(f"#clock-{name}")
        field.fill(value)
        field.press("Tab")

    return fill


def choose(name: str) -> Callable[[Page], None]:
    """Chooses each entry of a list in turn."""

    def select(page: Page) -> None:
        field = page.locator(f"#clock-{name}")
        for number in range(field.locator("option").count()):
            field.select_option(index=number)
            assert read(page) == set()

    return select


def choose_what_nothing_fits(page: Page) -> None:
    """Chooses a stage and each department in turn, until nothing fits."""
    stage, department = page.locator("main select").nth(0), page.locator("main select").nth(1)
    stage.select_option(index=4)
    for number in range(1, department.locator("option").count()):
        department.select_option(index=number)
        assert read(page) == set()


def tick_one(page: Page) -> None:
    """Ticks the first step."""
    page.locator("[data-checklist] input").first.check()


def tick_all(page: Page) -> None:
    """Ticks every step."""
    for box in page.locator("[data-checklist] input").all():
        box.check()


def do_nothing(page: Page) -> None:
    """Leaves the page as scripts have made it."""


STATES = {
    "search that finds": ("", search_for(in_other_letters("ticket"))),
    "search for an emergency": ("", search_for(in_other_letters("fire"))),
    "search that finds nothing": ("", search_for(NOTHING)),
    "tip finder": ("tip-finder/", do_nothing),
    "tip finder without a tip": ("tip-finder/", find_no_tip),
    "they said": ("they-said/", do_nothing),
    "they said without an answer": ("they-said/", find_no_answer),
    "running order": ("clock/", do_nothing),
    "no time of day": ("clock/", mistype("start", "полдень")),
    "no number of minutes": ("clock/", mistype("first", "много")),
    "nothing after the interval": ("clock/", mistype("second", "0")),
    "after midnight": ("clock/", mistype("start", "23:50")),
    "every department": ("clock/", choose("department")),
    "every kind of evening": ("clock/", choose("evening")),
    "an unknown department": ("clock/?department=nobody", do_nothing),
    "blueprint": ("blueprint/", choose_what_nothing_fits),
    "switch of views": ("our-view-their-view/", do_nothing),
    "a checklist": ("routines/close-down/", do_nothing),
    "one tick": ("routines/close-down/", tick_one),
    "all ticks": ("routines/close-down/", tick_all),
}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("state", STATES)
def test_every_word_of_a_script_is_marked(
    state: str, width: int, pseudo_url: str, new_page: Callable[..., Page]
) -> None:
    path, bring_about = STATES[state]
    page = new_page(width=width)
    page.goto(pseudo_url + path)
    bring_about(page)
    assert read(page) == set()


def test_a_page_that_is_not_here_offers_others_in_the_language_of_the_site(pseudo_site: Path, browser: Browser) -> None:
    server = SiteServer(pseudo_site, "/")  # where the house says that its site begins
    page = browser.new_page()
    page.goto(f"{server.url}404.html")
    expect(page.locator("[data-pb-not-found]")).to_be_attached()
    assert read(page) == set()
    page.close()
    server.stop()


def test_a_script_speaks_the_language_of_the_site(pseudo_url: str, page: Page) -> None:
    page.goto(f"{pseudo_url}routines/close-down/")
    expect(page.locator("[data-ticks-progress]")).to_contain_text("⟦")


def test_without_storage_a_checklist_says_so(pseudo_url: str, page: Page) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('none'); } });")
    page.goto(f"{pseudo_url}routines/close-down/")
    tick_one(page)
    assert read(page) == set()
