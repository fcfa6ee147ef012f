"""Cuts the content of a data file into its records without parsing it, and parses those that are asked for.

This is for earlier versions of files: there are many, and few of their records matter. Records are not validated,
because what was right then may not fit the model now.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from playbook.model import BY_NAME, BY_PLURAL
from playbook.reading.data_files import MAX_BYTES
from playbook.reading.decoding import SourceFile
from playbook.reading.located import parse

_MARK = b"\xef\xbb\xbf"
_TOP_KEY = re.compile(rb"^([A-Za-z0-9\"'][^:\n]*):(?=\s|$)", re.MULTILINE)
"""A name at the very left. What follows it up to the next is indented, so it belongs to it."""


@dataclass(frozen=True)
class RecordPart:
    """The bytes of one record in one version of a file."""

    id: str
    text: bytes
    is_file: bool = False
    """Whether the record is the whole file, so that its fields begin at the very left."""

    @cached_property
    def fields(self) -> Mapping[str, Any]:
        """What is written in its fields, as texts, lists and mappings; empty when that cannot be read."""
        try:
            text = self.text.decode().replace("\r\n", "\n")
        except UnicodeDecodeError:
            return {}
        located = parse(SourceFile("", text))
        value = located.value if not located.problems else None
        if isinstance(value, dict) and not self.is_file:
            value = value.get(self.id)
        return value if isinstance(value, dict) else {}


def kind_of_file(path: str) -> str | None:
    """The name of the kind whose records a file holds, by its path below the data folder; None when it holds none."""
    folder, _, name = path.rpartition("/")
    plural = folder or name.removesuffix(".yml")
    return BY_PLURAL[plural].name if name.endswith(".yml") and plural in BY_PLURAL else None


def record_parts(path: str, content: bytes | None) -> dict[str, RecordPart]:
    """The records of one version of a file by their ids; none when it is too large to have been read.

    `path` is the file's, below the data folder.
    """
    kind = kind_of_file(path)
    if kind is None or content is None or len(content) > MAX_BYTES:
        return {}
    text = content.removeprefix(_MARK)
    found = [(match[1].decode(errors="replace").strip(" \"'"), match.start()) for match in _TOP_KEY.finditer(text)]
    required = {name for name, field in BY_NAME[kind].record.model_fields.items() if field.is_required()} - {"id"}
    if "/" in path and required <= {name for name, _ in found}:
        record_id = path.rpartition("/")[2].removesuffix(".yml")
        return {record_id: RecordPart(record_id, text, is_file=True)}
    ends = [*(start for _, start in found), len(text)][1:]
    return {name: RecordPart(name, text[start:end]) for (name, start), end in zip(found, ends, strict=True)}
