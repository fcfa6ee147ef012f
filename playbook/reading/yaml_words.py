"""Says in an editor's words what YAML's parser found, at the place where the fault began.

The parser reports where it gave up, often lines below the mistake, and in its own terms. Each function here recognises
one mistake that people make; the first that does decides. None of them changes what is accepted.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from playbook.problems import Problem, one_line
from playbook.reading.decoding import SourceFile
from playbook.reading.indentation_words import after_the_end, wrong_indentation
from playbook.reading.refused import in_quotes
from playbook.reading.swallowed import FIELD_NAMES
from playbook.reading.yaml_fault import START, STARTERS, Fault, indent_of, text_of

_NO_SPACE = re.compile(r"\s*(?:- +)?([a-z]+(?:_[a-z]+)*):(?=[^\s/])")
"""A field without a space after its colon."""
_QUOTE_NAMES = {'"': "double quotation mark", "'": "single quotation mark"}


def explain(error: yaml.YAMLError, source: SourceFile) -> Problem:
    """The parser's error as one problem."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        message = "this file holds something that cannot be read"
        return Problem(source.place(1, 1), "not-yaml", message, "retype the file's text")
    fault = Fault(error, error.problem_mark, source)
    for recognise in _MISTAKES:
        problem = recognise(fault)
        if problem is not None:
            return problem
    message = "this does not fit what stands above it"
    mend = "compare its indentation and punctuation with a record that works"
    return Problem(source.place(fault.line + 1, fault.column + 1), "not-yaml", message, mend)


def _unfinished_quote(fault: Fault) -> Problem | None:
    if "quoted scalar" not in fault.context:
        return None
    if "escape" in fault.problem or "hexdecimal" in fault.problem:
        message = "a backslash inside double quotes starts a code that does not exist"
        mend = "use single quotes around the text, or write the backslash twice"
        return Problem(fault.source.place(fault.line + 1, fault.column + 1), "invalid-escape", message, mend)
    line = fault.source.lines[fault.start_line]
    mark = line[fault.start_column : fault.start_column + 1]
    message = f"the {_QUOTE_NAMES.get(mark, 'quotation mark')} here is never closed"
    mend = "close it at the end of the text; to use the same mark inside the text, write it twice or use ’"
    if line.rstrip()[-1:] in "'\"”’" and len(line.rstrip()) - 1 > fault.start_column:
        mend = f"end the text with the same mark that it starts with: {mark}"
    return fault.problem_at(fault.start_line, fault.start_column, "unfinished-quote", message, mend)


def _text_after_quote(fault: Fault) -> Problem | None:
    """Text that only begins with a quotation or a bracket: `"Smile" first`, `[Sold out] signs`."""
    start, text = text_of(fault.text)
    if text[:1] not in ("'", '"', "[", "{") or not text or fault.column <= start:
        return None
    if text[0] in "[{" and fault.text[: fault.column].rstrip()[-1:] not in "]}":
        return None
    if text[0] in "[{":
        message = f"there is more text after the closing {fault.text[: fault.column].rstrip()[-1]}"
        mend = f"put the whole text in quotes: {in_quotes(text)}"
        return fault.problem_at(fault.line, fault.column, "text-after-list", message, mend)
    inside = text.strip(text[0])
    is_apostrophe = text[0] == "'" and re.search(r"\w'\w", text) is not None
    message = "there is more text after the closing quotation mark"
    mend = "put the quotation marks around the whole text; marks inside it can be typographic ones: “ ”"
    if is_apostrophe:
        message = "the apostrophe ends the text here, because the text stands in single quotes"
        mend = f"write the apostrophe as ’, or use double quotes: {in_quotes(inside)}"
    column = fault.text.rfind(text[0], start, fault.column) if is_apostrophe else fault.column
    return fault.problem_at(fault.line, column, "text-after-quote", message, mend)


def _unfinished_list(fault: Fault) -> Problem | None:
    is_list = "flow sequence" in fault.context
    if not is_list and "flow mapping" not in fault.context:
        return None
    opening, closing = ("[", "]") if is_list else ("{", "}")
    line = fault.source.lines[fault.start_line]
    hidden = line.find(" #", fault.start_column)
    if hidden >= 0:
        message = f"everything from `{one_line(line[hidden + 1 :], 20)}` on is lost: ` #` starts a comment"
        mend = "put the entry with # in quotes"
        return fault.problem_at(fault.start_line, hidden + 1, "lost-text", message, mend)
    message = f"the {opening} here is never closed"
    mend = f"end the list with {closing}"
    rest = line[fault.start_column :].rstrip()
    if closing in rest and fault.line == fault.start_line:
        message, mend = f"a comma is missing between {opening} and {closing}", "put a comma between the entries"
    elif rest[-1:] in ")]}":
        mend = f"end the list with {closing}, not with {rest[-1]}"
    return fault.problem_at(fault.start_line, fault.start_column, "unfinished-list", message, mend)


def _unclosed_bracket(fault: Fault) -> Problem | None:
    """A bracket left open, when the parser has only noticed that a value is missing."""
    if "node content" not in fault.problem:
        return None
    for line in (fault.line, fault.above):
        text = fault.source.lines[line] if line is not None else ""
        open_at = [at for at, sign in enumerate(text) if sign in "[{"]
        if line is not None and len(open_at) > text.count("]") + text.count("}"):
            sign = text[open_at[-1]]
            message, mend = f"the {sign} here is never closed", f"end the list with {'}' if sign == '{' else ']'}"
            return fault.problem_at(line, open_at[-1], "unfinished-list", message, mend)
    return None


def _missing_space(fault: Fault) -> Problem | None:
    """`name:Bar`: without a space, the colon is part of a text."""
    if not ("mapping values" in fault.problem or "expected ':'" in fault.problem):
        return None
    for line in (fault.start_line, fault.line, fault.above):
        match = _NO_SPACE.match(fault.source.lines[line]) if line is not None else None
        if line is not None and match and match[1] in FIELD_NAMES:
            column = match.start(1)
            message = f"there is no space after the colon of `{match[1]}`"
            rest = fault.source.lines[line][match.end() :].strip()
            mend = f"write `{match[1]}: {one_line(rest, 30)}`"
            return fault.problem_at(line, column, "missing-space", message, mend)
    return None


def _unquoted_colon(fault: Fault) -> Problem | None:
    """`title: Before: look`, or a colon in a text that runs over several lines."""
    if "mapping values" not in fault.problem:
        return None
    start, text = text_of(fault.text)
    match = START.match(fault.text)
    name = match[1] if match else None
    message = "this text contains a colon followed by a space, which YAML takes for a new field"
    if name and fault.column > start:
        bare = text.strip("“”„‟\"'")
        mend = f"put the whole text in straight quotes: {in_quotes(bare)}"
        return fault.problem_at(fault.line, start, "unquoted-colon", message, mend)
    above = fault.source.lines[fault.above] if fault.above is not None else ""
    is_in_text = name is not None and name not in FIELD_NAMES and " " in name
    if is_in_text and START.match(above) and indent_of(fault.text) > indent_of(above) - 1:
        mend = "write >- behind the field's colon and start the text on the next line, or put all of it in quotes"
        return fault.problem_in_line(fault.line, "unquoted-colon", message, mend)
    return None


def _missing_colon(fault: Fault) -> Problem | None:
    """A line above fields that should have been a name, or a line among them that is nothing."""
    above = fault.above
    if "mapping values" in fault.problem and above is not None:
        words = fault.source.lines[above].strip()
        is_heading = ":" not in words and not words.startswith("- ")
        if is_heading and indent_of(fault.source.lines[above]) < indent_of(fault.text):
            message = f"a colon is missing behind `{one_line(words, 30)}`"
            return fault.problem_in_line(above, "missing-colon", message, f"write `{one_line(words, 30)}:`")
    if "could not find expected ':'" not in fault.problem:
        return None
    line = fault.start_line
    text = fault.source.lines[line]
    words = text.strip()
    first, _, rest = words.partition(" ")
    if first in FIELD_NAMES and rest:
        message = f"a colon is missing behind `{first}`"
        return fault.problem_in_line(line, "missing-colon", message, f"write `{first}: {one_line(rest, 30)}`")
    if re.match(r"-\w", words):
        message = "there is no space after the dash"
        return fault.problem_in_line(line, "missing-space", message, f"write `- {one_line(words[1:], 30)}`")
    before = next((it for it in reversed(fault.source.lines[:line]) if it.strip()), "")
    if before.lstrip().startswith("- ") and indent_of(before) == indent_of(text):
        message = "this entry of a list has no dash"
        return fault.problem_in_line(line, "missing-dash", message, f"write `- {one_line(words, 30)}`")
    message = "this line is neither a field nor the continuation of the text above"
    mend = "write `field: text` with a colon and a space, or indent the line further to continue the text above"
    return fault.problem_in_line(line, "missing-colon", message, mend)


def _special_start(fault: Fault) -> Problem | None:
    """A text that begins with a sign that means something to YAML."""
    start, text = text_of(fault.text)
    if "block sequence entries" in fault.problem:
        message = "a list cannot start on the same line as its field"
        mend = "start each entry on a line of its own below; if the dash belongs to the text, put the text in quotes"
        return fault.problem_at(fault.line, fault.column, "list-behind-field", message, mend)
    is_scanner = "cannot start any token" in fault.problem or re.search(
        "alias|anchor|tag|directive|block scalar", fault.context
    )
    if not is_scanner and "node content" not in fault.problem and "expected key" not in fault.problem:
        return None
    if fault.text[fault.column : fault.column + 1] == "\t":
        message, mend = "there is a tab here", "use spaces; tabs are not allowed before a value"
        return Problem(fault.source.place(fault.line + 1, fault.column + 1), "tab-indentation", message, mend)
    inside = fault.text[fault.column :].rstrip()
    places = [(line, *text_of(fault.source.lines[line])) for line in (fault.start_line, fault.line)]
    for line, start, text in [*places, (fault.line, fault.column, inside)]:
        if text[:1] and text[0] in STARTERS:
            if text.startswith("* "):
                message, mend = (
                    "an entry of a list starts with a dash, not with a star",
                    f"write `- {one_line(text[2:], 30)}`",
                )
                return fault.problem_at(line, start, "special-character", message, mend)
            message = f"a text cannot start with {text[0]} unless it is in quotes"
            mend = f"put the whole text in quotes: {in_quotes(text)}"
            return fault.problem_at(line, start, "special-character", message, mend)
    return None


def _nameless(fault: Fault) -> Problem | None:
    if not fault.text.lstrip().startswith(":"):
        return None
    message = "there is no name before the colon"
    return fault.problem_in_line(fault.line, "empty-name", message, "write the field's name, or put the text in quotes")


_MISTAKES: tuple[Callable[[Fault], Problem | None], ...] = (
    _unfinished_quote,
    _unfinished_list,
    _unclosed_bracket,
    _text_after_quote,
    _missing_space,
    _nameless,
    _special_start,
    _unquoted_colon,
    _missing_colon,
    after_the_end,
    wrong_indentation,
)
