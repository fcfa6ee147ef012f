"""Emergencies for those who need larger letters, have only a keyboard, or hold a phone in one hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_emergency import DANGER, PHONE, REACHED, TARGET

HALF_A_PHONE = {"width": PHONE["width"] // 2, "height": PHONE["height"] // 2}
"""What is left of a phone when letters are twice as large."""
LARGE_LETTERS = ("emergency/", DANGER, "scenarios/", "roles/first-aider/", "they-said/", "tips/smile-first/")
LEGIBLE = 120
"""Pixels: a column that is narrower breaks within words."""


@pytest.mark.parametrize("path", LARGE_LETTERS)
def test_letters_twice_as_large_push_nothing_off_a_phone(
    path: str, site_url: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(**HALF_A_PHONE)
    page.goto(site_url + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= HALF_A_PHONE["width"]
    assert page.evaluate(REACHED) >= TARGET
    for text in page.locator(".pb-ring-address, .pb-dangers a, .pb-urgent-doors a").all():
        box = text.bounding_box()
        assert box is not None
        assert box["width"] >= LEGIBLE


def test_the_doors_to_all_dangers_are_one_screen_of_a_phone(site_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(**PHONE)
    page.goto(f"{site_url}emergency/")
    doors = page.locator(".pb-dangers a")
    assert doors.count() > 1
    for door in doors.all():
        expect(door).to_be_in_viewport(ratio=1)
        expect(door.locator("strong")).to_be_visible()


def test_what_a_phone_unfolds_comes_onto_the_screen(site_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(**PHONE)
    page.goto(site_url + DANGER)
    page.locator("summary", has_text="Say").click()
    expect(page.locator(".pb-urgent-folds details[open] li").last).to_be_in_viewport(ratio=1)


def test_in_they_said_what_to_do_follows_the_sentence_that_was_pressed(
    site_url: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(**PHONE)
    page.goto(f"{site_url}they-said/")
    answer = page.locator(".pb-answer").first
    answer.locator(".pb-sentence").first.click()
    expect(answer.locator(".pb-steps > li").first).to_be_in_viewport(ratio=1)


def test_in_a_search_an_emergency_is_red_and_its_door_as_large_as_a_finger(
    site_url: str, new_page: Callable[..., Page]
) -> None:
    page = new_page()
    page.goto(f"{site_url}tips/")
    red = page.evaluate("getComputedStyle(document.querySelector('.pb-door')).backgroundColor")
    page.locator(".pb-search-line input").fill("asdf qwer")
    door = page.locator(".pb-help-urgent")
    expect(door).to_have_css("background-color", red)
    box = door.bounding_box()
    assert box is not None
    assert box["height"] >= TARGET


@pytest.mark.parametrize("width", [1280, 390])
def test_the_keyboard_sees_where_it_is_at_every_stop_of_the_header(width: int, site_url: str, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{site_url}tips/smile-first/")
    unseen = []
    for _ in range(12):
        page.keyboard.press("Tab")
        if not page.evaluate("!!document.activeElement.closest('.pb-header')"):
            continue
        if not page.evaluate(
            """() => {
              const stop = document.activeElement;
              const around = stop.closest(".pb-search-line") ?? stop;
              const seen = stop.matches(".md-option") ? stop.nextElementSibling : around;
              return seen.offsetWidth > 0 && getComputedStyle(seen).outlineStyle === "solid";
            }"""
        ):
            unseen.append(page.evaluate("document.activeElement.className"))
    assert unseen == []
