"""Watches what the site is made of and says what has changed: records, the rest of the site, or our own code.

Where the system reports changes, it is asked to. Elsewhere all files are looked at every second: on network drives and
shared folders (see `file_systems`), when the system has no more watches to give, and when that is asked for.
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
from watchdog.observers.polling import PollingObserver

from playbook.preview.file_systems import silent_file_system
from playbook.site.sources import Sources

SETTLE = 0.03
"""Seconds to wait for a program to finish saving its files."""
POLLING_INTERVAL = 1.0
"""Seconds between two looks at all files."""
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
    if path.suffix == ".py" and _is_within(path, sources.code):
        return SourceChange.CODE
    return SourceChange.SITE if _is_within(path, (*sources.site, *sources.code)) else None


def _is_within(path: Path, sources: Iterable[Path]) -> bool:
    """Whether a path is a source or lies in one, and is not hidden, compiled, or the copy of an editor."""
    for source in sources:
        if path.is_relative_to(source):
            return not any(map(_is_by_the_way, path.relative_to(source).parts))
    return False


def _is_by_the_way(name: str) -> bool:
    return name.startswith(".") or name.endswith(("~", ".pyc")) or name == "__pycache__"


class Watcher:
    """Collects changes in a thread of its own until someone asks for them."""

    def __init__(self, sources: Callable[[], Sources], *, is_polling: bool = False) -> None:
        """`sources` is called at the start and after each `refresh`; `is_polling` looks at all files every second."""
        self.polling_because = "asked for" if is_polling else ""
        """Why files are looked at every second; empty while the system reports changes."""
        self._find_sources = sources
        self._sources = sources().resolved()
        self._pending: SourceChange | None = None
        self._is_replaced = False
        self._is_stopped = False
        self._noticed = threading.Condition()
        self._observer: BaseObserver | None = None

    def start(self) -> None:
        """Begin to watch. Raises OSError when a folder cannot be read."""
        self.polling_because = self.polling_because or silent_file_system(self._sources.all)
        if not self.polling_because:
            try:
                self._observe(Observer())
            except OSError as error:  # no inotify instances or watches are left
                self.polling_because = f"the system cannot watch: {error.strerror or error}"
        if self.polling_because:
            self._observe(PollingObserver(timeout=POLLING_INTERVAL))

    def _observe(self, observer: BaseObserver) -> None:
        handler = _EventHandler(self._notice)
        for folder, is_recursive in _watched_folders(self._sources.all):
            observer.schedule(handler, str(folder), recursive=is_recursive)
        try:
            observer.start()
        except OSError:
            _end(observer)
            raise
        self._observer = observer

    def _notice(self, path: Path, *, is_folder: bool) -> None:
        change = change_at(path, self._sources)
        if change is None:
            return
        with self._noticed:
            self._pending = max(change, self._pending or change)
            self._is_replaced |= is_folder and path in self._sources.all
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
        if is_replaced:  # the system still watches the folder that was there before
            self._restart()
        return change

    def refresh(self) -> None:
        """Find the sources again after the configuration may have changed."""
        sources = self._find_sources().resolved()
        if sources != self._sources:
            self._sources = sources
            self._restart()

    def _restart(self) -> None:
        if self._observer is not None:
            _end(self._observer)
        self.start()

    def stop(self) -> None:
        """End watching; `next_change` returns None from now on."""
        with self._noticed:
            self._is_stopped = True
            self._noticed.notify_all()
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


def _end(observer: BaseObserver) -> None:
    observer.stop()
    if observer.is_alive():
        observer.join()
