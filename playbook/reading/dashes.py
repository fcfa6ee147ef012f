"""The dashes that people, or their word processors, write where a list entry or a minus needs a plain hyphen."""

from __future__ import annotations

import re

from playbook.problems import one_line
from playbook.wording import _

HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
"""Hyphens, dashes and minus signs other than the one on the keyboard."""
_BARE = re.compile(r"-([^\s-].*?)(?= -[^\W\d_]|$)", re.DOTALL)
_ODD = re.compile(rf"([{HYPHENS}•·])\s")


def is_odd_dash(text: str) -> bool:
    """Whether a text starts with a sign that was meant to start an entry of a list."""
    return _ODD.match(text) is not None


def odd_dash(text: str) -> str:
    """What is wrong with such a text."""
    return _("an entry of a list starts with a plain hyphen, not with `%(sign)s`", sign=text[0])


def plain_dashes() -> str:
    """What fixes such a list."""
    return _("start each entry with a plain hyphen and a space")


def without_dash(text: str) -> str:
    """The text of an entry without whatever starts it."""
    return _ODD.sub("", text, count=1).removeprefix("- ").strip()


def no_space_after_dash() -> str:
    """What is wrong with an entry that starts with a dash but no space."""
    return _("there is no space after the dash")


def space_after_dash(text: str) -> str | None:
    """How to write a text whose entries start with a dash but no space: `-Open it. -Close it.`; None for any other."""
    entry = _BARE.match(text)
    return _("put a space after each dash: `- %(entry)s`", entry=one_line(entry[1], 30)) if entry else None


def as_entry(text: str) -> str:
    """How to write a text as an entry of a list."""
    return _("write `- %(entry)s`", entry=one_line(text, 30))
