"""When each record's lines last changed, according to git. Only here is the history read.

One `git log` of a year gives every hunk; replaying the hunks forward gives for each line the commit that it came with.
The result is cached by the last commit, so the next build of the same commit does not read the history again.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import groupby
from pathlib import Path

from playbook import git
from playbook.model import Home
from playbook.ref import Ref
from playbook.views.changes import Change

MAX_COMMITS = 2000
"""How many commits are read at most; older lines count as old."""
_MONTHS = 12
_VERSION = 2
"""Of the cache file; a cache with another number is ignored."""
_HUNK = re.compile(rb"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_LOG = ("log", "--reverse", "--first-parent", "-m", "--find-renames", "--format=%x00%ct", f"--max-count={MAX_COMMITS}")
_PATCH = ("--patch", "--unified=0", "--inter-hunk-context=0", "--no-color", "--no-ext-diff", "--no-textconv", "--text")
_LAYOUT = ("--ignore-all-space", "-O/dev/null", "--relative", "--src-prefix=a/", "--dst-prefix=b/")
"""What only indents a line or ends it otherwise changes nothing; the files come in git's own order."""
_NOTHING = "/dev/null"
_CACHE_FILE = "history.json"

Days = list[str | None]
"""For each line of a file the day it came with, as year-month-day; None for a line older than what was read."""
Files = dict[str, Days]
"""By path below the data folder. Lines beyond the end of a list are old."""


def changes(data: Path, homes: Mapping[Ref, Home], today: dt.date, cache: Path | None = None) -> tuple[Change, ...]:
    """The last change to each record within a year, the newest first.

    Empty where there is no history: no git, not a repository, a shallow clone. `homes` are the places of the records in
    the folder `data`; what is not committed yet counts as of `today`.
    """
    since = _first_day(today)
    asked = git.answer(data, "rev-parse", "HEAD", "--is-shallow-repository").split()
    if len(asked) != 2 or asked[1] == b"true":
        return ()
    key = [_VERSION, asked[0].decode(), since.isoformat(), str(data)]
    files = _load(cache, key)
    if files is None:
        if git.trouble(data):
            return ()
        files = _replayed({}, git.lines(data, *_LOG, f"--since={since}T00:00:00Z", *_PATCH, *_LAYOUT, "--", "."))
        _save(cache, key, files)
    if files:
        uncommitted = git.lines(data, "diff", "HEAD", *_PATCH, *_LAYOUT, "--", ".")
        files = _replayed(files, uncommitted, today.isoformat())
    files = {f"{data.name}/{path}": days for path, days in files.items()}
    return tuple(sorted(_changes(files, homes), key=lambda change: (-change.day.toordinal(), change.kind, change.id)))


def _first_day(today: dt.date) -> dt.date:
    months = today.year * 12 + today.month - _MONTHS
    return dt.date(months // 12, months % 12 + 1, 1)


def _changes(files: Files, homes: Mapping[Ref, Home]) -> Iterator[Change]:
    """The last change of each record that has one.

    `files` by path as in `Home.file`. A record extends from the line of its key to the next record of its file. It is
    new when no line is younger than its key.
    """
    places = sorted((home.file, home.line, kind, record_id) for (kind, record_id), home in homes.items())
    for position, (file, line, kind, record_id) in enumerate(places):
        following = places[position + 1] if position + 1 < len(places) else None
        end = following[1] - 1 if following and following[0] == file else None
        days = files.get(file, [])[line - 1 : end]
        dated = [day for day in days if day is not None]
        if dated:
            last = max(dated)
            yield Change(kind, record_id, dt.date.fromisoformat(last), "new" if days[0] == last else "changed")


def _replayed(files: Files, lines: Iterator[bytes], day: str | None = None) -> Files:
    """The files after every hunk of a log. The text of a hunk is counted and skipped, never parsed as a header."""
    old = new = ""
    for line in lines:
        if line.startswith(b"\0"):
            day = dt.datetime.fromtimestamp(int(line[1:]), dt.UTC).date().isoformat()
        elif line.startswith(b"rename from "):
            old = _path(line[12:])
        elif line.startswith(b"rename to "):
            files[_path(line[10:])] = files.pop(old, [])
        elif line.startswith(b"--- "):
            old = _path(line[4:], b"a/")
        elif line.startswith(b"+++ "):
            new = _path(line[4:], b"b/")
            if old == _NOTHING:
                files[new] = []
            if new == _NOTHING:
                files.pop(old, None)
        elif match := _HUNK.match(line):
            _, before, start, after = (1 if number is None else int(number) for number in match.groups())
            _skip(lines, before + after)
            if new != _NOTHING:
                _replace(files.setdefault(new, []), start - (after > 0), before, [day] * after)
    return files


def _path(name: bytes, prefix: bytes = b"") -> str:
    """The path in a header; git ends one that has a space in it with a tab."""
    return name.rstrip(b"\t\r\n").removeprefix(prefix).decode(errors="replace")


def _skip(lines: Iterator[bytes], count: int) -> None:
    """Skips the text of one hunk; "No newline at end of file" begins with a backslash and is not counted."""
    while count and (line := next(lines, None)) is not None:
        count -= not line.startswith(b"\\")


def _replace(days: Days, position: int, count: int, by: Days) -> None:
    if len(days) < position + count:
        days.extend([None] * (position + count - len(days)))
    days[position : position + count] = by


def _load(cache: Path | None, key: list[object]) -> Files | None:
    """The files cached with this key; None when there are none or the cache cannot be read."""
    if cache is None:
        return None
    try:
        cached = json.loads((cache / _CACHE_FILE).read_text("utf-8"))
        if cached["key"] != key:
            return None
        return {path: [day for count, day in runs for _ in range(count)] for path, runs in cached["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _save(cache: Path | None, key: list[object], files: Files) -> None:
    """Caches the files as runs of lines with the same day. A cache that cannot be written is left out."""
    if cache is None:
        return
    runs = {path: [(len(list(group)), day) for day, group in groupby(days)] for path, days in files.items()}
    unfinished = cache / f"{_CACHE_FILE}.{os.getpid()}"
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps({"key": key, "files": runs}), "utf-8")
        unfinished.replace(cache / _CACHE_FILE)
