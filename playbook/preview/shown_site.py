"""The site as a preview shows it between two changes. Nothing is made before it is asked for, and nothing twice.

However many requests wait for a page, it is rendered once; so is each group of files that are made together. Pages have
a lock of their own, because the index of a large playbook takes a while and no page should wait for it.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from playbook.opening import Opened
from playbook.pages import SitePage
from playbook.problems import Problem
from playbook.site import site_files
from playbook.site.build import Build
from playbook.site.file_names import as_bytes

KEPT_PAGES = 64
"""How many rendered pages are kept until the next change."""


class HostPages(Protocol):
    """What a host has made: the theme and the hand-written pages in a folder, and our pages on demand."""

    @property
    def folder(self) -> Path:
        """Where the files are."""

    @property
    def build(self) -> Build:
        """The playbook shown, and our pages."""

    @property
    def errors(self) -> Sequence[Problem]:
        """What is wrong with the records, when the playbook shown is an earlier one."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What is wrong with hand-written pages."""

    def html(self, page: SitePage) -> str:
        """The whole HTML of one page of ours."""

    def following(self, opened: Opened) -> HostPages:
        """The same with the playbook as it was opened later."""


class ShownSite:
    """What was made from the records as they were at one moment."""

    def __init__(self, pages: HostPages) -> None:
        self.pages = pages
        self._folder = pages.folder.resolve()
        self._pages_lock, self._files_lock = threading.Lock(), threading.Lock()
        self._html = lru_cache(KEPT_PAGES)(pages.html)
        self._made: dict[site_files.MakeFiles, Mapping[str, str]] = {}
        """The files that were made so far, by what made them."""

    def page(self, path: str) -> str | None:
        """The HTML of the page at `path`; None when there is no such page."""
        page = self.pages.build.page_at(path)
        if page is not None:
            with self._pages_lock:
                return self._html(page)
        content = self._content(self.pages.build.file_name(path))
        return content.decode() if content is not None else None

    def not_found(self) -> str | None:
        """The page for an address where there is nothing; None when the theme has none."""
        content = self._content(Path("404.html"))
        return content.decode() if content is not None else None

    def file(self, path: str) -> bytes | None:
        """The content of a file that is no page; None when there is none."""
        content = self._content(Path(path))
        if content is not None:
            return content
        make = site_files.maker_of(path)
        if make is None:
            return None
        with self._files_lock:
            if make not in self._made:
                self._made[make] = dict(make(self.pages.build))
            text = self._made[make].get(path)
        return as_bytes(path, text) if text is not None else None

    def _content(self, path: Path) -> bytes | None:
        """The content of a file below the folder; None for any other path, whatever characters are in it."""
        with suppress(OSError, ValueError):
            file = (self._folder / path).resolve()
            if file.is_relative_to(self._folder) and file.is_file():
                return file.read_bytes()
        return None
