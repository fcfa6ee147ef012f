"""A playbook with nothing but the four required files makes a whole site: no empty sections, no dead entries."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests import building
from tests.conftest import TODAY
from tests.site.documents import HTML, document, shown
from tests.site.references import broken, pages
from tests.site.test_references import SMALL_URL

SEEN = {f"{HTML}input", f"{HTML}img", "{http://www.w3.org/2000/svg}svg"}
"""Elements that show something without text."""
HAND_WRITTEN = sorted(path.stem for path in (building.ROOT / "docs").glob("*.md"))
HEADINGS = {f"{HTML}h{rank}" for rank in range(1, 7)}


@pytest.mark.parametrize("name", ["minimal_site", "small_site", "default_site"])
def test_no_section_is_empty(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    empty = []
    for path in pages(site):
        for part in document(path).all("section", "ul", "ol", "dl", "table", "blockquote", "dd", "figure"):
            if not has_content(part) and not is_filled_by_a_script(part):
                empty.append(f"{path.relative_to(site).as_posix()}: {part.tag.removeprefix(HTML)} {part.attrib}")
    assert empty == []


def has_content(part: Element) -> bool:
    """Whether there is anything besides a heading."""
    headings = "".join(shown(child) for child in part if child.tag in HEADINGS)
    return len(shown(part)) > len(headings) or any(child.tag in SEEN for child in part.iter())


def is_filled_by_a_script(part: Element) -> bool:
    """Whether a script puts something here when there is something to show."""
    return any(name == "hidden" or name.startswith("data-") for name in part.attrib)


@pytest.mark.parametrize("name", ["minimal_site", "small_site", "default_site"])
def test_no_sentence_has_a_hole(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    holes = re.compile(r"\bNone[,.]|\bundefined\b|\bNaN\b| ,|“”")
    found = []
    for path in pages(site):
        for main in document(path).all("main"):
            found += [f"{path.relative_to(site).as_posix()}: {hole.group()}" for hole in holes.finditer(shown(main))]
    assert found == []


def test_the_menu_of_a_minimal_site_is_short(minimal_site: Path, default_site: Path) -> None:
    assert [entry for entry in ("Departments", "Touchpoints") if entry not in menu(minimal_site)] == []
    assert "Standards" not in menu(minimal_site)
    assert "Standards" in menu(default_site)


def menu(site: Path) -> list[str]:
    """The entries of the menu."""
    found = next(iter(document(site / "index.html").with_class("pb-menu")))
    return [shown(link) for link in found.iter(f"{HTML}a")]


def test_the_pages_that_come_with_the_project_show_records_of_any_playbook(minimal_site: Path) -> None:
    read = content(minimal_site, "how-to-read")
    assert [name for name in ("Comes in", "Hold the door") if name not in read] == []
    assert "There are none yet" not in read
    assert "blueprint" not in read
    assert content(minimal_site, "welcome").count("Everybody") == 1


@pytest.mark.parametrize("name", ["minimal_site", "default_site"])
def test_no_heading_of_a_hand_written_page_has_nothing_below_it(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    alone = []
    for page in HAND_WRITTEN:
        article = next(iter(document(site / page / "index.html").all("article")))
        parts = [element for element in article if element.tag in HEADINGS or has_content(element)]
        alone += [
            f"{page}: {shown(element)}"
            for element, following in itertools.zip_longest(parts, parts[1:])
            if element.tag in HEADINGS
            and (following is None or (following.tag in HEADINGS and following.tag <= element.tag))
        ]
    assert alone == []


def test_the_pages_that_come_with_the_project_suit_the_small_playbook(
    built: Callable[..., Path], small_data: Path
) -> None:
    site = built("small-with-docs", small_data, environment=building.on_day(TODAY))
    assert broken(site, site_url=SMALL_URL) == []


def content(site: Path, page: str) -> str:
    """What a hand-written page shows."""
    return shown(next(iter(document(site / page / "index.html").all("main"))))
