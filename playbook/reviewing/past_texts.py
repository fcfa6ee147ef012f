"""Walks back through the history of the data folder, to the text of each record that was reviewed.

That is its text in the commit with which `reviewed` became what it is at the last commit, or at the end of that day if
that was later: who confirms a text often corrects it on the same day. What came by a branch counts as of its merge. One
`git log` names every version of every file, one `git cat-file` hands them out, and only records that differ between two
versions are parsed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playbook import git
from playbook.model import INSTRUCTING
from playbook.reading.facts import Facts
from playbook.reading.record_parts import RecordPart, kind_of_file, record_parts
from playbook.ref import Ref
from playbook.reviewing.wording import Wording, reviewed_on, wording

MAX_COMMITS = 2000
MAX_BYTES = 200_000_000
"""How much is read at most. What was reviewed before that is compared with the oldest text that was read."""
_LOG = ("log", "--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", "--relative", "--format=%x00%cs")
_KINDS = frozenset(kind.name for kind in INSTRUCTING)


@dataclass(frozen=True)
class FileChange:
    """What one commit did to one file."""

    path: str
    """Below the data folder."""
    kind: str
    before: str
    """The hash of the file before, all zeros where there was none."""
    after: str
    """The same after it."""


@dataclass(frozen=True)
class PastText:
    """The text of a record that was reviewed, where the words are others at the last commit."""

    reviewed: str
    """The day in `reviewed`, at that commit and still at the last one."""
    since: str
    """The day of the commit since which the words are others."""
    path: str
    """The file in which it was, below the data folder."""
    blob: str
    """The hash of that version of the file."""


@dataclass
class _Trail:
    """One record, followed back from the last commit."""

    part: RecordPart
    """Its text in the version that the walk has come to."""
    path: str
    blob: str
    reviewed: str | None = None
    later: list[tuple[Wording, str]] = field(default_factory=list)
    """The words of younger versions, the youngest first, each with the day it came."""


def past_texts(data: Path, facts: Facts) -> dict[Ref, PastText]:
    """Every record whose words at the last commit are not those that were reviewed."""
    with git.Objects(data) as objects:
        return _Walk(objects, facts).of(_commits(data))


def _commits(data: Path) -> Iterator[tuple[str, list[FileChange]]]:
    """The commits that changed data files, the youngest first, each with its day where it was made."""
    day, changes = "", list[FileChange]()
    for line in git.lines(data, *_LOG, f"--max-count={MAX_COMMITS}", "--", "."):
        if line.startswith(b"\0"):
            yield day, changes
            day, changes = line[1:].decode().strip(), []
        elif line.startswith(b":"):
            facts, _, name = line.decode(errors="replace").rstrip("\n").partition("\t")
            kind = kind_of_file(name)
            if kind in _KINDS:
                _, _, before, after, _ = facts.split()
                changes.append(FileChange(name, kind, before, after))
    yield day, changes


class _Walk:
    def __init__(self, objects: git.Objects, facts: Facts) -> None:
        self.objects = objects
        self.facts = facts
        self.trails: dict[Ref, _Trail | None] = {}
        """Every record that was met; None once it is known, or when it is not there any more."""
        self.found: dict[Ref, PastText] = {}
        self.known: dict[str, dict[str, RecordPart]] = {}
        """The records of the version of each file that the walk has come to."""
        self.bytes_read = 0

    def of(self, commits: Iterator[tuple[str, list[FileChange]]]) -> dict[Ref, PastText]:
        for day, changes in commits:
            if self.bytes_read > MAX_BYTES:
                break
            for kind in {change.kind for change in changes}:
                self._step_back(day, kind, [change for change in changes if change.kind == kind])
        for ref, trail in self.trails.items():
            if trail is not None:
                self._settle(ref, trail)
        return self.found

    def _step_back(self, day: str, kind: str, changes: list[FileChange]) -> None:
        after = {name: (part, change) for change in changes for name, part in self._younger(change).items()}
        before = {name: (part, change) for change in changes for name, part in self._older(change).items()}
        for name in before.keys() - after.keys():
            self.trails.setdefault(Ref(kind, name), None)  # deleted here, so it is not in the last commit
        for name, (part, change) in after.items():
            ref = Ref(kind, name)
            trail = self.trails.setdefault(ref, _Trail(part, change.path, change.after))
            if trail is None:
                continue
            if name not in before:
                self._settle(ref, trail)
            elif before[name][0].text != part.text:
                self._follow(ref, trail, day, *before[name])

    def _follow(self, ref: Ref, trail: _Trail, day: str, part: RecordPart, change: FileChange) -> None:
        """Goes on to the version before, if this one is not the one that was reviewed."""
        if not trail.later:
            trail.reviewed = _reviewed(trail.part)
        if trail.reviewed is None or day <= trail.reviewed or _reviewed(part) != trail.reviewed:
            self._settle(ref, trail)
            return
        trail.later.append((self._words(ref, trail.part), day))
        trail.part, trail.path, trail.blob = part, change.path, change.before

    def _settle(self, ref: Ref, trail: _Trail) -> None:
        """The walk has come to the version that was reviewed."""
        self.trails[ref] = None
        words = self._words(ref, trail.part) if trail.later else ()
        since = ""
        for later, day in trail.later:
            if later == words:
                break
            since = day
        if since and trail.reviewed is not None and words:
            self.found[ref] = PastText(trail.reviewed, since, trail.path, trail.blob)

    def _words(self, ref: Ref, part: RecordPart) -> Wording:
        return wording(ref.kind, part.fields, self.facts)

    def _younger(self, change: FileChange) -> dict[str, RecordPart]:
        """The records of a file after a commit: those that it had before the one that the walk has come from."""
        known = self.known.get(change.path)
        return self._read(change.path, change.after) if known is None else known

    def _older(self, change: FileChange) -> dict[str, RecordPart]:
        self.known[change.path] = self._read(change.path, change.before)
        return self.known[change.path]

    def _read(self, path: str, blob: str) -> dict[str, RecordPart]:
        content = self.objects.content(blob) if blob.strip("0") else None
        self.bytes_read += len(content or b"")
        return record_parts(path, content)


def _reviewed(part: RecordPart) -> str | None:
    return reviewed_on(part.fields) if b"reviewed" in part.text else None
