"""The language of a house, found before its files are read, so that the first message can be in it.

This is part of every command, so it imports next to nothing.
"""

from __future__ import annotations

import re
from pathlib import Path

_LOCALE = re.compile(rb"^(?:\xef\xbb\xbf)?([\"']?)locale\1 *: *[\"']?([a-z]{2,3}(?:-[A-Z]{2})?)\b", re.MULTILINE)
_LONGEST = 1_000_000
"""How many bytes of the file are looked through."""
USUAL = "en-GB"


def house_locale(data: Path) -> str:
    """The `locale` in `organisation.yml` of the folder `data`; `en-GB` when the file does not say one."""
    try:
        with (data / "organisation.yml").open("rb") as file:
            found = _LOCALE.search(file.read(_LONGEST))
    except OSError:
        return USUAL
    return found[2].decode() if found else USUAL
