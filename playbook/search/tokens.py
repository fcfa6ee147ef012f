"""How the tokens of the index are written: letters, and behind them a mark when a token is more than one stem.

Stems are as they are (`seat`). No text contains the marks after folding. They stand before all letters and digits in
the order of characters, so that in a sorted list everything that begins with the same word stands together.
"""

from __future__ import annotations

import re

BEGUN = "*"
"""Of the first letters of a word (`sea*`)."""
CONCEPT = "#"
"""Of a concept of the vocabulary, behind its house word (`interval#`)."""
NEIGHBOURS = "+"
"""Of two neighbours written as one (`boxoffic+`)."""
SENTENCE = "."
"""Of a whole sentence (`angri patron#.`)."""
_BEGINNING = re.compile(f"[^ \\t{BEGUN}{CONCEPT}{NEIGHBOURS}{SENTENCE}]{{0,4}}")


def beginning_of(token: str) -> str:
    """The first letters of a token, at most four: tokens that share them are mostly looked for together."""
    found = _BEGINNING.match(token)
    return found[0] if found else ""
