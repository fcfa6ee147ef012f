"""Text for the places of a theme that print what they are given as it is: titles, descriptions, the menu."""

from __future__ import annotations

from markupsafe import Markup, escape


def for_theme(text: str) -> Markup:
    """Text escaped for the theme's unescaped places, and with no braces for anything to take for a template."""
    return Markup(str(escape(text)).replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 - escaped above
