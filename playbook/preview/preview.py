"""What the preview shows: the site as the data is now, rendered when asked for.

The theme and the hand-written pages are built once into a temporary folder; records' pages and views are rendered on
request from the playbook in memory. Broken data leaves the last good pages, with the problems on top.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import click
from markupsafe import escape

from playbook.days import Days
from playbook.folders import Folders
from playbook.full_check import full_check, searching_problems
from playbook.opening import Opened, open_playbook
from playbook.pages import SitePage
from playbook.problems import Problem
from playbook.site import site_files
from playbook.site.build import Build
from playbook.site.failure import BuildFailed
from playbook.site.file_names import as_bytes
from playbook.site.problem_banner import with_problems

RELOAD_SCRIPT = "_preview/reload.js"


class HostPages(Protocol):
    """What a host has made: the theme and the hand-written pages in a folder, and our pages on demand."""

    @property
    def folder(self) -> Path:
        """Where the files are."""

    @property
    def build(self) -> Build:
        """The playbook shown, and our pages."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What is wrong with hand-written pages."""

    def html(self, page: SitePage) -> str:
        """The whole HTML of one page of ours."""

    def following(self, opened: Opened) -> HostPages:
        """The same with the playbook as it was opened later."""


class Host(Protocol):
    """A site generator, as a preview needs it."""

    def pages(self, folder: Path) -> HostPages:
        """Builds theme and hand-written pages into an empty folder. Raises BuildFailed."""


class Preview:
    """The site being edited."""

    def __init__(self, host: Host, folders: Folders, days: Callable[[], Days]) -> None:
        """`days` is asked at each reading, because a preview may run past midnight."""
        self.version = 0
        """Counts up whenever what is shown may have changed."""
        self.problems: tuple[Problem, ...] = ()
        """What keeps the data as it is now from being published."""
        self._host = host
        self._folders = folders
        self._days = days
        self._failure = ""
        self._pages: HostPages | None = None
        self._files: dict[str, str] = {}
        self._changed = threading.Condition()

    def rebuild(self) -> None:
        """Builds theme and hand-written pages anew; keeps what there was when that fails."""
        folder = Path(tempfile.mkdtemp(prefix="playbook-preview-"))
        try:
            pages = self._host.pages(folder)
        except BuildFailed as failure:
            shutil.rmtree(folder, ignore_errors=True)
            self._failure = str(failure)
            self._report(self._errors())
            return
        old = self._pages
        self._show(pages)
        broken = self._errors()
        if broken:
            self._report([*broken, *self.problems])
        else:
            _keep_past(pages.build)
        if old:
            shutil.rmtree(old.folder, ignore_errors=True)

    def _errors(self) -> tuple[Problem, ...]:
        return full_check(self._folders.data, self._days(), self._folders.cache).errors

    def reload(self) -> None:
        """Reads the data again. Broken data changes nothing but the problems on top."""
        opened = open_playbook(self._folders.data, self._days(), self._folders.cache)
        if self._pages is None:
            self.rebuild()
        elif opened.errors or opened.playbook is None:
            self._report(opened.errors)
        else:
            self._follow(self._pages, opened)

    def _follow(self, shown: HostPages, opened: Opened) -> None:
        fresh = shown.following(opened)
        if _needs_theme(shown.build, fresh.build):
            self.rebuild()
            return
        self._show(fresh)
        _keep_past(fresh.build)
        if fresh.build.playbook.homes.keys() != shown.build.playbook.homes.keys():
            self.rebuild()  # hand-written pages name records by their ids
            return
        searches = searching_problems(opened, self._folders.cache)  # takes longer than showing the page
        failing = [problem for problem in searches if problem.is_error]
        if failing:
            self._report([*failing, *self.problems])

    def _show(self, pages: HostPages) -> None:
        self._pages, self._files, self._failure = pages, {}, ""
        self._report(pages.problems)

    def _report(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        with self._changed:
            self.version += 1
            self._changed.notify_all()

    def wait_for_change(self, known: int, seconds: float) -> int:
        """The version as soon as it is not `known`, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != known, timeout=seconds)
            return self.version

    def page(self, path: str) -> str | None:
        """The page at `path` as HTML, with problems and reloading script; None when there is no such page."""
        if self._pages is None:
            return self._finished(
                f"<!doctype html><title>Problems</title><body><pre>{escape(self._failure)}</pre></body>"
            )
        site_page = self._pages.build.pages.get(path)
        if site_page is not None:
            return self._finished(self._pages.html(site_page))
        file = self._pages.folder / self._pages.build.file_name(path)
        return self._finished(file.read_text("utf-8")) if file.is_file() else None

    def not_found(self) -> str:
        """The page for an address where there is nothing."""
        file = self._pages.folder / "404.html" if self._pages else None
        return self._finished(file.read_text("utf-8") if file and file.is_file() else "<body>Not found</body>")

    def _finished(self, html: str) -> str:
        script = f'<script src="/{RELOAD_SCRIPT}?version={self.version}"></script></body>'
        html = with_problems(html, self.problems)
        if self._failure and not self.problems:
            html = html.replace("</body>", f"<pre>{escape(self._failure)}</pre></body>", 1)
        return html.replace("</body>", script, 1)

    def file(self, path: str) -> bytes | None:
        """The content of a file that is no page; None when there is none."""
        if self._pages is None:
            return None
        file = (self._pages.folder / path).resolve()
        if file.is_relative_to(self._pages.folder.resolve()) and file.is_file():
            return file.read_bytes()
        if not self._files:  # made when first asked for: the index of a large playbook takes a while
            self._files = dict(site_files.other_files(self._pages.build, None, ()))
        return as_bytes(path, self._files[path]) if path in self._files else None

    def close(self) -> None:
        """Removes the temporary folder."""
        if self._pages:
            shutil.rmtree(self._pages.folder, ignore_errors=True)


def _keep_past(build: Build) -> None:
    notice = build.keep_past()
    if notice:
        click.echo(notice, err=True)


def _needs_theme(was: Build, now: Build) -> bool:
    """Whether the menu or the name of the house may have changed, which are on every page."""
    views = [[path for path, page in build.pages.items() if not page.is_record] for build in (was, now)]
    return now.playbook.organisation != was.playbook.organisation or views[0] != views[1]
