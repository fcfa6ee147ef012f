"""Whether everything that is referred to exists.

Which fields refer to what is written in the model; nothing is listed here again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from playbook.checking.findings import Finding
from playbook.model import BY_NAME, Kind, Playbook, Record
from playbook.model.references import ids_along
from playbook.problems import MAX_PROBLEMS, nearest, one_line
from playbook.ref import PAGE, Ref

FEW = 15
"""So many ids are listed when none is alike."""
IsExcused = Callable[[Ref], bool]
"""Whether a record that is not in the playbook is missing for another reason, which is reported already."""


@dataclass(frozen=True)
class Reference:
    """One place in a record that names another record."""

    about: Ref
    """The record that refers."""
    path: tuple[str | int, ...]
    value: str
    """The id that stands there."""
    target: Kind
    """The kind of record that it must be the id of."""
    is_key: bool = False
    """Whether the id is a key of a mapping, not a value."""


def unknown_record(playbook: Playbook, is_excused: IsExcused) -> Iterator[Finding]:
    """A record refers to another by an id that does not exist.

    The code names the kind that is missing: `unknown-department`, `unknown-role` and so on. Usually the id is
    misspelt, or the record was renamed without the places that refer to it.
    """
    known = {name: playbook.of_kind(name) for name in BY_NAME if name != "organisation"}
    mends: dict[tuple[str, str, str], str] = {}
    for reference in _broken(playbook, known):
        target, value = reference.target, reference.value
        if is_excused(Ref(target.name, value)):
            continue
        asked = (reference.about.kind, target.name, value)
        if asked not in mends:
            is_worth_it = len(mends) < MAX_PROBLEMS
            mends[asked] = _mend(reference, known) if is_worth_it else f"check the id of the {target.words}"
        yield Finding(
            f"unknown-{target.name.replace('_', '-')}",
            reference.about,
            reference.path,
            f"`{one_line(value)}` is not {target.one}",
            mends[asked],
            is_about_key=reference.is_key,
        )


def _broken(playbook: Playbook, known: Mapping[str, Mapping[str, Record]]) -> Iterator[Reference]:
    """Every reference to a record that is not there."""
    for ref, record in playbook.records():
        for fields, target in BY_NAME[ref.kind].references:
            value = getattr(record, fields[0])
            if not value:
                continue
            ids = known[target]
            for path, found, is_key in ids_along(value, fields[1:]):
                if found not in ids:
                    yield Reference(ref, (fields[0], *path), found, BY_NAME[target], is_key)


def _mend(reference: Reference, known: Mapping[str, Mapping[str, Record]]) -> str:
    """What would mend a reference to a record that does not exist."""
    value, target = reference.value, reference.target
    ids = known[target.name]
    for fields, other in BY_NAME[reference.about.kind].references:
        if len(fields) == 1 and other != target.name and value in known[other]:
            found, wanted = BY_NAME[other].one, target.one
            return f"it is {found}: move it to `{fields[0]}`, or write the id of {wanted} here"
    parts = value.split()
    if len(parts) > 1 and all(part in ids for part in parts):
        return f"put a comma between the ids: `{', '.join(parts)}`"
    by_label = {record.label.casefold(): record_id for record_id, record in ids.items()}
    meant = by_label.get(value.casefold()) or nearest(value.rpartition(":")[2], ids)
    if meant is not None:
        return f"{target.one} with a similar name exists: `{meant}`"
    if not ids:
        return f"this playbook has no {target.words} yet; write one in {target.plural}.yml, or delete the line"
    if len(ids) <= FEW:
        return f"use one of: {', '.join(ids)}"
    return f"no {target.words} has a similar name; look for the id in the files of `{target.plural}`"


def unknown_reference(playbook: Playbook, is_excused: IsExcused, page_ids: Collection[str]) -> Iterator[Finding]:
    """A `kind:id` or `page:name` leads nowhere.

    Concepts (`home`) and search tests (`expect`) point at records of any kind, or at pages that are no record.
    """
    for kind, field in (("concept", "home"), ("search_test", "expect")):
        for record in playbook.of_kind(kind).values():
            for index, reference in enumerate(getattr(record, field)):
                fault = _leads_nowhere(reference, playbook, is_excused, page_ids)
                if fault is not None:
                    message, mend = fault
                    yield Finding("unknown-reference", Ref(kind, record.id), (field, index), message, mend)


def _leads_nowhere(
    reference: str, playbook: Playbook, is_excused: IsExcused, page_ids: Collection[str]
) -> tuple[str, str] | None:
    """What is wrong with a `kind:id` and what would mend it; None when it leads somewhere."""
    target, name = Ref.parse(reference)
    kinds = [PAGE, *(known for known in BY_NAME if known != "organisation")]
    if target not in kinds:
        near = nearest(target, kinds)
        mend = f"did you mean `{near}:{name}`?" if near else f"use one of: {', '.join(kinds)}"
        return f"`{target}` is neither a kind of record nor `page`", mend
    ids = page_ids if target == PAGE else playbook.of_kind(target)
    if name in ids or is_excused(Ref(target, name)):
        return None
    near = nearest(name, ids)
    mend = f"did you mean `{target}:{near}`?" if near else "check the id, or write the record"
    return f"`{reference}` leads nowhere: there is no {target.replace('_', ' ')} `{name}`", mend
