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
from playbook.wording import _

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
                _("this file contains no record of the kind “%(kind)s”", kind=kind.words),
                _("write one, or delete the file"),
            )
        elif kind.is_list:
            self._split_list()
        elif not isinstance(value, dict):
            self._not_records()
        elif kind.name == "organisation" and len(value) == 1 and isinstance(value[next(iter(value))], dict):
            message = _("the organisation has no id: its fields start at the left margin")
            fix = _("delete this line and the two spaces before each line below it")
            self._report(self.located.top_place(next(iter(value))), codes.WRONG_LEVEL, message, fix)
        elif kind.name == "organisation":
            self._add("organisation", value, (), self.located.source.line_place(1))
        else:
            self._split_mapping(value)
        return self.content

    def _split_list(self) -> None:
        if not isinstance(self.value, list):
            message = _("this file must be a list with one %(kind)s per entry", kind=self.kind.words)
            self._report(self._place(()), codes.EXPECTED_LIST, message, _("start each entry with a dash and a space"))
            return
        for index, fields in enumerate(self.value):
            self._add(f"{self.file.stem.replace('_', '-')}-{index + 1}", fields, (index,), self._place((index,)))

    def _not_records(self) -> None:
        if isinstance(self.value, list):
            message = _("this file starts with a list, not with an id")
            fix = _("replace each dash with an id and a colon, and indent the fields below it")
        else:
            message = _("this file starts with a text, not with an id")
            fix = _("write the id and a colon, and the fields below it, indented by two spaces")
        self._report(self._place(()), codes.EXPECTED_FIELDS, message, fix)

    def _split_mapping(self, value: dict[str, Any]) -> None:
        names = self.kind.record.model_fields.keys() - {"id"}
        groups = {key for key, part in value.items() if isinstance(part, dict) and (part.keys() & names or not part)}
        fields = {key for key in value if key in names} - groups
        first = next(iter(value))
        if fields and groups:
            self._mixed(fields, groups)
        elif fields and first not in names and value[first] == "":
            message = _("the fields of `%(id)s` are level with their id", id=one_line(first))
            fix = _("indent the fields by two spaces")
            self._report(self.located.top_place(first), codes.WRONG_LEVEL, message, fix)
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
            message = _("there is no id above this field")
            fix = _("write an id and a colon on the line above, and indent the fields by two spaces")
            self._report(self.located.top_place(next(iter(value))), codes.MISSING_ID, message, fix)
        elif self._is_valid_id(self.file.stem, self.located.source.place(1, 1), is_file_name=True):
            self._add(self.file.stem, value, (), self.located.source.line_place(1))

    def _many_records(self, value: dict[str, Any]) -> None:
        for key, fields in value.items():
            place = self.located.top_place(key)
            if self._is_valid_id(key, place):
                self._add(key, fields, (key,), place)
            if len(self.content.problems) >= MAX_PROBLEMS:
                return

    def _mixed(self, fields: set[str], groups: set[str]) -> None:
        """Fields and whole records side by side: one of the two is on the wrong level."""
        if len(fields) > len(groups) and self.file.is_in_folder:
            for key in sorted(groups):
                message = _("`%(id)s` is mixed in with another record’s fields", id=key)
                fix = _("write the id of the first record above its fields and indent them, or use two files")
                self._report(self.located.top_place(key), codes.WRONG_LEVEL, message, fix)
            return
        above = ""
        for key in self.value:
            above = key if key in groups else above
            if key in fields:
                message = _("the field `%(field)s` is where an id should be", field=key)
                fix = _("indent it by two spaces")
                if above:
                    fix = _("indent it by two spaces, so that it belongs to `%(id)s`", id=above)
                self._report(self.located.top_place(key), codes.WRONG_LEVEL, message, fix)

    def _is_valid_id(self, record_id: str, place: Place, *, is_file_name: bool = False) -> bool:
        problem = invalid_id(record_id, place, is_file_name=is_file_name)
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


def invalid_id(record_id: str, place: Place, *, is_file_name: bool = False) -> Problem | None:
    """Why a name cannot be an id, or None; whether it is the name of a file matters for the message."""
    if len(record_id) > ID_LENGTH:
        values = {"count": len(record_id), "limit": ID_LENGTH}
        if is_file_name:
            message = _("this file name has %(count)s characters; the maximum is %(limit)s", **values)
        else:
            message = _("this id has %(count)s characters; the maximum is %(limit)s", **values)
        return codes.INVALID_ID.at(place, message, _("shorten it"))
    if record_id in DEVICE_NAMES:
        message = _("`%(id)s` is a name reserved by Windows, so it cannot have a page", id=record_id)
        fix = _("choose another, for example `%(id)s`", id=f"the-{record_id}")
        return codes.RESERVED_ID.at(place, message, fix)
    if _ID.fullmatch(record_id):
        return None
    if is_file_name:
        message = _("`%(name)s` cannot be a file name", name=one_line(record_id))
    else:
        message = _("`%(name)s` cannot be an id", name=one_line(record_id))
    original = copied_from(record_id) if is_file_name else None
    return codes.INVALID_ID.at(place, message, _id_fix(proposed_id(record_id), original))


def _id_fix(proposal: str, original: str | None) -> str:
    """What fixes a name that cannot be an id; `original` is the file that it is a copy of."""
    if original is not None and proposal:
        return _(
            "delete it if it is a copy of `%(file)s`; otherwise use small letters a to z, digits and single hyphens:"
            " `%(id)s`",
            file=f"{original}.yml",
            id=proposal,
        )
    if proposal:
        return _("use small letters a to z, digits and single hyphens: `%(id)s`", id=proposal)
    return _("use small letters a to z, digits and single hyphens")


def proposed_id(text: str) -> str:
    """An id that reads like `text`: `Café “Rouge”` becomes `cafe-rouge`."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_SPELT_OUT))
    plain = re.sub(r"[\u0300-\u036f'’]", "", plain)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:ID_LENGTH].rstrip("-")
