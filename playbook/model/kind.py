"""What a kind of record is: its names, its shape, and everything the rest of the tool must know about it.

Each kind is declared beside its class. A fact that is missing there is reported by the type checker, because nothing
here has a default that would be wrong for a new kind.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from playbook.model.fields import ForPeople, RefersTo
from playbook.model.records import Record
from playbook.wording import _

FieldPath = tuple[str, ...]
M = TypeVar("M")


@dataclass(frozen=True)
class MenuPlace:
    """Where a page is in the menu.

    The entries of a section are sorted by their places. What `nav` in mkdocs.yml lists under the same heading has the
    places 10, 20, 30 …, so 25 comes after the second hand-written page. A page made from the playbook that `nav` lists
    is shown there instead, and one that this playbook has nothing to put on is not shown.
    """

    section: str
    """The heading above it, as a message; empty for an entry without one."""
    place: int
    """Its place in the section."""
    header: str | None = None
    """Its words in the header, as a message, for the few pages that people open most."""
    is_door: bool = False
    """Whether the header leads there on every screen; to the other pages only where it has room for them."""


@dataclass(frozen=True)
class Pages:
    """A kind whose records have a page each, and an index page together."""

    title: str
    """The heading of the index, as a message."""
    lead: str
    """One sentence below it, as a message, with `%(patrons)s` for what a house calls the people it is for."""
    line: str | None = None
    """The field shown under each record's name in the index; the kind's summary when None."""
    is_quoted: bool = False
    """Whether that line quotes someone."""
    grouped_by: str | None = None
    """The field by which the index is divided: a reference, or a yes-or-no field whose records come last."""
    group_title: str | None = None
    """The heading of those last records, as a message."""
    sorted_by: str | None = None
    """The field whose text orders the index; the order of the files when None."""
    menu: MenuPlace | None = None


@dataclass(frozen=True)
class OnPage:
    """A kind whose records are shown together on a page that is not a record."""

    page: str
    """The id of that page."""
    is_anchored: bool = True
    """Whether a record's id is an anchor there."""


@dataclass(frozen=True)
class Within:
    """A kind whose records are shown on another record's page, where their ids are anchors."""

    field: str
    """The field that names the other record."""


@dataclass(frozen=True)
class Search:
    """How records of a kind are found."""

    place: int
    """The kind's place among equal results."""
    body: tuple[str, ...]
    """The fields that make the body text; the others are titles, phrases or references."""
    related: tuple[str, ...] = ()
    """The references whose labels say where a record belongs."""
    weight: float = 1.0
    """How much more or less than others the kind is looked for."""
    heading: str | None = None
    """The heading of its results, as a message; the title of its index, or the plural, when None."""


@dataclass(frozen=True)
class Sheet:
    """A printed page that trainers hand out."""

    place: int
    """Its place among the sheets."""
    good_for: str
    """What it is good for, as a message."""


@dataclass(frozen=True)
class Named:
    """What records of a kind are called where people read it: three messages, translated where they are shown."""

    one: str
    """One of them: `internal service`."""
    any: str
    """Any one of them, with the article: `an internal service`."""
    all: str
    """All of them, as a heading: `Internal services`."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of record."""

    name: str
    """One record, as in `kind:id` references: `internal_service`."""
    named: Named
    plural: str
    """The file or folder under `playbook_data/`, the key in the JSON, the attribute of `Playbook`."""
    record: type[Record]
    title: str | None = None
    """How a record is called where one field is not enough: field names in braces. A reference is shown as the label of
    the record it names. The record's own `label_field` when None.
    """
    summary: str | None
    """The field that says in one sentence what a record is about."""
    owner: str | None
    """The field that leads to the department which a record belongs to: its id, or another record's that has one.
    None for what belongs to the whole house.
    """
    shown: Pages | OnPage | Within
    """Where records can be seen."""
    search: Search | None
    """None when records are not found by themselves."""
    sheet: Sheet | None = None
    """What a printed page of this kind is good for; None when no one would hand it out."""
    is_required: bool = False
    """Whether a playbook without a record of this kind is incomplete."""
    is_list: bool = False
    """Whether its file is a list of records without ids of their own."""

    @property
    def words(self) -> str:
        """What one record is called, in the language that is spoken now: `internal service`."""
        return _(self.named.one)

    @property
    def one(self) -> str:
        """The same with its article: `an exercise`, `a piece of evidence`."""
        return _(self.named.any)

    @property
    def heading(self) -> str:
        """What all records are called, as a heading: `Internal services`."""
        return _(self.named.all)

    @property
    def found_heading(self) -> str:
        """The heading of its records among what search has found: `When it goes wrong`."""
        given = self.search.heading if self.search else None
        return _(given or (self.pages.title if self.pages else self.named.all))

    @property
    def folder(self) -> str:
        """The folder of the kind's pages: `internal-services`."""
        return self.plural.replace("_", "-")

    @property
    def pages(self) -> Pages | None:
        """The pages of the kind; None when its records have none of their own."""
        return self.shown if isinstance(self.shown, Pages) else None

    @cached_property
    def references(self) -> tuple[tuple[FieldPath, str], ...]:
        """The fields that hold ids of other records, as (field path, name of the kind referred to).

        A list or the keys of a mapping add no step to the path: `("steps", "touchpoint")`.
        """
        return tuple(dict.fromkeys((leaf.path, found.kind) for leaf, found in self._marked(RefersTo)))

    @cached_property
    def texts_with_markdown(self) -> frozenset[FieldPath]:
        """The fields whose texts may hold inline Markdown, as paths in the same manner."""
        return frozenset(leaf.path for leaf, found in self._marked(ForPeople) if found.has_markdown)

    @cached_property
    def words_for_people(self) -> frozenset[FieldPath]:
        """The fields that hold words for people, as paths in the same manner."""
        return frozenset(leaf.path for leaf, _ in self._marked(ForPeople))

    def has_markdown(self, field_name: str) -> bool:
        """Whether the text that a field begins with may hold inline Markdown."""
        return any(path[0] == field_name for path in self.texts_with_markdown)

    @cached_property
    def lists_of_text(self) -> tuple[str, ...]:
        """The fields that hold lists of texts or ids."""
        fields = self.record.model_fields.items()
        return tuple(name for name, shape in fields if _is_list_of_text(shape.annotation))

    @cached_property
    def not_for_people(self) -> frozenset[FieldPath]:
        """The fields that hold no text which people read: ids, dates, numbers, choices and addresses.

        Paths are as in `references`.
        """
        marked = {leaf for leaf, _ in self._marked(ForPeople)}
        return frozenset(leaf.path for leaf in self._leaves if leaf not in marked and not leaf.is_key)

    @cached_property
    def _leaves(self) -> tuple[_Leaf, ...]:
        return tuple(_leaves(self.record))

    def _marked(self, marker: type[M]) -> Iterator[tuple[_Leaf, M]]:
        """The fields that carry a marker, each with that marker."""
        for leaf in self._leaves:
            yield from ((leaf, found) for found in leaf.markers if isinstance(found, marker))

    def target_of(self, field_name: str) -> str:
        """The name of the kind that a field refers to. Raises KeyError when it refers to none."""
        return {path: target for path, target in self.references if len(path) == 1}[(field_name,)]


def _is_list_of_text(annotation: object) -> bool:
    parts = typing.get_args(annotation)
    if typing.get_origin(annotation) is typing.Annotated:
        return _is_list_of_text(parts[0])
    if typing.get_origin(annotation) is not tuple:
        return False
    entry = parts[0]
    while typing.get_origin(entry) is typing.Annotated:
        entry = typing.get_args(entry)[0]
    return entry is str or typing.get_origin(entry) is typing.Literal


class _Leaf(NamedTuple):
    """A field, or a field of a shape in it, that holds no further shape."""

    path: FieldPath
    markers: tuple[object, ...]
    """What its type is annotated with."""
    is_key: bool
    """Whether it is the key of a mapping; the values have the same path."""


def _leaves(shape: type[BaseModel], path: FieldPath = ()) -> Iterator[_Leaf]:
    for name, field in shape.model_fields.items():
        yield from _leaves_in(field.annotation, _Leaf((*path, name), tuple(field.metadata), is_key=False))


def _leaves_in(annotation: object, at: _Leaf) -> Iterator[_Leaf]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _leaves(annotation, at.path)
        return
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        yield from _leaves_in(parts[0], at._replace(markers=(*at.markers, *parts[1:])))
    elif origin in (tuple, dict, types.UnionType, typing.Union):
        within = [part for part in parts if part not in (types.NoneType, ...)]
        for number, part in enumerate(within):
            yield from _leaves_in(part, at._replace(is_key=origin is dict and number == 0))
    else:
        yield at
