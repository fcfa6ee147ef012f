"""Nothing gets out that was not meant to: drafts, notes, comments, and where the site was built."""

from __future__ import annotations

import getpass
from pathlib import Path

import pytest

from tests import building

SECRETS = (b"hidden-note", b"hidden-draft", b"hidden-comment")
"""What the small playbook's notes, drafts and comments begin with."""


def holding(site: Path, text: bytes) -> list[str]:
    """The files of the site that hold `text`."""
    return [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("*"))
        if path.is_file() and text in path.read_bytes()
    ]


@pytest.mark.parametrize("secret", SECRETS)
def test_the_small_playbook_keeps_something_back(secret: bytes) -> None:
    assert holding(building.SMALL, secret) != []


@pytest.mark.parametrize("secret", SECRETS)
def test_drafts_notes_and_comments_are_not_published(secret: bytes, small_site: Path) -> None:
    assert holding(small_site, secret) == []


def test_a_draft_has_no_page_and_nobody_links_to_it(small_site: Path) -> None:
    assert not (small_site / "tips/say-the-row-twice").exists()
    assert holding(small_site, b"tips/say-the-row-twice") == []


@pytest.mark.parametrize("name", ["default_site", "small_site", "minimal_site", "file_site"])
def test_no_file_reveals_where_it_was_built(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    places = {building.ROOT, Path.home(), site.parent, building.ROOT.resolve()} - {Path("/")}
    assert {str(place): found for place in places if (found := holding(site, str(place).encode() + b"/"))} == {}


def test_no_file_reveals_who_built_it(default_site: Path) -> None:
    home = f"/home/{getpass.getuser()}/".encode()
    assert holding(default_site, home) == []
