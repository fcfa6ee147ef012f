"""Which records a page depends on, read from what its template is given.

Other words in any other record leave the page as it is. A record that comes or goes, or gets another date or number,
can change an order or a count on pages that do not name it; the view of such a page then differs from the one before.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import string
from collections.abc import Iterator, Mapping
from decimal import Decimal

from playbook.model import BY_NAME, BY_RECORD, Playbook, Record
from playbook.model.records import Shape
from playbook.model.references import referred_to
from playbook.ref import Ref
from playbook.views.context import Context


def depends_on(view: object, playbook: Playbook) -> frozenset[Ref]:
    """The records in a view, those that it or they refer to, and those whose names the labels of all these need.

    The organisation, which every page names, is always among them. Raises TypeError for a view that holds anything from
    which a template could get at other records, such as a function or the playbook.
    """
    named = {Ref("organisation", playbook.organisation.id), *_named_in(view)}
    return frozenset(named.union(*(_needed_for_label(playbook, ref) for ref in named)))


def _named_in(value: object) -> Iterator[Ref]:
    match value:
        case Ref():
            if not value.is_page:
                yield value
        case Record():
            kind = BY_RECORD[type(value)].name
            yield Ref(kind, value.id)
            yield from (Ref(*target) for target in referred_to(kind, value))
        case None | str() | int() | float() | Decimal() | dt.date():
            pass
        case tuple() | frozenset():
            for entry in value:
                yield from _named_in(entry)
        case Mapping():
            for pair in value.items():
                yield from _named_in(pair)
        case Shape():
            for field in type(value).model_fields:
                yield from _named_in(getattr(value, field))
        case _:
            yield from _named_in_dataclass(value)


def _named_in_dataclass(value: object) -> Iterator[Ref]:
    if isinstance(value, type | Playbook | Context) or not dataclasses.is_dataclass(value):
        raise TypeError(f"a view cannot hold {type(value).__name__}: it hides which records a page depends on")
    for field in dataclasses.fields(value):
        yield from _named_in(getattr(value, field.name))


def _needed_for_label(playbook: Playbook, ref: Ref) -> Iterator[Ref]:
    """The records whose names are in a record's label, as in `{provider} to {receiver}`."""
    kind = BY_NAME[ref.kind]
    record = playbook.find(*ref) if kind.title is not None else None
    if kind.title is None or record is None:
        return
    targets = {path[0]: target for path, target in kind.references if len(path) == 1}
    for _, field, _, _ in string.Formatter().parse(kind.title):
        if field in targets:
            yield Ref(targets[field], str(getattr(record, field)))
