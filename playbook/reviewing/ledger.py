"""The ledger of a data folder without a history: a fingerprint of the words that each record had when it was reviewed.

It is in the folder of the records because it is an input like them: without it, what they say now counts as reviewed.
Builds and previews write it; nothing else does.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import dropwhile
from pathlib import Path
from typing import Any, NamedTuple

from playbook.model import Instruction, Playbook
from playbook.ref import Ref
from playbook.reviewing.wording import Wording, digest, reviewed_on, wording
from playbook.views.rewording import Rewording

FILE = "reviewed.md"
"""Its name in the data folder."""
_HEAD = """\
# What was reviewed

One line for each record that someone has confirmed: the day, and a fingerprint of its words on that day. From it, pages
know that the words have changed since. `run.py build` and `run.py serve` write this file because the folder is not in
git. Keep it together with the records, and do not edit it.

"""
_LINE = re.compile(r"- ([a-z_]+:[a-z0-9-]+) (\d{4}-\d{2}-\d{2}) ([0-9a-f]{16})")


class LedgerLine(NamedTuple):
    """What one record was when it was reviewed."""

    reviewed: str
    """The day in `reviewed`."""
    words: str
    """The fingerprint of its words as they were written."""


@dataclass(frozen=True)
class Ledger:
    """What the file says."""

    path: Path
    entries: Mapping[Ref, LedgerLine] | None
    """None when the file cannot be read as it was written; then nothing is said, and it is not replaced."""
    is_new: bool = False
    """Whether there is no such file yet."""

    def rewordings(
        self, playbook: Playbook, written: Callable[[Ref], Any], today: dt.date
    ) -> Mapping[Ref, Rewording] | None:
        """Every record whose words are not those that were reviewed. Since when is not known."""
        if self.entries is None:
            return None
        return {
            ref: Rewording(None)
            for ref, _ in playbook.instructions()
            if (entry := self.entries.get(ref)) and _is_reworded(ref, written(ref), entry)
        }

    def reviewed_words(self, refs: Iterable[Ref]) -> Mapping[Ref, Wording]:
        """Nothing: a fingerprint does not say what the words were."""
        return {}

    def keep(self, playbook: Playbook, written: Callable[[Ref], Any]) -> str | None:
        """Writes down the words of what was reviewed since the last time. Returns what a person should know."""
        name = f"{self.path.parent.name}/{FILE}"
        if self.entries is None:
            return (
                f"{name} is damaged, so no page can say what has changed since it was reviewed; restore an older copy"
            )
        entries = {}
        for kind, record in ((ref.kind, record) for ref, record in playbook.records()):
            if isinstance(record, Instruction) and record.reviewed is not None:
                ref = Ref(kind, record.id)
                entry, day = self.entries.get(ref), record.reviewed.isoformat()
                kept = (
                    entry if entry and entry.reviewed == day else LedgerLine(day, digest(wording(kind, written(ref))))
                )
                entries[ref] = kept
        if entries == self.entries:
            return None
        try:
            _write(self.path, entries)
        except OSError as error:
            return (
                f"{self.path} cannot be written, so no page can say what has changed since: {error.strerror or error}"
            )
        if not self.is_new:
            return None
        return f"{name} is new, so what the records say now counts as reviewed. Keep it together with them"


def read_ledger(data: Path) -> Ledger:
    """The ledger of a data folder."""
    path = data / FILE
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return Ledger(path, {}, is_new=True)
    except (OSError, ValueError):
        return Ledger(path, None)
    listed = list(dropwhile(lambda line: not line.startswith("- "), lines))
    matches = [_LINE.fullmatch(line) for line in listed]
    if None in matches:
        return Ledger(path, None)
    return Ledger(path, {Ref.parse(match[1]): LedgerLine(match[2], match[3]) for match in matches if match})


def _is_reworded(ref: Ref, now: Any, entry: LedgerLine) -> bool:
    return reviewed_on(now) == entry.reviewed and digest(wording(ref.kind, now)) != entry.words


def _write(path: Path, entries: Mapping[Ref, LedgerLine]) -> None:
    """Writes the file so that it is there whole or as it was."""
    lines = (f"- {ref} {entry.reviewed} {entry.words}\n" for ref, entry in sorted(entries.items()))
    unfinished = path.with_name(f".{FILE}.{os.getpid()}")
    try:
        unfinished.write_text(_HEAD + "".join(lines), "utf-8", newline="\n")
        unfinished.replace(path)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
