"""Turns what a view prepared into escaped HTML. Only here is `jinja2` imported.

Every template opens with a comment that says what it is given. Text from records reaches a page through
autoescaping or through `rich_text`, and no other way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from playbook.model import Playbook
from playbook.ref import PAGE
from playbook.rendering import rich_text
from playbook.rendering.links import Links
from playbook.rendering.words import Phrases
from playbook.views import catalogue
from playbook.views.labels import counted, label_of, patrons

TEMPLATES = Path(__file__).parent / "templates"


class Renderer:
    """Renders templates for pages that lie equally deep below the root of the site."""

    def __init__(self, playbook: Playbook, links: Links, cache: Path | None = None) -> None:
        self.playbook = playbook
        self.links = links
        self._cache = cache
        self._label_links: dict[tuple[str, str], Markup] = {}

    def render(self, template: str, values: Mapping[str, Any]) -> Markup:
        """The template's HTML. Raises jinja2.UndefinedError for a value that the template needs and does not get."""
        return Markup(self._environment.get_template(template).render(values))  # noqa: S704 - autoescaped

    def link(self, kind: str, record_id: str, text: str | None = None, anchor: str = "") -> Markup:
        """A link to a record's page, or to a view or index (kind `page`), with its label or other words."""
        if text is None and not anchor:
            return self._label_links.get((kind, record_id)) or self._label_link(kind, record_id)
        label = text if text is not None else self.label(kind, record_id)
        return self._anchor(self.links.to(kind, record_id, anchor), label)

    def label(self, kind: str, record_id: str) -> str:
        """What a record is called, or a view or index (kind `page`). Raises KeyError when there is none."""
        return catalogue.title_of(record_id) if kind == PAGE else label_of(self.playbook, kind, record_id)

    def _label_link(self, kind: str, record_id: str) -> Markup:
        """The link that most pages show; kept, because the same ones come back on every page."""
        made = self._anchor(self.links.to(kind, record_id), self.label(kind, record_id))
        self._label_links[kind, record_id] = made
        return made

    @staticmethod
    def _anchor(address: str, label: str) -> Markup:
        return Markup(f'<a href="{escape(address)}">{rich_text.inside_link(label)}</a>')  # noqa: S704 - both are escaped

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=_bytecode_cache(self._cache),
        )
        phrases = Phrases(self.playbook.organisation)
        environment.filters.update(
            inline=rich_text.inline,
            paragraphs=rich_text.paragraphs,
            plain=rich_text.plain,
            day=phrases.day,
            number=number,
            sentence=sentence,
            counted=counted,
            prose=prose,
        )
        environment.globals.update(
            playbook=self.playbook,
            organisation=self.playbook.organisation,
            patron=self.playbook.organisation.audience_word,
            patrons=patrons(self.playbook.organisation),
            phrases=phrases,
            counted=counted,
            link=self.link,
            url=self.links.to,
            file_url=self.links.to_file,
            label=self.label,
        )
        return environment


def _bytecode_cache(folder: Path | None) -> FileSystemBytecodeCache | None:
    if folder is None:
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))


def number(value: Decimal | int) -> str:
    """A number as people write it: no zeros behind the point that say nothing."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def prose(text: str) -> str:
    """Text on one line that a template writes over several, so that long sentences can be read there too."""
    return re.sub(r"\s*\n\s*", " ", text.strip("\n"))


def sentence(text: str) -> Markup:
    """Text as a sentence of its own: a capital first, a full stop last. Markup stays as it is."""
    stripped = text.strip()
    ended = stripped if stripped.endswith((".", "!", "?", "…", "”", "’")) else stripped + "."
    return escape(ended[:1].upper() + ended[1:])


__all__ = ["Links", "Renderer"]
