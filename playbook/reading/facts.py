"""Puts the facts of the house, which organisation.yml states once, where texts name them: `{refund-limit}`.

It happens before the model validates a record, so that everything above sees the texts as people read them. What is put
in is text like any other: it is escaped with the rest of it. A name that is no fact stays as it is typed, and so does
all that is no text for people: an id, a date, a number, a choice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from playbook.model import BY_NAME
from playbook.model.facts_in_texts import LooselyNamed, TypedOut
from playbook.model.fields import NOTHING
from playbook.model.kind import FieldPath
from playbook.model.people import Organisation
from playbook.problems import Problem, nearest
from playbook.reading import codes
from playbook.reading.located import Located
from playbook.reading.raw_records import Path, RawRecord
from playbook.wording import _

_NAMED = re.compile(r"(?<![{$#%])\{([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\}(?!\})")
_LOOSELY_NAMED = re.compile(r"[$#%]?\{+[^{}]{1,80}\}+")
_MARK = "{"
FACTS = "facts"
"""The field of the organisation that states them."""
EMERGENCY_NUMBER = "emergency-number"
"""The fact that needs no stating: the number under `emergency`."""
_MIN_DISTINCTIVE, _DIGITS_OF_A_NUMBER = 4, 6
_OTHERS_WORDS = frozenset(
    {"aliases", "utterances", "signs", "gb", "us", "sector_words", "misspellings", "emergency", FACTS}
)
"""Fields that hold what people type and say, or the facts themselves."""
_OTHERS_TEXTS = frozenset({"source", "search_test"})
"""Kinds whose texts are not the house's own."""
_WHITE, _SMALL = b" \t\r\n", bytes(range(256)).lower()
"""Without white space and capitals a text that runs over several lines is found, whatever its indentation."""


@dataclass(frozen=True)
class Facts:
    """The facts of one house."""

    by_name: Mapping[str, str]
    known: frozenset[str] = frozenset()
    """The names of all facts, also of those whose value is at fault: that is reported where it is stated."""
    is_whole: bool = True
    """Whether the file that states them could be read; otherwise no one knows which names are wrong."""

    @classmethod
    def of(cls, raw: RawRecord) -> Facts:
        """The facts as the organisation's file states them, before the model has validated them."""
        fields = raw.fields if isinstance(raw.fields, dict) else {}
        stated, emergency = fields.get(FACTS, {}), fields.get("emergency")
        if not isinstance(stated, dict):
            return cls({}, is_whole=False)
        facts = cls({name: value for name, value in stated.items() if _is_line(value)})
        if emergency is None:
            return cls(facts.by_name, frozenset(stated))
        number = emergency.get("number") if isinstance(emergency, dict) else None
        texts = {**facts.by_name, EMERGENCY_NUMBER: str(number)} if _is_line(number) else facts.by_name
        return cls(texts, frozenset((*stated, EMERGENCY_NUMBER)))

    @classmethod
    def of_house(cls, house: Organisation) -> Facts:
        """The facts of a house whose file is without fault."""
        number = {EMERGENCY_NUMBER: house.emergency.number} if house.emergency else {}
        return cls({**house.facts, **number})

    def own_faults(self, raw: RawRecord, located: Callable[[], Located]) -> Iterator[Problem]:
        """Facts that are stated twice, or that name facts themselves."""
        stated = raw.fields.get(FACTS) if isinstance(raw.fields, dict) else None
        for name, value in stated.items() if isinstance(stated, dict) else ():
            if name == EMERGENCY_NUMBER and raw.fields.get("emergency"):
                place = located().place_of((*raw.path, FACTS, name), at_key=True)
                message = _("`%(name)s` is already the number under `emergency`", name=name)
                yield codes.FACT_STATED_TWICE.at(place, message, _("delete this line"), raw.ref)
            elif isinstance(value, str) and _NAMED.search(value):
                place = located().place_of((*raw.path, FACTS, name))
                message = _("the fact `%(name)s` names another fact, which would be shown as typed", name=name)
                yield codes.FACT_IN_FACT.at(place, message, _("write out what it means"), raw.ref)

    def told(self, raw: RawRecord) -> RawRecord:
        """The record with every fact in the place of its name; the same record when it names none."""
        fields = self.told_in(raw.kind, raw.fields)
        return raw if fields is raw.fields else raw._replace(fields=fields)

    def told_in(self, kind: str, value: Any, names: FieldPath = ()) -> Any:
        """The fields of a record of a kind, or the value at `names` in them, with every fact in the place of its name;
        the same value when it names none.
        """
        if isinstance(value, str):
            return _NAMED.sub(lambda name: self.by_name.get(name[1], name[0]), value) if _MARK in value else value
        if isinstance(value, dict):
            told = {
                key: new
                for key, part, below in _marked(kind, value, names)
                if (new := self.told_in(kind, part, below)) is not part
            }
            return {**value, **told} if told else value
        if isinstance(value, list) and _may_be_marked(value):
            entries = [self.told_in(kind, part, names) for part in value]
            return value if all(new is old for new, old in zip(entries, value, strict=True)) else entries
        return value

    def unknown(self, raw: RawRecord, located: Callable[[], Located]) -> Iterator[Problem]:
        """Names in braces that are no fact. `located` parses the file, so it is asked only when there is one."""
        for path, text in _marked_texts(raw.kind, raw.fields) if self.is_whole else ():
            for name in (found[1] for found in _NAMED.finditer(text)):
                if name in self.known or name in self.by_name:
                    continue
                message = _("there is no fact `%(name)s`", name=name)
                place = located().place_of((*raw.path, *path))
                yield codes.UNKNOWN_FACT.at(place, message, self._fix(name), raw.ref)

    def _fix(self, name: str) -> str:
        """What fixes the name of a fact that does not exist."""
        near = nearest(name, self.known)
        if near:
            return _("did you mean `%(name)s`?", name=near)
        if name == EMERGENCY_NUMBER:
            return _("add it as `number` under `emergency` in organisation.yml")
        return _("add it under `%(field)s` in organisation.yml", field=FACTS)

    def loosely_named(self, raw: RawRecord) -> Iterator[LooselyNamed]:
        """Braces around a fact's name that is written in another way than the one that shows the fact."""
        for path, text in _marked_texts(raw.kind, raw.fields):
            for found in _LOOSELY_NAMED.finditer(text):
                name = self._by_letters.get(_letters(found[0]))
                if name is not None and not _NAMED.fullmatch(found[0]):
                    yield LooselyNamed(raw.ref, path, found[0], name)

    @cached_property
    def _by_letters(self) -> dict[str, str]:
        return {_letters(name): name for name in (*self.known, *self.by_name)}

    @cached_property
    def _distinctive(self) -> dict[str, tuple[str, ...]]:
        """By a value that is hardly in a text by chance, the names of its facts."""
        found: dict[str, tuple[str, ...]] = {}
        for name, value in self.by_name.items():
            if _is_distinctive(value):
                folded = _folded(value)
                found[folded] = (*found.get(folded, ()), name)
        return found

    def may_be_typed_out(self, data: bytes) -> bool:
        """Whether a file holds the value of a distinctive fact anywhere. It costs little, and most files hold none."""
        if not self._distinctive:
            return False
        squeezed = data.translate(_SMALL, _WHITE)
        return any(value in squeezed for value in self._squeezed)

    @cached_property
    def _squeezed(self) -> list[bytes]:
        return [value.encode(errors="replace").translate(_SMALL, _WHITE) for value in self._distinctive]

    def typed_out(self, raw: RawRecord) -> Iterator[TypedOut]:
        """Texts of a record as it is written that hold the value of a distinctive fact instead of its name."""
        if raw.kind in _OTHERS_TEXTS:
            return
        for path, text in _texts(raw.kind, raw.fields):
            found = self._values_in(_folded(text))
            yield from (TypedOut(raw.ref, path, names) for value, names in self._distinctive.items() if value in found)

    def _values_in(self, folded: str) -> set[str]:
        """The distinctive values in a text, none of them only as a part of a longer one."""
        found = set()
        for value in sorted(self._distinctive, key=len, reverse=True):
            alone = rf"(?<!\w){re.escape(value)}(?!\w|[.,]\d)"
            if value in folded and re.search(alone, folded):
                found.add(value)
                folded = re.sub(alone, " ", folded)
        return found


def _is_line(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and "\n" not in value and value not in NOTHING


def has_facts(data: bytes) -> bool:
    """Whether a file may name a fact at all."""
    return _MARK.encode() in data


def _is_distinctive(value: str) -> bool:
    """Whether a value is more than words or a number: `radio channel 1`, `£100`, a telephone number."""
    digits = sum(char.isdigit() for char in value)
    has_unit = any(char.isalpha() or unicodedata.category(char) == "Sc" for char in value)
    return len(value) >= _MIN_DISTINCTIVE and (digits >= _DIGITS_OF_A_NUMBER or (digits > 0 and has_unit))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _letters(text: str) -> str:
    """Its letters and digits, in small letters."""
    return "".join(char for char in text.casefold() if char.isalnum())


@cache
def _no_texts(kind: str) -> frozenset[FieldPath]:
    """The fields in which a name in braces is no fact's: those that hold no text for people, and the facts."""
    return BY_NAME[kind].not_for_people | {(FACTS,)}


def _texts(kind: str, value: Any, path: Path = (), names: FieldPath = ()) -> Iterator[tuple[Path, str]]:
    """Every text of the house's own for people, with the path to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, part in value.items():
            below = (*names, key)
            if key not in _OTHERS_WORDS and below not in _no_texts(kind):
                yield from _texts(kind, part, (*path, key), below)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts(kind, part, (*path, index), names)


def _marked_texts(kind: str, value: Any, path: Path = (), names: FieldPath = ()) -> Iterator[tuple[Path, str]]:
    """Every text for people that may name a fact, with the path to it."""
    if isinstance(value, str):
        if _MARK in value:
            yield path, value
    elif isinstance(value, dict):
        for key, part, below in _marked(kind, value, names):
            yield from _marked_texts(kind, part, (*path, key), below)
    elif isinstance(value, list) and _may_be_marked(value):
        for index, part in enumerate(value):
            yield from _marked_texts(kind, part, (*path, index), names)


def _marked(kind: str, fields: dict[str, Any], names: FieldPath) -> Iterator[tuple[str, Any, FieldPath]]:
    """The fields that may name a fact, each with its path. Most do not, and are passed over without a call."""
    for key, part in fields.items():
        if _MARK in part if isinstance(part, str) else isinstance(part, dict | list):
            below = (*names, key)
            if below not in _no_texts(kind):
                yield key, part, below


def _may_be_marked(entries: list[Any]) -> bool:
    """Whether an entry may name a fact; long lists of words, such as aliases, are looked at in one go."""
    try:
        return _MARK in "".join(entries)
    except TypeError:
        return True
