"""The blueprint in a real browser: filters, one moment at a time on a phone, lines that run through, and paper."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from playbook.model import Playbook

HEADS = ".pb-blueprint thead th[data-touchpoint]:visible"
NAMES = "heads => heads.map(head => head.dataset.touchpoint)"


def _shown(page: Page) -> list[str]:
    names: list[str] = page.locator(HEADS).evaluate_all(NAMES)
    return names


def test_all_moments_stand_in_the_order_of_the_journey(site_url: str, page: Page, default_playbook: Playbook) -> None:
    page.goto(f"{site_url}blueprint/")
    assert _shown(page) == list(default_playbook.touchpoints)


def test_a_stage_shows_its_own_moments(site_url: str, page: Page, default_playbook: Playbook) -> None:
    page.goto(f"{site_url}blueprint/")
    page.get_by_label("Stage").select_option("leaving")
    assert _shown(page) == [
        touchpoint.id for touchpoint in default_playbook.touchpoints.values() if touchpoint.stage == "leaving"
    ]


def test_a_department_shows_the_moments_where_it_acts_and_marks_its_acts(
    site_url: str, page: Page, default_playbook: Playbook
) -> None:
    page.goto(f"{site_url}blueprint/")
    page.get_by_label("Department").select_option("finance")
    roles = {role.id for role in default_playbook.roles.values() if role.department == "finance"}
    acts = [act for act in default_playbook.contributions.values() if act.role in roles]
    assert set(_shown(page)) == {act.touchpoint for act in acts}
    assert page.locator(".pb-ours").count() == len(acts)


def test_the_choice_is_kept_in_the_address(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}blueprint/")
    page.get_by_label("Department").select_option("finance")
    shown = _shown(page)
    page.reload()
    assert _shown(page) == shown
    page.get_by_label("Department").select_option("")
    assert "department" not in page.url


@pytest.mark.parametrize("asked", ["stage=nowhere", "department=%22%5D%3Cb%3E", "stage=", "moment=1"])
def test_an_odd_address_shows_everything(site_url: str, page: Page, asked: str, default_playbook: Playbook) -> None:
    page.goto(f"{site_url}blueprint/?{asked}")
    assert len(_shown(page)) == len(default_playbook.touchpoints)


def test_a_choice_that_nothing_fits_says_so_kindly(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}blueprint/")
    page.get_by_label("Stage").select_option("leaving")
    for department in (
        page.get_by_label("Department").locator("option").evaluate_all("options => options.map(option => option.value)")
    ):
        page.get_by_label("Department").select_option(department)
        if not _shown(page):
            expect(page.get_by_role("status").filter(has_text="Nothing matches. Clear a filter.")).to_be_visible()
            return
    pytest.fail("every department acts when patrons leave; this test needs another stage")


def test_a_phone_shows_one_moment_and_steps_with_the_keyboard(
    site_url: str, new_page: Callable[..., Page], default_playbook: Playbook
) -> None:
    page = new_page(width=390, height=844)
    page.goto(f"{site_url}blueprint/")
    order = list(default_playbook.touchpoints)
    assert _shown(page) == order[:1]
    expect(page.get_by_role("button", name="Previous moment")).to_be_disabled()
    page.get_by_role("button", name="Next moment").press("Enter")
    assert _shown(page) == order[1:2]
    page.get_by_label("Moment", exact=True).select_option(order[-1])
    assert _shown(page) == order[-1:]
    expect(page.get_by_role("button", name="Next moment")).to_be_disabled()


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 2560])
def test_the_page_itself_never_scrolls_sideways(site_url: str, new_page: Callable[..., Page], width: int) -> None:
    page = new_page(width=width)
    for name in ("", "journey/", "blueprint/", "coverage/", "health/"):
        page.goto(f"{site_url}{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_rows_run_through_all_stages(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}blueprint/")
    tops = page.locator(".pb-row-backstage").evaluate_all("rows => rows.map(row => row.getBoundingClientRect().top)")
    assert len(set(tops)) == 1


def test_heads_stay_in_sight_while_the_table_scrolls(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}blueprint/")
    region = page.get_by_role("region", name="The service blueprint")
    region.evaluate("element => element.scrollTo(300, 500)")
    corner = region.bounding_box()
    head = page.locator(".pb-blueprint thead .pb-blueprint-head").first.bounding_box()
    assert corner is not None
    assert head is not None
    assert (round(head["x"] - corner["x"]), round(head["y"] - corner["y"])) in {(0, 0), (1, 1)}


def test_it_is_a_table_to_a_screen_reader(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}blueprint/")
    table = page.get_by_role("table").first
    assert table.get_by_role("columnheader").count() > 1
    expect(table.get_by_role("rowheader", name="Frontstage")).to_be_visible()


def test_without_script_everything_is_there(
    site_url: str, new_page: Callable[..., Page], default_playbook: Playbook
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}blueprint/")
    assert page.locator(HEADS).count() == len(default_playbook.touchpoints)
    expect(page.get_by_label("Stage")).to_be_hidden()


def test_the_whole_blueprint_fits_on_one_a3(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}blueprint/")
    assert len(_sheets(page.pdf(format="A3", landscape=True))) == 1


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_on_small_paper_it_takes_several_sheets_across(site_url: str, page: Page, paper: str) -> None:
    page.goto(f"{site_url}blueprint/")
    sheets = _sheets(page.pdf(format=paper))
    assert len(sheets) > 1
    assert [(width, height) for width, height in sheets if width < height] == []


def _sheets(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page, in points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(float(width), float(height)) for width, height in boxes]
