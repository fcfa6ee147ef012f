"""Common English words, so that a correctly spelt word is never taken for a slip of another: widow is not window.

The list is that of pyspellchecker. Reading it takes longer than a whole search, so the stems are cached.
"""

from __future__ import annotations

import functools
import hashlib
import os
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from playbook.search.analysis import Language
from playbook.search.constants import MIN_LENGTH_FOR_ONE_EDIT

MIN_OCCURRENCES = 200
"""How often the list must have met a word: rarer ones include slips such as calender."""
ALIKE = 2
"""The first letters that a word and its stem have in common."""
_FILE = "english-words.txt"
_DECIDED_BY = ("english.py", "inflection.py", "analysis.py", "dictionary.py")


def is_english_stem(stem: str, folder: Path | None = None) -> bool:
    """Whether it is the stem of a common English word that is long enough to be corrected.

    Of a list that is not cached yet, only the words that begin alike are looked through.
    """
    cached = _cached(folder) if folder else None
    return stem in (_stems_that_begin(stem[:ALIKE]) if cached is None else cached)


@functools.cache
def english_stems(folder: Path | None = None) -> frozenset[str]:
    """The stems of common English words that are long enough to be corrected. `folder` is where they are cached."""
    found = _cached(folder) if folder else None
    if found is None:
        found = frozenset().union(*map(_stems_that_begin, _words()))
        if folder:
            _save(folder / _FILE, "\n".join((_version(), *sorted(found))))
    return found


@functools.cache
def _cached(folder: Path) -> frozenset[str] | None:
    with suppress(OSError, UnicodeDecodeError):
        first, *stems = (folder / _FILE).read_text("utf-8").split("\n")
        if first == _version():
            return frozenset(stems)
    return None


def _version() -> str:
    """What the stems depend on: the list, and how a word becomes a stem."""
    parts = [version("pyspellchecker").encode()]
    parts += [(Path(__file__).parent / name).read_bytes() for name in _DECIDED_BY]
    return hashlib.blake2b(b"\0".join(parts), digest_size=10).hexdigest()


@functools.cache
def _stems_that_begin(letters: str) -> frozenset[str]:
    stems = (stem for word in _words().get(letters, ()) for stem in Language.of("en").stems(word))
    return frozenset(stem for stem in stems if len(stem) >= MIN_LENGTH_FOR_ONE_EDIT)


@functools.cache
def _words() -> dict[str, list[str]]:
    """The words by their first letters."""
    from spellchecker import SpellChecker  # noqa: PLC0415 - takes long, and a cached list needs none of it

    found: dict[str, list[str]] = {}
    for word, count in SpellChecker(language="en").word_frequency.items():
        if count >= MIN_OCCURRENCES and word.isascii() and word.isalpha():
            found.setdefault(word[:ALIKE], []).append(word)
    return found


def _save(path: Path, text: str) -> None:
    """Caches the stems. A folder that cannot be written costs only the time saved."""
    beside = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, "utf-8")
        beside.replace(path)
