"""Every record has its page, once, headed by its own name, with a line that leads to where it is edited."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from playbook.model import WITH_PAGES, Playbook
from playbook.views.labels import label
from tests import building
from tests.site.documents import document, shown
from tests.site.references import pages

FOLDERS = {kind.name: kind.folder for kind in WITH_PAGES}
"""Where the pages of each kind of record lie."""
EDIT_LINE = re.compile(r"Improve this page: (?P<file>\S+), line (?P<line>\d+)")

Published = tuple[Path, Playbook, Path]


@pytest.fixture(params=["default", "small"])
def published(request: pytest.FixtureRequest) -> Published:
    """A built site, the playbook it shows, and the folder that the playbook lies in."""
    site: Path = request.getfixturevalue(f"{request.param}_site")
    playbook: Playbook = request.getfixturevalue(f"{request.param}_playbook")
    data = {"default": building.DEFAULT, "small": building.SMALL}[request.param]
    return site, playbook.published(), data.parent


@pytest.mark.parametrize(("kind", "folder"), FOLDERS.items())
def test_every_record_has_its_page_and_no_page_is_left_over(kind: str, folder: str, published: Published) -> None:
    site, playbook, _ = published
    found = {path.parent.name for path in site.glob(f"{folder}/*/index.html")}
    assert found == set(playbook.of_kind(kind))


@pytest.mark.parametrize("folder", FOLDERS.values())
def test_every_kind_has_an_index_that_leads_to_all_its_pages(folder: str, published: Published) -> None:
    site, _, _ = published
    linked = {
        ((site / folder / (link.get("href") or "").partition("#")[0]).resolve() / "index.html")
        for link in document(site / folder / "index.html").all("a")
        if not (link.get("href") or "").startswith(("http", "mailto"))
    }
    assert [path for path in site.resolve().glob(f"{folder}/*/index.html") if path not in linked] == []


def test_the_page_of_a_record_is_headed_by_what_it_is_called(published: Published) -> None:
    site, playbook, _ = published
    for kind, folder in FOLDERS.items():
        for record in playbook.of_kind(kind).values():
            page = document(site / folder / record.id / "index.html")
            heading = " ".join(label(playbook, kind, record).split())
            assert page.text_of("h1") == [heading]
            assert page.text_of("title")[0] == f"{heading} - {playbook.organisation.name}"


def test_the_edit_line_leads_to_the_line_of_the_record_s_key(published: Published) -> None:
    site, playbook, root = published
    for kind, folder in FOLDERS.items():
        for record in playbook.of_kind(kind).values():
            page = document(site / folder / record.id / "index.html")
            said = [EDIT_LINE.fullmatch(shown(line)) for line in page.with_class("pb-edit")]
            assert [record.id for match in said if match] == [record.id]
            match = said[0]
            assert match
            file, number = root / match["file"], int(match["line"])
            assert file.is_file()
            line = file.read_text("utf-8").split("\n")[number - 1]
            is_whole_file = file.parent.name == folder.replace("-", "_") and file.stem == record.id
            assert re.match(rf"[\"']?{re.escape(record.id)}[\"']?\s*:", line) or (is_whole_file and number == 1)


def test_the_edit_line_leads_to_the_repository_where_there_is_one(small_site: Path) -> None:
    page = document(small_site / "tips/thank-the-crew/index.html")
    links = [link.get("href") for line in page.with_class("pb-edit") for link in line]
    assert links == [
        "https://github.example/mill-lane/playbook/edit/main/small_playbook/tips/others.yml#L1",
    ]


def test_a_page_made_from_many_records_has_no_edit_line(small_site: Path) -> None:
    assert list(document(small_site / "tips/index.html").with_class("pb-edit")) == []


def test_addresses_are_unlike_whatever_the_case(default_site: Path) -> None:
    names = [path.relative_to(default_site).as_posix().lower() for path in pages(default_site)]
    assert len(names) == len(set(names))


def test_paths_are_legal_everywhere(default_site: Path) -> None:
    paths = [path.relative_to(default_site).as_posix() for path in default_site.rglob("*")]
    assert [path for path in paths if len(path) > 180 or re.search(r'[<>:"\\|?*\s]|[. ](/|$)', path)] == []
