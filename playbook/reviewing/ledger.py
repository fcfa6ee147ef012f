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
from playbook.reading.facts import Facts
from playbook.ref import Ref
from playbook.reviewing.wording import Wording, digest, reviewed_on, wording
from playbook.views.rewording import Rewording
from playbook.wording import _

FILE = "reviewed.md"
"""Its name in the data folder."""
_HEAD = """\
# What was reviewed

One line for each record that someone has reviewed: the day, and a fingerprint of its words on that day. It shows pages
whether the words have changed since. `run.py build` and `run.py serve` write this file because the folder is not in
git. Keep it with the records, and do not edit it.

"""
_HEADING = _HEAD.partition("\n")[0]
_LINE = re.compile(r"- ([a-z_]+:[a-z0-9-]+) (\d{4}-\d{2}-\d{2}) ([0-9a-f]{16})(?: ([0-9a-f]{16}))?")


class LedgerLine(NamedTuple):
    """What one record was when it was reviewed."""

    reviewed: str
    """The day in `reviewed`."""
    written: str
    """The fingerprint of its words as they were written, with the names of facts."""
    told: str
    """The fingerprint of the same with the facts as they were on that day; the same where it named none."""

    @classmethod
    def of(cls, ref: Ref, reviewed: str, fields: Any, facts: Facts) -> LedgerLine:
        """What a record is now, whose fields are written like this."""
        return cls(reviewed, digest(wording(ref.kind, fields)), digest(wording(ref.kind, fields, facts)))

    def has_words_of(self, other: LedgerLine) -> bool:
        """Whether both have the same words. To name a fact changes only how they are written, and to change the fact
        only what people read.
        """
        return self.written == other.written or self.told == other.told

    def __str__(self) -> str:
        """The line in the file, without its reference."""
        return " ".join(self if self.told != self.written else self[:2])


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
        """Every record whose words are not those that were reviewed. Since when is not known; of today, none."""
        if self.entries is None:
            return None
        facts = Facts.of_house(playbook.organisation)
        return {
            ref: Rewording(None)
            for ref, _ in playbook.instructions()
            if (entry := self.entries.get(ref))
            and entry.reviewed != today.isoformat()
            and _is_reworded(ref, written(ref), entry, facts)
        }

    def reviewed_words(self, refs: Iterable[Ref]) -> Mapping[Ref, Wording]:
        """Nothing: a fingerprint does not say what the words were."""
        return {}

    @property
    def damage(self) -> str | None:
        """What a person should know about a file that cannot be read as it was written; None when it can."""
        if self.entries is not None:
            return None
        name = self._name
        return _(
            "%(file)s is damaged, so no page can say what has changed since it was reviewed; restore an older copy",
            file=name,
        )

    @property
    def _name(self) -> str:
        return f"{self.path.parent.name}/{FILE}"

    def keep(self, playbook: Playbook, written: Callable[[Ref], Any], today: dt.date) -> str | None:
        """Writes down the words of what was reviewed since the last time, or today. Returns what to tell a person."""
        if self.entries is None:
            return self.damage
        entries, facts = {}, Facts.of_house(playbook.organisation)
        for ref, record in playbook.records():
            if isinstance(record, Instruction) and record.reviewed is not None:
                entry, day = self.entries.get(ref), record.reviewed.isoformat()
                if entry is None or entry.reviewed != day or record.reviewed == today:
                    entry = LedgerLine.of(ref, day, written(ref), facts)
                entries[ref] = entry
        if entries == self.entries:
            return None
        try:
            _write(self.path, entries)
        except OSError as error:
            return _(
                "%(file)s cannot be written, so no page can say what has changed since: %(reason)s",
                file=self.path,
                reason=error.strerror or error,
            )
        if self.entries:
            return None
        if self.is_new:
            return _(
                "%(file)s is new, so the records as they are now count as reviewed. Keep it with them", file=self._name
            )
        return _(
            "%(file)s listed nothing, so the records as they are now count as reviewed. Keep it with them",
            file=self._name,
        )


def read_ledger(data: Path) -> Ledger:
    """The ledger of a data folder."""
    path = data / FILE
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return Ledger(path, {}, is_new=True)
    except (OSError, ValueError):
        return Ledger(path, None)
    if lines[:1] != [_HEADING]:
        return Ledger(path, None)
    listed = list(dropwhile(lambda line: not line.startswith("- "), lines))
    matches = [_LINE.fullmatch(line) for line in listed]
    if None in matches:
        return Ledger(path, None)
    groups = (match.groups() for match in matches if match)
    return Ledger(path, {Ref.parse(ref): LedgerLine(day, words, told or words) for ref, day, words, told in groups})


def _is_reworded(ref: Ref, now: Any, entry: LedgerLine, facts: Facts) -> bool:
    return reviewed_on(now) == entry.reviewed and not entry.has_words_of(LedgerLine.of(ref, entry.reviewed, now, facts))


def _write(path: Path, entries: Mapping[Ref, LedgerLine]) -> None:
    """Writes the file so that it is there whole or as it was."""
    lines = (f"- {ref} {entry}\n" for ref, entry in sorted(entries.items()))
    unfinished = path.with_name(f".{FILE}.{os.getpid()}")
    try:
        unfinished.write_text(_HEAD + "".join(lines), "utf-8", newline="\n")
        unfinished.replace(path)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
