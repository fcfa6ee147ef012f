"""Watches what the site is made of and says what has changed: records, the rest of the site, or our own code.

Where the system reports changes, it is asked to. Elsewhere all files are looked at every second: on network drives and
shared folders (see `file_systems`), when the system has no more watches to give, when that is asked for, and as soon as
a look at the files finds a change that was not reported.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from playbook.preview.file_systems import silent_file_system
from playbook.preview.snapshot import Snapshot, differing, snapshot
from playbook.site.sources import Sources
from playbook.wording import _

SETTLE = 0.03
"""Seconds to wait for a program to finish saving its files."""
POLLING_INTERVAL = 1.0
"""Seconds between two looks at all files."""
GRACE = 1.0
"""Seconds that the system may take to report a change."""
_CODE = (".py", ".po")
"""The ends of names of what a running process has loaded: modules and catalogues."""
_ACCESSES = frozenset({"opened", "closed_no_write"})
"""Events of files that were read and not changed."""


class SourceChange(IntEnum):
    """What has to be done after a change; the greater includes the smaller."""

    DATA = 1
    """Read the records again."""
    SITE = 2
    """Build theme and hand-written pages again."""
    CODE = 3
    """Start again with the new code."""


def change_at(path: Path, sources: Sources) -> SourceChange | None:
    """What a change of this file or folder asks for; None when the site is not made from it."""
    if _is_within(path, (sources.data,)):
        return SourceChange.DATA
    if path.suffix in _CODE and _is_within(path, sources.code):
        return SourceChange.CODE
    return SourceChange.SITE if _is_within(path, (*sources.site, *sources.code)) else None


def _is_within(path: Path, sources: Iterable[Path]) -> bool:
    """Whether a path is a source or is in one, and is not hidden, compiled, or the copy of an editor."""
    for source in sources:
        if path.is_relative_to(source):
            return not any(map(_is_by_the_way, path.relative_to(source).parts))
    return False


def _is_by_the_way(name: str) -> bool:
    return name.startswith(".") or name.endswith(("~", ".pyc")) or name == "__pycache__"


class Watcher:
    """Collects changes in threads of its own until someone asks for them."""

    def __init__(self, sources: Callable[[], Sources], *, is_polling: bool = False) -> None:
        """`sources` is called at the start and after each `refresh`; `is_polling` looks at all files every second."""
        self.polling_because = _("`--poll` asks for it") if is_polling else ""
        """Why files are looked at every second; empty while the system reports changes."""
        self._find_sources = sources
        self._sources = sources().resolved()
        self._seen: Snapshot = {}
        self._reported: set[Path] = set()
        """What the system has reported since the last look."""
        self._pending: SourceChange | None = None
        self._is_replaced = False
        self._is_look_wanted = False
        self._is_stopped = False
        self._noticed = threading.Condition()
        self._arranging = threading.RLock()
        self._observer: BaseObserver | None = None
        self._looking = threading.Thread(target=self._keep_looking, daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._arrange()
        self._looking.start()

    def _arrange(self) -> None:
        """Lets the system report changes, where it can, and notes what there is."""
        with self._arranging:
            observer, self._observer = self._observer, None
            if observer is not None:
                _end(observer)
            self.polling_because = self.polling_because or silent_file_system(self._sources.all)
            if not self.polling_because:
                try:
                    self._observe(Observer())
                except OSError as error:  # no inotify instances or watches are left
                    reason = error.strerror or error
                    self.polling_because = _("the system cannot watch files: %(reason)s", reason=reason)
            self._seen = self._look()

    def _observe(self, observer: BaseObserver) -> None:
        handler = _EventHandler(self._notice)
        try:
            for folder, is_recursive in _watched_folders(self._sources.all):
                observer.schedule(handler, str(folder), recursive=is_recursive)
            observer.start()
        except OSError:
            _end(observer)
            raise
        self._observer = observer

    def _look(self) -> Snapshot:
        return snapshot(self._sources.all, _is_by_the_way)

    def _notice(self, path: Path, *, is_folder: bool) -> None:
        """Takes up what the system reports."""
        with self._noticed:
            self._reported.add(path)
            self._is_replaced |= is_folder and path in self._sources.all
        self._ask_for(change_at(path, self._sources))

    def _ask_for(self, change: SourceChange | None) -> None:
        with self._noticed:
            self._pending = max(change, self._pending or change) if change else self._pending
            self._noticed.notify_all()

    def next_change(self) -> SourceChange | None:
        """Wait for a change and return the greatest of those since the last call; None when watching has ended."""
        with self._noticed:
            self._noticed.wait_for(lambda: self._pending or self._is_stopped)
        time.sleep(SETTLE)
        with self._noticed:
            change, self._pending = self._pending, None
            is_replaced, self._is_replaced = self._is_replaced, False
            if self._is_stopped:
                return None
        if is_replaced and not self.polling_because:  # the system still watches the folder that was there before
            self._arrange()
        return change

    def look(self) -> None:
        """Have the files looked at soon, in case the system does not report their changes. Returns at once."""
        with self._noticed:
            self._is_look_wanted = True
            self._noticed.notify_all()

    def _keep_looking(self) -> None:
        while True:
            with self._noticed:
                seconds = POLLING_INTERVAL if self.polling_because else None
                self._noticed.wait_for(lambda: self._is_stopped or self._is_look_wanted, timeout=seconds)
                if self._is_stopped:
                    return
                self._is_look_wanted = False
                reported, self._reported = self._reported, set()
            with self._arranging:
                before, self._seen = self._seen, self._look()
                changed = {path for path in differing(before, self._seen) if change_at(path, self._sources)}
            if not self.polling_because:
                changed = self._never_reported(_without(changed, reported))
            for path in changed:
                self._ask_for(change_at(path, self._sources))

    def _never_reported(self, changed: set[Path]) -> set[Path]:
        """Those of these changes that the system does not report in time either; then it is asked no more."""
        with self._noticed:
            self._noticed.wait_for(lambda: self._is_stopped or not _without(changed, self._reported), timeout=GRACE)
            left = set() if self._is_stopped else _without(changed, self._reported)
        if left:
            with self._arranging:
                self.polling_because = _("the system did not report a change to %(file)s", file=min(left).name)
                observer, self._observer = self._observer, None
                if observer is not None:
                    _end(observer)
        return left

    def refresh(self) -> None:
        """Find the sources again after the configuration may have changed."""
        sources = self._find_sources().resolved()
        if sources != self._sources:
            self._sources = sources
            self._arrange()

    def stop(self) -> None:
        """End watching; `next_change` returns None from now on."""
        with self._noticed:
            self._is_stopped = True
            self._noticed.notify_all()
        with self._arranging:
            if self._observer is not None:
                _end(self._observer)


class _EventHandler(FileSystemEventHandler):
    def __init__(self, notice: Callable[..., None]) -> None:
        self._notice = notice

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Passes on every path that an event changed: a file that is saved often has another name until the end."""
        if event.event_type in _ACCESSES or (event.is_directory and event.event_type == "modified"):
            return
        for path in (event.src_path, event.dest_path):
            if path:
                self._notice(Path(os.fsdecode(path)), is_folder=event.is_directory)


def _watched_folders(sources: Iterable[Path]) -> Iterator[tuple[Path, bool]]:
    """The folders to watch, and whether with everything in them.

    A file, or a folder that is not there yet, is watched by way of the folder that it is in: a watched file would be
    lost as soon as an editor puts a new one in its place.
    """
    folders = sorted({source for source in sources if source.is_dir()})
    outermost = [folder for folder in folders if not any(other in folder.parents for other in folders)]
    yield from ((folder, True) for folder in outermost)
    for parent in sorted({source.parent for source in sources}):
        if not any(parent.is_relative_to(folder) for folder in outermost) and os.access(parent, os.R_OK):
            yield parent, False


def _without(changed: Iterable[Path], reported: set[Path]) -> set[Path]:
    """The changes that were not reported: neither of the file nor of a folder that it is in."""
    return {path for path in changed if path not in reported and reported.isdisjoint(path.parents)}


def _end(observer: BaseObserver) -> None:
    observer.stop()
    if observer.is_alive():
        observer.join()
