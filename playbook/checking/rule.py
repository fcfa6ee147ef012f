"""What a rule is: one thing that must hold between records, or that is worth doing, as a value.

Everything about a rule is declared beside the function that checks it; `check` runs the rules, and the editors' guide
and the health page are made from them.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from playbook.days import Days
from playbook.model import Playbook
from playbook.model.facts_in_texts import LooselyNamed, TypedOut
from playbook.problems import Code, HealthSection, Place
from playbook.ref import Ref

IsExcused = Callable[[Ref], bool]
"""Whether a record that is not in the playbook is missing for another reason, which is reported already."""

FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What the rules look at."""

    playbook: Playbook
    days: Days
    is_excused: IsExcused
    page_ids: frozenset[str]
    """The pages that a `page:` reference may name."""
    typed_out: tuple[TypedOut, ...] = ()
    """Texts that type out a fact of the house."""
    loosely_named: tuple[LooselyNamed, ...] = ()
    """Names of facts in braces that readers see as they are typed."""
    lines_of: Callable[[Ref, FieldPath], Iterable[tuple[Place, str]]] = lambda about, path: ()
    """The lines on which a text is written, each with its place and its words."""
    is_in_brackets: Callable[[Ref, FieldPath], bool] = lambda about, path: False
    """Whether a list is written in brackets."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule finds: a fault at one value of one record, before it has a place in a file."""

    about: Ref
    message: str
    help: str | None = None
    path: FieldPath = ()
    """The path from the record to the value at fault; empty for the record itself."""
    is_about_key: bool = False
    """Whether a name (of a field, or in a mapping) is at fault, not its value."""
    place: Place | None = None
    """The place, where it is known better than by the path."""


@dataclass(frozen=True)
class Rule:
    """One rule."""

    word: str
    """The word of its code."""
    check: Callable[[Subject], Iterator[Finding]]
    """Finds what breaks the rule. Its docstring is a message: the explanation in the editors' guide."""
    section: HealthSection | None = None
    """For advice, its section of the health page; None for a rule that must hold."""
    looks_among: tuple[str, ...] = ()
    """The names of the kinds among whose records it looks for something that no one has written down. It is not asked
    when some of these could not be read.
    """

    @cached_property
    def code(self) -> Code:
        """The code of the problems that it finds."""
        return Code(self.word, message_of(self.check), self.section)


def message_of(check: Callable[[Subject], Iterator[Finding]]) -> str:
    """The docstring of a check as one message: each paragraph on one line."""
    paragraphs = inspect.cleandoc(check.__doc__ or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
