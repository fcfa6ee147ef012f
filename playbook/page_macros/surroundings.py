"""Where on a hand-written page a card or a list can be: on a line of its own, also inside a step or an admonition.

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
from playbook.wording import N_, _

_INDENT = 4
"""How much farther in a line must be for Markdown to take it as part of what is above it."""
_HOLDER = re.compile(r" *(?:(?:[-*+]|\d+[.)]|:) |(?:!!!|\?\?\?\+?|===[+!]*) |\[\^[^\]]+\]:)")
"""What lines farther in belong to: an item of a list, a definition, an admonition, a tab, a footnote."""
_ITEM = re.compile(r" *(?:[-*+]|\d+[.)]|:) ")
_STEP = re.compile(r" *\d+[.)] ")
_LATER_STEP = re.compile(r" {0,3}(?!0*1[.)])\d+[.)] ")
_TABLE_RULE = re.compile(r" *(?=[^|]*\|)\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *")
_STATEMENT = re.compile(r"\{%.*?%\}")

_IN_TABLE = N_("`%(name)s` cannot be in a table: what it makes needs lines of its own")
_IN_HEADING = N_("`%(name)s` cannot be in a heading: what it makes needs lines of its own")
_IN_QUOTATION = N_("`%(name)s` cannot be in a quotation: what it makes needs lines of its own")
_AFTER_DASH = N_("`%(name)s` cannot be on the line of a list’s dash or number: what it makes needs lines of its own")
_IN_WORDS = N_("`%(name)s` cannot be in the middle of words: what it makes needs lines of its own")
_BEFORE_WORDS = N_("`%(name)s` cannot have words after it: what it makes needs lines of its own")
_NOT_FAR_IN = N_("`%(name)s` is not indented far enough to belong to the list")
_BETWEEN_STEPS = N_("`%(name)s` is between two steps, so their numbers would start from 1 again")
_OWN_LINE = N_("give it a line of its own with an empty line before it")
_OUT_OF_QUOTATION = N_("give it a line of its own, without `>` and with an empty line before it")
_BELOW_DASH = N_("give it a line of its own with an empty line and %(spaces)s spaces before it")
_WORDS_BELOW = N_("give it a line of its own with an empty line before it, and put the words below it")
_SPACES = N_("put %(spaces)s spaces before it")


@dataclass(frozen=True)
class Surroundings:
    """What is around one call of a macro that makes more than words."""

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
        """What is before the braces on the line."""
        line = self.source[self.source.rfind("\n", 0, self.begin) + 1 : self.begin]
        return _STATEMENT.sub("", line.rpartition("{{")[0]).expandtabs(_INDENT)

    @cached_property
    def _after(self) -> str:
        """What is after the braces on the line."""
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
        """Why there is no room here for what the macro makes, and what fixes it; None where there is."""
        for is_there, message, fix in self._places():
            if is_there:
                return _(message, name=name), _or_a_link(name, _(fix, spaces=_INDENT))
        return None

    def _places(self) -> Iterator[tuple[bool, str, str]]:
        """Places without room: whether the call is there, and the messages that say so and what fixes it."""
        before = self._before
        yield self._is_in_table, _IN_TABLE, N_("put it above or below the table")
        yield bool(re.match(r" {0,3}#{1,6} ", before)), _IN_HEADING, N_("put it below the heading")
        yield bool(re.match(r" *>", before)), _IN_QUOTATION, _OUT_OF_QUOTATION
        yield bool(_ITEM.match(before)), _AFTER_DASH, _BELOW_DASH
        yield bool(before.strip()) and before[-1:] in {*"*_[~"}, _IN_WORDS, _OWN_LINE
        yield bool(self._after) and bool(self.indentation), _BEFORE_WORDS, _WORDS_BELOW
        is_short = 0 < self._spaces < _INDENT and not before.strip() and self._is_held
        yield is_short, _NOT_FAR_IN, _SPACES
        is_between = self._spaces == 0 and self._is_between_steps
        yield is_between, _BETWEEN_STEPS, _SPACES

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


def _or_a_link(name: str, fix: str) -> str:
    """What fixes it, and what would fit instead, for a macro that shows a record or a page."""
    what = name.partition("_")[2]
    if what in BY_NAME:
        call = f'link_to("{what}", "…")'
    elif what in catalogue.linked_ids():
        call = f'link_to("page", "{what}")'
    else:
        return fix
    return _("%(fix)s; a link also fits there: `%(call)s`", fix=fix, call=call)
