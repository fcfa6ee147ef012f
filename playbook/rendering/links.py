"""Links between pages, made in one place so that the built site can sit at any address or in a folder.

Every link is relative to the page that it is on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from playbook.urls import page_path


@dataclass(frozen=True)
class Links:
    """How links are written on one page."""

    path: str
    """The path of the page that holds the links, below the site's root; empty for the home page."""
    has_folders: bool = True
    """Whether a page is a folder with an index (for a web server) or a file (to open without one)."""

    @property
    def root(self) -> str:
        """The path from this page to the site's root: empty or ending in a slash."""
        depth = self.path.count("/") + 1 if self.path else 0
        return "../" * (depth if self.has_folders else max(0, depth - 1))

    def to_path(self, path: str, anchor: str = "") -> str:
        """The address of the page at `path`, seen from this page."""
        fragment = f"#{anchor}" if anchor else ""
        if not self.has_folders:
            return f"{self.root}{path or 'index'}.html{fragment}"
        return (f"{self.root}{path}/" if path else self.root or "./") + fragment

    def to(self, kind: str, id: str, anchor: str = "") -> str:
        """The address of a record's page, or of a view (kind `page`), seen from this page."""
        return self.to_path(page_path(kind, id), anchor)

    def to_site(self, address: str) -> str:
        """A place below the site's root, given without the slash before it, seen from this page.

        It is a file, or a page as the address bar of a web server shows it: `journey/#arriving`.
        """
        path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
        if not self.has_folders and (not path or path.endswith("/")):
            return self.to_path(path.strip("/")) + mark + rest
        return (self.root + path or "./") + mark + rest

    def to_file(self, path: str) -> str:
        """The address of a file that is not a page, such as `data/playbook.json`."""
        return self.root + path
