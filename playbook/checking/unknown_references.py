"""Whether everything that is referred to exists.

Which fields refer to what is written in the model; nothing is listed here again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.checking.rule import Finding, Rule, Subject
from playbook.model import BY_NAME, Kind, Playbook
from playbook.model.kind import FieldPath
from playbook.model.references import ids_along
from playbook.problems import MAX_PROBLEMS, nearest, one_line
from playbook.ref import PAGE, Ref
from playbook.wording import _

_MAX_LISTED = 15
"""How many ids are listed at most when none is similar."""


@dataclass(frozen=True)
class Reference:
    """One place in a record that names another record."""

    about: Ref
    """The record that refers to another."""
    path: tuple[str | int, ...]
    value: str
    """The id that is written there."""
    target: Kind
    """The kind of record that it must be the id of."""
    is_key: bool = False
    """Whether the id is a key of a mapping, not a value."""


def _unknown(target: Kind, fields: tuple[tuple[Kind, FieldPath], ...]) -> Rule:
    """The rule about references to records of one kind, which are in these fields."""

    def unknown_record(subject: Subject) -> Iterator[Finding]:
        """A record refers to another by an id that does not exist.

        The code names the kind that is missing: `unknown-department`, `unknown-role` and so on. Usually the id is
        misspelt, or the record was renamed: correct the id.
        """
        fixes: dict[tuple[str, str], str] = {}
        for reference in _broken(subject.playbook, target, fields):
            value = reference.value
            if subject.is_excused(Ref(target.name, value)):
                continue
            asked = (reference.about.kind, value)
            if asked not in fixes:
                is_worth_it = len(fixes) < MAX_PROBLEMS
                fixes[asked] = _fix(reference, subject.playbook) if is_worth_it else _("check the id")
            message = _("there is no %(kind)s `%(id)s`", kind=target.words, id=one_line(value))
            yield Finding(reference.about, message, fixes[asked], reference.path, reference.is_key)

    return Rule(f"unknown-{target.name.replace('_', '-')}", unknown_record)


def _fields_by_target() -> dict[str, tuple[tuple[Kind, FieldPath], ...]]:
    """By the name of a kind that is referred to, the fields that do it."""
    found: dict[str, tuple[tuple[Kind, FieldPath], ...]] = {}
    for kind in BY_NAME.values():
        for fields, target in kind.references:
            found[target] = (*found.get(target, ()), (kind, fields))
    return found


UNKNOWN_RECORD = {target: _unknown(BY_NAME[target], fields) for target, fields in _fields_by_target().items()}
"""The rules about references to nothing, by the name of the kind that they should point to."""


def _broken(playbook: Playbook, target: Kind, places: tuple[tuple[Kind, FieldPath], ...]) -> Iterator[Reference]:
    """Every reference to a record of one kind that is not there."""
    ids = playbook.of_kind(target.name)
    for kind, fields in places:
        for record in playbook.of_kind(kind.name).values():
            value = getattr(record, fields[0])
            if not value:
                continue
            for path, found, is_key in ids_along(value, fields[1:]):
                if found not in ids:
                    yield Reference(Ref(kind.name, record.id), (fields[0], *path), found, target, is_key)


def _fix(reference: Reference, playbook: Playbook) -> str:
    """What fixes a reference to a record that does not exist."""
    value, target = reference.value, reference.target
    ids = playbook.of_kind(target.name)
    better = _better_field(reference, playbook)
    if better is not None:
        field, other = better
        return _("it is a record of the kind “%(kind)s”: move it to `%(field)s`", kind=other.words, field=field)
    parts = value.split()
    if len(parts) > 1 and all(part in ids for part in parts):
        return _("put a comma between the ids: `%(ids)s`", ids=", ".join(parts))
    by_label = {record.label.casefold(): record_id for record_id, record in ids.items()}
    meant = by_label.get(value.casefold()) or nearest(value.rpartition(":")[2], ids)
    if meant is not None:
        return _("did you mean `%(name)s`?", name=meant)
    if not ids:
        return _("this playbook has none yet: write one in %(file)s, or delete the line", file=f"{target.plural}.yml")
    if len(ids) <= _MAX_LISTED:
        return _("use one of: %(words)s", words=", ".join(ids))
    return _("look for the id in the files of `%(plural)s`", plural=target.plural)


def _better_field(reference: Reference, playbook: Playbook) -> tuple[str, Kind] | None:
    """The field of the same record in which the id would be right: a list for an entry of a list, if there is one."""
    kind = BY_NAME[reference.about.kind]
    fields = [
        (path[0], BY_NAME[other])
        for path, other in kind.references
        if len(path) == 1 and other != reference.target.name and reference.value in playbook.of_kind(other)
    ]
    is_entry = isinstance(reference.path[-1], int)
    return min(fields, key=lambda field: (field[0] in kind.lists_of_text) != is_entry, default=None)


def unknown_reference(subject: Subject) -> Iterator[Finding]:
    """A `kind:id` or `page:name` points to nothing.

    Concepts (`home`) and search tests (`expect`) point to records of any kind, or to other pages. Correct the id, or
    write the record.
    """
    for kind, field in (("concept", "home"), ("search_test", "expect")):
        for record in subject.playbook.of_kind(kind).values():
            for index, reference in enumerate(getattr(record, field)):
                fault = _points_to_nothing(reference, subject)
                if fault is not None:
                    yield Finding(Ref(kind, record.id), *fault, path=(field, index))


UNKNOWN_REFERENCE = Rule("unknown-reference", unknown_reference)


def _points_to_nothing(reference: str, subject: Subject) -> tuple[str, str] | None:
    """What is wrong with a `kind:id` and what fixes it; None when nothing is."""
    target, record_id = Ref.parse(reference)
    kinds = [PAGE, *(known for known in BY_NAME if known != "organisation")]
    if target not in kinds:
        near = nearest(target, kinds)
        if near:
            fix = _("did you mean `%(name)s`?", name=f"{near}:{record_id}")
        else:
            fix = _("use one of: %(words)s", words=", ".join(kinds))
        return _("`%(name)s` is neither a kind of record nor `page`", name=target), fix
    ids = subject.page_ids if target == PAGE else subject.playbook.of_kind(target)
    if record_id in ids or subject.is_excused(Ref(target, record_id)):
        return None
    near = nearest(record_id, ids)
    fix = _("did you mean `%(name)s`?", name=f"{target}:{near}") if near else _("check the id, or write the record")
    return _("`%(reference)s` points to nothing", reference=reference), fix
