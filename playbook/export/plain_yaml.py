"""Values as YAML that every parser reads alike: each text is quoted, and what is not printable is escaped."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from playbook.export.project import CannotExport
from playbook.wording import _

_PLAIN_KEY = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][a-z0-9_]*", re.IGNORECASE)
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def as_yaml(values: Mapping[str, object]) -> str:
    """The mapping as lines, each ended. Raises CannotExport for a value that has no notation."""
    return "".join(f"{line}\n" for line in _mapping(values))


def quoted(text: str) -> str:
    """The text between double quotes, on one line."""
    return f'"{"".join(_ESCAPED.get(character) or _printable(character) for character in text)}"'


def _printable(character: str) -> str:
    return character if character.isprintable() else f"\\U{ord(character):08x}"


def _mapping(values: Mapping[str, object]) -> Iterator[str]:
    for key, value in values.items():
        name = str(key) if _PLAIN_KEY.fullmatch(str(key)) else quoted(str(key))
        if _has_lines(value):
            yield f"{name}:"
            yield from (f"  {line}" for line in _lines(value))
        else:
            yield f"{name}: {_scalar(value)}"


def _lines(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _mapping(value)
        return
    assert isinstance(value, Sequence)
    for entry in value:
        first, *others = _lines(entry) if _has_lines(entry) else [_scalar(entry)]
        yield f"- {first}"
        yield from (f"  {line}" for line in others)


def _has_lines(value: object) -> bool:
    return isinstance(value, Mapping | list | tuple) and bool(value)


def _scalar(value: object) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, list | tuple):
        return "[]"
    module, name = getattr(value, "__module__", None), getattr(value, "__qualname__", None)
    if not callable(value) or module is None or name is None:
        message = _("mkdocs.yml contains a value that an export cannot write: %(value)s", value=f"{value!r:.80}")
        raise CannotExport(message)
    return f"!!python/name:{module}.{name} ''"
