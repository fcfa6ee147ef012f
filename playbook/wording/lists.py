"""Lists within a sentence, by the rules of the language that is spoken (Unicode CLDR)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from playbook.wording.catalogues import SOURCE_LANGUAGE
from playbook.wording.speaking import current


def listed(items: Iterable[str], style: Literal["standard", "or"] = "standard") -> str:
    """The items as a sentence lists them: `a, b and c`, or `a, b or c`."""
    # Loaded only when asked for, because most runs of `check` print what is cached.
    from babel.lists import format_list  # noqa: PLC0415

    language = current().language
    locale = "en_GB" if language == SOURCE_LANGUAGE else language.replace("-", "_")
    text: str = format_list([*items], style, locale=locale)
    return text
