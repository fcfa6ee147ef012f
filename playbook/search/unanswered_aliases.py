"""Advice about aliases that promise what the record does not say: people land there and find nothing about it."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from playbook.checking.search_codes import ALIAS_UNANSWERED
from playbook.model import INSTRUCTING, Kind, Playbook, Record
from playbook.model.kind import FieldPath
from playbook.model.records import NOT_PUBLISHED
from playbook.problems import Problem, one_line
from playbook.ref import Ref
from playbook.search.analysis import Language
from playbook.search.entries import texts_in
from playbook.search.inflection import root
from playbook.search.shared_aliases import Locate
from playbook.search.vocabulary import Vocabulary
from playbook.views.labels import label
from playbook.wording import _

_NAMES_THEM = frozenset({"role"})
"""Kinds of instructions whose aliases are other names for the thing itself."""
_NOT_TEXT = NOT_PUBLISHED | {"id", "aliases"}


def answering_kinds() -> tuple[Kind, ...]:
    """The kinds whose records tell people what to do, so that every alias is a question which the text must answer."""
    return tuple(kind for kind in INSTRUCTING if kind.name not in _NAMES_THEM)


def alias_unanswered(playbook: Playbook, locate: Locate) -> Iterator[Problem]:
    """Aliases none of whose meaning is in the record's text, in any inflection, spelling or synonym."""
    meanings = _Meanings(playbook)
    for kind in answering_kinds():
        for record in playbook.of_kind(kind.name).values():
            yield from _unanswered(playbook, meanings, kind, record, locate)


def _unanswered(
    playbook: Playbook, meanings: _Meanings, kind: Kind, record: Record, locate: Locate
) -> Iterator[Problem]:
    if not record.aliases:
        return
    said = meanings.of(f"{label(playbook, kind.name, record)}\n{_text(kind, record)}")
    for number, alias in enumerate(record.aliases):
        meant = meanings.of(alias)
        if meant and meant.isdisjoint(said):
            about = Ref(kind.name, record.id)
            message = _("`%(record)s` does not mention “%(alias)s”", record=about, alias=one_line(alias))
            fix = _("mention it in the text or in an utterance, or delete the alias")
            yield ALIAS_UNANSWERED.at(locate(about, ("aliases", number)), message, fix, about)


def _text(kind: Kind, record: Record) -> str:
    """Every text of a record that people read, utterances and the steps of a routine included."""
    ids = frozenset(path for path, _ in kind.references)
    return "\n".join(_texts_in(record, (), ids | {(name,) for name in _NOT_TEXT}))


def _texts_in(value: object, path: FieldPath, left_out: frozenset[FieldPath]) -> Iterator[str]:
    """The texts in a field, without the fields left out: a step has a text, and ids beside it."""
    if path in left_out:
        return
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts_in(getattr(value, name), (*path, name), left_out)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts_in(part, path, left_out)
    else:
        yield from texts_in(value)


class _Meanings:
    """What texts speak of, in the words and the vocabulary of one playbook."""

    def __init__(self, playbook: Playbook) -> None:
        self._language = Language.of(playbook.organisation.locale)
        self._vocabulary = Vocabulary.of(playbook.terms.values(), self._language)

    def of(self, text: str) -> set[str]:
        """The roots of its words that carry a meaning, and its concepts."""
        stems = self._language.stems(text)
        meant = {concept for stem in stems for concept in self._vocabulary.of_word(stem)}
        for _start, _end, concepts in self._vocabulary.spans(self._language.words(text)):
            meant.update(concepts)
        return meant | set(map(root, stems) if self._language.is_english else stems)
