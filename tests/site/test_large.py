"""A playbook of two thousand tips: pages of records are no heavier than in a small one, and lists stay usable."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks import ours, workload
from benchmarks.sizes import SIZES
from tests import building

SIZE = SIZES["M"]
LISTS = {"clock", "equal-and-special", "journey", "they-said", "tip-finder", "tips"}
"""Pages that show every record of a kind."""
MAX_BYTES = 120_000
"""Of any page that is no list."""
MAX_SENT = 200_000
"""Bytes of a list as a server sends it, compressed."""


@pytest.fixture(scope="session")
def large_site(built: Callable[..., Path], shared_folder: Path) -> Path:
    """The folder of the site of a playbook of 2,000 tips."""

    def lay_out(folder: Path) -> None:
        workload.write(SIZE, folder / "data")
        ours.lay_out(folder / "data", folder / "project")

    project = building.made_once(shared_folder, "large", lay_out) / "project"
    return built("large", project / "playbook_data", project=project)


@pytest.fixture
def page(large_site: Path, serve: Callable[[Path], str], new_page: Callable[..., Page]) -> Page:
    """A page that may ask the large site, which is served before it is opened."""
    serve(large_site)
    return new_page()


def test_every_tip_has_a_page_and_none_is_heavy(large_site: Path) -> None:
    sizes = [page.stat().st_size for page in large_site.glob("tips/*/index.html")]
    assert len(sizes) == SIZE.tips
    assert max(sizes) < 20_000


def test_no_page_but_lists_is_heavy(large_site: Path) -> None:
    heavy = {
        page.parent.relative_to(large_site).as_posix()
        for page in large_site.rglob("index.html")
        if page.stat().st_size > MAX_BYTES
    }
    assert heavy - LISTS <= {"blueprint", "our-view-their-view"}  # which grow with the moments of the visit


def test_a_list_is_light_on_its_way(large_site: Path) -> None:
    sent = {name: len(gzip.compress((large_site / name / "index.html").read_bytes())) for name in LISTS}
    assert {name: size for name, size in sent.items() if size > MAX_SENT} == {}


def test_two_thousand_tips_can_be_narrowed(large_site: Path, serve: Callable[[Path], str], page: Page) -> None:
    page.goto(f"{serve(large_site)}tip-finder/")
    expect(page.locator("[data-ready]")).to_be_attached()
    expect(page.locator("[data-shown]")).to_have_text(f"{SIZE.tips} tips")
    page.locator(".pb-facet input").first.evaluate("(box) => box.click()")
    expect(page.locator("[data-shown]")).not_to_have_text(f"{SIZE.tips} tips")


def test_thousands_of_sentences_can_be_filtered(large_site: Path, serve: Callable[[Path], str], page: Page) -> None:
    page.goto(f"{serve(large_site)}they-said/")
    expect(page.locator("[data-ready]")).to_be_attached()
    sentence = page.locator(".pb-sentence").first.text_content() or ""
    page.fill("#pb-said-text", sentence.strip("“”"))
    expect(page.locator("[data-shown]")).to_contain_text(" of ")
    assert 0 < page.locator("[data-answer]:not([hidden])").count() < 100
