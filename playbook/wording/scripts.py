"""The words of the scripts: a JSON object with the messages that a script uses, in one language only.

A script calls `gettext` and `ngettext` with the message itself, so the English of the source needs no JSON at all.
Forms of a plural are stored under the names that `Intl.PluralRules` gives (`one`, `few`, `other`).
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from playbook.wording.catalogues import Wording
from playbook.wording.pseudo import PseudoTranslations

FUNCTIONS = Path(__file__).parent.parent / "assets" / "wording.js"
"""`gettext` and `ngettext` for the browser."""
_TEXT = r'"(?:[^"\\\n]|\\.)*"'
_CALL = re.compile(rf"\b(?:gettext|(ngettext))\(\s*({_TEXT})(?:,\s*({_TEXT}))?")
_NUMBERS = (*range(200), 1_000_000)
"""Enough to meet every plural category of the Unicode CLDR that whole numbers have."""

Message = tuple[str, str | None]
"""A message and, when a number decides, its plural."""


def messages_of(script: str) -> Iterator[Message]:
    """The messages that a script says, each once. A message is typed in double quotes, in one piece."""
    found = (
        (ast.literal_eval(one), ast.literal_eval(many) if is_plural and many else None)
        for is_plural, one, many in _CALL.findall(script)
    )
    yield from dict.fromkeys(found)


def words_of_script(script: str, wording: Wording) -> dict[str, str | dict[str, str]]:
    """What a script needs to speak a language: each message with its translation, or its forms by plural category.

    Messages that stay as they are in the source are left out, and so English needs nothing.
    """
    words: dict[str, str | dict[str, str]] = {}
    for one, many in messages_of(script):
        if many is None:
            said = wording.translations.gettext(one)
            if said != one:
                words[one] = said
            continue
        forms = _forms(one, many, wording)
        if set(forms.values()) - {one, many}:
            words[one] = forms
    return words


def _forms(one: str, many: str, wording: Wording) -> dict[str, str]:
    is_pseudo = isinstance(wording.translations, PseudoTranslations)
    locale = Locale.parse("en" if is_pseudo else wording.language, sep="-")
    return {locale.plural_form(number): wording.translations.ngettext(one, many, number) for number in _NUMBERS}


def as_module(scripts: str, wording: Wording) -> str:
    """The module `wording` that the scripts of the search import: `gettext` and `ngettext`, with what they say."""
    words = json.dumps(words_of_script(scripts, wording), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    constants = f"const WORDS = {words};\nconst LANGUAGE = {json.dumps(wording.language)};\n"
    return constants + FUNCTIONS.read_text("utf-8")


def as_script(scripts: str, wording: Wording) -> str:
    """The same for scripts that are no modules and share one scope."""
    return as_module(scripts, wording).replace("\nexport function", "\nfunction")
