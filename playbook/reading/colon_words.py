"""Explains to an editor what is wrong with a colon: it is missing, replaced by another sign, or one too many.

Like all of `yaml_words`, these functions only explain; the parser decides what is accepted.
"""

from __future__ import annotations

import re

from playbook.problems import Problem, nearest, one_line
from playbook.reading import codes
from playbook.reading.dashes import as_entry, is_odd_dash, no_space_after_dash, odd_dash, without_dash
from playbook.reading.proposals import bare_name
from playbook.reading.refused import in_quotes
from playbook.reading.swallowed import FIELD_NAMES
from playbook.reading.yaml_fault import START, YamlFault, indent_of, text_of
from playbook.wording import _

_NO_SPACE = re.compile(r"\s*(?:- +)?([a-z]+(?:_[a-z]+)*):(?=[^\s/])")
"""A field without a space after its colon."""
_EQUALS = re.compile(r"\s*(?:- +)?([a-z]+(?:_[a-z]+)*) *:?=+ *(?=(.*))")
"""A field with an equals sign (group 1), and its text (group 2)."""
_NEXT_FIELD = re.compile(r"[,;]? +([a-z]+(?:_[a-z]+)*):(?: |$)")
"""A field (group 1) after the text of another."""
_ONE_WORD = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*|\[.*\]|'[^']*'|\"[^\"]*\"")
"""A value that is complete by itself: an id, a number, a date, a list in brackets, a text in quotes."""
_MARKS = "“”„‟\"'"
_WHOLE_LINE = 100
"""How much of a text is shown where it can be copied to put it right."""
_LIKE_A_FIELD = 0.8
"""How similar (see `nearest`) a word on a line of its own must be to a field's name to be taken for it."""


def equals_sign(fault: YamlFault) -> Problem | None:
    """`owner = front-of-house`."""
    for line in (fault.start_line, fault.line, fault.above):
        match = _EQUALS.match(fault.source.lines[line]) if line is not None else None
        if line is not None and match and match[1] in FIELD_NAMES:
            message = _("`%(field)s` needs a colon, not an equals sign", field=match[1])
            fix = _field_fix(match[1], match[2])
            return fault.problem_in_line(line, codes.MISSING_COLON, message, fix)
    return None


def missing_space(fault: YamlFault) -> Problem | None:
    """`name:Bar`: without a space, the colon is part of a text."""
    if not ("mapping values" in fault.problem or "expected ':'" in fault.problem):
        return None
    for line in (fault.start_line, fault.line, fault.above):
        match = _NO_SPACE.match(fault.source.lines[line]) if line is not None else None
        if line is not None and match and match[1] in FIELD_NAMES:
            column = match.start(1)
            message = _("there is no space after the colon of `%(field)s`", field=match[1])
            fix = _field_fix(match[1], fault.source.lines[line][match.end() :].strip())
            return fault.problem_at(line, column, codes.MISSING_SPACE, message, fix)
    return None


def nameless(fault: YamlFault) -> Problem | None:
    if not fault.text.lstrip().startswith(":"):
        return None
    message = _("there is no name before the colon")
    fix = _("write the name of the field, or put the text in quotes")
    return fault.problem_in_line(fault.line, codes.EMPTY_NAME, message, fix)


def fields_on_one_line(fault: YamlFault) -> Problem | None:
    """`owner: front-of-house reviewed: 2026-01-15`, but not `title: What to do: look`."""
    start, text = text_of(fault.text)
    match = START.match(fault.text)
    name = match[1] if match else None
    if "mapping values" not in fault.problem or name not in FIELD_NAMES:
        return None
    for found in _NEXT_FIELD.finditer(text):
        second, rest = found[1], text[found.start(1) :]
        is_sure = "_" in second or _ONE_WORD.fullmatch(text[: found.start()])
        if second in FIELD_NAMES and is_sure:
            message = _("`%(first)s` and `%(second)s` are on the same line", first=name, second=second)
            fix = _("put `%(field)s` on a line of its own", field=one_line(rest, 40))
            return fault.problem_at(fault.line, start + found.start(1), codes.FIELDS_ON_ONE_LINE, message, fix)
    return None


def unquoted_colon(fault: YamlFault) -> Problem | None:
    """`title: Before: look`, or a colon in a text that runs over several lines."""
    if "mapping values" not in fault.problem:
        return None
    start, text = text_of(fault.text)
    match = START.match(fault.text)
    name = match[1] if match else None
    message = _("a colon and a space inside a text start a new field in YAML")
    if name and fault.column > start:
        fix = _("write `%(line)s`", line=_line_in_quotes(fault.text, name, text))
        return fault.problem_at(fault.line, start, codes.UNQUOTED_COLON, message, fix)
    above = fault.source.lines[fault.above] if fault.above is not None else ""
    is_in_text = name is not None and name not in FIELD_NAMES and " " in name
    if is_in_text and START.match(above) and indent_of(fault.text) > indent_of(above) - 1:
        fix = _("write >- after the field’s colon and start the text on the next line, or put all of it in quotes")
        return fault.problem_in_line(fault.line, codes.UNQUOTED_COLON, message, fix)
    return None


def missing_colon(fault: YamlFault) -> Problem | None:
    """A line above fields that was meant as a name, or a line among them that is neither a field nor text."""
    above = fault.above
    if "mapping values" in fault.problem and above is not None:
        words = fault.source.lines[above].strip()
        is_heading = ":" not in words and not words.startswith("- ")
        if is_heading and indent_of(fault.source.lines[above]) < indent_of(fault.text):
            shown = one_line(words, 30)
            return fault.problem_in_line(above, codes.MISSING_COLON, no_colon_after(shown), _name_fix(shown))
    if "could not find expected ':'" not in fault.problem:
        return None
    line = fault.start_line
    words = fault.source.lines[line].strip()
    name = _name_without_colon(words)
    if name is not None:
        message = no_colon_after(one_line(words, 30))
        return fault.problem_in_line(line, codes.MISSING_COLON, message, _name_fix(name))
    first, _space, rest = words.partition(" ")
    if first in FIELD_NAMES and rest:
        return fault.problem_in_line(line, codes.MISSING_COLON, no_colon_after(first), _field_fix(first, rest))
    return _entry_without_dash(fault, line) or fault.problem_in_line(
        line,
        codes.MISSING_COLON,
        _("this line is neither a field nor part of the text above"),
        _("write `field: text` with a colon and a space, or indent the line further to continue the text above"),
    )


def no_colon_after(name: str) -> str:
    """What is wrong with a name that no colon follows."""
    return _("there is no colon after `%(name)s`", name=name)


def _name_fix(name: str) -> str:
    return _("write `%(line)s`", line=f"{name}:")


def _field_fix(name: str, text: str) -> str:
    return _("write `%(line)s`", line=f"{name}: {one_line(text, 30)}")


def _line_in_quotes(line: str, name: str, text: str) -> str:
    """A line whose text holds a colon, as it is typed in quotes: `say: "One moment: I will ask."`."""
    is_entry = line.lstrip().startswith("- ")
    if name in FIELD_NAMES or (" " not in name and not is_entry):
        return f"{name}: {in_quotes(text.strip(_MARKS), _WHOLE_LINE)}"
    return ("- " if is_entry else "") + in_quotes(f"{name}: {text}".strip(_MARKS), _WHOLE_LINE)


def _entry_without_dash(fault: YamlFault, line: int) -> Problem | None:
    """An entry of a list, on a line counted from 0, without a dash, with another sign for it, or without a space."""
    text = fault.source.lines[line]
    words = text.strip()
    if is_odd_dash(words):
        return fault.problem_in_line(line, codes.ODD_DASH, odd_dash(words), as_entry(without_dash(words)))
    if re.match(r"-\w", words):
        return fault.problem_in_line(line, codes.MISSING_SPACE, no_space_after_dash(), as_entry(words[1:]))
    before = next((above for above in reversed(fault.source.lines[:line]) if above.strip()), "")
    if before.lstrip().startswith("- ") and indent_of(before) == indent_of(text):
        message = _("this entry of a list has no dash")
        return fault.problem_in_line(line, codes.MISSING_DASH, message, as_entry(words))
    return None


def _name_without_colon(words: str) -> str | None:
    """The field that a line of its own was meant to start, or None."""
    bare = bare_name(words)
    if bare in FIELD_NAMES:
        return bare
    return nearest(bare, FIELD_NAMES, _LIKE_A_FIELD) if " " not in words else None
