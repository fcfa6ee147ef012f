"""What the preview shows: the site as the data stands now, rendered when asked for.

The theme and the hand-written pages are built once into a temporary folder; records' pages and views are rendered on
request from the playbook in memory. Broken data leaves the last good pages, with the problems on top.
"""

from __future__ import annotations

import dataclasses
import os
import shutil
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from markupsafe import escape
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.exceptions import Abort, BuildError

from playbook.days import Days
from playbook.folders import ROOT, cache_folder, data_folder
from playbook.full_check import full_check, searching_problems
from playbook.hosts.mkdocs.commands import configuration
from playbook.hosts.mkdocs.process import with_problems
from playbook.hosts.mkdocs.run import Run, run_of
from playbook.opening import Opened, open_playbook
from playbook.problems import Problem
from playbook.site import files as site_files

RELOAD_SCRIPT = "_preview/reload.js"


def _days() -> Days:
    return Days.of(os.environ, ROOT)


class Preview:
    """The site being edited."""

    def __init__(self) -> None:
        self.version = 0
        """Counts up whenever what is shown may have changed."""
        self.problems: tuple[Problem, ...] = ()
        """What keeps the data as it stands now from being published."""
        self._failure = ""
        self._run: Run | None = None
        self._folder: Path | None = None
        self._files: dict[str, str] = {}
        self._changed = threading.Condition()

    def rebuild(self) -> None:
        """Builds theme and hand-written pages anew; keeps what there was when that fails."""
        folder = Path(tempfile.mkdtemp(prefix="playbook-preview-"))
        config = configuration(folder)
        config.strict = False
        config.site_url = ""
        config.playbook_on_demand = True  # type: ignore[attr-defined]
        try:
            config.plugins.on_startup(command="serve", dirty=False)
            mkdocs_build(config, serve_url="/")
        except (Abort, BuildError) as error:
            shutil.rmtree(folder, ignore_errors=True)
            self._fail(str(error))
            return
        old, self._folder = self._folder, folder
        self._show(run_of(config))
        broken = full_check(data_folder(), _days(), cache_folder()).errors
        if broken:
            self._tell([*broken, *self.problems])
        if old:
            shutil.rmtree(old, ignore_errors=True)

    def reload(self) -> None:
        """Reads the data again. Broken data changes nothing but the problems on top."""
        opened = open_playbook(data_folder(), _days(), cache_folder())
        if self._run is None or self._run.writer is None:
            self.rebuild()
        elif opened.errors or opened.playbook is None:
            self._tell(opened.errors)
        elif self._needs_theme(opened):
            self.rebuild()
        else:
            build = self._run.build
            fresh = build.again(opened)
            self._run.writer.build = fresh
            self._show(dataclasses.replace(self._run, build=fresh))
            if fresh.playbook.homes.keys() != build.playbook.homes.keys():
                self.rebuild()  # hand-written pages name records by their ids
                return
            failing = searching_problems(opened)  # takes longer than showing the page
            if failing:
                self._tell([*failing, *self.problems])

    def _needs_theme(self, opened: Opened) -> bool:
        """Whether the menu or the name of the house may have changed, which stand on every page."""
        assert self._run is not None
        was = self._run.build
        now = was.again(opened)
        views = [path for path, page in now.pages.items() if not page.is_record]
        return now.playbook.organisation != was.playbook.organisation or views != [
            path for path, page in was.pages.items() if not page.is_record
        ]

    def _show(self, run: Run) -> None:
        self._run, self._files, self._failure = run, {}, ""
        self._tell(sorted(run.page_problems))

    def _tell(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        with self._changed:
            self.version += 1
            self._changed.notify_all()

    def _fail(self, words: str) -> None:
        self._failure = words
        self._tell(full_check(data_folder(), _days(), cache_folder()).errors)

    def wait_for_change(self, known: int, seconds: float) -> int:
        """The version as soon as it is not `known`, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != known, timeout=seconds)
            return self.version

    def page(self, path: str) -> str | None:
        """The page at `path` as HTML, with problems and reloading script; None when there is no such page."""
        if self._run is None or self._run.writer is None or self._folder is None:
            return self._finished(
                f"<!doctype html><title>Problems</title><body><pre>{escape(self._failure)}</pre></body>"
            )
        site_page = self._run.build.pages.get(path)
        if site_page is not None:
            return self._finished(self._run.writer.html(site_page))
        file = self._folder / self._run.build.file_name(path)
        return self._finished(file.read_text("utf-8")) if file.is_file() else None

    def not_found(self) -> str:
        """The page for an address where there is nothing."""
        file = self._folder / "404.html" if self._folder else None
        return self._finished(file.read_text("utf-8") if file and file.is_file() else "<body>Not found</body>")

    def _finished(self, html: str) -> str:
        script = f'<script src="/{RELOAD_SCRIPT}?version={self.version}"></script></body>'
        html = with_problems(html, self.problems)
        if self._failure and not self.problems:
            html = html.replace("</body>", f"<pre>{escape(self._failure)}</pre></body>", 1)
        return html.replace("</body>", script, 1)

    def file(self, path: str) -> bytes | None:
        """The content of a file that is no page; None when there is none."""
        if self._run is None or self._folder is None:
            return None
        file = (self._folder / path).resolve()
        if file.is_relative_to(self._folder.resolve()) and file.is_file():
            return file.read_bytes()
        if not self._files:  # made when first asked for: the index of a large playbook takes a while
            self._files = dict(site_files.other_files(self._run.build, None, ()))
        return self._files[path].encode() if path in self._files else None

    def close(self) -> None:
        """Removes the temporary folder."""
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
