"""The index as files for the browser: a small manifest, and the rest cut into parts that are fetched when needed.

The manifest is a module of the script that answers, since every query needs it and a request costs more than its bytes.
Every part is a script that calls one function with plain data, because a page opened from a file share may load scripts
but may not fetch. `assets/search/store.js` reads them; the two must change together.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, islice, zip_longest
from operator import itemgetter, sub
from typing import Any

from playbook.model import BY_NAME
from playbook.rendering.links import Links
from playbook.search.english import HALVES, IRREGULAR, ROOT_SUFFIXES, SPELLING, STOP_WORDS
from playbook.search.entries import Entry
from playbook.search.index import Index, Postings
from playbook.search.script import joined_script
from playbook.search.tokens import NEIGHBOURS, SENTENCE, beginning_of

SCRIPTS = {"search/search.js": "main", "search/finder.js": "finder"}
"""What answers in the browser, with the module each begins at; `assets/js/search.js` asks for them when needed."""
RECEIVER = "playbookSearch"
"""The function that every file calls."""
TOKENS_SIZE, WORDS_SIZE = 1_000, 6_000
"""Characters in a part, about; a part is compressed to less than half on the way."""
BEST_OF_WORD, BEST_OF_NEIGHBOURS, ROWS_WITH_TOKENS = 10, 9, 18
"""With a part of tokens come the rows of the entries that its words find best, then those that its words find together
with the next word: of each word, of each two, and together, at most. Most answers to one word then show what came with
it; with more rows, people who type several words would pay for those of each."""
BUNDLED_WORDS = 40_000
"""Characters of all words together up to which they come with the manifest: those of some thousand tips."""
ENTRIES_IN_PART = 8
LISTS = ("they-said", "tip-finder", "words")
"""Pages to look through when nothing is found; they come with the manifest."""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
Parts = Mapping[str, Sequence[Any]]
"""By name (`words`, `tokens`, `entries`) the parts, each what one file hands over."""


def search_files(index: Index, links: Links, proposals: str | None = None) -> Iterator[tuple[str, str]]:
    """The files of the index as (path below the site's root, text); `links` are those of the root's own page.

    `proposals` is the address at which a word that was not found can be proposed, with `{title}` and `{text}` for
    what is said there.
    """
    parts = index_parts(index)
    made = {"manifest": manifest_module(index, parts, links, proposals)}
    for path, module in SCRIPTS.items():
        yield path, joined_script(module, made)
    yield from part_files(parts)


def index_parts(index: Index) -> Parts:
    """Everything that is looked up in the index, in parts; `words` is one part where it comes with the manifest."""
    words_size = BUNDLED_WORDS if sum(map(len, index.words)) <= BUNDLED_WORDS else WORDS_SIZE
    return {
        "words": ["\n".join(part) for part in _cut(index.words, words_size, of=len, at=lambda word: word[0])],
        "tokens": [
            ["\n".join(part), _best_rows(index, part)]
            for part in _cut(list(_lines(index.postings)), TOKENS_SIZE, of=len, at=beginning_of)
        ],
        "entries": [
            [_row(entry) for entry in index.entries[start:end]]
            for start, end in _spans(len(index.entries), ENTRIES_IN_PART)
        ],
    }


def part_files(parts: Parts) -> Iterator[tuple[str, str]]:
    """The files of the parts that do not come with the manifest, as (path below the site's root, text)."""
    for name, of_name in parts.items():
        for number, part in enumerate(of_name):
            if not _is_bundled(name, parts):
                yield f"search/{name}-{number}.js", f'{RECEIVER}("{name}",{number},{_json(part)});\n'


def manifest_module(index: Index, parts: Parts, links: Links, proposals: str | None = None) -> str:
    """The module `manifest` of the script that answers; the other arguments are those of `search_files`."""
    bundled = {f"{name}-0": of_name[0] for name, of_name in parts.items() if _is_bundled(name, parts)}
    manifest = {
        "version": hashlib.sha256(_json(parts).encode()).hexdigest()[:12],
        **_manifest(index, parts, links),
        "proposals": proposals,
        "bundled": bundled,
    }
    return f"export const manifest = {_json(manifest)};\n"


def _is_bundled(name: str, parts: Parts) -> bool:
    return name == "words" and len(parts[name]) == 1


def _row(entry: Entry) -> list[str]:
    """What a result shows, in the order in which `store.js` reads it."""
    return [entry.id, entry.title, entry.where, "\n".join(entry.said), entry.say, entry.about, entry.file]


def _best_rows(index: Index, lines: Iterable[str]) -> dict[int, list[str]]:
    """By number the rows of the entries that come with a part, best first."""
    tokens = [_token(line) for line in lines]
    numbers = dict.fromkeys(chain(_found_by_words(index, tokens), _found_by_neighbours(index, tokens)))
    return {number: _row(index.entries[number]) for number in islice(numbers, ROWS_WITH_TOKENS)}


def _found_by_words(index: Index, tokens: Iterable[str]) -> Iterator[int]:
    """The best of each word, then the next of each."""
    found = (map(itemgetter(1), _found(index, token, BEST_OF_WORD)) for token in tokens if _is_word(token))
    return (number for place in zip_longest(*found) for number in place if number is not None)


def _found_by_neighbours(index: Index, tokens: Iterable[str]) -> Iterator[int]:
    """Those that two words beside each other find, the strongest first."""
    neighbours = (token for token in tokens if token[-1] == NEIGHBOURS)
    found = chain.from_iterable(_found(index, token, BEST_OF_NEIGHBOURS) for token in neighbours)
    return map(itemgetter(1), sorted(found, key=lambda it: -it[0]))


def _found(index: Index, token: str, most: int) -> Iterator[tuple[int, int]]:
    """The impacts and numbers of the entries that a token finds best."""
    return islice(((impact, number) for impact, group in index.postings[token].groups for number in group), most)


def _is_word(token: str) -> bool:
    """Whether a token is looked for by typing one word; a sentence may be one too, and finds best of all then."""
    return token[-1] not in NEIGHBOURS + SENTENCE or (token[-1] == SENTENCE and " " not in token)


def _manifest(index: Index, parts: Parts, links: Links) -> dict[str, Any]:
    return {
        "english": {
            "stop": STOP_WORDS.split(),
            "halves": HALVES.split(),
            "spelling": SPELLING,
            "irregular": IRREGULAR,
            "roots": ROOT_SUFFIXES.split(),
        }
        if index.language.is_english
        else None,
        "concepts": "\n".join(f"{form}\t{' '.join(concepts)}" for form, concepts in index.vocabulary.concepts.items()),
        "kinds": [_kind(kind, len(list(entries)), links) for kind, entries in groupby(e.kind for e in index.entries)],
        "words": [str(part)[0] for part in parts["words"]],
        "tokens": [beginning_of(text) for text, _ in parts["tokens"]],
        "inPart": ENTRIES_IN_PART,
        "lists": {number: _row(it) for number, it in enumerate(index.entries) if it.kind == "page" and it.id in LISTS},
        "rarest": index.greatest_rarity,
    }


def _kind(kind: str, count: int, links: Links) -> list[str | int]:
    """Name, its word for people, how many, the address of a page with `*` for its id; terms have one page together."""
    words = "page" if kind == "page" else BY_NAME[kind].words
    address = links.to("page", "words", "*") if kind == "term" else links.to(kind, "*")
    return [kind, words, count, address]


def _lines(postings: Mapping[str, Postings]) -> Iterator[str]:
    """A token, a tab, its rarity, then for each impact, the strongest first, the distances between the entries."""
    digits = _Digits()
    for token in sorted(postings):
        of_token = postings[token]
        groups = [
            " ".join(map(digits.__getitem__, (impact, numbers[0], *map(sub, numbers[1:], numbers))))
            for impact, numbers in of_token.groups
        ]
        yield f"{token}\t{digits[of_token.rarity]},{','.join(groups)}"


def _token(line: str) -> str:
    """The token of a line."""
    return line.partition("\t")[0]


class _Digits(dict[int, str]):
    """Numbers as digits of base 36, each worked out once."""

    def __missing__(self, number: int) -> str:
        high, low = divmod(number, 36)
        self[number] = written = (self[high] if high else "") + DIGITS[low]
        return written


def _cut(lines: Sequence[str], size: int, of: Callable[[str], int], at: Callable[[str], str]) -> Iterator[list[str]]:
    """`lines` in parts of about `size`, cut only where `at` changes."""
    part: list[str] = []
    filled = 0
    for line in lines:
        if filled >= size and at(line) != at(part[-1]):
            yield part
            part, filled = [], 0
        part.append(line)
        filled += of(line)
    if part:
        yield part


def _spans(count: int, size: int) -> Iterable[tuple[int, int]]:
    return ((start, start + size) for start in range(0, count, size))


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
