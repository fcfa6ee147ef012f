"""Finds the catalogue of a language and reads it.

Catalogues are GNU PO files, read with Babel. No catalogue is needed for English, and the pseudo-language makes its own.
So Babel is imported only for another language: every command waits for this module.
"""

from __future__ import annotations

import gettext
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from playbook.wording.pseudo import PSEUDO_LOCALE, PseudoTranslations

CATALOGUES = Path(__file__).parent / "po"
SOURCE_LANGUAGE = "en"
"""The language in which messages are written in the source."""


_PLURALS_TRIED = 200
"""Numbers for which the rule of the plural has to give a form."""


class UnreadableCatalogue(ValueError):
    """A catalogue that is no PO file, or whose rule for plurals cannot be worked out."""


@dataclass(frozen=True)
class Wording:
    """What one language says for each message."""

    language: str
    """The language of what is said, as `lang` in HTML has it; `en` when another was asked for and has no catalogue."""
    translations: gettext.NullTranslations


def languages() -> Iterator[str]:
    """The languages that have a catalogue, besides English."""
    yield from sorted(path.stem for path in CATALOGUES.glob("*.po"))


@lru_cache
def wording_for(locale: str) -> Wording:
    """The wording for a locale: for `de-AT` from the catalogue `de-AT`, else `de`, else the English of the source."""
    if locale == PSEUDO_LOCALE:
        return Wording(SOURCE_LANGUAGE, PseudoTranslations())
    for name in (locale, locale.partition("-")[0]):
        path = CATALOGUES / f"{name}.po"
        if path.is_file():
            try:
                return Wording(name, read_catalogue(path))
            except UnreadableCatalogue as error:
                print(f"{error}; the words are English until it is put right", file=sys.stderr)
    return Wording(SOURCE_LANGUAGE, gettext.NullTranslations())


def read_catalogue(path: Path) -> gettext.NullTranslations:
    """The translations of a PO file; fuzzy ones are left out. Raises UnreadableCatalogue for a file that is none."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - not needed for English
    from babel.messages.pofile import read_po  # noqa: PLC0415 - not needed for English

    compiled = io.BytesIO()
    try:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.stem.replace("-", "_"), abort_invalid=True)
        write_mo(compiled, catalogue)
        compiled.seek(0)
        translations = gettext.GNUTranslations(compiled)
        no_message = ""
        for number in range(_PLURALS_TRIED):
            translations.ngettext(no_message, no_message, number)
    except Exception as error:
        # What a broken file makes of Babel and gettext is any of a dozen errors.
        raise UnreadableCatalogue(f"the catalogue {path.name} cannot be read ({error})") from error
    return translations
