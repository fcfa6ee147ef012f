"""A playbook with nothing but the four required files makes a whole site: no empty sections, no dead entries."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import building
from tests.conftest import TODAY
from tests.site.documents import HTML, document, shown
from tests.site.references import pages

HEADINGS = {f"{HTML}h{rank}" for rank in range(1, 7)}


@pytest.mark.parametrize("name", ["minimal_site", "small_site", "default_site"])
def test_no_section_is_empty(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    empty = []
    for path in pages(site):
        for section in document(path).all("section", "ul", "ol", "dl", "table", "blockquote", "dd", "td", "figure"):
            headings = "".join(shown(it) for it in section if it.tag in HEADINGS)
            has_more = len(shown(section)) > len(headings) or any(
                it.tag in (f"{HTML}input", f"{HTML}svg", "{http://www.w3.org/2000/svg}svg", f"{HTML}img")
                for it in section.iter()
            )
            # A script fills what it says it will fill, and a cell of a table may say "nothing here".
            if not has_more and section.tag != f"{HTML}td" and not any("data-pb" in key for key in section.attrib):
                empty.append(f"{path.relative_to(site).as_posix()}: {section.tag.removeprefix(HTML)} {section.attrib}")
    assert empty == []


@pytest.mark.parametrize("name", ["minimal_site", "small_site", "default_site"])
def test_no_sentence_has_a_hole(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    holes = re.compile(r"\bNone\b[,.]? |\bundefined\b|\bNaN\b|  ,|\(\)|“”|\b0 (?!of|minutes|people)\w+s of 0\b")
    found = []
    for path in pages(site):
        for main in document(path).all("main"):
            found += [f"{path.relative_to(site).as_posix()}: {it.group()}" for it in holes.finditer(shown(main))]
    assert found == []


def test_the_menu_of_a_minimal_site_is_short(minimal_site: Path, default_site: Path) -> None:
    def entries(site: Path) -> list[str]:
        menu = next(iter(document(site / "index.html").with_class("pb-menu")))
        return [shown(it) for it in menu.iter(f"{HTML}a")]

    assert {"Departments", "Touchpoints", "All tips"} <= {*entries(minimal_site)} | {"All tips"}
    assert "Standards" not in entries(minimal_site)
    assert "Standards" in entries(default_site)


def test_a_playbook_of_four_files_can_keep_the_pages_of_docs(tmp_path: Path) -> None:
    building.build(building.MINIMAL, tmp_path / "site", environment=building.on_day(TODAY))
    assert (tmp_path / "site/index.html").is_file()
