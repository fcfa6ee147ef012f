"""The theme around our content, rendered once for pages that differ in nothing but title, description, address and
content, and filled for each of them.

With `is_plain` the theme is rendered for every page instead; the bytes are the same, it only takes longer.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup

FIELDS = ("title", "description", "canonical", "content")
_MARKS = {field: f"\ue000{field}\ue001" for field in FIELDS}
"""Private characters around a field's name; no record may contain them."""
_SPLIT = re.compile("\ue000([a-z]+)\ue001")

RenderTheme = Callable[[dict[str, Markup]], str]
"""Renders the theme's page around the fields given."""


class Shell:
    """The theme's page with places for the fields."""

    def __init__(self, render_theme: RenderTheme, is_plain: bool = False) -> None:
        self._render_theme = render_theme
        self._parts: list[str] | None = None
        if not is_plain:
            marked = render_theme({field: Markup(mark) for field, mark in _MARKS.items()})  # noqa: S704 - our marks
            self._parts = _SPLIT.split(marked)
            missing = set(FIELDS) - {"canonical"} - set(self._parts[1::2])
            if missing:
                raise ValueError(f"the theme's page has no place for {', '.join(sorted(missing))}")

    def fill(self, fields: dict[str, Markup]) -> str:
        """The whole page. `fields` has one escaped text for each of FIELDS."""
        if self._parts is None:
            return self._render_theme(fields)
        texts = self._parts[:]
        texts[1::2] = [fields[name] for name in self._parts[1::2]]
        return "".join(texts)
