"""Whether everything that is referred to exists.

Which fields refer to what is written in the model; nothing is listed here again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from playbook.checking.findings import Finding
from playbook.model import BY_NAME, Kind, Playbook, Record
from playbook.problems import nearest, one_line
from playbook.urls import VIEWS

IsExcused = Callable[[str, str], bool]
"""Whether a record (kind, id) that is not in the playbook is missing for another reason, already told."""


def unknown_record(playbook: Playbook, is_excused: IsExcused) -> Iterator[Finding]:
    """A record refers to another by an id that does not exist.

    The code names the kind that is missing: `unknown-department`, `unknown-role` and so on. Usually the id is
    misspelt, or the record was renamed without the places that refer to it.
    """
    known = {name: playbook.of_kind(name) for name in BY_NAME if name != "organisation"}
    for kind_name, record in playbook.records():
        for fields, target in BY_NAME[kind_name].references:
            ids = known[target]
            for path, value, is_key in _values(record, fields):
                if value not in ids and not is_excused(target, value):
                    yield _unknown(kind_name, record, path, BY_NAME[target], value, ids, is_key)


def _unknown(
    kind_name: str, record: Record, path: tuple[str | int, ...], target: Kind, value: str, ids: Any, is_key: bool
) -> Finding:
    near = nearest(value, ids)
    article = "an" if target.words[0] in "aeiou" else "a"
    mend = (
        f"{article} {target.words} with a similar name exists: `{near}`"
        if near
        else f"no {target.words} has a similar name; the ids are in playbook_data/{target.plural}"
    )
    code = f"unknown-{target.name.replace('_', '-')}"
    message = f"`{one_line(value)}` is not {article} {target.words}"
    return Finding(code, kind_name, record.id, path, message, mend, is_about_key=is_key)


def _values(value: Any, fields: tuple[str, ...]) -> Iterator[tuple[tuple[str | int, ...], str, bool]]:
    """Every id found along `fields`, with its path and whether it is a key of a mapping."""
    if value is None:
        return
    if isinstance(value, tuple):
        for index, part in enumerate(value):
            for path, found, is_key in _values(part, fields):
                yield (index, *path), found, is_key
    elif isinstance(value, dict):
        for key in value:
            yield (key,), key, True
    elif not fields:
        yield (), value, False
    else:
        for path, found, is_key in _values(getattr(value, fields[0]), fields[1:]):
            yield (fields[0], *path), found, is_key


def unknown_reference(playbook: Playbook, is_excused: IsExcused) -> Iterator[Finding]:
    """A `kind:id` or `page:name` leads nowhere.

    Concepts (`home`) and search tests (`expect`) point at records of any kind, or at pages that are no record.
    """
    for concept in playbook.concepts.values():
        yield from _leading_nowhere(playbook, is_excused, "concept", concept.id, "home", concept.home)
    for test in playbook.search_tests.values():
        yield from _leading_nowhere(playbook, is_excused, "search_test", test.id, "expect", test.expect)


def _leading_nowhere(
    playbook: Playbook, is_excused: IsExcused, kind: str, record_id: str, field: str, references: tuple[str, ...]
) -> Iterator[Finding]:
    for index, reference in enumerate(references):
        target, _, name = reference.partition(":")
        kinds = ["page", *(known for known in BY_NAME if known != "organisation")]
        if target not in kinds:
            near = nearest(target, kinds)
            message = f"`{target}` is neither a kind of record nor `page`"
            mend = f"did you mean `{near}:{name}`?" if near else f"use one of: {', '.join(kinds)}"
            yield Finding("unknown-reference", kind, record_id, (field, index), message, mend)
            continue
        ids = VIEWS if target == "page" else playbook.of_kind(target)
        if name in ids or is_excused(target, name):
            continue
        near = nearest(name, ids)
        message = f"`{reference}` leads nowhere: there is no {target.replace('_', ' ')} `{name}`"
        mend = f"did you mean `{target}:{near}`?" if near else "check the id, or write the record"
        yield Finding("unknown-reference", kind, record_id, (field, index), message, mend)
