"""The tip finder and They said… as people use them, with and without a script."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from playbook.model import Playbook
from playbook.views import they_said
from playbook.views.context import Context
from tests.conftest import TODAY


def shown(page: Page) -> Locator:
    return page.locator("[data-tip]:visible")


def open_finder(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("[data-ready]")).to_be_attached()
    page.locator("details").evaluate_all("(groups) => groups.forEach((group) => { group.open = true; })")


def test_facets_narrow_and_further_choices_in_one_widen(site_url: str, default_playbook: Playbook, page: Page) -> None:
    open_finder(page, f"{site_url}tip-finder/")
    page.check("input[name=stage][value=before]")
    before = shown(page).count()
    page.check("input[name=effort][value=plan]")
    narrowed = shown(page).count()
    page.check("input[name=effort][value=now]")
    assert narrowed < before == shown(page).count()
    stage_of = {touchpoint.id: touchpoint.stage for touchpoint in default_playbook.touchpoints.values()}
    tips = default_playbook.tips.values()
    assert before == sum(any(stage_of[touchpoint_id] == "before" for touchpoint_id in tip.touchpoints) for tip in tips)


def test_counts_say_what_each_choice_would_leave(site_url: str, page: Page) -> None:
    open_finder(page, f"{site_url}tip-finder/?stage=during")
    promised = int(page.locator('[data-count="department:front-of-house"]').inner_text())
    page.check("input[name=department][value=front-of-house]")
    assert shown(page).count() == promised


def test_the_address_carries_the_choice(site_url: str, page: Page) -> None:
    open_finder(page, f"{site_url}tip-finder/?department=library,evil%3Cb%3E&level=nonsense&sort=title&text=chairs")
    expect(page.locator("input[name=department]:checked")).to_have_count(1)
    expect(page.locator("#pb-finder-sort")).to_have_value("title")
    expect(page.locator("#pb-finder-text")).to_have_value("chairs")
    expect(shown(page).first).to_be_visible()
    assert parse_qs(urlsplit(page.url).query) == {"department": ["library"], "sort": ["title"], "text": ["chairs"]}


def test_clear_all_shows_every_tip(site_url: str, default_playbook: Playbook, page: Page) -> None:
    open_finder(page, f"{site_url}tip-finder/?department=library&text=chairs")
    page.get_by_role("button", name="Clear all").click()
    expect(shown(page)).to_have_count(len(default_playbook.tips))
    assert urlsplit(page.url).query == ""


def test_words_are_searched_with_the_same_engine(site_url: str, page: Page) -> None:
    open_finder(page, f"{site_url}tip-finder/?text=loo+queues")
    expect(shown(page).first.locator("a")).to_have_attribute("href", re.compile("toilet-queues"))


def test_surprise_me_opens_a_tip_that_is_shown(site_url: str, page: Page) -> None:
    open_finder(page, f"{site_url}tip-finder/?department=library")
    expect(page.locator("input[name=department]:checked")).to_have_count(1)
    page.get_by_role("button", name="Surprise me").click()
    page.wait_for_url(re.compile("/tips/"))


def test_without_a_script_every_tip_is_listed(
    site_url: str, default_playbook: Playbook, new_page: Callable[..., Page]
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}tip-finder/")
    assert shown(page).count() == len(default_playbook.tips)
    expect(page.locator(".pb-facets")).to_be_hidden()


def test_what_is_filtered_is_printed(site_url: str, page: Page) -> None:
    open_finder(page, f"{site_url}tip-finder/?department=library&stage=during")
    expect(page.locator(".pb-facets input:checked")).to_have_count(2)
    page.emulate_media(media="print")
    expect(page.locator(".pb-facets")).to_be_hidden()
    expect(page.locator("[data-chosen]")).to_have_text("Library · During")


def test_a_phone_has_room_for_the_finder(site_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(width=320, height=640)
    page.goto(f"{site_url}tip-finder/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_typing_a_sentence_leaves_its_answers(site_url: str, page: Page) -> None:
    open_finder(page, f"{site_url}they-said/")
    page.fill("#pb-said-text", "somebody is sitting in my seat")
    answer = page.locator('[data-answer="scenario:seat-already-taken"]')
    expect(page.locator("[data-shown]").last).to_contain_text(" answers")
    expect(answer).to_be_visible()
    for group in page.locator("[data-group]:not([hidden])").all():
        shown = group.locator("[data-answer]:not([hidden])").count()
        expect(group.locator("[data-count]")).to_have_text(str(shown))
    answer.locator("summary").click()
    expect(answer).to_contain_text("Say")
    expect(answer).to_contain_text("Call")


def test_every_sentence_is_on_the_page(small_playbook: Playbook) -> None:
    prepared = they_said.VIEW.prepare(Context(small_playbook.published(), TODAY))
    answers = {answer.record: set(answer.utterances) for moment in prepared.moments for answer in moment.answers}
    for kind in ("scenario", "touchpoint", "tip", "access"):
        for record in small_playbook.published().of_kind(kind).values():
            said = set(getattr(record, "utterances", ()))
            assert said == answers.get((kind, record.id), set())


def test_every_answer_says_what_to_do_and_whom_to_call(default_playbook: Playbook) -> None:
    prepared = they_said.VIEW.prepare(Context(default_playbook, TODAY))
    answers = [answer for moment in prepared.moments for answer in moment.answers]
    assert [answer.record for answer in answers if not answer.do or not answer.call] == []


def test_a_sentence_that_nobody_has_written_down_can_be_taught(site_url: str, page: Page) -> None:
    open_finder(page, f"{site_url}they-said/?said=xylophone+quokka")
    expect(page.locator("[data-none]")).to_contain_text("Nothing found for “xylophone quokka”.")
    page.get_by_text("Add these words to the search").click()
    expect(page.locator("[data-none] pre code")).to_have_text('aliases: ["xylophone quokka"]')
    page.fill("#pb-said-text", "")
    expect(page.locator("[data-none]")).to_be_hidden()
    expect(page.locator("[data-group]:visible")).to_have_count(page.locator("[data-group]").count())


def test_the_finder_says_so_when_no_tip_is_left(site_url: str, page: Page) -> None:
    open_finder(page, f"{site_url}tip-finder/?department=finance&touchpoint=performance&minutes=longer")
    expect(page.locator("[data-none]")).to_contain_text("No tip matches all of these.")
    expect(page.get_by_role("button", name="Surprise me")).to_be_disabled()
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator("[data-none]")).to_be_hidden()
    page.fill("#pb-finder-text", "xylophone quokka")
    page.get_by_text("Add these words to the search").click()
    expect(page.locator("[data-none] pre code")).to_have_text('aliases: ["xylophone quokka"]')
