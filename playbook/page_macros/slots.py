"""Lets a macro put our HTML into a hand-written page without Markdown ever reading it.

A macro leaves an empty element behind; when Markdown is done, the element is replaced by that HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from playbook.page_macros import in_markdown

Make = Callable[[], Markup]
"""Makes the HTML of one macro."""
_SLOT = re.compile(r'(?:<p>)?<(?P<tag>div|span) class="pb-slot" id="pb-slot-(?P<number>\d+)"></(?P=tag)>(?:</p>)?')
_PLACE = re.compile(r'(?P<spaces>(?m:^) +)?<(?P<tag>div|span) class="pb-slot" id="pb-slot-(?P<number>\d+)"></(?P=tag)>')
_QUOTE = '(?:"|&quot;)'
_SHOWN = re.compile(
    rf"&lt;(?P<tag>div|span) class={_QUOTE}pb-slot{_QUOTE}"
    rf" id={_QUOTE}pb-slot-(?P<number>\d+){_QUOTE}&gt;&lt;/(?P=tag)&gt;"
)
"""A place inside code that only Markdown could know for code: a block that is indented."""


class Made(str):
    """What a macro puts into a page: HTML, or a place for it. Inside code, Markdown would show it as it is typed."""

    __slots__ = ()


class MadeBlock(Made):
    """What makes more than a few words: a card or a list, on lines of its own."""

    __slots__ = ()

    def indented(self, spaces: str) -> str:
        """The same as a part of a step or an admonition, so far in."""
        html = self.strip()
        return f"\n\n{spaces}{html if _PLACE.fullmatch(html) else in_markdown.held(html)}\n\n" if html else ""


class Slots:
    """The HTML waiting to be put into hand-written pages."""

    def __init__(self) -> None:
        self._waiting: list[Markup] = []

    def block(self, make: Make) -> str:
        """A place for HTML on lines of its own."""
        return MadeBlock(f'\n\n<div class="pb-slot" id="{self._hold(make())}"></div>\n\n')

    def inline(self, make: Make) -> str:
        """A place for HTML within a line of text."""
        return Made(f'<span class="pb-slot" id="{self._hold(make())}"></span>')

    def _hold(self, html: Markup) -> str:
        self._waiting.append(html)
        return f"pb-slot-{len(self._waiting) - 1}"

    def put(self, markdown: str) -> str:
        """The Markdown with the HTML in every place, in a form that Markdown hands on as it is."""

        def html(place: re.Match[str]) -> str:
            held, spaces = self._waiting[int(place["number"])], place["spaces"] or ""
            if place["tag"] == "span":
                return spaces + in_markdown.inline(held)
            return spaces + in_markdown.held(held) if spaces else in_markdown.block(held)

        return _PLACE.sub(html, markdown)

    def fill(self, html: str) -> str:
        """The page with every place replaced by its HTML."""

        def replacement(match: re.Match[str]) -> str:
            if int(match["number"]) >= len(self._waiting):  # someone has typed it
                return match.group()
            held = self._waiting[int(match["number"])]
            if match["tag"] == "div":
                return held
            is_alone = match.group().startswith("<p>") and match.group().endswith("</p>")
            opening = "<p>" if match.group().startswith("<p>") else ""
            closing = "</p>" if match.group().endswith("</p>") else ""
            return f"<p>{held}</p>" if is_alone else f"{opening}{held}{closing}"

        return _SHOWN.sub(self._words, _SLOT.sub(replacement, html))

    def _words(self, place: re.Match[str]) -> str:
        """What a macro made, without its HTML."""
        number = int(place["number"])
        return escape(self._waiting[number].striptags()) if number < len(self._waiting) else place.group()


class Inline:
    """Puts our HTML straight into the page, for hosts that leave nothing to fill. Markdown leaves it alone."""

    def block(self, make: Make) -> str:
        """HTML on lines of its own, as one block that Markdown takes for HTML: no blank line inside."""
        return MadeBlock(in_markdown.block("\n".join(line for line in make().splitlines() if line.strip())))

    def inline(self, make: Make) -> str:
        """HTML within a line of text, with references for characters that Markdown would act on."""
        return Made(in_markdown.inline(make()))

    def put(self, markdown: str) -> str:
        """Nothing waits for a place."""
        return markdown

    def fill(self, html: str) -> str:
        """Nothing waits for a place."""
        return html


class NoSlots(Inline):
    """Makes no HTML at all, for checks: a macro has then looked up what it was asked for, and nothing more."""

    def block(self, make: Make) -> str:
        """Nothing is made."""
        return MadeBlock()

    def inline(self, make: Make) -> str:
        """Nothing is made."""
        return Made()
