"""Splits the content of a file into records: which ids it holds, and which fields belong to each.

Whether the fields fit the model is decided later.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

from playbook.model import BY_NAME, Kind
from playbook.model.fields import DEVICE_NAMES, ID_LENGTH, ID_PATTERN
from playbook.problems import MAX_PROBLEMS, Code, Place, Problem, nearest, one_line
from playbook.reading import codes
from playbook.reading.data_files import DataFile, copied_from
from playbook.reading.located import Located
from playbook.ref import Ref

_ID = re.compile(ID_PATTERN)
_FEW = 10
"""How many names are compared to find out what a file without records was meant to be."""
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "&": " and "})
Path = tuple[str | int, ...]


class RawRecord(NamedTuple):
    """One record as it is written in a file, before the model has validated it."""

    kind: str
    id: str
    fields: Any
    """The mapping of its fields, or whatever was written in its place."""
    path: Path
    """The path to it from the top of the file; empty when the file is the record."""
    line: int
    """The line of its key, counted from 1."""
    column: int
    length: int
    """How many characters the key has."""

    @property
    def ref(self) -> Ref:
        """The reference to the record."""
        return Ref(self.kind, self.id)


@dataclass
class Content:
    """What one file holds."""

    records: list[RawRecord] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def split(file: DataFile, located: Located) -> Content:
    """The records of one file.

    A file holds one record when its top keys are fields of the kind (its id is the file's name), else one record for
    each key. The organisation is always one record; a kind without ids is a list.
    """
    return _Splitter(file, located).split()


class _Splitter:
    def __init__(self, file: DataFile, located: Located) -> None:
        self.file = file
        self.kind: Kind = BY_NAME[file.kind]
        self.located = located
        self.value = located.value
        self.content = Content()

    def split(self) -> Content:
        kind, value = self.kind, self.value
        if value is None or value in ("", {}):
            self._report(
                self.located.source.place(1, 1),
                codes.EMPTY_FILE,
                f"this file holds no {kind.words}",
                "write one, or delete the file",
            )
        elif kind.is_list:
            self._split_list()
        elif not isinstance(value, dict):
            self._not_records()
        elif kind.name == "organisation" and len(value) == 1 and isinstance(value[next(iter(value))], dict):
            message = f"the organisation has no id: its fields stand where `{one_line(next(iter(value)))}` stands"
            fix = "delete this line and the two spaces before each line below it"
            self._report(self.located.top_place(next(iter(value))), codes.WRONG_LEVEL, message, fix)
        elif kind.name == "organisation":
            self._add("organisation", value, (), self.located.source.line_place(1))
        else:
            self._split_mapping(value)
        return self.content

    def _split_list(self) -> None:
        if not isinstance(self.value, list):
            message = f"this file must be a list, one {self.kind.words} to an entry"
            self._report(self._place(()), codes.EXPECTED_LIST, message, "start each entry with a dash and a space")
            return
        for index, fields in enumerate(self.value):
            self._add(f"{self.file.stem.replace('_', '-')}-{index + 1}", fields, (index,), self._place((index,)))

    def _not_records(self) -> None:
        message = f"this file must start with the id of {self.kind.one}, not with {described(self.value)}"
        fix = "write the id and a colon, and its fields below it, two spaces further in"
        if isinstance(self.value, list):
            fix = "replace each dash by an id and a colon, and indent the fields below it"
        self._report(self._place(()), codes.EXPECTED_FIELDS, message, fix)

    def _split_mapping(self, value: dict[str, Any]) -> None:
        names = self.kind.record.model_fields.keys() - {"id"}
        groups = {key for key, part in value.items() if isinstance(part, dict) and (part.keys() & names or not part)}
        fields = {key for key in value if key in names} - groups
        first = next(iter(value))
        if fields and groups:
            self._mixed(fields, groups)
        elif fields and first not in names and value[first] == "":
            message = f"the fields of `{one_line(first)}` stand on the same level as their id"
            self._report(self.located.top_place(first), codes.WRONG_LEVEL, message, "indent the fields by two spaces")
        elif fields or not (groups or any(isinstance(part, dict) for part in value.values()) or self._is_ids(value)):
            self._one_record(value)
        else:
            self._many_records(value)

    def _is_ids(self, value: dict[str, Any]) -> bool:
        """Whether the keys of a file without any group of fields are meant as ids rather than as misspelt fields."""
        names = self.kind.record.model_fields.keys()
        return not any(nearest(key, names) for key in islice(value, _FEW))

    def _one_record(self, value: dict[str, Any]) -> None:
        if not self.file.is_in_folder:
            message = f"this field belongs to {self.kind.one}, but no id stands above it"
            fix = "write an id and a colon on the line above, and indent the fields by two spaces"
            self._report(self.located.top_place(next(iter(value))), codes.MISSING_ID, message, fix)
        elif self._is_valid_id(self.file.stem, self.located.source.place(1, 1), "file name"):
            self._add(self.file.stem, value, (), self.located.source.line_place(1))

    def _many_records(self, value: dict[str, Any]) -> None:
        for key, fields in value.items():
            place = self.located.top_place(key)
            if self._is_valid_id(key, place, "id"):
                self._add(key, fields, (key,), place)
            if len(self.content.problems) >= MAX_PROBLEMS:
                return

    def _mixed(self, fields: set[str], groups: set[str]) -> None:
        """Fields and whole records side by side: one of the two is on the wrong level."""
        if len(fields) > len(groups) and self.file.is_in_folder:
            for key in sorted(groups):
                message = f"the record `{key}` stands among the fields of another"
                fix = "write the id of the first record above its fields and indent them, or use two files"
                self._report(self.located.top_place(key), codes.WRONG_LEVEL, message, fix)
            return
        above = ""
        for key in self.value:
            above = key if key in groups else above
            if key in fields:
                message = f"the field `{key}` stands where the id of {self.kind.one} must stand"
                fix = "indent it by two spaces" + (f", so that it belongs to `{above}`" if above else "")
                self._report(self.located.top_place(key), codes.WRONG_LEVEL, message, fix)

    def _is_valid_id(self, record_id: str, place: Place, what: str) -> bool:
        problem = invalid_id(record_id, place, what)
        if problem is not None:
            self.content.problems.append(problem)
        return problem is None

    def _add(self, record_id: str, fields: Any, path: Path, place: Place) -> None:
        self.content.records.append(
            RawRecord(self.kind.name, record_id, fields, path, place.line, place.column, place.length)
        )

    def _place(self, path: Path) -> Place:
        return self.located.place_of(path)

    def _report(self, place: Place, code: Code, message: str, fix: str) -> None:
        self.content.problems.append(code.at(place, message, fix))


def invalid_id(record_id: str, place: Place, what: str) -> Problem | None:
    """Why a name cannot be an id, or None; `what` is `id` or `file name`, for the message."""
    if len(record_id) > ID_LENGTH:
        message = f"this {what} has {len(record_id)} characters; {ID_LENGTH} is the most"
        return codes.INVALID_ID.at(place, message, "shorten it")
    if record_id in DEVICE_NAMES:
        message = f"`{record_id}` is a name that Windows keeps for a device, so no page can have it"
        return codes.RESERVED_ID.at(place, message, f"choose another, for example `the-{record_id}`")
    if _ID.fullmatch(record_id):
        return None
    proposal = proposed_id(record_id)
    message = f"`{one_line(record_id)}` cannot be used as {'an' if what == 'id' else 'a'} {what}"
    fix = "use small letters a to z, digits and single hyphens" + (f": `{proposal}`" if proposal else "")
    if what != "id" and (original := copied_from(record_id)):
        fix = f"delete it if it is a copy of `{original}.yml`; otherwise {fix}"
    return codes.INVALID_ID.at(place, message, fix)


def proposed_id(text: str) -> str:
    """An id that reads like `text`: `Café “Rouge”` becomes `cafe-rouge`."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_SPELT_OUT))
    plain = re.sub(r"[\u0300-\u036f'’]", "", plain)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:ID_LENGTH].rstrip("-")


def described(value: Any) -> str:
    """What kind of value this is, for use in a sentence."""
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a group of fields"
    return f"the text `{one_line(value, 30)}`" if value else "nothing"
