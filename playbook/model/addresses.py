"""Which addresses may be used in a playbook and its settings. Everything that takes one asks here."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

ADDRESS = r"^https?://[^\s<>\"'`\\]+$"
"""A page on the web."""
MAILBOX = r"[^\s@<>\"'`\\:/?#&%,;(){}\[\]|]+@[^\s@<>\"'`\\:/?#&%,;(){}\[\]|]+"
CONTACT = rf"^(https?://[^\s<>\"'`\\]+|{MAILBOX})$"
"""A page on the web or a mailbox, and nothing that a browser or a mail program would take for more than that."""
_LINK = re.compile(
    r"https?://[^/].*|mailto:.+|tel:\+?[0-9][0-9().-]*|(?!//|.*/(?:\.|%2e){1,2}(?:[/?#]|$))/.*",
    re.IGNORECASE | re.DOTALL,
)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED = re.compile(r"[\x00-\x20]+")


def scheme_of(address: str) -> str:
    """What an address begins with, in small letters: `https`; nothing when it has no scheme.

    Browsers ignore blanks and control characters there, and so does this.
    """
    found = _SCHEME.match(_IGNORED.sub("", address))
    return found[1].lower() if found else ""


def is_link_address(address: str) -> bool:
    """Whether a link in a text may lead there: to a web page, a mailbox, a telephone or a place below the site.

    A place below the site starts with a slash: `/forms/lost.pdf`.
    """
    return _LINK.fullmatch(address) is not None and not re.search(r"[\s<>\"'`\\]", address)


def can_be_opened(address: str) -> bool:
    """Whether a browser could open this page on the web. One with a name or a password in it would publish them."""
    try:
        parts = urlsplit(address)
        is_whole = bool(parts.hostname) and (parts.port is None or parts.port > 0)
        return parts.scheme in {"http", "https"} and is_whole and parts.username is None
    except ValueError:
        return False


def is_mailbox(contact: str) -> bool:
    """Whether a contact is a mailbox."""
    return re.fullmatch(MAILBOX, contact) is not None
