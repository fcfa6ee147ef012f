"""A word that found nothing, or the wrong thing, is taught to the playbook with a line that is ready to copy."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.search.boxes import RESULTS, typed


def test_a_search_without_results_offers_a_line_that_teaches_the_word(site_url: str, page: Page) -> None:
    page.goto(site_url)
    typed(page, "xylophone quokka")
    panel = page.locator(".pb-nothing")
    expect(panel).to_contain_text("Nothing found for “xylophone quokka”.")
    expect(page.locator(RESULTS)).to_have_count(0)
    page.get_by_text("Add these words to the search").click()
    expect(page.locator(".pb-teach pre code")).to_have_text('aliases: ["xylophone quokka"]')


def test_a_search_without_results_says_who_helps_and_how(
    small_site: Path, serve: Callable[[Path], str], new_page: Callable[..., Page]
) -> None:
    address = serve(small_site)
    page = new_page()
    page.goto(address)
    typed(page, "xylophone quokka")
    expect(page.locator(".pb-helps")).to_contain_text(re.compile(r"Usher|manager", re.IGNORECASE))


def test_a_search_without_results_links_to_the_lists_without_fetching_them(site_url: str, page: Page) -> None:
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(site_url)
    typed(page, "xylophone quokka")
    links = page.locator(".pb-nothing .pb-found")
    expect(links).to_have_count(3)
    expect(links.filter(has_text="They said")).to_have_attribute("href", re.compile(r"they-said/$"))
    assert not [url for url in requested if "/search/entries-" in url]


def test_the_record_that_a_word_belongs_to_can_be_chosen(site_url: str, page: Page) -> None:
    page.goto(site_url)
    typed(page, "xylophone quokka")
    page.get_by_text("Add these words to the search").click()
    place = page.locator(".pb-teach-place")
    expect(place).not_to_contain_text("playbook_data/")
    page.get_by_role("button", name="Choose the record").click()
    expect(page.get_by_role("textbox", name="It should find")).to_be_focused()
    page.get_by_role("textbox", name="It should find").fill("lost child")
    expect(place).to_contain_text("lost-child in playbook_data/scenarios/")
    page.get_by_role("textbox", name="or another record").fill("")
    expect(place).not_to_contain_text("playbook_data/")


def test_nothing_is_offered_that_leads_nowhere(site_url: str, page: Page) -> None:
    page.goto(site_url)
    typed(page, "xylophone quokka")
    page.get_by_text("Add these words to the search").click()
    expect(page.get_by_role("button", name="Copy the line")).to_be_visible()
    expect(page.get_by_text("Propose it")).to_be_hidden()  # the default playbook names no repository


def test_a_word_is_proposed_at_the_repository_with_its_line(
    small_site: Path, serve: Callable[[Path], str], new_page: Callable[..., Page]
) -> None:
    address = serve(small_site)
    page = new_page()
    page.goto(address)
    typed(page, "xylophone {title} $& quokka")
    page.get_by_text("Add these words to the search").click()
    page.get_by_role("button", name="Choose the record").click()
    page.get_by_role("textbox", name="It should find").fill("look up")
    expect(page.locator(".pb-teach-place")).to_contain_text("under look-up in ")
    expect(page.get_by_text("Propose it")).to_have_attribute(
        "href", re.compile(r"^https://github\.example/mill-lane/playbook/issues/new\?title=Search%3A%20\S+&body=\S+$")
    )
    address = page.get_by_text("Propose it").get_attribute("href") or ""
    asked = parse_qs(urlsplit(address).query)
    assert "“xylophone {title} $& quokka”" in asked["title"][0]
    assert 'aliases: ["xylophone {title} $& quokka"]' in asked["body"][0]


def test_a_wrong_answer_can_be_taught(site_url: str, page: Page) -> None:
    page.goto(site_url)
    typed(page, 'someone in my "seat"')
    page.get_by_role("button", name="Not what you meant?").click()
    expect(page.locator(".pb-teach pre code")).to_have_text('aliases: ["someone in my \\"seat\\""]')
    expect(page.locator(".pb-teach-place")).to_contain_text("playbook_data/scenarios/")
    expect(page.get_by_role("combobox", name="It should find")).to_be_focused()
    page.get_by_role("combobox", name="It should find").select_option(index=1)
    expect(page.locator(".pb-teach-place")).not_to_contain_text("seat-already-taken")
