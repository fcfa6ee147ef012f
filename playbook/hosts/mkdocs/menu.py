"""The menu of `mkdocs.yml`, without entries for pages that this playbook has nothing to put on."""

from __future__ import annotations

from typing import Any

from playbook.site.build import Build
from playbook.site.hand_written import path_of_source


def without_missing(entries: list[Any], build: Build) -> list[Any]:
    """The menu's entries that lead somewhere; a section that has none left goes too.

    An entry is a path, `{title: path}` or `{title: [entries]}`, as MkDocs reads them. Only pages of ours can be
    missing on purpose; a wrong path to a hand-written page is left for MkDocs to complain about. `tips.md` leads to
    `tips/README.md` where that takes its place.
    """
    kept: list[Any] = []
    for entry in entries:
        title, target = next(iter(entry.items())) if isinstance(entry, dict) else (None, entry)
        if isinstance(target, list):
            inner = without_missing(target, build)
            if inner:
                kept.append({title: inner})
        elif not _is_absent(str(target), build):
            source = build.hand_written.pages.get(path_of_source(str(target)), str(target))
            kept.append({title: source} if title else source)
    return kept


def _is_absent(target: str, build: Build) -> bool:
    path = target.removesuffix(".md")
    is_ours = path in build.page_names
    return is_ours and path not in build.pages and path not in build.hand_written.pages
