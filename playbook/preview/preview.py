"""What the preview shows: the site as the data is now, rendered when asked for.

The theme and the hand-written pages are built once into a temporary folder; records' pages and views are rendered on
request from the playbook in memory. Broken data leaves the last good pages, with the problems on top.
"""

from __future__ import annotations

import shutil
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
from playbook.preview.preview_folder import PreviewFolder
from playbook.preview.shown_site import HostPages, ShownSite
from playbook.problems import Problem
from playbook.site.build import Build
from playbook.site.failure import BuildFailed
from playbook.site.problem_banner import with_problems
from playbook.wording import _, current

RELOAD_SCRIPT = "_preview/reload.js"
LAST_BUILD = 10.0
"""Seconds that the end of a preview waits for a build that is under way, so that it leaves nothing behind."""


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
        self._shown: ShownSite | None = None
        self._folder: PreviewFolder | None = None
        self._outdated: Path | None = None
        self._building = threading.Lock()
        self._is_closed = False
        self._changed = threading.Condition()

    def rebuild(self) -> None:
        """Builds theme and hand-written pages anew; keeps what there was when that fails. Raises OSError."""
        with self._building:
            if self._is_closed:
                return
            self._folder = self._folder or PreviewFolder()
            folder = self._folder.new()
            try:
                pages = self._host.pages(folder)
            except BuildFailed as failure:
                shutil.rmtree(folder, ignore_errors=True)
                self._failure = str(failure)
                self._report(full_check(self._folders.data, self._days(), self._folders.cache).errors)
                return
            if self._outdated:
                shutil.rmtree(self._outdated, ignore_errors=True)
            # A request may still be reading the folder shown so far, so that one goes next time.
            self._outdated = self._shown.pages.folder if self._shown else None
            self._show(pages)
        if not pages.errors:
            _keep_past(pages.build)

    def reload(self) -> None:
        """Reads the data again. Broken data changes nothing but the problems on top."""
        opened = open_playbook(self._folders.data, self._days(), self._folders.cache)
        if self._shown is None:
            self.rebuild()
        elif opened.errors or opened.playbook is None:
            self._report(opened.errors)
        else:
            self._follow(self._shown.pages, opened)

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
        self._shown, self._failure = ShownSite(pages), ""
        self._report([*pages.errors, *pages.problems])

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
        if self._shown is None:
            title, language = escape(_("Problems")), current().language
            return self._finished(
                f'<!doctype html><html lang="{language}"><title>{title}</title>'
                f"<body><pre>{escape(self._failure)}</pre></body>"
            )
        html = self._shown.page(path)
        return self._finished(html) if html is not None else None

    def not_found(self) -> str:
        """The page for an address where there is nothing."""
        html = self._shown.not_found() if self._shown else None
        return self._finished(html or f"<body>{escape(_('Page not found'))}</body>")

    def file(self, path: str) -> bytes | None:
        """The content of a file that is no page; None when there is none."""
        return self._shown.file(path) if self._shown else None

    def _finished(self, html: str) -> str:
        script = f'<script src="/{RELOAD_SCRIPT}?version={self.version}"></script></body>'
        html = with_problems(html, self.problems)
        if self._failure and not self.problems:
            html = html.replace("</body>", f"<pre>{escape(self._failure)}</pre></body>", 1)
        return html.replace("</body>", script, 1)

    def close(self) -> None:
        """Removes the temporary folder; a build that is under way may end first, and no other begins."""
        self._is_closed = True
        is_last = self._building.acquire(timeout=LAST_BUILD)
        if self._folder:
            self._folder.remove()
        if is_last:
            self._building.release()


def _keep_past(build: Build) -> None:
    notice = build.keep_past()
    if notice:
        click.echo(notice, err=True)


def _needs_theme(was: Build, now: Build) -> bool:
    """Whether the menu or the name of the house may have changed, which are on every page."""
    views = [[path for path, page in build.pages.items() if not page.is_record] for build in (was, now)]
    return now.playbook.organisation != was.playbook.organisation or views[0] != views[1]
