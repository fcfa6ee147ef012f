"""Which characters a file may hold: those that people can see, and none that hides or reorders text.

Refused are control characters, characters that change the direction of writing and characters without a shape of
their own (Unicode TR 36 and TR 39 give the reasons). The joiners and selectors that emoji and several scripts
need stay allowed where they do that work.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from playbook.wording import _

_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ue000-\uf8ff\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\U000f0000-\U0010ffff]"
)
_PLAIN = bytes(range(0x20, 0x7F)) + b"\n\t"
_JOINER, _NON_JOINER = "\u200d", "\u200c"
_EMOJI_SELECTORS = ("\ufe0e", "\ufe0f")
_BLACK_FLAG = "\U0001f3f4"


def is_plain(text: str) -> bool:
    """Whether a text is printable ASCII, tabs and line feeds only: a quick test that spares most files the slow one."""
    return text.isascii() and not text.encode("ascii").translate(None, _PLAIN)


def forbidden_characters(text: str) -> Iterator[tuple[int, str]]:
    """Yields the offset of each character that is not allowed, and a name a person can look up."""
    for match in _SUSPECT.finditer(text):
        offset = match.start()
        if not _is_allowed_here(text, offset):
            yield offset, name_of(match.group())


def name_of(char: str) -> str:
    """A character by code and name: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '') or _('a control or private character')}"


def _is_allowed_here(text: str, offset: int) -> bool:
    char = text[offset]
    before = text[offset - 1] if offset else ""
    after = text[offset + 1 : offset + 2]
    if char in _EMOJI_SELECTORS:
        return _is_symbol(before) or before in "#*0123456789"
    if char == _JOINER:
        return (_is_symbol(before) or before in _EMOJI_SELECTORS) and _is_symbol(after)
    if char == _NON_JOINER:
        return _is_joining_letter(before) and _is_joining_letter(after)
    if 0xE0020 <= ord(char) <= 0xE007F:
        return _BLACK_FLAG in text[max(0, offset - 8) : offset]
    return False


def _is_symbol(char: str) -> bool:
    return bool(char) and (unicodedata.category(char) in ("So", "Sk", "Sm") or char in "\u203c\u2049\u3030\u303d")


def _is_joining_letter(char: str) -> bool:
    """Whether the letter belongs to a script in which the non-joiner is part of the spelling (Arabic to Malayalam)."""
    return bool(char) and "\u0600" <= char <= "\u0d7f" and unicodedata.category(char)[0] in "LM"
