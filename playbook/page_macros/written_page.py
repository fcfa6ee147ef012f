"""A hand-written page as text, in which calls of macros have places."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from playbook.problems import Place

_NOT_RUN = re.compile(r"\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\s*[-+]?%\}|\{#.*?#\}", re.DOTALL)
"""What Jinja leaves alone: text between `raw` and `endraw`, and comments."""

_FENCED = re.compile(
    r"^[ \t>]*(?P<mark>`{3,}|~{3,})[^\n`]*\n.*?^[ \t>]*(?P=mark)[`~]*[ \t]*$", re.DOTALL | re.MULTILINE
)
_BACKTICKED = re.compile(r"(?<![\\`])(?P<mark>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=mark)(?!`)", re.DOTALL)


@dataclass(frozen=True)
class HandWrittenPage:
    """A page as someone wrote it."""

    file: str
    """The path as a pull request shows it."""
    source: str
    """The text below the front matter."""
    first_line: int = 1
    """The line of the file on which the source begins."""

    @functools.cached_property
    def _run_text(self) -> str:
        """The source with blanks in place of all that is not run."""
        return _NOT_RUN.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), self.source)

    @functools.cached_property
    def _code(self) -> tuple[tuple[int, int], ...]:
        """Where what Markdown takes for code starts and ends: between backticks, or in a block with a fence."""
        fenced = [found.span() for found in _FENCED.finditer(self._run_text)]
        unfenced = _FENCED.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), self._run_text)
        return (*fenced, *(found.span() for found in _BACKTICKED.finditer(unfenced)))

    def calls_in_code(self, line: int, name: str) -> Iterator[tuple[int, int]]:
        """The calls of the macro that begin on a line, as `calls`, of which Markdown would show the HTML."""
        for span in self.calls(line, name) if self._code else ():
            if any(begin < span[0] < end for begin, end in self._code):
                yield span

    def place(self, line: int, start: int, length: int) -> Place:
        """The place `start` characters into a line of the source."""
        lines = self.source.split("\n")
        excerpt = lines[line - 1] if line <= len(lines) else ""
        return Place(self.file, line + self.first_line - 1, start + 1, max(1, length), excerpt)

    def calls(self, line: int, name: str) -> Iterator[tuple[int, int]]:
        """Where each call of the macro that begins on a line starts and ends in the source."""
        begin, end = self._span(line)
        for found in re.compile(rf"\b{re.escape(name)}\s*\(").finditer(self._run_text, begin):
            if found.start() >= end:
                return
            yield found.start(), _end_of_call(self._run_text, found.end())

    def place_in_call(self, span: tuple[int, int], name: str, word: str | None) -> Place:
        """The place of a word of a call, or of the macro's name."""
        at = self._run_text.find(word, span[0] + len(name), span[1]) if word else -1
        at, length = (at, len(word or "")) if at >= 0 else (span[0], len(name))
        return self.place(self.source.count("\n", 0, at) + 1, at - self.source.rfind("\n", 0, at) - 1, length)

    def place_on_line(self, line: int, word: str | None) -> Place:
        """The place of a word that is run on a line, or of the first thing that is."""
        begin, end = self._span(line)
        text = self._run_text[begin:end]
        patterns = [rf"\b{re.escape(word)}\b"] if word else []
        for pattern in (*patterns, r"\{[{%].*?[}%]\}", r"\S.*"):
            if found := re.search(pattern, text):
                return self.place(line, found.start(), len(found.group()))
        return self.place(line, 0, 1)

    def _span(self, line: int) -> tuple[int, int]:
        lines = self.source.split("\n")
        begin = sum(len(earlier) + 1 for earlier in lines[: line - 1])
        return begin, begin + (len(lines[line - 1]) if line <= len(lines) else 0)


def _end_of_call(text: str, begin: int) -> int:
    """The end of the call whose arguments begin at `begin`: past the bracket that closes it."""
    depth = 1
    for found in re.compile(r"\"[^\"]*\"|'[^']*'|[()]").finditer(text, begin):
        depth += {"(": 1, ")": -1}.get(found.group(), 0)
        if depth == 0:
            return found.end()
    return len(text)
