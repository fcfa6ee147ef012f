"""What is wrong with the catalogue of a language, before a reader sees English words or a broken sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from babel.messages.catalog import Catalog, Message

_PLACE = re.compile(r"%\(\w+\)s")
_TAG = re.compile(r"</?[a-z]+\b[^<>]*>")
_NUMBER = "%(count)s"
_MARKUP = frozenset('<>"')
"""What is a part of HTML wherever a message is shown in it."""


@dataclass(frozen=True)
class CatalogueFault:
    """One thing to put right in a catalogue."""

    message: str
    """The message in English, as in the source."""
    fault: str
    """What is wrong with its translation, and what fixes it."""

    def __str__(self) -> str:
        return f"{self.message!r}: {self.fault}"


def faults(catalogue: Catalog, template: Catalog) -> Iterator[CatalogueFault]:
    """What is wrong with a catalogue: missing, uncertain (fuzzy) and broken translations, and ones no longer used.

    `template` holds every message, as `extraction.messages` finds them.
    """
    for expected in template:
        if expected.id:
            yield from _faults_of(expected, catalogue.get(expected.id, expected.context))
    for message in catalogue:
        if message.id and template.get(message.id, message.context) is None:
            yield CatalogueFault(_english(message), "no longer used anywhere; delete it")


def _faults_of(expected: Message, found: Message | None) -> Iterator[CatalogueFault]:
    english = _english(expected)
    forms = _forms(found)
    if found is None or not forms or not all(forms):
        yield CatalogueFault(english, "not translated; write what it says, or what each form of the plural says")
        return
    if found.fuzzy:
        yield CatalogueFault(english, "only guessed (fuzzy); read it, put it right, and delete the word `fuzzy`")
    originals = [expected.id] if isinstance(expected.id, str) else [*expected.id]
    places = {place for original in originals for place in _PLACE.findall(original)}
    for form in forms:
        own = set(_PLACE.findall(form))
        if own - places:
            yield CatalogueFault(english, f"`{min(own - places)}` is no place of this message")
        if places - own - ({_NUMBER} if len(forms) > 1 else set()):
            yield CatalogueFault(english, f"`{min(places - own)}` is missing; it stands for what varies")
        if "%" in re.sub(r"%%|%\(\w+\)s", "", form):
            yield CatalogueFault(english, "a percent sign is written twice: %%")
        if Counter(_TAG.findall(form)) != Counter(_TAG.findall(originals[-1])):
            yield CatalogueFault(english, "its HTML differs from the original's; keep each tag as it is")
        elif Counter(filter(_MARKUP.__contains__, form)) != Counter(filter(_MARKUP.__contains__, originals[-1])):
            yield CatalogueFault(
                english, "`<`, `>` and straight double quotes are HTML; write the quotes of the language"
            )


def _forms(found: Message | None) -> list[str]:
    if found is None or not found.string:
        return []
    forms = [found.string] if isinstance(found.string, str) else [*found.string]
    return [form.strip() and form for form in forms]


def _english(message: Message) -> str:
    return str(message.id if isinstance(message.id, str) else message.id[-1])
