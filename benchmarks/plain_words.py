"""How plainly the default playbook is written: the length of its sentences and the rarity of its words.

    python -m benchmarks.plain_words [KIND …]

prints for each field of each kind the median, 90th-percentile and longest sentence in words and the share of words
that are not common, then the time that tips take to read, then the outliers by name: the longest sentences, and the
texts with the most uncommon words.

No list of common words is borrowed. A word is common here when the playbook itself uses it, in any inflection, in at
least three records: whoever reads the playbook meets it again. `search.inflection` takes the inflections off, so
*queue*, *queues* and *queueing* are one word. The first figures to look at are those of `do`: a step is done while
someone is waiting.
"""

from __future__ import annotations

import re
import statistics
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from benchmarks.playbook_texts import FieldText, default_playbook, texts_of, words_of
from playbook.model.practice import Tip
from playbook.search.analysis import fold
from playbook.search.inflection import stem

COMMON_FROM = 3
"""The number of records that must use a word for it to be common."""
WORDS_A_MINUTE = 300
"""The pace of a colleague who reads something familiar."""
TIP_WORDS = 150
"""What can be read of a tip in thirty seconds."""
PROSE = 4
"""A text with fewer words than this is a label and not a sentence."""
UNREAD = frozenset(
    {"notes", "query", "aliases", "misspellings", "us", "gb", "sector_words", "not_say", "author", "publisher"}
)
"""Fields that staff do not read as sentences."""
OUTLIERS = 12
"""How many of each sort are named."""

_END = re.compile(r"(?<=[.!?…])[”’)]*\s+")


@dataclass(frozen=True)
class Plainness:
    """What was measured in one field of one kind."""

    kind: str
    field: str
    sentences: int
    median: float
    long: int
    """The length that nine sentences of ten do not exceed."""
    longest: int
    uncommon: float
    """The share of words that are not common."""


def sentences_of(text: str) -> list[str]:
    """The sentences of a text."""
    return [sentence for sentence in _END.split(text) if words_of(sentence)]


def common_words(texts: Iterable[FieldText]) -> frozenset[str]:
    """The stems that at least COMMON_FROM records use."""
    users: dict[str, set[tuple[str, str]]] = {}
    for text in texts:
        for word in words_of(text.text):
            for part in _parts(word):
                users.setdefault(part, set()).add((text.kind, text.record))
    return frozenset(part for part, records in users.items() if len(records) >= COMMON_FROM)


def uncommon_in(text: str, common: frozenset[str]) -> list[str]:
    """The words of a text of which no part is common; figures count as common, and so do words with one letter."""
    return [word for word in words_of(text) if not all(part in common for part in _parts(word))]


def plainness(texts: Iterable[FieldText], common: frozenset[str]) -> list[Plainness]:
    """One measurement for each field of each kind, in the order of the texts."""
    fields: dict[tuple[str, str], list[str]] = {}
    for text in texts:
        if text.field not in UNREAD and len(words_of(text.text)) >= PROSE:
            fields.setdefault((text.kind, text.field), []).append(text.text)
    return [_measured(kind, field, found, common) for (kind, field), found in fields.items()]


def _measured(kind: str, field: str, texts: list[str], common: frozenset[str]) -> Plainness:
    lengths = sorted(len(words_of(sentence)) for text in texts for sentence in sentences_of(text))
    uncommon = sum(len(uncommon_in(text, common)) for text in texts)
    return Plainness(
        kind,
        field,
        len(lengths),
        statistics.median(lengths),
        lengths[(len(lengths) * 9) // 10],
        lengths[-1],
        uncommon / sum(lengths),
    )


def words_read(tip: Tip) -> int:
    """The words that are read of a tip during a shift: the question, the steps and what surrounds them."""
    texts = (tip.patron_asks, *tip.do, tip.floor or "", tip.flex or "", *tip.say, *tip.avoid, tip.why)
    return sum(len(words_of(text)) for text in texts)


def _parts(word: str) -> list[str]:
    """The stems of the parts of a word; figures and single letters are left out."""
    return [stem(part) for part in re.split(r"[-’']", fold(word)) if len(part) > 1 and not part.isdigit()]


def _table(rows: Iterable[Plainness]) -> str:
    lines = [f"{'kind and field':32}{'sentences':>10}{'median':>8}{'9 of 10':>9}{'longest':>9}{'uncommon':>10}"]
    for row in rows:
        name = f"{row.kind} {row.field}"
        figures = f"{row.sentences:10}{row.median:8.0f}{row.long:9}{row.longest:9}{row.uncommon:10.1%}"
        lines.append(f"{name:32}{figures}")
    return "\n".join(lines)


def _reading_times(tips: Mapping[str, Tip]) -> str:
    counts = sorted((words_read(tip), tip.id) for tip in tips.values())
    lengths = [count for count, _ in counts]
    over = [f"{tip_id} ({count})" for count, tip_id in counts if count > TIP_WORDS]
    seconds = statistics.median(lengths) * 60 / WORDS_A_MINUTE
    return (
        f"{len(lengths)} tips: median {statistics.median(lengths):.0f} words ({seconds:.0f} s), "
        f"nine of ten within {lengths[len(lengths) * 9 // 10]}, longest {lengths[-1]}; "
        f"above {TIP_WORDS} words: {', '.join(over) or 'none'}"
    )


def _outliers(texts: list[FieldText], common: frozenset[str]) -> str:
    read = [text for text in texts if text.field not in UNREAD and len(words_of(text.text)) >= PROSE]
    longest = sorted(
        ((len(words_of(sentence)), text, sentence) for text in read for sentence in sentences_of(text.text)),
        key=lambda found: -found[0],
    )
    rare = sorted(
        ((len(uncommon), text, uncommon) for text in read if (uncommon := uncommon_in(text.text, common))),
        key=lambda found: -found[0],
    )
    lines = ["The longest sentences:"]
    lines += [
        f"{count:4}  {text.kind}:{text.record} {text.field}: {sentence}" for count, text, sentence in longest[:OUTLIERS]
    ]
    lines += ["", "The most uncommon words in one text:"]
    lines += [
        f"{count:4}  {text.kind}:{text.record} {text.field}: {', '.join(words)}"
        for count, text, words in rare[:OUTLIERS]
    ]
    return "\n".join(lines)


def main(kinds: list[str]) -> int:
    """Prints the measurements of the kinds named, or of all."""
    playbook = default_playbook()
    texts = list(texts_of(playbook))
    common = common_words(text for text in texts if text.field not in UNREAD)
    chosen = [text for text in texts if not kinds or text.kind in kinds]
    print(_table(plainness(chosen, common)), _reading_times(playbook.tips), _outliers(chosen, common), sep="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
