"""Sentences that are made from records, which only the grammar of a language can make.

`Grammar` is what a language must be able to do. `SideBySide` needs no grammar: it sets what was typed side by side,
"You: … → Duty manager: …", and serves every language that has no module of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from playbook.wording.speaking import _


@dataclass(frozen=True)
class Deed:
    """Something that someone does, as it was typed."""

    role: str
    """What the role is called: `Duty manager`."""
    does: str
    """What it does, as it follows the name of the role, without a full stop."""


@dataclass(frozen=True)
class Told:
    """A deed in words that follow each other."""

    who: str
    """`You`, `so the duty manager can`."""
    does: str
    """The words that complete `who`, without a full stop."""
    is_you: bool = False
    """Whether `who` is no more than the person who is spoken to, so that the name of the role may follow."""


class Grammar(Protocol):
    """What a language makes of several deeds, each of which makes the next one possible."""

    joint: str
    """What is between two deeds on one line."""

    def tell(self, deeds: Sequence[Deed], *, is_to_you: bool) -> tuple[Told, ...]:
        """The deeds in words, told to the person who does the first, or about everyone."""

    def inside(self, name: str) -> str:
        """A name as it reads inside a sentence."""


class SideBySide(Grammar):
    """Needs no grammar: names, and what was typed beside them."""

    joint = " → "

    def tell(self, deeds: Sequence[Deed], *, is_to_you: bool) -> tuple[Told, ...]:
        """`You:` and what was typed, then `Duty manager:` and what was typed."""
        first, *others = deeds
        you = Told(_("You:"), first.does, is_you=True) if is_to_you else self._told(first)
        return (you, *map(self._told, others))

    def inside(self, name: str) -> str:
        """The name as it is: whether a noun has a capital, its language knows."""
        return name

    @staticmethod
    def _told(deed: Deed) -> Told:
        return Told(_("%(role)s:", role=deed.role), deed.does)
