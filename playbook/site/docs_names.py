"""Files of `docs/` that are two here and one elsewhere: Windows and Macs do not tell capital letters apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator


def alike(sources: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each file or folder whose name is that of an earlier one elsewhere, with that one. Folders end with a slash.

    Of a folder that is written in two ways, the files in it are not named again.
    """
    first: dict[str, str] = {}
    named: set[str] = set()
    for source in sorted(sources):
        parts = source.split("/")
        for depth in range(1, len(parts) + 1):
            path = "/".join(parts[:depth]) + ("/" if depth < len(parts) else "")
            known = first.setdefault(folded(path), path)
            if known == path:
                continue
            if path not in named:
                yield path, known
            named.add(path)
            break


def folded(path: str) -> str:
    """A path as it is compared by systems that do not tell capital letters, or two ways of an accent, apart."""
    parts = unicodedata.normalize("NFC", path).casefold().split("/")
    return "/".join(part.rstrip(". ") for part in parts)
