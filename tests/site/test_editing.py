"""Every code host is reached at its own addresses, for editing and for proposing alike."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from playbook.model import Home
from playbook.site.editing import Editing
from tests import building
from tests.site.documents import document

HOME = Home("playbook_data/tips/a b.yml", 12)
ADDRESSES = {
    "https://github.com/house/playbook": (
        "https://github.com/house/playbook/edit/main/",
        "https://github.com/house/playbook/issues/new?title={title}&body={text}",
    ),
    "https://github.com/house/playbook/tree/trunk": (
        "https://github.com/house/playbook/edit/trunk/",
        "https://github.com/house/playbook/issues/new?title={title}&body={text}",
    ),
    "https://github.com/house/playbook.git": (
        "https://github.com/house/playbook/edit/main/",
        "https://github.com/house/playbook/issues/new?title={title}&body={text}",
    ),
    "https://gitlab.com/group/house/playbook/-/tree/release/2026/": (
        "https://gitlab.com/group/house/playbook/-/edit/release/2026/",
        "https://gitlab.com/group/house/playbook/-/issues/new?issue[title]={title}&issue[description]={text}",
    ),
    "https://codeberg.org/house/playbook/src/branch/trunk": (
        "https://codeberg.org/house/playbook/_edit/trunk/",
        "https://codeberg.org/house/playbook/issues/new?title={title}&body={text}",
    ),
    "https://code.example.org/house/playbook/": (
        "https://code.example.org/house/playbook/-/edit/main/",
        "https://code.example.org/house/playbook/-/issues/new?issue[title]={title}&issue[description]={text}",
    ),
}


@pytest.mark.parametrize(("address", "expected"), ADDRESSES.items())
def test_records_are_edited_and_words_proposed_at_the_same_host(address: str, expected: tuple[str, str]) -> None:
    editing = Editing(address)
    assert (editing.prefix, editing.proposals("desk@example.org")) == expected
    assert editing.line(HOME).address == f"{expected[0]}playbook_data/tips/a%20b.yml#L12"


@pytest.mark.parametrize("edit_uri", ["src/trunk/", "https://code.example.org/house/playbook/src/trunk/"])
def test_the_address_that_mkdocs_yml_gives_comes_first(edit_uri: str) -> None:
    assert Editing("https://code.example.org/house/playbook", edit_uri).prefix == (
        "https://code.example.org/house/playbook/src/trunk/"
    )


def test_without_a_repository_there_is_nothing_to_open_and_a_letter_to_write() -> None:
    editing = Editing(None)
    assert (editing.repository, editing.prefix, editing.line(HOME).address) == (None, None, None)
    assert editing.proposals("desk@example.org") == "mailto:desk@example.org?subject={title}&body={text}"
    assert editing.proposals("https://example.org/desk") is None
    assert editing.proposals(None) is None


@pytest.mark.parametrize(
    ("setting", "branch"),
    [("edit_uri: edit/trunk/docs\n", "trunk"), ("repo_url: https://github.com/house/old\n", "main")],
    ids=["an edit_uri", "a repository, to which MkDocs adds a guess"],
)
def test_what_mkdocs_yml_says_is_used_for_pages_and_records(
    setting: str, branch: str, small_data: Path, tmp_path: Path
) -> None:
    project = building.copied_project(tmp_path / "project")
    with (project / "mkdocs.yml").open("a") as file:
        file.write(setting)
    site = building.build(small_data, tmp_path / "site", project=project)
    pages = [document(site / path / "index.html") for path in ("welcome", "tips/look-up")]
    links = {link.get("href") or "" for page in pages for link in page.all("a", "link")}
    assert {link for link in links if "/edit/" in link} == {
        f"https://github.example/mill-lane/playbook/edit/{branch}/docs/welcome.md",
        f"https://github.example/mill-lane/playbook/edit/{branch}/small_playbook/tips/look-up.yml#L1",
    }


def test_the_search_proposes_where_records_are_edited(small_site: Path) -> None:
    (manifest,) = small_site.glob("search/manifest.*.js")
    script = manifest.read_text("utf-8")
    proposals = json.dumps("https://github.example/mill-lane/playbook/issues/new?title={title}&body={text}")
    assert f'"proposals":{proposals}' in script
