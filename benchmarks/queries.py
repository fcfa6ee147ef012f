"""What is typed into the search boxes: words of the workload as people type them, the same in every run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import cycle
from random import Random

from benchmarks import workload
from benchmarks.sizes import Size
from benchmarks.writing import Fields

LOOKED_AT = 200
"""Tips that are read to see which words are common."""
KEYS = 5
"""Letters of one more word that are typed afterwards."""


@dataclass(frozen=True)
class Query:
    """What one person types."""

    kind: str
    """What is special about it."""
    text: str
    """Typed at once."""
    more: str
    """Typed afterwards, letter by letter: a space and the first letters of another word."""


def queries(size: Size) -> tuple[Query, ...]:
    """A dozen queries, at least one of every kind."""
    chance = Random(f"queries {size.name}")  # noqa: S311 - repeatable on purpose, no secret
    tips = [fields for _, fields in workload.records(size, "tips")]
    tips = chance.sample(tips, min(LOOKED_AT, len(tips)))
    some = cycle(tips)
    texts = [
        ("one word", _last_words(next(some), 1)),
        ("one word", _last_words(next(some), 1)),
        ("two words", _last_words(next(some), 2)),
        ("two words", _last_words(next(some), 2)),
        ("a title", str(next(some)["title"])),
        ("a question", str(next(some)["patron_asks"])),
        ("a prefix", _longest(next(some))[:4]),
        ("a prefix", _longest(next(some))[:3]),
        ("a typo", _mistyped(_longest(next(some)), chance)),
        ("a typo", _mistyped(_longest(next(some)), chance)),
        ("a word of nearly every tip", _commonest(tips)),
        ("a word of no tip", _longest(next(some))[::-1]),
    ]
    return tuple(Query(kind, text, f" {_longest(chance.choice(tips))[:KEYS]}") for kind, text in texts)


def _last_words(tip: Fields, number: int) -> str:
    return " ".join(str(tip["title"]).split()[-number:])


def _longest(tip: Fields) -> str:
    """The longest word of the title."""
    return max(str(tip["title"]).lower().split(), key=len)


def _mistyped(word: str, chance: Random) -> str:
    """The word with two adjacent letters swapped, but never the first letter."""
    at = chance.choice([at for at in range(1, len(word) - 1) if word[at] != word[at + 1]])
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _commonest(tips: list[Fields]) -> str:
    """The longer word that most of the tips have, the first of several by the alphabet."""
    counted = Counter(word for tip in tips for word in {long for long in _text_of(tip).split() if len(long) > 5})
    return min(counted, key=lambda word: (-counted[word], word))


def _text_of(tip: Fields) -> str:
    texts = [value for value in tip.values() if isinstance(value, str) and " " in value]
    lists = [line for value in tip.values() if isinstance(value, list) for line in value if isinstance(line, str)]
    return "".join(letter if letter.isalpha() else " " for letter in " ".join([*texts, *lists]).lower())
