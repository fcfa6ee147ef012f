"""An error of the YAML parser, taken apart so that the beginning of the fault can be found."""

from __future__ import annotations

import re

import yaml

from playbook.problems import Code, Problem
from playbook.reading.decoding import SourceFile

START = re.compile(r"\s*(?:- +)*(?:([\w“”\"'][\w “”\"'-]*?) *:(?= |$) *)?")
"""What comes before the text of a line: indentation, dashes, the name of a field (group 1)."""
STARTERS = "@`%*&!|>,]}?"
"""Signs with a meaning of their own in YAML at the start of a text."""


class YamlFault:
    """What the parser reports: its message, where it gave up, and where the unfinished construct began."""

    def __init__(self, error: yaml.MarkedYAMLError, mark: yaml.Mark, source: SourceFile) -> None:
        self.source = source
        self.problem = str(error.problem or "")
        self.context = str(error.context or "")
        self.line, self.column = self._within(mark)
        self.start_line, self.start_column = self._within(error.context_mark or mark)
        self.text = source.lines[self.line]

    def _within(self, mark: yaml.Mark) -> tuple[int, int]:
        """Line and column, moved to the last line with text when the parser points past the end of the file."""
        lines = self.source.lines
        if mark.line < len(lines) - 1 or (mark.line < len(lines) and lines[mark.line].strip()):
            return mark.line, mark.column
        last = max((number for number, line in enumerate(lines) if line.strip()), default=0)
        return last, len(lines[last])

    @property
    def above(self) -> int | None:
        """The nearest line above that is neither blank nor a comment."""
        for number in range(self.line - 1, -1, -1):
            words = self.source.lines[number].strip()
            if words and not words.startswith("#"):
                return number
        return None

    def problem_at(self, line: int, column: int, code: Code, message: str, fix: str) -> Problem:
        """A problem from a line and column, both counted from 0, to the end of the line."""
        length = len(self.source.lines[line].rstrip()) - column
        return code.at(self.source.place(line + 1, column + 1, length), message, fix)

    def problem_in_line(self, line: int, code: Code, message: str, fix: str) -> Problem:
        """A problem with the whole text of a line, counted from 0."""
        return code.at(self.source.line_place(line + 1), message, fix)


def indent_of(line: str) -> int:
    """The spaces before the words of a line."""
    return len(line) - len(line.lstrip())


def text_of(line: str) -> tuple[int, str]:
    """The column and the words of a line's text, after dashes and the field's name."""
    match = START.match(line)
    start = match.end() if match else 0
    return start, line[start:].rstrip()
