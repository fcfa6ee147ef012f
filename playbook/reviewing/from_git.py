"""The texts that were reviewed, as the history in git has them, compared with the records as they are now.

What the walk through the history finds is cached by the last commit; what is not committed yet is compared each time.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from playbook import git
from playbook.model import Playbook
from playbook.reading.facts import Facts
from playbook.reading.record_parts import RecordPart, kind_of_file, record_parts
from playbook.ref import Ref
from playbook.reviewing.past_texts import PastText, past_texts
from playbook.reviewing.wording import Wording, reviewed_on, wording
from playbook.views.rewording import Rewording

_CACHE_FILE = "reviewed.json"
_VERSION = 2
"""Of the cache; one with another number is ignored."""
_UNCOMMITTED = ("diff", "HEAD", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative", "--", ".")


@dataclass(frozen=True)
class FromGit:
    """The history of one data folder."""

    data: Path
    head: str
    """The hash of the last commit."""
    facts: Facts
    """As they are now. They are put into old texts as into new ones, so that to name a fact, or to change one, changes
    no record.
    """
    cache: Path | None = field(default=None, compare=False)

    def rewordings(self, playbook: Playbook, written: Callable[[Ref], Any], today: dt.date) -> Mapping[Ref, Rewording]:
        """Every record whose words are not those that were reviewed. What is not committed yet counts as of `today`."""
        since = {ref: dt.date.fromisoformat(text.since) for ref, text in self._past.items()}
        edited = [ref for ref in self._uncommitted if ref in playbook.homes]
        before = self.reviewed_words(edited)
        for ref in edited:
            now = written(ref)
            day = reviewed_on(now)
            is_confirmed = day != reviewed_on(self._uncommitted[ref].fields) or day == today.isoformat()
            if is_confirmed or wording(ref.kind, now, self.facts) == before.get(ref):
                since.pop(ref, None)
            else:
                since.setdefault(ref, today)
        return {
            ref: Rewording(since[ref])
            for ref, record in playbook.instructions()
            if ref in since and record.reviewed is not None
        }

    def reviewed_words(self, refs: Iterable[Ref]) -> Mapping[Ref, Wording]:
        """The words of records when they were reviewed; those that are still the same may be left out."""
        found = {}
        with git.Objects(self.data) as objects:
            for ref in refs:
                past, part = self._past.get(ref), self._uncommitted.get(ref)
                if past is not None:
                    part = record_parts(past.path, objects.content(past.blob)).get(ref.id)
                if part is not None:
                    found[ref] = wording(ref.kind, part.fields, self.facts)
        return found

    @cached_property
    def _uncommitted(self) -> dict[Ref, RecordPart]:
        """The records of the last commit in files that have been changed since."""
        return dict(self._parts_at_last_commit())

    def _parts_at_last_commit(self) -> Iterator[tuple[Ref, RecordPart]]:
        names = git.answer(self.data, *_UNCOMMITTED).decode(errors="replace").split("\0")
        with git.Objects(self.data) as objects:
            for name in names:
                kind = kind_of_file(name)
                if kind is not None:
                    for part in record_parts(name, objects.content(f"HEAD:./{name}")).values():
                        yield Ref(kind, part.id), part

    @cached_property
    def _past(self) -> Mapping[Ref, PastText]:
        facts = hashlib.blake2b(json.dumps(sorted(self.facts.by_name.items())).encode(), digest_size=8).hexdigest()
        key = [_VERSION, self.head, str(self.data), facts]
        found = _load(self.cache, key)
        if found is None:
            found = past_texts(self.data, self.facts)
            _save(self.cache, key, found)
        return found


def _load(cache: Path | None, key: list[object]) -> dict[Ref, PastText] | None:
    """What was cached with this key; None when nothing was, or it cannot be read."""
    if cache is None:
        return None
    try:
        cached = json.loads((cache / _CACHE_FILE).read_text("utf-8"))
        return (
            {Ref.parse(ref): PastText(**text) for ref, text in cached["texts"].items()}
            if cached["key"] == key
            else None
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _save(cache: Path | None, key: list[object], found: Mapping[Ref, PastText]) -> None:
    """A cache that cannot be written is left out."""
    if cache is None:
        return
    texts = {str(ref): asdict(text) for ref, text in found.items()}
    unfinished = cache / f"{_CACHE_FILE}.{os.getpid()}"
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps({"key": key, "texts": texts}), "utf-8")
        unfinished.replace(cache / _CACHE_FILE)
