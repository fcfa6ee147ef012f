"""Text from records as safe HTML: escaped, with inline Markdown where a field allows it.

Only emphasis, code and links exist; HTML is shown as typed, and a link that does not lead to a web page or a mailbox is
shown as typed too.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from playbook.model.addresses import LINK

_MARKUP = re.compile(r"[*_`\[\\\n]")


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["emphasis", "backticks", "link", "escape"])
    parser.validateLink = lambda url: bool(LINK.match(url))  # type: ignore[method-assign]
    return parser


def _linkless_parser() -> MarkdownIt:
    parser = _parser()
    for tag in ("link_open", "link_close"):
        parser.add_render_rule(tag, lambda *_: "")
    return parser


_PARSER = _parser()
_LINKLESS_PARSER = _linkless_parser()


@lru_cache(maxsize=4096)
def inline(text: str) -> Markup:
    """`text` as HTML that fits inside a paragraph."""
    if not _MARKUP.search(text):
        return escape(text)
    return Markup(_PARSER.renderInline(text.strip("\n")))  # noqa: S704 - escaped by the parser, HTML is off


@lru_cache(maxsize=4096)
def inside_link(text: str) -> Markup:
    """`text` as HTML that fits inside a link: links in it become plain words, because links cannot be nested."""
    if not _MARKUP.search(text):
        return escape(text)
    return Markup(_LINKLESS_PARSER.renderInline(text.strip("\n")))  # noqa: S704 - as above


def paragraphs(text: str) -> Markup:
    """`text` as one HTML paragraph for each block of lines."""
    blocks = re.split(r"\n\s*\n", text.strip("\n"))
    return Markup("".join(f"<p>{inline(block)}</p>" for block in blocks if block))  # noqa: S704 - inline escapes


def plain(text: str, width: int = 160) -> str:
    """`text` without Markdown's marks, on one line, cut at a word; for descriptions and search."""
    words = " ".join(re.sub(r"[*_`]|\[([^\]]*)\]\([^)]*\)", r"\1", text).split())
    return words if len(words) <= width else words[:width].rsplit(" ", 1)[0] + "…"
