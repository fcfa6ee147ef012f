"""Shown is typed: wherever a text of a record is shown, it is shown as it was typed, or visibly cut.

Each text of a playbook begins with a mark of its own. Whatever follows that mark, on whatever surface, is compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from playbook.days import Days
from playbook.model import Playbook
from playbook.opening import open_playbook
from tests import building
from tests.conftest import TODAY
from tests.search.boxes import RESULTS, typed
from tests.site.naughty_texts import NaughtyPlaybook
from tests.site.surfaces import data_texts, on_one_line, strings_in, surfaces

MARK = re.compile(r"[Zz]q(\d+)z(?= ,)")
"""The mark at the beginning of a text; within a sentence some begin with a small letter."""


@pytest.fixture(scope="module")
def naughty(small_playbook: Playbook) -> NaughtyPlaybook:
    """The small playbook with naughty strings in every text."""
    return NaughtyPlaybook(small_playbook)


@pytest.fixture(scope="module")
def naughty_data(naughty: NaughtyPlaybook, shared_folder: Path) -> Path:
    """Its files."""
    return building.made_once(shared_folder, "naughty-data", naughty.write)


@pytest.fixture(scope="module")
def naughty_site(naughty_data: Path, built: Callable[..., Path], small_project: Path) -> Path:
    """Its site, which all tests here look at."""
    return built("naughty", naughty_data, project=small_project, environment=building.on_day(TODAY))


@pytest.fixture
def naughty_url(naughty_site: Path, serve: Callable[[Path], str]) -> str:
    """The address of its home page."""
    return serve(naughty_site)


def test_every_text_is_read_as_it_was_typed(naughty: NaughtyPlaybook, naughty_data: Path) -> None:
    opened = open_playbook(naughty_data, Days.on(TODAY))
    assert opened.errors == ()
    assert opened.playbook is not None
    read = strings_in([record.model_dump(mode="json") for _, record in opened.playbook.records()])
    assert _differing(naughty, read) == []


def test_wherever_a_text_is_shown_it_is_what_was_typed(naughty: NaughtyPlaybook, naughty_site: Path) -> None:
    wrong, seen = [], set()
    for name, text in surfaces(naughty_site):
        for mark in MARK.finditer(text):
            expected = naughty.typed[int(mark[1])].shown.partition(" ")[2]
            if not _is_shown(text[mark.end() + 1 :], expected):
                wrong.append(f"{name}: {text[mark.start() : mark.end() + len(expected) + 10]!r} for {expected!r}")
            seen.add((name.split()[0], mark[1]))
    assert "\n".join(wrong) == ""
    surfaces_seen = {surface for surface, _ in seen}
    assert surfaces_seen == {"page", "attribute", "search", "feed", "calendar"}
    assert len({number for _, number in seen}) >= 400


def _is_shown(text: str, expected: str) -> bool:
    """Whether a text goes on as expected, or is cut, with an ellipsis that says so."""
    cut, ellipsis, _ = text.partition("…")
    return text.startswith(expected) or (ellipsis != "" and expected.startswith(cut.rstrip(" ")))


def test_the_data_holds_what_was_typed(naughty: NaughtyPlaybook, naughty_site: Path) -> None:
    texts = [*data_texts(naughty_site)]
    assert len([text for text in texts if MARK.match(text)]) >= 400
    assert _differing(naughty, texts) == []


def _differing(naughty: NaughtyPlaybook, texts: Iterable[str]) -> list[str]:
    """The texts with a mark that are not what was typed behind that mark."""
    marked = ((MARK.match(text), text) for text in texts)
    return [text for mark, text in marked if mark and text != naughty.typed[int(mark[1])].text]


def test_a_result_of_the_search_shows_what_was_typed(naughty: NaughtyPlaybook, naughty_url: str, page: Page) -> None:
    titles = [number for number, text in naughty.typed.items() if text.kind == "tip" and text.place == ("title",)]
    for number in titles[:2]:
        page.goto(naughty_url)
        typed(page, f"zq{number}z")
        shown = on_one_line(page.locator(RESULTS).first.text_content() or "")
        assert naughty.typed[number].shown in shown


def test_paper_shows_what_the_page_shows(naughty: NaughtyPlaybook, naughty_url: str, page: Page) -> None:
    page.emulate_media(media="print")
    page.goto(f"{naughty_url}tips/look-up-one/")
    shown = on_one_line(page.locator("main").inner_text())
    texts = naughty.texts_of("tips", "look-up")
    printed = {place[0] for place, text in texts.items() if text.shown in shown}
    assert {"title", "patron_asks", "do", "why", "floor", "flex", "say", "avoid", "discuss"} <= printed
