"""Where on a hand-written page a card or a list can stand: on a line of its own, also inside a step or an admonition.

In other places Markdown would tear the page apart: a list becomes a heading, steps count from 1 again, a table loses
its cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from playbook.model import BY_NAME
from playbook.views import catalogue

_INDENT = 4
"""How much farther in Markdown wants a line to be that belongs to what stands above it."""
_HOLDER = re.compile(r" *(?:(?:[-*+]|\d+[.)]|:) |(?:!!!|\?\?\?\+?|===[+!]*) |\[\^[^\]]+\]:)")
"""What lines farther in belong to: an item of a list, a definition, an admonition, a tab, a footnote."""
_ITEM = re.compile(r" *(?:[-*+]|\d+[.)]|:) ")
_STEP = re.compile(r" *\d+[.)] ")
_LATER_STEP = re.compile(r" {0,3}(?!0*1[.)])\d+[.)] ")
_TABLE_RULE = re.compile(r" *(?=[^|]*\|)\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *")
_STATEMENT = re.compile(r"\{%.*?%\}")


@dataclass(frozen=True)
class Surroundings:
    """What stands around one call of a macro that makes more than words."""

    source: str
    begin: int
    """Where the name of the macro begins in the source."""
    end: int
    """Where its call ends, before the braces."""

    @cached_property
    def _lines(self) -> list[str]:
        return [line.expandtabs(_INDENT) for line in self.source.split("\n")]

    @cached_property
    def _number(self) -> int:
        """The line of the call, counted from 0."""
        return self.source.count("\n", 0, self.begin)

    @cached_property
    def _before(self) -> str:
        """What stands before the braces on the line."""
        line = self.source[self.source.rfind("\n", 0, self.begin) + 1 : self.begin]
        return _STATEMENT.sub("", line.rpartition("{{")[0]).expandtabs(_INDENT)

    @cached_property
    def _after(self) -> str:
        """What stands behind the braces on the line."""
        line = self.source[self.end :].partition("\n")[0]
        return _STATEMENT.sub("", line.partition("}}")[2]).strip()

    @property
    def _spaces(self) -> int:
        return len(self._before) - len(self._before.lstrip(" "))

    @property
    def indentation(self) -> str:
        """The spaces before what the macro makes, when that belongs to a step or an admonition; else none."""
        return " " * self._spaces if self._spaces >= _INDENT and self._is_held else ""

    @cached_property
    def _is_held(self) -> bool:
        """Whether the line belongs to something above it."""
        for number in range(self._number - 1, -1, -1):
            line = self._lines[number]
            indent = len(line) - len(line.lstrip(" "))
            if not line.strip() or indent >= max(self._spaces, 1):
                continue
            if _HOLDER.match(line):
                return True
            goes_on = number > 0 and bool(self._lines[number - 1].strip())
            if indent == 0 and not goes_on:
                return False
        return False

    def fault(self, name: str) -> tuple[str, str] | None:
        """In which place the call stands that has no room for what the macro makes, and what fixes it."""
        for is_there, where, fix in self._places():
            if is_there:
                return where, f"{fix}{_or_a_link(name)}"
        return None

    def _places(self) -> Iterator[tuple[bool, str, str]]:
        own = "give it a line of its own with an empty line before it"
        below = f"{own}, and {_INDENT} spaces before it"
        before = self._before
        yield self._is_in_table, "in a table", "put it above or below the table"
        yield bool(re.match(r" {0,3}#{1,6} ", before)), "in a heading", "put it below the heading"
        yield bool(re.match(r" *>", before)), "in a quotation", f"{own} and without `>`"
        yield bool(_ITEM.match(before)), "on the line of a list’s dash or number", below
        yield bool(before.strip()) and before[-1:] in {*"*_[~"}, "in the middle of words", own
        yield bool(self._after) and bool(self.indentation), "with words behind it", f"{own}, and put them below it"
        is_short = 0 < self._spaces < _INDENT and not before.strip() and self._is_held
        yield is_short, "not far enough in to belong to the list", f"put {_INDENT} spaces before it"
        is_between = self._spaces == 0 and self._is_between_steps
        yield is_between, "between two steps, so that they would count from 1 again", f"put {_INDENT} spaces before it"

    @property
    def _is_in_table(self) -> bool:
        if "|" not in self._before + self._after:
            return False
        first = last = self._number
        while first > 0 and self._lines[first - 1].strip():
            first -= 1
        while last + 1 < len(self._lines) and self._lines[last + 1].strip():
            last += 1
        return any(_TABLE_RULE.fullmatch(line) for line in self._lines[first : last + 1])

    @property
    def _is_between_steps(self) -> bool:
        above = next((number for number in range(self._number - 1, -1, -1) if self._lines[number].strip()), None)
        below = next((line for line in self._lines[self._number + 1 :] if line.strip()), "")
        if above is None or not _LATER_STEP.match(below):
            return False
        for number in range(above, -1, -1):
            line = self._lines[number]
            if _STEP.match(line):
                return True
            if line.strip() and not line.startswith(" ") and not self._lines[max(number - 1, 0)].strip():
                return False
        return False


def _or_a_link(name: str) -> str:
    """What would fit instead, for a macro that shows a record or a page."""
    what = name.partition("_")[2]
    if what in BY_NAME:
        return f'; a link fits there as well: `link_to("{what}", "…")`'
    return f'; a link fits there as well: `link_to("page", "{what}")`' if what in catalogue.linked_ids() else ""
