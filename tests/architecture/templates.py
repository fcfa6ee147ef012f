"""Reads templates as the renderer does, without rendering any."""

from __future__ import annotations

import jinja2
from jinja2 import nodes

_ENVIRONMENT = jinja2.Environment(extensions=["jinja2.ext.i18n"])  # noqa: S701 - nothing is rendered
_ENVIRONMENT.install_null_translations(newstyle=True)  # type: ignore[attr-defined]


def parsed(source: str) -> nodes.Template:
    """The syntax tree of a template."""
    return _ENVIRONMENT.parse(source)
