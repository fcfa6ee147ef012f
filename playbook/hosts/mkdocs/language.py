"""The language of the theme's own words: that of the organisation, where the theme has it.

The texts of records are in whatever language they are written; the words of our own templates are those of
`playbook/wording`, as long as it has that language.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

_FOLDER = Path("partials", "languages")
"""Where Material keeps a template for each of its languages."""
USUAL = "en"
"""Material's language when no one sets one."""


def adopt_language(config: MkDocsConfig, locale: str) -> None:
    """Gives the theme the language of `locale`, unless mkdocs.yml sets another than the theme's usual one.

    The theme knows which languages run from right to left.
    """
    language = theme_language(locale, config.theme.dirs)
    if language and config.theme["language"] == USUAL:
        config.theme["language"] = language


def theme_language(locale: str, folders: Iterable[str]) -> str | None:
    """The theme's name for the language of a locale, the nearest it has: for `de-DE` `de`, for `pt-BR` `pt-BR`.

    `folders` hold the theme's templates. None when it has no such language.
    """
    names = (locale, locale.partition("-")[0])
    templates = [Path(folder, _FOLDER) for folder in folders]
    return next((name for name in names if any((folder / f"{name}.html").is_file() for folder in templates)), None)
