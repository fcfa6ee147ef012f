"""What every query needs of the index, and so comes with the script that answers. `assets/search/store.js` reads it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from playbook.model import BY_NAME
from playbook.model.kind import OnPage, Within
from playbook.ref import PAGE
from playbook.rendering.links import Links
from playbook.search.english import HALVES, IRREGULAR, ROOT_SUFFIXES, SPELLING, STOP_WORDS
from playbook.search.inverted_index import Index
from playbook.search.shards import Shards, common_start, is_bundled, row_of, version_of
from playbook.search.word_lists import front_coded
from playbook.wording import _

LISTS = ("they-said", "tip-finder", "words")
"""Pages to look through if nothing is found; their rows come with the manifest."""


def manifest_of(index: Index, shards: Shards, links: Links, proposals: str | None = None) -> dict[str, Any]:
    """What every query needs of the index. For the arguments see `search_files` of `files.py`."""
    bundled = {f"{group}-0": of_group[0] for group, of_group in shards.items() if is_bundled(group, shards)}
    return {
        "version": version_of(shards),
        **_manifest(index, shards, links),
        "proposals": proposals,
        "bundled": bundled,
    }


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
            number: row_of(entry)
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
        return [kind, _("Pages"), count, links.to(PAGE, "*")]
    found = BY_NAME[kind]
    if isinstance(found.shown, Within):
        raise ValueError(f"results cannot lead to records of the kind {kind}, because they are shown within others")
    address = links.to(kind, "*")
    if isinstance(found.shown, OnPage):
        address = links.to(PAGE, found.shown.page, "*" if found.shown.is_anchored else "")
    return [kind, found.found_heading, count, address]
