"""Addresses of pages, below the root of the site.

The one place that knows how a record's kind and id, or a file in `docs/`, become a path. Making a path relative to
the page that links to it is the renderer's work.
"""

from __future__ import annotations

from playbook.model import BY_NAME
from playbook.ref import PAGE

HOME = "home"
"""The id of the page at the root of the site."""


def folder_of(kind: str) -> str:
    """The folder of a kind's pages: `internal-services`."""
    return BY_NAME[kind].folder


def page_path(kind: str, record_id: str) -> str:
    """The path of a record's page, `tips/smile-first`, or of a view or index (kind `page`): `blueprint`.

    The home page is the empty path.
    """
    if kind == PAGE:
        return "" if record_id == HOME else record_id
    return f"{folder_of(kind)}/{record_id}"


def path_of_source(source: str) -> str:
    """The path of the page that a file in `docs/` becomes; `index.md` and `README.md` are their folder's."""
    folder, _, name = source.removesuffix(".md").rpartition("/")
    if name in ("index", "README"):
        return folder
    return f"{folder}/{name}" if folder else name
