"""What reading notices about facts of the house in texts, because records hold their texts with the facts put in."""

from __future__ import annotations

from typing import NamedTuple

from playbook.ref import Ref


class TypedOut(NamedTuple):
    """A text that holds the value of a fact instead of its name."""

    about: Ref
    """The record."""
    path: tuple[str | int, ...]
    """Where the text is, below the record."""
    names: tuple[str, ...]
    """The names of the facts that have this value."""


class LooselyNamed(NamedTuple):
    """Braces in a text around the name of a fact that is written in another way, so that readers see the braces."""

    about: Ref
    """The record."""
    path: tuple[str | int, ...]
    """Where the text is, below the record."""
    typed: str
    """As it is typed: `{{Refund limit}}`."""
    name: str
    """The name of the fact: `refund-limit`."""
