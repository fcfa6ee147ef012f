"""The index as files for the browser: a small manifest, and the rest in shards that are fetched when needed.

The manifest is a module of the script that answers, because every query needs it and a request costs more than its
bytes. Every shard is a script that calls one function with plain data, because a page opened from a file share may load
scripts but may not fetch. `assets/search/store.js` reads them, so the two must change together.
"""

from __future__ import annotations

import hashlib
import json
import re
import string
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, islice, zip_longest
from operator import attrgetter, itemgetter, sub
from typing import Any

from playbook.model import BY_NAME
from playbook.model.kind import OnPage, Within
from playbook.ref import PAGE
from playbook.rendering.links import Links
from playbook.search import constants
from playbook.search.constants import (
    BIGRAM_MARK,
    CONCEPT_MARK,
    CURRENT,
    EITHER,
    ENTRIES_PER_SHARD,
    MANIFEST_RECEIVER,
    PREFIX_MARK,
    RADIX,
    RECEIVER,
    SENTENCE_MARK,
    SIGN_MARK,
)
from playbook.search.english import HALVES, IRREGULAR, ROOT_SUFFIXES, SPELLING, STOP_WORDS
from playbook.search.entries import Entry
from playbook.search.inverted_index import Index
from playbook.search.script import joined_script
from playbook.search.signs import SignsByKey
from playbook.search.word_lists import front_coded

SCRIPTS = {"search": "main", "finder": "finder"}
"""The scripts that answer in the browser, each with its first module. `assets/js/search-loader.js` loads them."""
HASH_LENGTH = 8
TOKENS_SIZE, WORDS_SIZE, DICTIONARY_SIZE = 1_000, 6_000, 3_000
"""Characters in a shard, roughly; compression halves it at least."""
BEST_OF_WORD, BEST_OF_BIGRAM, ROWS_WITH_TOKENS = 10, 9, 8
"""Rows of entries that come with a shard of tokens: the best ones for each word, then for each bigram, and at most so
many together. Most answers to one word can then be shown at once; with more rows, a query of several words would cost
too many bytes."""
SENTENCES_WITH_TOKENS = 2
"""Sentences of patrons in such a row: those with a word of the shard."""
BUNDLED_WORDS = 60_000
"""Characters of all words together up to which they come with the manifest: those of a few thousand tips."""
LISTS = ("they-said", "tip-finder", "words")
"""Pages to look through if nothing is found; their rows come with the manifest."""
DIGITS = (string.digits + string.ascii_lowercase)[:RADIX]
Shards = Mapping[str, Sequence[Any]]
"""The shards of `words`, `dictionary`, `tokens` and `entries`, each as the data of one file."""
_UNMARKED = re.compile(f"[^ \\t{PREFIX_MARK}{CONCEPT_MARK}{BIGRAM_MARK}{SENTENCE_MARK}{SIGN_MARK}]{{0,4}}")


def search_files(index: Index, links: Links, proposals: str | None = None) -> Iterator[tuple[str, str]]:
    """The files of the index as (path below the site's root, text). All names but one change with the content.

    `links` are those of the site's home page. `proposals` is the address at which a word that was not found can be
    proposed, with `{title}` and `{text}` where the proposal goes.
    """
    shards = index_shards(index)
    manifest = manifest_of(index, shards, links, proposals)
    generated = generated_modules(manifest)
    scripts = {name: joined_script(module, generated) for name, module in SCRIPTS.items()}
    paths = {name: f"search/{name}.{_hash(script)}.js" for name, script in scripts.items()}
    yield from ((paths[name], script) for name, script in scripts.items())
    yield CURRENT, f"{MANIFEST_RECEIVER}({_json({**manifest, 'scripts': paths})});\n"
    yield from shard_files(shards)


def script_paths(files: Iterable[str]) -> dict[str, str]:
    """Of the paths that `search_files` gave, those of SCRIPTS by name."""
    return {name: path for path in files for name in SCRIPTS if path.startswith(f"search/{name}.")}


def index_shards(index: Index) -> Shards:
    """Everything that is looked up in the index; `words` is a single shard if it comes with the manifest."""
    words_size = BUNDLED_WORDS if sum(map(len, index.words)) <= BUNDLED_WORDS else WORDS_SIZE
    return {
        "words": [front_coded(words) for words in _cut(index.words, words_size, of=len, at=lambda word: word[0])],
        "dictionary": [
            front_coded(words) for words in _cut(index.dictionary, DICTIONARY_SIZE, of=len, at=lambda word: word[:2])
        ],
        "tokens": [
            ["\n".join(lines), _best_rows(index, lines)]
            for lines in _cut(_sorted_lines(index), TOKENS_SIZE, of=len, at=common_start)
        ],
        "entries": [
            [_row(entry) for entry in index.entries[start:end]]
            for start, end in _spans(len(index.entries), ENTRIES_PER_SHARD)
        ],
    }


def shard_files(shards: Shards) -> Iterator[tuple[str, str]]:
    """The files of the shards that do not come with the manifest, as (path below the site's root, text).

    Each says in its name and in its call to which build it belongs.
    """
    version = _version(shards)
    for group, of_group in shards.items():
        for number, shard in enumerate(of_group):
            if not _is_bundled(group, shards):
                call = f'{RECEIVER}("{group}",{number},{_json(shard)},"{version}");\n'
                yield f"search/{group}-{number}.{version}.js", call


def manifest_of(index: Index, shards: Shards, links: Links, proposals: str | None = None) -> dict[str, Any]:
    """What every query needs of the index. For the arguments see `search_files`."""
    bundled = {f"{group}-0": of_group[0] for group, of_group in shards.items() if _is_bundled(group, shards)}
    return {
        "version": _version(shards),
        "code": _hash("".join(joined_script(module, generated_modules({})) for module in SCRIPTS.values())),
        **_manifest(index, shards, links),
        "proposals": proposals,
        "bundled": bundled,
    }


def generated_modules(manifest: Mapping[str, Any]) -> dict[str, str]:
    """The modules of the script that are no files, by name."""
    return {"manifest": f"export const manifest = {_json(manifest)};\n", "constants": constants.as_javascript()}


def common_start(token: str) -> str:
    """The first letters of a token, at most four: tokens that share them are often looked up together."""
    found = _UNMARKED.match(token)
    return found[0] if found else ""


def _version(shards: Shards) -> str:
    return _hash(_json(shards))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:HASH_LENGTH]


def _is_bundled(group: str, shards: Shards) -> bool:
    return group == "words" and len(shards[group]) == 1


def _row(entry: Entry, said: Sequence[str] | None = None) -> list[str]:
    """What a result shows, in the order in which `store.js` reads it; of what patrons say all of it, or only `said`."""
    sentences = "\n".join(entry.said if said is None else said)
    row = [entry.id, entry.title, entry.where, sentences, entry.say, entry.about, entry.file]
    return [*row, entry.mark] if entry.mark else row


def _best_rows(index: Index, lines: Iterable[str]) -> dict[int, list[str]]:
    """The rows of the entries that come with a shard, by number, best first."""
    tokens = [token for token in map(_token, lines) if token[-1] != SIGN_MARK]
    numbers = dict.fromkeys(chain(_found_by_words(index, tokens), _found_by_bigrams(index, tokens)))
    best = ((number, index.entries[number]) for number in islice(numbers, ROWS_WITH_TOKENS))
    looked_up = frozenset(tokens)
    return {number: _row(entry, _said_with(index, entry, looked_up)) for number, entry in best}


def _said_with(index: Index, entry: Entry, tokens: frozenset[str]) -> Sequence[str]:
    """What patrons say in one of these tokens, because a result shows the sentence most like what was typed; the first
    sentence when there is none.
    """
    said = [each for each in entry.said if not tokens.isdisjoint(index.tokens_of(each))]
    return said[:SENTENCES_WITH_TOKENS] or entry.said[:1]


def _found_by_words(index: Index, tokens: Iterable[str]) -> Iterator[int]:
    """The best entry for each word, then the second best for each, and so on."""
    found = (map(itemgetter(1), _found(index, token, BEST_OF_WORD)) for token in tokens if _is_word(token))
    return (number for rank in zip_longest(*found) for number in rank if number is not None)


def _found_by_bigrams(index: Index, tokens: Iterable[str]) -> Iterator[int]:
    """What bigrams find, the strongest first."""
    bigrams = (token for token in tokens if token[-1] == BIGRAM_MARK)
    found = chain.from_iterable(_found(index, token, BEST_OF_BIGRAM) for token in bigrams)
    return map(itemgetter(1), sorted(found, key=itemgetter(0), reverse=True))


def _found(index: Index, token: str, limit: int) -> Iterator[tuple[int, int]]:
    """The impacts and numbers of the entries that a token finds best."""
    return islice(((impact, number) for impact, group in index.postings[token].groups for number in group), limit)


def _is_word(token: str) -> bool:
    """Whether typing one word looks a token up: a sentence may be one word too, and then finds best of all."""
    return token[-1] not in (BIGRAM_MARK, SENTENCE_MARK) or (token[-1] == SENTENCE_MARK and " " not in token)


def _manifest(index: Index, shards: Shards, links: Links) -> dict[str, Any]:
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
        "concepts": "\n".join(map("\t".join, _concepts(index.vocabulary.concepts))),
        "kinds": [
            _kind(kind, len(list(entries)), links) for kind, entries in groupby(index.entries, key=attrgetter("kind"))
        ],
        "words": [str(words)[1] for words in shards["words"]],
        "dictionary": [str(words)[1:3] for words in shards["dictionary"]],
        "urgent": [number for number, entry in enumerate(index.entries) if entry.is_urgent],
        "tokens": front_coded(common_start(lines) for lines, _ in shards["tokens"]),
        "lists": {
            number: _row(entry)
            for number, entry in enumerate(index.entries)
            if entry.kind == "page" and entry.id in LISTS
        },
        "help": [[help.words, help.how, links.to(*help.ref), help.is_urgent] for help in index.help],
        "rarest": index.greatest_rarity,
    }


def _concepts(concepts: Mapping[str, Sequence[str]]) -> Iterator[Sequence[str]]:
    """Concepts with a space between them, each group followed by the forms that may mean it."""
    by_concepts: defaultdict[str, list[str]] = defaultdict(list)
    for form, meant in concepts.items():
        by_concepts[" ".join(meant)].append(form)
    return ([meant, *forms] for meant, forms in by_concepts.items())


def _kind(kind: str, count: int, links: Links) -> list[str | int]:
    """A kind's name, the heading of its results, its number of entries, and where they lead with `*` for the id.

    Raises ValueError for a kind shown within another's pages: no one address leads to all its records.
    """
    if kind == PAGE:
        return [kind, "Pages", count, links.to(PAGE, "*")]
    found = BY_NAME[kind]
    if isinstance(found.shown, Within):
        raise ValueError(f"results cannot lead to records of the kind {kind}, because they are shown within others")
    address = links.to(kind, "*")
    if isinstance(found.shown, OnPage):
        address = links.to(PAGE, found.shown.page, "*" if found.shown.is_anchored else "")
    return [kind, found.found_heading, count, address]


def _lines(index: Index) -> Iterator[str]:
    """For each token a line: the token, a tab, its rarity (behind a minus when it is known from other languages only),
    then for each impact the impact, the number of the first entry and the distance from each entry to the next,
    strongest impact first.
    """
    digits = _Digits()
    for token in sorted(index.postings):
        of_token = index.postings[token]
        groups = [
            " ".join(map(digits.__getitem__, (impact, numbers[0], *map(sub, numbers[1:], numbers))))
            for impact, numbers in of_token.groups
        ]
        minus = "-" if token in index.foreign else ""
        yield f"{token}\t{minus}{digits[of_token.rarity]},{','.join(groups)}"


def _sorted_lines(index: Index) -> list[str]:
    """The lines of a shard of tokens: what tokens find, and the signs that are looked up by a word."""
    return sorted([*_lines(index), *_sign_lines(index.signs)], key=_token)


def _sign_lines(signs: SignsByKey) -> Iterator[str]:
    """For each word a line: the word and its mark, a tab, then its signs, each with the number of the scenario and all
    that must be meant.
    """
    digits = _Digits()
    for token, of_token in signs.items():
        written = (" ".join((digits[sign.number], *map(EITHER.join, sign.places))) for sign in of_token)
        yield f"{token}{SIGN_MARK}\t{','.join(written)}"


def _token(line: str) -> str:
    return line.partition("\t")[0]


class _Digits(dict[int, str]):
    """A cache of numbers written in base `RADIX`."""

    def __missing__(self, number: int) -> str:
        high, low = divmod(number, RADIX)
        self[number] = written = (self[high] if high else "") + DIGITS[low]
        return written


def _cut(lines: Sequence[str], size: int, of: Callable[[str], int], at: Callable[[str], str]) -> Iterator[list[str]]:
    """`lines` in pieces of about `size`, cut only where `at` changes."""
    piece: list[str] = []
    filled = 0
    for line in lines:
        if filled >= size and at(line) != at(piece[-1]):
            yield piece
            piece, filled = [], 0
        piece.append(line)
        filled += of(line)
    if piece:
        yield piece


def _spans(count: int, size: int) -> Iterable[tuple[int, int]]:
    return ((start, start + size) for start in range(0, count, size))


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
