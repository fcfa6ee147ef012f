"""The pseudo-language: English with an accent on every letter, between brackets.

A site in it shows at a glance which words do not come from a catalogue: they have no accents. Its locale is `en-XA`, as
in the Unicode CLDR. Nothing of it can be taken for a text of a record that is written without accents.
"""

from __future__ import annotations

import gettext
import re

PSEUDO_LOCALE = "en-XA"
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = "áƀçđéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýžÅɃÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
_KEPT = re.compile(r"%\(\w+\)s|%%|`[^`]*`|<[^<>]*>|&#?\w+;|https?://\S+")
"""What is not words: named places, code, tags and entities of HTML, addresses."""
OPENING, CLOSING = "⟦", "⟧"


def accented(message: str) -> str:
    """The message in the pseudo-language."""
    parts, done = [], 0
    for kept in _KEPT.finditer(message):
        parts += [message[done : kept.start()].translate(_ACCENTS), kept[0]]
        done = kept.end()
    return OPENING + "".join(parts) + message[done:].translate(_ACCENTS) + CLOSING


class PseudoTranslations(gettext.NullTranslations):
    """Translates whatever message it is given; plurals are those of English."""

    def gettext(self, message: str) -> str:
        """The message with accents."""
        return accented(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form that English uses for the number, with accents."""
        return accented(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """The message with accents; the context is not shown."""
        return accented(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """The form that English uses for the number, with accents."""
        return self.ngettext(msgid1, msgid2, n)
