"""Our HTML inside a Markdown file, in a form that Markdown hands on as it is.

Text of records may hold anything that Markdown would act on. A block is safe because Markdown does not look into raw
HTML; within a line it does, so there everything that could mean something to it is written as a character reference.
"""

from __future__ import annotations

import re

_PIECE = re.compile(r"(?P<tag><[^>]*>)|(?P<reference>&#?\w+;)|(?P<text>[^<&]+)", re.DOTALL)
_IN_TAG = re.compile(r"[\\`*_\[\]{}|\n\t]")
_IN_TEXT = re.compile(r"[\\`*_\[\]{}|~^:=+@$\n\t]")
_CHANGED = {"\t": "&#9;", "\r": "&#13;"}
"""What Markdown replaces even in raw HTML."""


def block(html: str) -> str:
    """HTML on lines of its own: one element, between blank lines."""
    for character, reference in _CHANGED.items():
        html = html.replace(character, reference)
    return f"\n\n{html.strip()}\n\n"


def held(html: str) -> str:
    """HTML as a paragraph inside a step or an admonition, which Markdown looks into: on one line."""
    # Markdown puts it between <p> and </p>, where a card may not be.
    return inline(f"</p>{' '.join(html.split(chr(10))).strip()}<p>")


def inline(html: str) -> str:
    """HTML within a line of text."""
    pieces: list[str] = []
    for piece in _PIECE.finditer(html):
        if piece["tag"]:
            pieces.append(_IN_TAG.sub(_reference, piece["tag"]))
        elif piece["text"]:
            text = piece["text"]
            # A number, a dash or a sharp at the start of a line would begin a list or a heading.
            is_plain = bool(pieces) or text[0].isalpha()
            begin, rest = ("", text) if is_plain else (_as_reference(text[0]), text[1:])
            pieces.append(begin + _IN_TEXT.sub(_reference, rest))
        else:
            pieces.append(piece["reference"])
    return "".join(pieces)


def _reference(found: re.Match[str]) -> str:
    return _as_reference(found.group())


def _as_reference(character: str) -> str:
    return f"&#{ord(character)};"
