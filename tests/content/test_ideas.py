"""Every idea that the playbook grew from can be found: from the home page in three clicks, and by its name."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from playbook.model import Playbook
from playbook.ref import Ref
from playbook.search import Index, build_index, search
from playbook.urls import page_path
from playbook.views.places import place_of
from tests.site.documents import document

CLICKS = 3
AMONG_THE_FIRST = 5
CREDITS = "page:where-this-comes-from"
"""The page that names each idea and leads to it."""


@pytest.fixture(scope="module")
def within_reach(default_site: Path) -> frozenset[Path]:
    """The pages that can be reached from the home page by so many links of the page itself, not of the menu."""
    reached = {default_site / "index.html"}
    latest = set(reached)
    for _ in range(CLICKS):
        latest = {page for found in latest for page in _linked_from(found) if page.exists()} - reached
        reached |= latest
    return frozenset(reached)


def _linked_from(page: Path) -> set[Path]:
    """The pages that the main part of a page links to."""
    found = set()
    for main in document(page).all("main"):
        for link in main.iter("{http://www.w3.org/1999/xhtml}a"):
            address = unquote(urldefrag(link.get("href") or "").url)
            if address and "://" not in address and not address.startswith(("mailto:", "tel:")):
                target = (page.parent / address).resolve()
                found.add(target if target.suffix == ".html" else target / "index.html")
    return found


@pytest.fixture(scope="module")
def index(default_playbook: Playbook) -> Index:
    """What the search of the default site finds."""
    return build_index(default_playbook)


def test_every_home_of_every_idea_is_three_clicks_from_the_home_page(
    default_playbook: Playbook, default_site: Path, within_reach: frozenset[Path]
) -> None:
    too_far = []
    for concept in default_playbook.concepts.values():
        places = [place_of(default_playbook, Ref.parse(home)) for home in concept.home]
        pages = {default_site / page_path(*place.page) / "index.html" for place in places}
        too_far += [(concept.id, page.relative_to(default_site).as_posix()) for page in pages - within_reach]
    assert too_far == []


def test_the_name_of_every_idea_finds_one_of_its_homes(default_playbook: Playbook, index: Index) -> None:
    lost = [
        concept.name
        for concept in default_playbook.concepts.values()
        if not {*concept.home, CREDITS} & {result.id for result in search(index, concept.name, AMONG_THE_FIRST)}
    ]
    assert lost == []


def test_every_essay_has_ideas_and_every_idea_a_source(default_playbook: Playbook) -> None:
    essays = {it.id for it in default_playbook.sources.values() if it.kind == "essay" and it.seed_file}
    assert len(essays) == 5
    assert essays <= {concept.source for concept in default_playbook.concepts.values()}
