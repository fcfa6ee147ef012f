"""Finds sentences that the default playbook copied from someone else's text.

    python -m benchmarks.borrowed_words FOLDER

compares every text of the default playbook and every page of `docs/` with the `.txt` files in FOLDER, such as the
essays an idea came from, which are not part of this project. Eight consecutive words that also occur there are
reported, whatever their capitals and punctuation. The titles of works in `sources.yml` are left out, because a title
has to be copied.

Exit code 0 when nothing is found, 1 when something is, 2 when FOLDER holds no text.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.playbook_texts import DATA, default_playbook, texts_of

RUN = 8
"""How many consecutive words count as copied."""
PAGES = ("docs/*.md", "playbook_data/*.md", "*.md")
"""Hand-written pages, below the project's root."""

_WORD = re.compile(r"[^\W_]+|§")
_APOSTROPHES = re.compile(r"(?<=\w)['’](?=\w)")


@dataclass(frozen=True)
class Borrowed:
    """A sequence of words that occurs in two texts."""

    where: str
    """The place in the playbook, such as `tip:smile-first why`."""
    origin: str
    """The name of the file that they also occur in."""
    words: tuple[str, ...]


def bare_words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case without apostrophes: `don’t` is `dont`."""
    return tuple(_WORD.findall(_APOSTROPHES.sub("", text).lower()))


def borrowed(texts: Iterable[tuple[str, str]], originals: Iterable[tuple[str, str]], run: int = RUN) -> list[Borrowed]:
    """Every longest run of at least `run` words that a text shares with an original; both are (name, text)."""
    origins: dict[tuple[str, ...], str] = {}
    for name, original in originals:
        words = bare_words(original)
        for start in range(len(words) - run + 1):
            origins.setdefault(words[start : start + run], name)
    return [found for where, text in texts for found in _runs_in(where, bare_words(text), origins, run)]


def _runs_in(where: str, words: tuple[str, ...], origins: dict[tuple[str, ...], str], run: int) -> Iterator[Borrowed]:
    start = 0
    while start <= len(words) - run:
        origin = origins.get(words[start : start + run])
        end = start + run
        while origin and origins.get(words[end - run + 1 : end + 1]) == origin and end < len(words):
            end += 1
        if origin:
            yield Borrowed(where, origin, words[start:end])
        start = end if origin else start + 1


def longest_shared(texts: list[tuple[str, str]], originals: list[tuple[str, str]]) -> list[Borrowed]:
    """The longest runs that texts and originals share, however short."""
    for run in range(RUN, 0, -1):
        if found := borrowed(texts, originals, run):
            longest = max(len(find.words) for find in found)
            return [find for find in found if len(find.words) == longest]
    return []


def default_texts() -> list[tuple[str, str]]:
    """Every text of the default playbook and every hand-written page, without the titles of sources."""
    playbook = default_playbook()
    records = [(f"{text.kind}:{text.record} {text.field}", text.text) for text in texts_of(playbook)]
    pages = sorted({page for pattern in PAGES for page in DATA.parent.glob(pattern)})
    written = [(page.relative_to(DATA.parent).as_posix(), page.read_text("utf-8")) for page in pages]
    titles = [source.title for source in playbook.sources.values()]
    return [(where, without(text, titles)) for where, text in records + written]


def without(text: str, titles: Iterable[str]) -> str:
    """The text with each title replaced by a mark that is no word."""
    for title in titles:
        text = text.replace(title, " § ")
    return text


def main(arguments: list[str]) -> int:
    """Prints what was found and returns the exit code."""
    folder = Path(arguments[0]) if len(arguments) == 1 else None
    originals = [(file.name, file.read_text("utf-8")) for file in sorted(folder.glob("*.txt"))] if folder else []
    if not originals:
        print("usage: python -m benchmarks.borrowed_words FOLDER, a folder with .txt files", file=sys.stderr)
        return 2
    texts = default_texts()
    finds = borrowed(texts, originals)
    for find in finds:
        print(f"{find.where}: {len(find.words)} words that stand in {find.origin}: “{' '.join(find.words)}”")
    print(f"{len(texts)} texts compared with {len(originals)}: {len(finds)} runs of {RUN} words or more.")
    if not finds:
        for find in longest_shared(texts, originals):
            print(f"The longest in common, {len(find.words)} words: “{' '.join(find.words)}” ({find.where})")
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
