"""What a rule finds: a fault of one record, before it has a place in a file."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.problems import Severity
from playbook.ref import Ref


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault at one value of one record."""

    code: str
    about: Ref
    path: tuple[str | int, ...]
    """The way from the record to the value at fault; empty for the record itself."""
    message: str
    help: str | None = None
    severity: Severity = Severity.ERROR
    is_about_key: bool = False
    """Whether a name (of a field, or in a mapping) is at fault, not the value behind it."""


def advice(code: str, about: Ref, message: str, help_text: str | None = None) -> Finding:
    """A finding about a whole record that does not stop the build."""
    return Finding(code, about, (), message, help_text, Severity.ADVICE)
