"""The front matter of a hand-written page: the lines between dashes at its top, which must be fields in YAML.

Hosts show front matter that they cannot read as text, so that readers see it. What it says is for hosts to read.
"""

from __future__ import annotations

import re

import yaml

from playbook.problems import Problem
from playbook.reading import codes
from playbook.reading.decoding import SourceFile
from playbook.reading.located import parse
from playbook.reading.yaml_words import explain
from playbook.wording import _

_BEGIN = re.compile(r"---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_LIKE_A_FIELD = re.compile(r"^[A-Za-z_][\w-]*:", re.MULTILINE)
"""Without such a line it is a text between two rules, and no front matter at all."""


def front_matter_fault(path: str, text: str) -> Problem | None:
    """What keeps the front matter of a page from being read; None when all is well, or when it has none.

    `text` is the whole file, with ordinary line endings. The problem has a code of data files.
    """
    begin = _BEGIN.match(text)
    if begin is None:
        return None
    end = _END.search(text, begin.end())
    if end is None:
        return _endless(path, text) if _LIKE_A_FIELD.match(text, begin.end()) else None
    # A line without dashes in the place of the first, so that lines are counted as in the file.
    source = SourceFile(path, "\n" + text[begin.end() : end.start()])
    if not _LIKE_A_FIELD.search(source.text):
        return None
    try:
        fields = yaml.load(source.text, yaml.CSafeLoader)
    except yaml.YAMLError as error:
        return _explained(error, source)
    except ValueError:  # a day such as 2026-02-30
        message, fix = _("one of these values cannot be read"), _("check the dates, or put the value in quotes")
        return codes.INVALID_VALUE.at(source.line_place(2), message, fix)
    if fields is None or isinstance(fields, dict):
        return None
    message = _("the lines between the dashes at the top of a page are its settings, but this is not a setting")
    fix = _("write each as a name, a colon, a space and a value, such as `title: Welcome`")
    return codes.EXPECTED_FIELDS.at(source.line_place(2), message, fix)


def _explained(error: yaml.YAMLError, source: SourceFile) -> Problem:
    """The fault in the words that an editor of data would get."""
    return next(iter(parse(source).problems), None) or explain(error, source)


def _endless(path: str, text: str) -> Problem:
    message = _("the settings at the top of this page start with a line of dashes and never end")
    fix = _("write a line with three dashes, `---`, below the last of them")
    return codes.CUT_OFF.at(SourceFile(path, text).line_place(1), message, fix)
