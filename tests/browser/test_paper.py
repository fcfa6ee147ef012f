"""What only a browser can show of printed pages: what fits on a sheet, what is left out, and what is added."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from playbook.model import Playbook

POINT = 96 / 72
SHEETS = {"A4": (210, 297), "Letter": (216, 279)}
"""Width and height in millimetres."""
MARGINS = (24, 24)
"""What 90-print.css keeps free of the width and of the height, in millimetres."""


def on_paper(page: Page, sheet: str) -> int:
    """Shows the page as it is printed; returns the height of one sheet's content in pixels."""
    width, height = (
        round((size - margin) * 72 / 25.4 * POINT) for size, margin in zip(SHEETS[sheet], MARGINS, strict=True)
    )
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(media="print")
    return height


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_essentials_of_every_department_fit_on_one_sheet(
    sheet: str, page: Page, site_url: str, default_playbook: Playbook
) -> None:
    height = on_paper(page, sheet)
    too_long = []
    for department in default_playbook.departments:
        page.goto(f"{site_url}departments/{department}/")
        summary = page.locator(".pb-summary").bounding_box()
        assert summary is not None
        if summary["y"] + summary["height"] > height:
            too_long.append(department)
    assert too_long == []


@pytest.mark.parametrize("path", ["departments/box-office/", "touchpoints/interval/", "tips/smile-first/", "words/"])
def test_menus_and_buttons_are_not_printed(path: str, page: Page, site_url: str) -> None:
    page.goto(site_url + path)
    on_paper(page, "A4")
    for chrome in (".pb-header", ".pb-drawer", ".pb-crumbs", ".pb-jump", ".pb-print"):
        for element in page.locator(chrome).all():
            assert not element.is_visible(), chrome


def test_what_an_editor_has_to_do_is_not_printed_on_what_others_hang_up(page: Page, site_url: str) -> None:
    on_paper(page, "A4")
    page.goto(f"{site_url}departments/box-office/")
    assert page.locator("#due").count() == 1
    assert not page.locator("#due").is_visible()
    page.goto(f"{site_url}roles/door-supervisor/")
    assert not page.get_by_text("Improve this page").is_visible()


SHEET_FOOT = "getComputedStyle(document.documentElement).getPropertyValue('--pb-sheet-foot')"


def test_the_foot_of_every_sheet_says_its_edition_and_when_and_where_it_was_printed(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}tips/smile-first/")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    foot = page.evaluate(SHEET_FOOT)
    assert re.fullmatch(rf'".+ · Edition \d{{4}}-\d\d.* · Printed on .+ from {site_url}tips/smile-first/"', foot)
    on_paper(page, "A4")
    # What is on every sheet is not repeated at the end.
    assert "Edition" not in page.locator(".pb-foot").inner_text()


def test_a_browser_without_margin_boxes_says_it_once_at_the_end(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}tips/smile-first/")
    page.evaluate("delete window.CSSMarginRule")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    on_paper(page, "A4")
    foot = page.locator(".pb-foot").inner_text()
    assert "Edition" in foot
    assert f"from {site_url}tips/smile-first/" in foot


@pytest.mark.parametrize("words", ['a "quoted" title', "back \\ slash", "two\nlines", "}</style>"])
def test_no_address_breaks_the_foot(words: str, page: Page, site_url: str) -> None:
    page.goto(f"{site_url}tips/smile-first/?text={quote(words)}")
    page.evaluate("words => { document.querySelector('.pb-foot').firstElementChild.textContent = words; }", words)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert "Printed on" in page.evaluate(SHEET_FOOT)


def test_what_is_folded_on_the_screen_is_printed(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}trainers-room/")
    on_paper(page, "A4")
    folded = page.locator("details:not([open]) li").first
    box = folded.bounding_box()
    assert box is not None
    assert box["height"] > 0


def test_addresses_on_the_web_are_spelled_out(page: Page, site_url: str, default_playbook: Playbook) -> None:
    source = next(source for source in default_playbook.sources.values() if source.address)
    page.goto(f"{site_url}sources/{source.id}/")
    on_paper(page, "A4")
    assert str(source.address) in page.locator(".pb-head").inner_text()


def test_a_page_that_prints_as_a_sheet_has_a_button_for_it(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}departments/finance/")
    page.evaluate("window.print = () => { document.body.dataset.asked = 'yes'; }")
    page.get_by_role("button", name="Print this sheet").click()
    assert page.locator("body").get_attribute("data-asked") == "yes"
