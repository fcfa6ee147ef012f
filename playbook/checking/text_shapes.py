"""What is worth knowing about how a text was typed: formatting that no page shows, commas that split a sentence.

Both are advice: what was typed is shown, only not as it was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from pydantic import BaseModel

from playbook.checking.rule import FieldPath, Finding, Rule, Subject
from playbook.model import BY_NAME
from playbook.model.addresses import is_link_address
from playbook.problems import HealthSection, one_line
from playbook.ref import Ref
from playbook.wording import N_, _

_NOTES = ("notes",)
_STARTS = re.compile(r"^[ \t]*(?:[-*•|]|#{1,6} |\d{1,2}[.)] |```)", re.MULTILINE)
_CODE = re.compile(r"(`+)[^`].*?\1")
_LINK = re.compile(r"\[[^\[\]]*\]\(((?:[^()]|\([^()]*\))*)\)")
_LINES = (
    (re.compile(r"\|.*\|"), N_("a table is shown as typed")),
    (re.compile(r"#{1,6} \S"), N_("a heading is shown as typed")),
    (re.compile(r"```"), N_("a block of code is shown as typed")),
    (
        re.compile(r".*</?(?:a|b|br|em|i|img|li|ol|p|strong|table|td|tr|u|ul)\b[^<>]*>", re.IGNORECASE),
        N_("HTML is shown as typed"),
    ),
)
_ENTRY = re.compile(r"(?:[-*•]|\d{1,2}[.)]) \S")
_GOES_ON = frozenset({"and", "but", "or", "so", "then", "which", "who", "because", "if", "when", "while", "please"})
_OTHERS_WORDS = frozenset({"aliases", "utterances", "signs"})
"""Fields that hold what people type and say, with capitals or without."""
_ENDS = (".", "!", "?", "…")


def shown_as_typed(subject: Subject) -> Iterator[Finding]:
    """A text contains formatting that pages do not show: a table, a heading, a list, HTML, or a link to no address.

    It is shown as typed. Texts can have `*emphasis*`, `**strong**`, `` `code` `` and `[words](address)`, and a blank
    line between paragraphs. An address starts with https://, mailto: or tel:, or, within this site, with a slash.
    """
    for ref, record in subject.playbook.records():
        texts = [
            found
            for fields in BY_NAME[ref.kind].texts_with_markdown
            if fields != _NOTES and (value := getattr(record, fields[0]))
            for found in _texts(value, fields[1:], fields[:1])
        ]
        if _may_be_formatted("\n\n".join(text for _, text in texts)):
            for path, text in texts:
                if _may_be_formatted(text):
                    yield from _formatting(subject, ref, path)


def _may_be_formatted(text: str) -> bool:
    """Whether a sign of such formatting is there. Most texts have none, and where they are written is not looked up."""
    return (
        "](" in text
        or "|" in text
        or "# " in text
        or "</" in text
        or "<br" in text
        or "```" in text
        or " - " in text
        or " * " in text
        or "• " in text
        or "2. " in text
        or "2) " in text
        or ("\n" in text and _STARTS.search(text) is not None)
    )


def _texts(value: object, fields: tuple[str, ...], path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Every text along the names of fields, with the path to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _texts(entry, fields, (*path, index))
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _texts(entry, fields, (*path, key))
    elif isinstance(value, BaseModel) and fields:
        yield from _texts(getattr(value, fields[0]), fields[1:], (*path, fields[0]))


def _formatting(subject: Subject, ref: Ref, path: FieldPath) -> Iterator[Finding]:
    places = [(place, _CODE.sub("", words)) for place, words in subject.lines_of(ref, path)]
    for place, words in places:
        for link in _LINK.finditer(words):
            if not is_link_address(link[1].strip(" ")) or link[0].startswith("[]"):
                message = _("`%(text)s` is shown as typed, because it is not a link", text=one_line(link[0], 40))
                yield Finding(ref, message, _link_fix(link[1]), path, place=place)
    for pattern, message in _LINES:
        found = next((place for place, words in places if pattern.match(words)), None)
        if found is not None:
            yield Finding(ref, _(message), _("write it in sentences"), path, place=found)
    entries = [place for place, words in places if _ENTRY.match(words)]
    if len(entries) > 1:
        fix = _("write a sentence, or use a field that is a list, such as `do`")
        yield Finding(ref, _("a list inside a text is shown as typed"), fix, path, place=entries[0])


def _link_fix(address: str) -> str:
    if is_link_address(address.strip().replace(" ", "%20")):
        return _("write %%20 for each space in the address")
    return _("start the address with https://, mailto: or tel:, or with / for a file or page of this site")


SHOWN_AS_TYPED = Rule(
    "shown-as-typed",
    shown_as_typed,
    HealthSection(N_("Formatting that pages do not show"), N_("No text uses formatting that pages do not show")),
)


def comma_in_brackets(subject: Subject) -> Iterator[Finding]:
    """A sentence in a list in brackets has a comma in it, so it has become two entries.

    Put each entry on its own line after a dash, or put the sentence in quotes.
    """
    for ref, record in subject.playbook.records():
        for field in _sentences(ref.kind):
            entries = getattr(record, field)
            for index in _continued(entries) if len(entries) > 1 else ():
                if subject.is_in_brackets(ref, (field,)):
                    message = _(
                        "the comma before `%(text)s` makes it a separate entry", text=one_line(entries[index], 30)
                    )
                    fix = _("put each entry on its own line after a dash, or put the whole sentence in quotes")
                    yield Finding(ref, message, fix, (field, index))


@cache
def _sentences(kind_name: str) -> tuple[str, ...]:
    """The fields of a kind that hold lists of sentences."""
    kind = BY_NAME[kind_name]
    words = kind.words_for_people
    return tuple(field for field in kind.lists_of_text if (field,) in words and field not in _OTHERS_WORDS)


def _continued(entries: tuple[object, ...]) -> Iterator[int]:
    """Where an entry reads like the rest of the sentence before it."""
    if not str(entries[0])[:1].isupper():
        return
    for index, (before, entry) in enumerate(pairwise(entries), start=1):
        is_rest = isinstance(entry, str) and entry[:1].islower() and not str(before).endswith(_ENDS)
        if is_rest and (str(entry).endswith(_ENDS) or str(entry).split()[0] in _GOES_ON):
            yield index


COMMA_IN_BRACKETS = Rule(
    "comma-in-brackets",
    comma_in_brackets,
    HealthSection(N_("Sentences split by a comma"), N_("No sentence in brackets is split by a comma")),
)
