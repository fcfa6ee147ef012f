"""Everything that the built site needs for its search: the index in parts, and the script that reads it."""

from __future__ import annotations

from collections.abc import Container, Iterator

from playbook.model import Playbook
from playbook.rendering.links import Links
from playbook.search.index import build_index
from playbook.search.script import joined_script
from playbook.search.shards import search_files

SCRIPT = "search/search.js"
"""Fetched when the search box is used for the first time; `assets/js/search.js` asks for it."""


def published_files(
    playbook: Playbook, has_folders: bool, pages: Container[str] | None = None
) -> Iterator[tuple[str, str]]:
    """The files as (path below the site's root, text). `pages` names the pages without a record that the site has."""
    yield SCRIPT, joined_script("main")
    yield from search_files(build_index(playbook, pages), Links("", has_folders), playbook.organisation)
