"""The language of the theme's own words: that of the organisation, where the theme has it.

The texts of records are in whatever language they are written; the few words of our own templates are English.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

_FOLDER = Path("partials", "languages")
"""Where Material keeps a template for each of its languages."""


def adopt_language(config: MkDocsConfig, locale: str) -> None:
    """Gives the theme the language of `locale`, unless mkdocs.yml sets one. The theme knows which run right to left."""
    themes: list[Any] = [settings.get("theme") for settings in config.user_configs]
    if any(isinstance(theme, dict) and theme.get("language") for theme in themes):
        return
    language = theme_language(locale, config.theme.dirs)
    if language:
        config.theme["language"] = language


def theme_language(locale: str, folders: Iterable[str]) -> str | None:
    """The theme's name for the language of a locale, the nearest it has: for `de-DE` `de`, for `pt-BR` `pt-BR`.

    `folders` hold the theme's templates. None when it has no such language.
    """
    names = (locale, locale.partition("-")[0])
    templates = [Path(folder, _FOLDER) for folder in folders]
    return next((name for name in names if any((it / f"{name}.html").is_file() for it in templates)), None)
