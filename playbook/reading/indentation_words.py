"""Explains to an editor which line is indented wrongly, and where it belongs."""

from __future__ import annotations

from playbook.problems import Problem
from playbook.reading import codes
from playbook.reading.refused import in_quotes
from playbook.reading.swallowed import FIELD_NAMES
from playbook.reading.yaml_fault import STARTERS, YamlFault, indent_of, text_of
from playbook.wording import _, ngettext


def wrong_indentation(fault: YamlFault) -> Problem | None:
    """A line that does not line up with any it could belong to."""
    if not ("mapping values" in fault.problem or "block" in fault.context or "not allowed" in fault.problem):
        return None
    line = _odd_one_out(fault)
    message = _("this line does not line up with the lines it belongs to")
    return fault.problem_in_line(line, codes.WRONG_INDENTATION, message, _fix(fault.source.lines, line))


def _fix(lines: list[str], line: int) -> str:
    """Where the line belongs, going by the lines around it."""
    words = lines[line].lstrip()
    is_entry = words.startswith("- ")
    below = next((following for following in lines[line + 1 :] if following.strip()), "")
    has_fields = below.split(":")[0].strip() in FIELD_NAMES and indent_of(below) > indent_of(lines[line])
    if words.rstrip().endswith(":") and words.split(":")[0] not in FIELD_NAMES and has_fields:
        return _("delete the spaces before it: an id starts at the left margin")
    for number in range(line - 1, -1, -1):
        like = lines[number]
        name, _colon, text = like.lstrip().partition(":")
        if is_entry and name in FIELD_NAMES and not text.strip():
            return _(
                "put %(count)s spaces before it, because it belongs to `%(field)s`",
                count=indent_of(like) + 2,
                field=name,
            )
        is_like = like.lstrip().startswith("- ") if is_entry else name in FIELD_NAMES
        if is_like and indent_of(like) != indent_of(lines[line]):
            if indent_of(like) == 0:
                return _("delete the spaces before it")
            return ngettext(
                "put %(count)s space before it, as on line %(line)s",
                "put %(count)s spaces before it, as on line %(line)s",
                indent_of(like),
                line=number + 1,
            )
    return _("line it up with the other fields of its record; each level is indented by two more spaces")


def _odd_one_out(fault: YamlFault) -> int:
    """The line that is out of place: the parser's, or the one above it when the lines around that one agree."""
    lines, above = fault.source.lines, fault.above
    if above is None or above == 0 or not lines[above - 1].strip():
        return fault.line
    is_odd = indent_of(lines[above]) != indent_of(fault.text) == indent_of(lines[above - 1])
    name = lines[above].lstrip().split(":")[0]
    return above if is_odd and name in FIELD_NAMES else fault.line


def after_the_end(fault: YamlFault) -> Problem | None:
    """Lines after what the parser takes for the end of the file."""
    if "document start" not in fault.problem:
        return None
    ends = [number for number in range(fault.line) if fault.source.lines[number].rstrip() == "..."]
    if ends:
        message = _("a line with ... ends the file, but more follows")
        return fault.problem_in_line(ends[0], codes.SECOND_DOCUMENT, message, _("delete the line with ..."))
    start, text = text_of(fault.text)
    if text[:1] and text[0] in STARTERS:
        message = _("a text that starts with %(mark)s needs quotes", mark=text[0])
        fix = _("put the whole text in quotes: %(text)s", text=in_quotes(text))
        return fault.problem_at(fault.line, start, codes.SPECIAL_CHARACTER, message, fix)
    first = next(number for number, line in enumerate(fault.source.lines) if line.strip() and line.strip()[0] != "#")
    if indent_of(fault.source.lines[first]) > indent_of(fault.text):
        message = _("the first line of the file is indented, but the lines it belongs to are not")
        return fault.problem_in_line(first, codes.WRONG_INDENTATION, message, _("delete the spaces before it"))
    message = _("there is extra text after the end of the file’s contents")
    fix = _("indent it like the lines it belongs to, and check the brackets and quotation marks above")
    return fault.problem_in_line(fault.line, codes.WRONG_INDENTATION, message, fix)
