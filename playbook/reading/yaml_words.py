"""Says in an editor's words what YAML's parser found, at the place where the fault began.

The parser reports where it gave up, often lines below the mistake, and in its own terms. Each function here recognises
one mistake that people make; the first that does decides. None of them changes what is accepted.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from playbook.problems import Problem
from playbook.reading.decoding import SourceFile

_KEY = re.compile(r"^(\s*)(?:- +)?([A-Za-z_][\w -]*?):(?:\s|$)")
_QUOTE_NAMES = {'"': "double quotation mark", "'": "single quotation mark"}


def explain(error: yaml.YAMLError, source: SourceFile) -> Problem:
    """The parser's error as one problem."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Problem(
            source.place(1, 1), "not-yaml", "this file holds something that cannot be read", "retype the file's text"
        )
    fault = _Fault(error, source)
    for recognise in _MISTAKES:
        problem = recognise(fault)
        if problem is not None:
            return problem
    return Problem(
        source.place(fault.line + 1, fault.column + 1),
        "not-yaml",
        "this line does not fit what stands above it",
        "compare its indentation and punctuation with a record that works",
    )


class _Fault:
    """The parser's report, taken apart: what it says, where it gave up, where the unfinished thing began."""

    def __init__(self, error: yaml.MarkedYAMLError, source: SourceFile) -> None:
        self.source = source
        self.problem = str(error.problem or "")
        self.context = str(error.context or "")
        mark = error.problem_mark
        last = len(source.lines) - 1
        self.line = min(mark.line, last)
        self.column = mark.column
        start = error.context_mark or mark
        self.start_line = min(start.line, last)
        self.start_column = start.column
        self.text = source.lines[self.line]
        self.start_text = source.lines[self.start_line]
        above = [number for number in range(self.line) if source.lines[number].strip()]
        self.above = above[-1] if above else None


def _unfinished_quote(fault: _Fault) -> Problem | None:
    if "quoted scalar" not in fault.context:
        return None
    mark = fault.start_text[fault.start_column : fault.start_column + 1]
    place = fault.source.place(fault.start_line + 1, fault.start_column + 1)
    if "escape" in fault.problem or "hexdecimal" in fault.problem:
        return Problem(
            fault.source.place(fault.line + 1, fault.column + 1),
            "invalid-escape",
            "a backslash inside double quotes starts a code that does not exist",
            "use single quotes around the text, or write the backslash twice",
        )
    return Problem(
        place,
        "unfinished-quote",
        f"the {_QUOTE_NAMES.get(mark, 'quotation mark')} here is never closed",
        "close it at the end of the text; to use the same mark inside the text, write it twice or use ’",
    )


def _text_after_quote(fault: _Fault) -> Problem | None:
    match = re.match(r"""^\s*(?:- +)?(?:[\w-]+: +)?(["'])""", fault.text)
    if match is None or "expected" not in fault.problem or fault.column <= match.end():
        return None
    return Problem(
        fault.source.place(fault.line + 1, fault.column + 1, len(fault.text.rstrip()) - fault.column),
        "text-after-quote",
        "there is more text after the closing quotation mark",
        "put the quotation marks around the whole text; marks inside it can be typographic ones: “ ”",
    )


def _unfinished_list(fault: _Fault) -> Problem | None:
    if "flow sequence" not in fault.context and "flow mapping" not in fault.context:
        return None
    opening, closing = ("[", "]") if "sequence" in fault.context else ("{", "}")
    return Problem(
        fault.source.place(fault.start_line + 1, fault.start_column + 1),
        "unfinished-list",
        f"the {opening} here is never closed, or a comma is missing before line {fault.line + 1} ends",
        f"end the list with {closing} and put a comma between its entries",
    )


def _unquoted_colon(fault: _Fault) -> Problem | None:
    if "mapping values are not allowed" not in fault.problem:
        return None
    colon = fault.column
    key = _KEY.match(fault.text)
    if key and colon > key.end(2):
        value_at = len(fault.text[: key.end()])
        return Problem(
            fault.source.place(fault.line + 1, value_at + 1, len(fault.text.rstrip()) - value_at),
            "unquoted-colon",
            "this text contains a colon followed by a space, which YAML takes for a new field",
            "put the whole text in quotes",
        )
    return _wrong_indentation(fault)


def _missing_colon(fault: _Fault) -> Problem | None:
    if "could not find expected ':'" not in fault.problem:
        return None
    line = fault.start_line
    text = fault.source.lines[line]
    return Problem(
        fault.source.place(line + 1, len(text) - len(text.lstrip()) + 1, max(1, len(text.strip()))),
        "missing-colon",
        "this line is neither a field nor the continuation of the text above",
        "write `field: text` with a colon and a space, or indent the line to continue the text above",
    )


def _special_start(fault: _Fault) -> Problem | None:
    if "cannot start any token" not in fault.problem and "alphabetic or numeric" not in fault.problem:
        return None
    char = fault.text[fault.column : fault.column + 1] or fault.start_text[fault.start_column : fault.start_column + 1]
    if char == "\t":
        return Problem(
            fault.source.place(fault.line + 1, fault.column + 1),
            "tab-indentation",
            "there is a tab here",
            "use spaces; tabs are not allowed before a value",
        )
    return Problem(
        fault.source.place(fault.line + 1, fault.column + 1),
        "special-character",
        f"a text cannot start with `{char}` unless it is in quotes",
        "put the whole text in quotes",
    )


def _wrong_indentation(fault: _Fault) -> Problem | None:
    if not ("expected <block end>" in fault.problem or "mapping values" in fault.problem or "block" in fault.context):
        return None
    text = fault.text
    indent = len(text) - len(text.lstrip())
    return Problem(
        fault.source.place(fault.line + 1, indent + 1, max(1, len(text.strip()))),
        "wrong-indentation",
        "this line does not line up with the lines it belongs to",
        "start it in the same column as the other fields of its record; each level is two spaces further in",
    )


_MISTAKES: tuple[Callable[[_Fault], Problem | None], ...] = (
    _unfinished_quote,
    _text_after_quote,
    _special_start,
    _unfinished_list,
    _unquoted_colon,
    _missing_colon,
    _wrong_indentation,
)
