"""Where a link in a text may lead: to a web page, a mailbox, a telephone, or a place below the site."""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"https?://[^/].*|mailto:.+|tel:\+?[0-9][0-9().-]*|(?!//|.*/(?:\.|%2e){1,2}(?:[/?#]|$))/.*",
    re.IGNORECASE | re.DOTALL,
)


def is_link_address(address: str) -> bool:
    """Whether a link may lead there. A place below the site starts with a slash: `/forms/lost.pdf`."""
    return _ADDRESS.fullmatch(address) is not None and not re.search(r"[\s<>\"'`\\]", address)
