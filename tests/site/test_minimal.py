"""A playbook with nothing but the four required files makes a whole site: no empty sections, no dead entries."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests import building
from tests.conftest import TODAY
from tests.site.documents import HTML, document, shown
from tests.site.references import pages

SEEN = {f"{HTML}input", f"{HTML}img", "{http://www.w3.org/2000/svg}svg"}
"""Elements that show something without text."""
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
    headings = "".join(shown(it) for it in part if it.tag in HEADINGS)
    return len(shown(part)) > len(headings) or any(it.tag in SEEN for it in part.iter())


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
            found += [f"{path.relative_to(site).as_posix()}: {it.group()}" for it in holes.finditer(shown(main))]
    assert found == []


def test_the_menu_of_a_minimal_site_is_short(minimal_site: Path, default_site: Path) -> None:
    assert [entry for entry in ("Departments", "Touchpoints") if entry not in menu(minimal_site)] == []
    assert "Standards" not in menu(minimal_site)
    assert "Standards" in menu(default_site)


def menu(site: Path) -> list[str]:
    """The entries of the menu."""
    found = next(iter(document(site / "index.html").with_class("pb-menu")))
    return [shown(it) for it in found.iter(f"{HTML}a")]


def test_a_playbook_of_four_files_is_told_which_lines_of_docs_name_records_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(building.BuildFailed) as failed:
        building.build(building.MINIMAL, tmp_path / "site", environment=building.on_day(TODAY))
    assert "docs/how-to-read.md:15:21: error[unknown-touchpoint] `is-greeted` is not a touchpoint" in str(failed.value)
    assert not (tmp_path / "site").exists()
