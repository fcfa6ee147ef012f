"""Emergencies in a real browser: one tap from every page, one screen of a phone, one sheet of paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from playbook.model import Playbook
from tests import building
from tests.browser.test_accessibility import SCREENS, violations
from tests.conftest import TODAY
from tests.kinds_of_pages import one_of_each_kind
from tests.layout import faults_of
from tests.serving import SiteServer

PATHS = ("emergency/", "scenarios/taken-ill/", "scenarios/", "roles/usher/", "touchpoints/finds-seat/", "they-said/")
"""The pages that show what is urgent, each in its own way."""
DANGER = "scenarios/taken-ill/"
TARGET = 44
"""Pixels that a finger needs."""
PHONE = {"width": 390, "height": 844}
SHEETS = {"A4": 210, "A5": 148, "Letter": 216}
"""The width of each in millimetres."""
MARGINS = 24
"""Millimetres that 90-print.css keeps free of the width."""
MILLIMETRE = 96 / 25.4

REACHED = """() => {
  const door = document.querySelector(".pb-door");
  const {left, right, top, bottom, width, height} = door.getBoundingClientRect();
  const ends = [[left + 4, top + height / 2], [right - 4, top + height / 2], [left + width / 2, top + height / 2]];
  const isFree = ends.every(([x, y]) => document.elementFromPoint(x, y) === door);
  return isFree && left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight ? Math.min(width, height) : 0;
}"""
"""The smaller side of the door where nothing covers it and all of it is on the screen."""


@pytest.fixture(scope="session")
def small_url(small_site: Path, serve: Callable[[Path], str]) -> str:
    """The address of the home page of the small playbook's site, ending in a slash."""
    return serve(small_site)


@pytest.mark.parametrize(("width", "colours"), SCREENS)
def test_every_kind_of_page_has_a_door_that_a_finger_can_press(
    width: int, colours: str, small_site: Path, small_url: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(width=width, color_scheme=colours)
    too_small = []
    for path in one_of_each_kind(small_site):
        page.goto(small_url + path)
        if page.evaluate(REACHED) < TARGET:
            too_small.append(path)
    assert too_small == []


@pytest.mark.parametrize("width", [1280, 320])
def test_so_has_the_page_that_is_not_there(
    width: int, small_site: Path, browser: Browser, request: pytest.FixtureRequest
) -> None:
    server = SiteServer(small_site, "/mill-lane/")  # where the house says that its site begins
    request.addfinalizer(server.stop)
    page = browser.new_page(viewport={"width": width, "height": 700})
    request.addfinalizer(page.close)
    page.goto(f"{server.url}404.html")
    assert page.evaluate(REACHED) >= TARGET
    page.locator(".pb-door").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Emergency")


def test_a_page_from_a_file_share_has_it_too(
    built: Callable[..., Path], small_data: Path, small_project: Path, page: Page
) -> None:
    files = {"options": ("--no-directory-urls",), "environment": building.on_day(TODAY)}
    site = built("small-files", small_data, project=small_project, **files)
    for name in ("tips/look-up.html", "welcome.html"):
        page.goto((site / name).as_uri())
        page.locator(".pb-door").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Emergency")


@pytest.mark.parametrize("width", [1280, 390])
def test_from_any_page_the_keyboard_leads_to_what_to_do(
    width: int, small_url: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(width=width)
    page.goto(f"{small_url}tips/look-up/")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.pb-door')"):
            break
    expect(page.locator(".pb-door")).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/emergency/")
    door = page.locator(".pb-dangers a").first
    door.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Someone is ill or hurt, or does not answer")


def fold_end(page: Page) -> float:
    """Where what can be unfolded ends, in pixels from the top of the page."""
    end: float = page.evaluate("document.querySelector('.pb-urgent-folds').getBoundingClientRect().bottom + scrollY")
    return end


def test_seven_steps_of_sixteen_words_are_one_screen_of_a_phone(small_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(**PHONE)
    page.goto(small_url + DANGER)
    steps = page.locator(".pb-urgent-steps > li")
    assert [len(step.split()) for step in steps.all_inner_texts()] == [16] * 7
    assert fold_end(page) <= PHONE["height"]
    for part in (".pb-ring-number a", ".pb-ring-address", ".pb-ring-call", "h1", ".pb-urgent-steps > li:last-child"):
        expect(page.locator(part)).to_be_in_viewport(ratio=1)


def test_seven_steps_of_thirteen_words_leave_room_for_the_foot(small_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(**PHONE)
    page.goto(small_url + DANGER)
    page.evaluate(
        """() => { for (const step of document.querySelectorAll(".pb-urgent-steps > li")) {
          step.textContent = step.textContent.split(" ").slice(0, 13).join(" ");
        } }"""
    )
    assert page.evaluate("document.documentElement.scrollHeight") <= PHONE["height"]


def test_every_urgent_scenario_that_comes_with_the_project_is_one_screen_of_a_phone(
    default_playbook: Playbook, site_url: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(**PHONE)
    too_long = []
    for scenario in default_playbook.urgent_scenarios():
        page.goto(f"{site_url}scenarios/{scenario.id}/")
        if fold_end(page) > PHONE["height"]:
            too_long.append((scenario.id, fold_end(page)))
    assert too_long == []


@pytest.mark.parametrize(("width", "size"), [(390, 20), (320, 20), (1280, 24)])
def test_the_steps_are_large(width: int, size: int, small_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(width=width)
    page.goto(small_url + DANGER)
    assert (
        page.evaluate("parseFloat(getComputedStyle(document.querySelector('.pb-urgent-steps > li')).fontSize)") >= size
    )


@pytest.mark.parametrize(
    "part", [".pb-ring-number a", ".pb-urgent-folds summary", ".pb-urgent-doors a", ".pb-dangers a"]
)
@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_pressed_in_a_hurry_is_as_large_as_a_finger(
    width: int, part: str, small_url: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(width=width)
    seen = 0
    for path in PATHS:
        page.goto(small_url + path)
        boxes = [box for element in page.locator(part).all() if (box := element.bounding_box())]
        assert [box for box in boxes if min(box["width"], box["height"]) < TARGET] == []
        seen += len(boxes)
    assert seen > 0


def test_a_phone_folds_the_words_and_the_keyboard_unfolds_them(small_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(**PHONE)
    page.goto(small_url + DANGER)
    words = page.get_by_text("I am staying with you.")
    expect(words).not_to_be_visible()
    page.locator("summary", has_text="Say").focus()
    page.keyboard.press("Enter")
    expect(words).to_be_visible()


def test_a_desk_has_room_for_the_words_beside_the_steps(small_url: str, page: Page) -> None:
    page.goto(small_url + DANGER)
    expect(page.get_by_text("I am staying with you.")).to_be_in_viewport()
    expect(page.get_by_text("Moving anyone who fell")).to_be_in_viewport()
    expect(page.get_by_text("Who looked after the people")).not_to_be_visible()


@pytest.mark.parametrize(("width", "colours"), SCREENS)
def test_what_is_urgent_is_accessible_and_lies_well(
    width: int, colours: str, small_url: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(width=width, color_scheme=colours, reduced_motion="reduce")
    found = {}
    for path in PATHS:
        page.goto(small_url + path)
        page.evaluate("document.querySelectorAll('.pb-urgent-folds details').forEach(fold => { fold.open = true; })")
        if lines := [*violations(page), *faults_of(page)]:
            found[path] = lines
    assert found == {}


def test_nothing_is_known_by_its_colour_alone(small_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(forced_colors="active")
    for path in PATHS:
        page.goto(small_url + path)
        word = page.locator(".pb-urgent-word, .pb-urgent-doors h2, h2#urgent, .pb-door").first
        expect(word).to_be_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.pb-door')).borderBlockStartStyle") == "solid"


def as_printed(page: Page, sheet: str) -> None:
    """Shows the page as it is printed on a sheet, whose width all sizes follow."""
    width = round((SHEETS[sheet] - MARGINS) * MILLIMETRE)
    page.set_viewport_size({"width": width, "height": width * 2})
    page.emulate_media(media="print")


def capitals(page: Page, part: str) -> float:
    """How high capitals are in a part of the page, in millimetres."""
    size: float = page.evaluate(
        """(part) => {
          const {fontSize, fontSizeAdjust} = getComputedStyle(document.querySelector(part));
          return parseFloat(fontSize) * parseFloat(fontSizeAdjust.replace("cap-height ", ""));
        }""",
        part,
    )
    return size / MILLIMETRE


@pytest.mark.parametrize(("sheet", "title", "step"), [("A4", 10, 5), ("A5", 0, 3.5)])
def test_a_poster_is_read_across_a_room(sheet: str, title: float, step: float, small_url: str, page: Page) -> None:
    page.goto(small_url + DANGER)
    as_printed(page, sheet)
    assert capitals(page, "h1") >= title
    assert capitals(page, ".pb-ring-number a") >= title
    assert capitals(page, ".pb-urgent-steps > li") >= step


def test_a_poster_says_what_to_do_whom_to_call_and_nothing_that_is_folded(small_url: str, page: Page) -> None:
    page.goto(small_url + DANGER)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    as_printed(page, "A4")
    words = page.locator(".pb").inner_text()
    for said in ("Ring 999", "3 Mill Lane", "Usher: radio channel 1", "does not answer", "wave the ambulance to us"):
        assert said in words
    for folded in (
        "I am staying with you",
        "Moving anyone who fell",
        "accident book",
        "Improve this page",
        "Print this",
    ):
        assert folded not in words
    foot = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--pb-sheet-foot')")
    assert re.fullmatch(rf'"Mill Lane Theatre · Edition 2026-02.* from {small_url}{DANGER}"', foot)


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("path", [DANGER, "emergency/"])
def test_it_is_one_sheet_of_paper(path: str, sheet: str, small_url: str, page: Page) -> None:
    page.goto(small_url + path)
    assert sheets(page, sheet) == 1


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_urgent_scenario_that_comes_with_the_project_is_one_sheet_of_paper(
    sheet: str, default_playbook: Playbook, site_url: str, page: Page
) -> None:
    urgent = default_playbook.urgent_scenarios()
    too_long = []
    for path in (*(f"scenarios/{scenario.id}/" for scenario in urgent), *(["emergency/"] if urgent else [])):
        page.goto(site_url + path)
        if sheets(page, sheet) != 1:
            too_long.append(path)
    assert too_long == []


def sheets(page: Page, sheet: str) -> int:
    """How many sheets of paper the page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=sheet)))


def test_a_second_sheet_is_noticed(small_url: str, page: Page) -> None:
    page.goto(small_url + DANGER)
    page.evaluate(
        "document.querySelector('.pb-urgent-steps').append(...Array.from({length: 9}, () => 'Go on. '.repeat(90)))"
    )
    assert sheets(page, "A4") > 1
