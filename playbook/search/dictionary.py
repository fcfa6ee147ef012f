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
_FILE = "english-words.txt"
_DECIDED_BY = ("english.py", "inflection.py", "analysis.py", "dictionary.py")


@functools.cache
def english_stems(folder: Path | None = None) -> frozenset[str]:
    """The stems of common English words that are long enough to be corrected. `folder` is where they are cached."""
    path, head = (folder / _FILE, _version()) if folder else (None, "")
    if path is not None:
        with suppress(OSError, UnicodeDecodeError):
            first, *stems = path.read_text("utf-8").split("\n")
            if first == head:
                return frozenset(stems)
    found = _read()
    if path is not None:
        _save(path, "\n".join((head, *sorted(found))))
    return found


def _version() -> str:
    """What the stems depend on: the list, and how a word becomes a stem."""
    parts = [version("pyspellchecker").encode()]
    parts += [(Path(__file__).parent / name).read_bytes() for name in _DECIDED_BY]
    return hashlib.blake2b(b"\0".join(parts), digest_size=10).hexdigest()


def _read() -> frozenset[str]:
    from spellchecker import SpellChecker  # noqa: PLC0415 - takes long, and a cached list needs none of it

    language = Language(is_english=True)
    counts = SpellChecker(language="en").word_frequency.items()
    words = (word for word, count in counts if count >= MIN_OCCURRENCES and word.isascii() and word.isalpha())
    stems = (stem for word in words for stem in language.stems(word))
    return frozenset(stem for stem in stems if len(stem) >= MIN_LENGTH_FOR_ONE_EDIT)


def _save(path: Path, text: str) -> None:
    """Caches the stems. A folder that cannot be written costs only the time saved."""
    beside = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, "utf-8")
        beside.replace(path)
