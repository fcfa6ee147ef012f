"""The dashes that people, or their word processors, write where a list entry or a minus needs a plain hyphen."""

from __future__ import annotations

import re

from playbook.problems import one_line

HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
"""Hyphens, dashes and minus signs other than the one on the keyboard."""
PLAIN_DASHES = "start each entry with a plain hyphen and a space"
NO_SPACE_AFTER_DASH = "there is no space after the dash"
_BARE = re.compile(r"-([^\s-].*?)(?= -[^\W\d_]|$)", re.DOTALL)
_ODD = re.compile(rf"([{HYPHENS}•·])\s")


def is_odd_dash(text: str) -> bool:
    """Whether a text starts with a sign that was meant to start an entry of a list."""
    return _ODD.match(text) is not None


def odd_dash(text: str) -> str:
    """What is wrong with such a text."""
    return f"an entry of a list starts with a plain hyphen, not with `{text[0]}`"


def without_dash(text: str) -> str:
    """The text of an entry without whatever starts it."""
    return _ODD.sub("", text, count=1).removeprefix("- ").strip()


def space_after_dash(text: str) -> str | None:
    """How to write a text whose entries start with a dash but no space: `-Open it. -Close it.`; None for any other."""
    entry = _BARE.match(text)
    return f"write a space after each dash: `- {one_line(entry[1], 30)}`" if entry else None
