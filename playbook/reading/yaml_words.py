"""Explains to an editor what the YAML parser found, at the place where the fault began.

The parser reports where it gave up, often lines below the mistake, and in its own terms. Each function here recognises
one mistake that people make; the first that recognises its mistake decides. None of them changes what is accepted.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from playbook.problems import Problem
from playbook.reading import codes
from playbook.reading.colon_words import (
    equals_sign,
    fields_on_one_line,
    missing_colon,
    missing_space,
    nameless,
    unquoted_colon,
)
from playbook.reading.dashes import as_entry
from playbook.reading.decoding import SourceFile
from playbook.reading.indentation_words import after_the_end, wrong_indentation
from playbook.reading.refused import in_quotes
from playbook.reading.swallowed import close_quote, lost_from
from playbook.reading.yaml_fault import STARTERS, YamlFault, text_of
from playbook.wording import _

_BLOCK = re.compile(r"([>|][-+0-9]*)\s")
"""The mark that starts a block of text on the lines below it."""


def explain(error: yaml.YAMLError, source: SourceFile) -> Problem:
    """The parser's error as one problem."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        message = _("this file contains something that cannot be read")
        return codes.NOT_YAML.at(source.place(1, 1), message, _("type its text again in a new file"))
    fault = YamlFault(error, error.problem_mark, source)
    for recognise in _MISTAKES:
        problem = recognise(fault)
        if problem is not None:
            return problem
    message = _("this does not fit the lines above it")
    fix = _("compare its indentation and punctuation with a record that works")
    return codes.NOT_YAML.at(source.place(fault.line + 1, fault.column + 1), message, fix)


def _unfinished_quote(fault: YamlFault) -> Problem | None:
    if "quoted scalar" not in fault.context:
        return None
    if "escape" in fault.problem or "hexdecimal" in fault.problem:
        message = _("a backslash inside double quotes starts a code that does not exist")
        fix = _("put the text in single quotes, or type the backslash twice")
        return codes.INVALID_ESCAPE.at(fault.source.place(fault.line + 1, fault.column + 1), message, fix)
    line = fault.source.lines[fault.start_line]
    mark = line[fault.start_column : fault.start_column + 1]
    if mark == '"':
        message = _("the double quotation mark here is never closed")
    else:
        message = _("the single quotation mark here is never closed")
    fix = close_quote()
    if line.rstrip()[-1:] in "'\"”’" and len(line.rstrip()) - 1 > fault.start_column:
        fix = _("end the text with the mark that it starts with: %(mark)s", mark=mark)
    return fault.problem_at(fault.start_line, fault.start_column, codes.UNFINISHED_QUOTE, message, fix)


def _text_after_quote(fault: YamlFault) -> Problem | None:
    """Text that only begins with a quotation or a bracket: `"Smile" first`, `[Sold out] signs`."""
    start, text = text_of(fault.text)
    if text[:1] not in ("'", '"', "[", "{") or not text or fault.column <= start:
        return None
    if text[0] in "[{" and fault.text[: fault.column].rstrip()[-1:] not in "]}":
        return None
    if text[0] in "[{":
        message = _("there is more text after the closing %(mark)s", mark=fault.text[: fault.column].rstrip()[-1])
        fix = _whole_in_quotes(text)
        return fault.problem_at(fault.line, fault.column, codes.TEXT_AFTER_LIST, message, fix)
    inside = text.strip(text[0])
    is_apostrophe = text[0] == "'" and re.search(r"\w'\w", text) is not None
    message = _("there is more text after the closing quotation mark")
    fix = _("put the marks around the whole text; inside it use the curly ones: “ ”")
    if is_apostrophe:
        message = _("the apostrophe ends the text here, because the text is in single quotes")
        fix = _("write the apostrophe as ’, or use double quotes: %(text)s", text=in_quotes(inside))
    column = fault.text.rfind(text[0], start, fault.column) if is_apostrophe else fault.column
    return fault.problem_at(fault.line, column, codes.TEXT_AFTER_QUOTE, message, fix)


def _unfinished_list(fault: YamlFault) -> Problem | None:
    is_list = "flow sequence" in fault.context
    if not is_list and "flow mapping" not in fault.context:
        return None
    opening, closing = ("[", "]") if is_list else ("{", "}")
    line = fault.source.lines[fault.start_line]
    hidden = line.find(" #", fault.start_column)
    if hidden >= 0:
        fix = _("put the entry with # in quotes, or move the comment to a line of its own")
        message = lost_from(line[hidden + 1 :])
        return fault.problem_at(fault.start_line, hidden + 1, codes.LOST_TEXT, message, fix)
    message = _never_closed(opening)
    fix = _("end the list with %(mark)s", mark=closing)
    rest = line[fault.start_column :].rstrip()
    if closing in rest and fault.line == fault.start_line:
        message = _("there is a comma missing between %(opening)s and %(closing)s", opening=opening, closing=closing)
        fix = _("put a comma between the entries")
    elif rest[-1:] in ")]}":
        fix = _("end the list with %(mark)s, not with %(other)s", mark=closing, other=rest[-1])
    return fault.problem_at(fault.start_line, fault.start_column, codes.UNFINISHED_LIST, message, fix)


def _unclosed_bracket(fault: YamlFault) -> Problem | None:
    """A bracket left open, when the parser has only noticed that a value is missing."""
    if "node content" not in fault.problem:
        return None
    for line in (fault.line, fault.above):
        text = fault.source.lines[line] if line is not None else ""
        open_at = [at for at, sign in enumerate(text) if sign in "[{"]
        if line is not None and len(open_at) > text.count("]") + text.count("}"):
            sign = text[open_at[-1]]
            fix = _("end the list with %(mark)s", mark="}" if sign == "{" else "]")
            return fault.problem_at(line, open_at[-1], codes.UNFINISHED_LIST, _never_closed(sign), fix)
    return None


def _special_start(fault: YamlFault) -> Problem | None:
    """A text that begins with a sign that means something to YAML."""
    start, text = text_of(fault.text)
    if "block sequence entries" in fault.problem:
        message = _("a list cannot start on the same line as its field")
        fix = _("put each entry on its own line below; if the dash belongs to the text, put the text in quotes")
        return fault.problem_at(fault.line, fault.column, codes.LIST_ON_FIELD_LINE, message, fix)
    is_scanner = "cannot start any token" in fault.problem or re.search(
        "alias|anchor|tag|directive|block scalar", fault.context
    )
    if not is_scanner and "node content" not in fault.problem and "expected key" not in fault.problem:
        return None
    if fault.text[fault.column : fault.column + 1] == "\t":
        message, fix = _("there is a tab before the value"), _("use a space instead")
        return codes.TAB_INDENTATION.at(fault.source.place(fault.line + 1, fault.column + 1), message, fix)
    inside = fault.text[fault.column :].rstrip()
    places = [(line, *text_of(fault.source.lines[line])) for line in (fault.start_line, fault.line)]
    for line, start, text in [*places, (fault.line, fault.column, inside)]:
        if text[:1] and text[0] in STARTERS:
            message, fix = _start_words(text)
            return fault.problem_at(line, start, codes.SPECIAL_CHARACTER, message, fix)
    return None


def _start_words(text: str) -> tuple[str, str]:
    """What is wrong with a text that starts with one of STARTERS, and what fixes it."""
    if text.startswith("* "):
        return _("an entry of a list starts with a dash, not an asterisk"), as_entry(text[2:])
    if text.startswith("```"):
        return _("``` was copied in from another page"), _("delete the line")
    block = _BLOCK.match(text)
    if block is not None:
        fix = _("start the text on the next line, indented by two more spaces than its field")
        if len(block[1]) == 1:
            fix = _(
                "start the text on the next line, indented by two more spaces than its field; if %(mark)s belongs to"
                " the text, put the whole text in quotes",
                mark=text[0],
            )
        return _("there is text on the same line as %(mark)s", mark=block[1]), fix
    return needs_quotes(text), _whole_in_quotes(text)


def needs_quotes(text: str) -> str:
    """What is wrong with a text that starts with one of STARTERS."""
    return _("a text that starts with %(mark)s needs quotes", mark=text[0])


def _whole_in_quotes(text: str) -> str:
    return _("put the whole text in quotes: %(text)s", text=in_quotes(text))


def _never_closed(mark: str) -> str:
    return _("the %(mark)s here is never closed", mark=mark)


def _question_alone(fault: YamlFault) -> Problem | None:
    """`patron_asks: ?`, with which YAML would start a name on several lines."""
    for line in (fault.line, fault.above):
        start, text = text_of(fault.source.lines[line]) if line is not None else (0, "")
        if line is not None and text == "?":
            message = _("a question mark by itself means something in YAML")
            return fault.problem_at(line, start, codes.QUESTION_MARK, message, _("write the text, or delete the line"))
    return None


_MISTAKES: tuple[Callable[[YamlFault], Problem | None], ...] = (
    _unfinished_quote,
    _unfinished_list,
    _unclosed_bracket,
    _text_after_quote,
    equals_sign,
    missing_space,
    nameless,
    _question_alone,
    _special_start,
    fields_on_one_line,
    unquoted_colon,
    missing_colon,
    after_the_end,
    wrong_indentation,
)
