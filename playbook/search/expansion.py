"""What a query may mean: for each of its words, the tokens that would answer it and how well.

`assets/search/expansion.js` is the twin; both read only the list of words and the vocabulary, never the postings.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from playbook.search.beginnings import MOST, begun_factor, has_token
from playbook.search.index import Index
from playbook.search.inflection import SHORTEST_ROOT, root
from playbook.search.language import Word
from playbook.search.tokens import BEGUN, NEIGHBOURS, SENTENCE
from playbook.search.typos import SHORT_WORD, allowed_slips, slips

QUERY_LENGTH, QUERY_WORDS = 200, 16
"""Characters and words of a query that are read."""
EXACT, COMPOUND, CONCEPT_OF_SPAN = 100, 95, 98
FAMILY = 55
"""For a word made from the same root."""
ONE_SLIP, TWO_SLIPS = 68, 48
UNFINISHED_SLIP = 42
"""For the beginning of a word, typed with a slip."""
MOST_BEGUN, MOST_SLIPPED, MOST_FAMILY = 16, 8, 8
SHORTEST_COMPOUND = 5
"""Letters of a word from which it may be two words written as one."""
SHORTEST_CUT = 4
"""Letters of a finished word that is not known, from which it may be a longer word cut short."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One token that answers one or several words of the query."""

    token: str
    factor: int
    """How well, in percent."""
    slots: tuple[int, ...]
    """The words of the query that it answers, by place."""


@dataclass(frozen=True, slots=True)
class Read:
    """A query as it was typed."""

    places: Sequence[int]
    """Where the words that count stand among all of them."""
    wanted: Sequence[Word]
    """The words that count."""
    is_unfinished: bool
    """Whether the last of them may be only the beginning of a word."""
    sentences: Sequence[Sequence[Word]]
    """All words; then without the letters of a word to come, when there are such."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one word of the query may stand for: tokens, each with how well it answers in percent."""

    alike: tuple[tuple[str, int], ...]
    """Of the word, its relatives, or the words that it may be a slip of."""
    begun: tuple[tuple[str, int], ...]
    """Of longer words that it begins."""
    mended: Word | None
    """The likeliest word when it must be a slip: as that it stands in sentences and beside its neighbours."""


@dataclass(frozen=True)
class Expansion:
    """A query, understood."""

    slots: int
    """How many words of the query count."""
    alternatives: tuple[Alternative, ...]
    begun: frozenset[str]
    """Their tokens that stand for words of which only the beginning was typed."""
    sentences: tuple[str, ...]
    """The tokens of the query as a sentence, of which the first that is known counts: all of it, without the letters
    of a word to come, and with two words written as one."""


def expand(index: Index, query: str) -> Expansion:
    """The tokens that answer a query."""
    read = _read(index, query)
    meanings = [_meaning(index, word, read.is_unfinished and word is read.wanted[-1]) for word in read.wanted]
    mended = _mended(index, read, meanings)
    sentences = [_with(mended, words) for words in read.sentences]
    told = sentences[-1]
    compounds = _compounds(index, told)
    sentences += [[*told[:place], compounds[place], *told[place + 2 :]] for place in list(compounds)[:1]]
    tokens = [
        *_together(index, told, read.places, compounds),
        *_neighbours(index, _with(mended, read.wanted)),
        *((*token, (slot,)) for slot, meaning in enumerate(meanings) for token in (*meaning.alike, *meaning.begun)),
    ]
    alternatives: dict[tuple[str, tuple[int, ...]], int] = {}
    for token, factor, slots in tokens:
        alternatives[token, slots] = max(factor, alternatives.get((token, slots), 0))
    return Expansion(
        slots=len(read.wanted),
        alternatives=tuple(Alternative(token, factor, slots) for (token, slots), factor in alternatives.items()),
        begun=frozenset(token for meaning in meanings for token, _ in meaning.begun),
        sentences=tuple(index.vocabulary.phrase(words) + SENTENCE for words in sentences if words),
    )


def _read(index: Index, query: str) -> Read:
    query = query[:QUERY_LENGTH]
    words = index.language.words(query)[:QUERY_WORDS]
    places, wanted = _wanted(words)
    ends_in_word = bool(words) and places[-1] == len(words) - 1
    is_unfinished = ends_in_word and query[-1:].isalnum()
    may_go_on = ends_in_word and query.endswith(" ")
    sentences = [words]
    if is_unfinished and len(wanted) > 1 and _is_to_come(index, wanted[-1]):
        places, wanted, is_unfinished = places[:-1], wanted[:-1], False
        may_go_on = places[-1] == len(words) - 2
        sentences.append(words[:-1])
    if may_go_on and not has_word(index, wanted[-1].stem):
        is_unfinished = True  # while nothing stands behind it that counts, the answer stays as it was
    return Read(places, wanted, is_unfinished, sentences)


def _is_to_come(index: Index, word: Word) -> bool:
    """Whether a further word is only begun: one letter, or two that are no word, may become too many words to guess."""
    if len(word.spelt) == 1:
        return word.spelt.isalpha()
    return len(word.spelt) == 2 and not has_word(index, word.stem)


def _wanted(words: Sequence[Word]) -> tuple[list[int], list[Word]]:
    """The words that count: no stop words unless there is nothing else, each once. With their places."""
    keeps_all = all(word.is_stop for word in words)
    places: list[int] = []
    wanted: list[Word] = []
    for place, word in enumerate(words):
        if word.is_stop and not keeps_all:
            continue
        if any(word.stem == other.stem for other in wanted):
            continue
        places.append(place)
        wanted.append(word)
    return places, wanted


def _mended(index: Index, read: Read, meanings: Sequence[Meaning]) -> dict[str, Word]:
    """What is likeliest meant by words that must be slips, by how they are spelt; known misspellings stay."""
    words = read.sentences[0]
    in_forms = {word.spelt for start, end, _ in index.vocabulary.spans(words) for word in words[start:end]}
    meant = {word.spelt: meaning.mended for word, meaning in zip(read.wanted, meanings, strict=True)}
    return {spelt: word for spelt, word in meant.items() if word and spelt not in in_forms}


def _with(mended: Mapping[str, Word], words: Sequence[Word]) -> list[Word]:
    return [mended.get(word.spelt, word) for word in words]


def _compounds(index: Index, words: Sequence[Word]) -> dict[int, Word]:
    """Neighbours that are a known word when they are written as one, by the place of the first."""
    found: dict[int, Word] = {}
    for place, (first, second) in enumerate(pairwise(words)):
        if not index.language.begins_compounds(first) or (first.is_stop and second.is_stop):
            continue
        joined = index.language.joined(first, second)
        if has_word(index, joined):
            found[place] = Word(joined, joined, is_stop=False)
    return found


def _together(
    index: Index, words: Sequence[Word], places: Sequence[int], compounds: Mapping[int, Word]
) -> Iterator[tuple[str, int, tuple[int, ...]]]:
    """The tokens that several words stand for together."""

    def slots(start: int, end: int) -> tuple[int, ...]:
        return tuple(slot for slot, place in enumerate(places) if start <= place < end)

    for start, end, concepts in index.vocabulary.spans(words):
        for concept in concepts if slots(start, end) else ():
            yield concept, CONCEPT_OF_SPAN, slots(start, end)
    for place, word in compounds.items():
        for token, factor in index.vocabulary.worth(word.stem, COMPOUND) if slots(place, place + 2) else ():
            yield token, factor, slots(place, place + 2)


def _neighbours(index: Index, wanted: Sequence[Word]) -> Iterator[tuple[str, int, tuple[int, ...]]]:
    """The tokens of neighbours, and of words that may be two written as one."""
    for slot, (first, second) in enumerate(pairwise(wanted)):
        yield index.language.joined(first, second) + NEIGHBOURS, EXACT, (slot, slot + 1)
    for slot, word in enumerate(wanted):
        if len(word.stem) >= SHORTEST_COMPOUND:
            yield word.stem + NEIGHBOURS, COMPOUND, (slot,)


def _meaning(index: Index, word: Word, is_unfinished: bool) -> Meaning:
    """What one word of the query may stand for."""
    is_known = has_word(index, word.stem)
    alike = [(word.stem, EXACT)] if is_known else []
    alike += [(stem, FAMILY) for stem in _family(index, word)] if index.language.is_english else []
    begun = list(_begun(index, word)) if is_unfinished else []
    slips = list(slipped(index, word.stem, is_unfinished)) if not is_known and not begun else []
    is_slip = bool(slips) and slips[0][1] > UNFINISHED_SLIP
    alike += slips
    if not alike and not begun and len(word.spelt) >= SHORTEST_CUT:
        begun = list(_begun(index, word))
    return Meaning(
        alike=tuple(token for stem, worth in alike for token in index.vocabulary.worth(stem, worth)),
        begun=tuple((token, factor // 2 if is_known else factor) for token, factor in begun),
        mended=Word(slips[0][0], slips[0][0], is_stop=False) if is_slip else None,
    )


def has_word(index: Index, stem: str) -> bool:
    """Whether a stem is in the list of words."""
    place = bisect_left(index.words, stem)
    return place < len(index.words) and index.words[place] == stem


def _family(index: Index, word: Word) -> Iterator[str]:
    if len(word.stem) < SHORTEST_ROOT:
        return
    wanted = root(word.stem)
    related = [stem for stem in _beginning(index, wanted[:-1]) if stem != word.stem and root(stem) == wanted]
    yield from related[:MOST_FAMILY]


def _begun(index: Index, word: Word) -> Iterator[tuple[str, int]]:
    """The tokens of longer words: that of the letters when only a few are typed, else those of the shortest words."""
    if len(word.spelt) < 2:
        return
    longer = [stem for stem in _beginning(index, word.spelt) if stem != word.stem]
    if longer and has_token(word.spelt):
        yield word.spelt + BEGUN, MOST
        return
    for stem in sorted(longer, key=lambda stem: (len(stem), stem))[:MOST_BEGUN]:
        yield from index.vocabulary.worth(stem, begun_factor(len(word.spelt), stem))


def _beginning(index: Index, letters: str) -> Iterator[str]:
    for place in range(bisect_left(index.words, letters), len(index.words)):
        if not index.words[place].startswith(letters):
            return
        yield index.words[place]


def slipped(index: Index, typed: str, is_unfinished: bool) -> Iterator[tuple[str, int]]:
    """The words that a mistyped stem may stand for; the first letter, or the second in first place, must be right."""
    most = allowed_slips(typed)
    if not most:
        return
    finished: list[tuple[int, int, str]] = []
    unfinished: list[tuple[int, int, str]] = []
    for first in sorted({typed[0], typed[1]}):
        for stem in _beginning(index, first):
            whole, beginning = slips(typed, stem, most)
            if whole <= most and len(stem) >= SHORT_WORD - 1:
                finished.append((whole, abs(len(stem) - len(typed)), stem))
            elif is_unfinished and beginning <= 1:
                unfinished.append((beginning, len(stem), stem))
    least = min(finished)[0] if finished else 0
    for distance, _, stem in sorted(finished)[:MOST_SLIPPED]:
        if distance == least:
            yield stem, ONE_SLIP if distance == 1 else TWO_SLIPS
    if not finished:
        for _, _, stem in sorted(unfinished)[:MOST_SLIPPED]:
            yield stem, UNFINISHED_SLIP
