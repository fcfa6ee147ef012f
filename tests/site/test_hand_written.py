"""Pages written by hand: one at the path of a page of ours takes its place, and none is run as a template unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import building
from tests.conftest import TODAY
from tests.site.documents import document, shown
from tests.site.references import broken
from tests.site.test_references import SMALL_URL


def test_a_hand_written_page_wins(small_data: Path, tmp_path: Path) -> None:
    project = building.copied_project(tmp_path / "project")
    for path, title in (("tips/look-up.md", "My own tip"), ("departments.md", "My departments")):
        (project / "docs" / path).parent.mkdir(exist_ok=True)
        (project / "docs" / path).write_text(f"---\ndescription: Mine.\n---\n\n# {title}\n\nBy hand.\n")
    site = building.build(small_data, tmp_path / "site", project=project, environment=building.on_day(TODAY))
    assert document(site / "tips/look-up/index.html").text_of("h1") == ["My own tip"]
    assert document(site / "departments/index.html").text_of("h1") == ["My departments"]
    assert document(site / "tips/thank-the-crew/index.html").text_of("h1") == ["Thank the crew by name"]
    assert broken(site, site_url=SMALL_URL) == []


@pytest.mark.parametrize("name", ["tips/index.md", "tips/README.md", "README.md"])
def test_the_page_of_a_folder_wins_whatever_it_is_called(name: str, small_data: Path, tmp_path: Path) -> None:
    project = building.copied_project(tmp_path / "project")
    (project / "docs/tips").mkdir()
    (project / "docs" / name).write_text(
        '---\ndescription: Mine.\nrender_macros: true\n---\n\n# My tips\n\n{{ link_to("tip", "look-up") }}\n'
    )
    site = building.build(small_data, tmp_path / "site", project=project, environment=building.on_day(TODAY))
    assert document((site / name).parent / "index.html").text_of("h1") == ["My tips"]
    assert broken(site, site_url=SMALL_URL) == []


def test_a_hand_written_page_is_no_template_unless_it_says_so(small_site: Path) -> None:
    page = document(small_site / "how-to-read/index.html")
    assert "{{ 7*7 }}" in [shown(it) for it in page.all("code")]


def test_macros_show_records(small_site: Path) -> None:
    (main,) = document(small_site / "welcome/index.html").all("main")
    text = shown(main)
    assert [name for name in ("Finds the seat", "Front of house", "Corner Bar") if name not in text] == []
