"""The functions that give a message in the language which is spoken now, and the choice of that language.

A process makes one site, or checks one playbook, in one language: `speak` chooses it when a playbook is opened. That is
the one thing here that lasts; decision 24 says why it is not handed from function to function.

A message is a whole sentence or a whole label, never a part of one. What varies has a name: `%(count)s`. A percent
sign is written twice: `%%`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playbook.wording.catalogues import Wording, wording_for

_spoken = [wording_for("en")]
"""The last entry is what is spoken now."""


def _(message: str, /, **values: object) -> str:
    """The message in the language that is spoken now, with the values in the places that name them."""
    text = _spoken[-1].translations.gettext(message)
    return text % values


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """The form of the message that a number needs, by the rules of the language; `%(count)s` is the number."""
    return _spoken[-1].translations.ngettext(one, many, count) % {"count": count, **values}


def pgettext(context: str, message: str, /, **values: object) -> str:
    """The message as it is said in this context, for a word that other languages have several words for."""
    text = _spoken[-1].translations.pgettext(context, message)
    return text % values


def N_(message: str) -> str:
    """Marks a message where it is written down; `_` translates it where it is shown."""
    return message


def current() -> Wording:
    """The wording that is spoken now."""
    return _spoken[-1]


def speak(locale: str) -> None:
    """From now on messages are in the language of a locale (`en-GB`); in English when there is no catalogue for it."""
    _spoken[-1] = wording_for(locale)


@contextmanager
def speaking(locale: str) -> Iterator[Wording]:
    """Speaks the language of a locale for a while."""
    _spoken.append(wording_for(locale))
    try:
        yield _spoken[-1]
    finally:
        _spoken.pop()
