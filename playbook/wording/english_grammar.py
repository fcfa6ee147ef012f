"""The grammar of English: what a role does, told to the person who does it, and what follows from it.

`does` is typed in the third person, as it follows "the duty manager": "checks the doors and opens them". After "you" or
"can" each verb of it must change: "check the doors and open them". Where it is not certain what is a verb, the words
stay in the third person, and so does the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from playbook.wording.english_words import (
    ADVERBS,
    AFTER_NOUN,
    ALSO_NOUNS,
    CAPITALS,
    CLAUSES,
    COORDINATORS,
    ENDS_PHRASE,
    OPENS_OBJECT,
    PRESENT,
    VERBS,
)
from playbook.wording.grammar import Deed, Grammar, Told
from playbook.wording.speaking import _

_IRREGULAR = {
    "has": "have",
    "does": "do",
    "goes": "go",
    "undoes": "undo",
    "redoes": "redo",
    "aches": "ache",
    "buses": "bus",
}
_IRREGULAR |= {"lies": "lie", "dies": "die", "ties": "tie", "unties": "untie"}
_ENDINGS = ((r"ies$", "y"), (r"es$", ""), (r"s$", ""))
"""Endings of the third person and what replaces them; the first that makes a known verb is used."""
_RULES = ((r"([^aeiou])ies$", r"\1y"), (r"(ss|sh|ch|x|zz|o)es$", r"\1"), (r"(..[^s])s$", r"\1"))
"""The same for a verb that is not on the list."""
_WORD = re.compile(r"[\w’'-]+")


class EnglishGrammar(Grammar):
    """Sentences that need the forms of verbs."""

    joint = ", "

    def tell(self, deeds: Sequence[Deed], *, is_to_you: bool) -> tuple[Told, ...]:
        """`You` check the doors, `so the usher can` lead people in; about the first of them if not to the person."""
        first, *others = deeds
        said = to_you(first.does) if is_to_you else None
        about = _("The %(role)s", role=lowered(first.role))
        told = [Told(_("You"), said, is_you=True) if said else Told(about, first.does)]
        for position, deed in enumerate(others):
            told.append(self._then(deed, is_further=position > 0, is_you=bool(said) and deed.role == first.role))
        return tuple(told)

    def inside(self, name: str) -> str:
        """The name with a small letter: `duty manager`."""
        return lowered(name)

    @staticmethod
    def _then(deed: Deed, *, is_further: bool, is_you: bool) -> Told:
        """What someone does because of what was done before."""
        can, role = infinitive(deed.does), lowered(deed.role)
        if can and is_you:
            return Told(_("and so you can") if is_further else _("so you can"), can)
        if can:
            return Told(
                _("and so the %(role)s can", role=role) if is_further else _("so the %(role)s can", role=role), can
            )
        return Told(_("and so the %(role)s", role=role) if is_further else _("so the %(role)s", role=role), deed.does)


def lowered(name: str) -> str:
    """A name as it reads inside an English sentence: `duty manager`; words with capitals inside, such as IT, stay."""
    first, space, rest = name.partition(" ")
    keeps_capital = first in CAPITALS or first[1:] != first[1:].lower()
    return name if keeps_capital else first.lower() + space + rest


def plural(noun: str) -> str:
    """Several of what a noun names, by the rules of English: `visitors`, `ladies`."""
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(?:s|x|z|ch|sh)$", noun) else "s")


def with_article(noun: str) -> str:
    """Any one of what a noun names: `a visitor`, `an audience member`."""
    has_vowel = re.match(r"(?:[aio]|e(?!u)|u(?!ni|s)|hono|hour|heir)", noun, re.IGNORECASE) and noun[:3] != "one"
    return f"an {noun}" if has_vowel else f"a {noun}"


def to_you(does: str) -> str | None:
    """`does` as it follows "you"; None when that is not certain."""
    return _with_verbs(does, {"is": "are"})


def infinitive(does: str) -> str | None:
    """`does` as it follows "can"; None when that is not certain."""
    return _with_verbs(does, {"is": "be"})


def base_form(verb: str) -> str | None:
    """The base of a verb in the third person, by the list of verbs or else the rules; None for another form."""
    return _listed(verb) or next(
        (re.sub(ending, instead, verb) for ending, instead in _RULES if re.search(ending, verb)), None
    )


def _listed(word: str) -> str | None:
    """The verb on the list whose third person this is."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    bases = (re.sub(ending, instead, word) for ending, instead in _ENDINGS if re.search(ending, word))
    return next((base for base in bases if base in VERBS), None)


def _with_verbs(does: str, irregular: dict[str, str]) -> str | None:
    """`does` with the base form of each of its verbs; None when it is not certain which words are verbs."""
    sentence = _Sentence(does, [*_WORD.finditer(does)])
    first = next((at for at, word in enumerate(sentence.words) if not _is_adverb(word[0])), None)
    if first is None:
        return None
    base = irregular.get(sentence.word(first)) or base_form(sentence.word(first))
    if base is None:
        return None
    if sentence.word(first + 1) == "not":
        return None
    changed, others = {first: base}, set[int]()
    for at in sentence.after_coordinators(first):
        is_verb = sentence.is_verb(at, changed, others)
        if is_verb is None:
            return None
        if not is_verb:
            others.add(at)
        else:
            changed[at] = irregular.get(sentence.word(at)) or _listed(sentence.word(at)) or sentence.word(at)
    return sentence.with_words(changed)


@dataclass(frozen=True)
class _Sentence:
    """What someone does, word by word."""

    text: str
    words: Sequence[re.Match[str]]

    def word(self, at: int) -> str:
        """The word in a place; empty after the last one."""
        return self.words[at][0] if at < len(self.words) else ""

    def between(self, at: int) -> str:
        """What is between a word and the one before it."""
        return self.text[self.words[at - 1].end() : self.words[at].start()] if 0 < at < len(self.words) else ""

    def after_coordinators(self, first: int) -> Iterator[int]:
        """Where a further verb may be: after "and", "or", "then", "but" or a comma, and after their adverbs."""
        at = first + 1
        while at < len(self.words):
            if self.word(at) not in COORDINATORS and "," not in self.between(at):
                at += 1
                continue
            while self.word(at) in COORDINATORS or _is_adverb(self.word(at)):
                at += 1
            if at < len(self.words):
                yield at
            at += 1

    def is_verb(self, at: int, verbs: Container[int], others: Container[int]) -> bool | None:
        """Whether a word has the same subject as the first; None when that is not certain.

        `verbs` are the places before it that hold such a verb, `others` those that were tried and hold none.
        """
        word = self.word(at)
        base = _listed(word) or ("be" if word == "is" else None)
        after = self._right_after(at)
        if base is None:
            # A verb that is not on the list may be followed by its object; a noun is followed by something else.
            is_like_one = re.search(r"[^s’']s$", word) and word not in OPENS_OBJECT | AFTER_NOUN
            return None if is_like_one and after and not _follows_noun(after) else False
        before = at - 1
        while self.word(before) in COORDINATORS or _is_adverb(self.word(before)):
            before -= 1
        ends_phrase = before in verbs or self.word(before) in ENDS_PHRASE
        if base in ALSO_NOUNS and after not in OPENS_OBJECT and not ends_phrase:
            is_in_list = "," in self.between(at) and "," in self.between(at + 1)
            if after in COORDINATORS or before in others or is_in_list:
                return False
            # "chairs and stacks tables": a noun is not followed by another one.
            return True if re.search(r"\w\w[^s’']s$", after) and not _follows_noun(after) else None
        return None if self._may_be_of_clause(at) else True

    def _right_after(self, at: int) -> str:
        """The word after another; empty where a comma or the end is between them."""
        return self.word(at + 1) if not self.between(at + 1).strip() else ""

    def _may_be_of_clause(self, at: int) -> bool:
        """Whether a verb may have the subject of a clause before it, in which there is another verb in the present.

        "lists what was lost and rings", "finds a seat for anyone who waits, and thanks": none of these belongs there.
        """
        start = next((place for place in range(1, at) if self.word(place) in CLAUSES), None)
        if start is None:
            return False
        coordinator = max(
            place for place in range(at + 1) if "," in self.between(place) or self.word(place) in COORDINATORS
        )
        if self.word(coordinator) in COORDINATORS and "," in self.between(coordinator):
            return False
        inside = [self.word(place) for place in range(start + 1, coordinator)]
        return any(word in PRESENT or word in VERBS or _listed(word) for word in inside)

    def with_words(self, changed: Mapping[int, str]) -> str:
        """The text with other words in some places."""
        parts, done = [], 0
        for at, instead in changed.items():
            parts += [self.text[done : self.words[at].start()], instead]
            done = self.words[at].end()
        return "".join(parts) + self.text[done:]


def _follows_noun(word: str) -> bool:
    """Whether a word may come after a noun, such as "for" or "spoken", rather than begin the object of a verb."""
    return word in AFTER_NOUN or word.endswith(("ed", "en"))


def _is_adverb(word: str) -> bool:
    return word in ADVERBS or (word.endswith("ly") and word not in {"apply", "reply", "supply", "rely", "fly"})
