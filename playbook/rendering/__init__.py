"""Turns what a view prepared into escaped HTML. Only here is `jinja2` imported.

Every template opens with a comment that says what it is given. Text from records reaches a page through
autoescaping or through `rich_text`, and no other way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from playbook.model import Playbook
from playbook.ref import PAGE
from playbook.rendering import rich_text
from playbook.rendering.links import Links
from playbook.rendering.phrases import Phrases
from playbook.views import catalogue
from playbook.views.labels import label_of
from playbook.wording import current

TEMPLATES = Path(__file__).parent / "templates"
STAGE_COLOURS = 5
"""How many colours and symbols the style sheet has for stages."""


class Renderer:
    """Renders templates for pages that are equally deep below the root of the site."""

    def __init__(self, playbook: Playbook, links: Links, cache: Path | None = None) -> None:
        self.playbook = playbook
        self.links = links
        self._cache = cache
        self._label_links: dict[tuple[str, str], Markup] = {}

    def render(self, template: str, values: Mapping[str, Any]) -> Markup:
        """The template's HTML. Raises jinja2.UndefinedError for a value that the template reads and is not given."""
        return Markup(self._environment.get_template(template).render(values))  # noqa: S704 - autoescaped

    def link(self, kind: str, id: str, text: str | None = None, anchor: str = "") -> Markup:
        """A link to a record's page, or to a view (kind `page`), with the record's label or other words."""
        if text is None and not anchor:
            return self._label_links.get((kind, id)) or self._label_link(kind, id)
        return self._anchor(self.url(kind, id, anchor), text if text is not None else self.label(kind, id))

    def url(self, kind: str, id: str, anchor: str = "") -> str:
        """The address of a record's page, or of a view (kind `page`), seen from these pages."""
        return self.links.to(kind, id, anchor)

    def label(self, kind: str, id: str) -> str:
        """What a record is called, or a page (kind `page`). Raises KeyError when there is none."""
        return catalogue.title_of(id) if kind == PAGE else label_of(self.playbook, kind, id)

    def _label_link(self, kind: str, id: str) -> Markup:
        """The link that most pages show; cached, because the same ones come back on every page."""
        made = self._anchor(self.url(kind, id), self.label(kind, id))
        self._label_links[kind, id] = made
        return made

    @staticmethod
    def _anchor(address: str, label: str) -> Markup:
        return Markup(f'<a href="{escape(address)}">{escape(label)}</a>')  # noqa: S704 - both are escaped

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
            extensions=["jinja2.ext.i18n"],
        )
        environment.policies["ext.i18n.trimmed"] = True
        environment.newstyle_gettext = True  # type: ignore[attr-defined]
        environment.globals.update(gettext=_singular, ngettext=_plural)
        phrases = Phrases(self.playbook.organisation)
        environment.filters.update(
            inline=partial(rich_text.inline, links=self.links),
            paragraphs=partial(rich_text.paragraphs, links=self.links),
            plain=rich_text.plain,
            shortened=rich_text.shortened,
            day=phrases.day,
            number=number,
            sentence=sentence,
            stage_colour=stage_colour,
            prose=prose,
        )
        environment.globals.update(
            **self.playbook.organisation.audience.names,
            phrases=phrases,
            link=self.link,
            url=self.url,
            file_url=self.links.to_file,
            label=self.label,
        )
        return environment


def _singular(message: str, /, **values: object) -> Markup:
    """The message as HTML, with the values escaped. Jinja's own function does the same more slowly."""
    text = current().translations.gettext(message)
    return Markup(text % {name: escape(value) for name, value in values.items()})  # noqa: S704 - escaped


def _plural(one: str, many: str, count: int, /, **values: object) -> Markup:
    """The same with the form that a number needs."""
    text = current().translations.ngettext(one, many, count)
    return Markup(text % {name: escape(value) for name, value in values.items()})  # noqa: S704 - escaped


def _bytecode_cache(folder: Path | None) -> FileSystemBytecodeCache | None:
    if folder is None:
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))


def number(value: Decimal | int) -> str:
    """A number as people write it, without trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def stage_colour(number: int) -> int:
    """Which of the colours a stage has, from 1; the stages take turns. `number` is its position, from 1."""
    return (number - 1) % STAGE_COLOURS + 1


def prose(text: str) -> str:
    """Text on one line that a template writes over several, so that long sentences can be read there too."""
    return re.sub(r"\s*\n\s*", " ", text.strip("\n"))


def sentence(text: str) -> Markup:
    """Text as a sentence: a capital first, a full stop last. Markup stays as it is."""
    stripped = text.strip()
    ended = stripped if stripped.endswith((".", "!", "?", "…", "”", "’")) else stripped + "."
    return escape(ended[:1].upper() + ended[1:])


__all__ = ["Links", "Renderer"]
