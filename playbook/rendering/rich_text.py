"""Text from records as safe HTML, or on one line: what was typed is what is shown.

A text on one line (`Line` in the model) is shown as typed. A longer one (`Text`) may hold inline Markdown, see
`inline_markdown`; HTML in it is shown as typed, and so is a link that does not lead anywhere it may.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from playbook.rendering.inline_markdown import as_html, as_words, has_marks
from playbook.rendering.links import Links

_BELOW_SITE = '<a href="/'
"""How a link to a place below the site begins, before anyone knows on which page it is. No text can imitate it, because
its quotation mark is escaped.
"""


def inline(text: str, links: Links | None = None) -> Markup:
    """`text` as HTML that fits inside a paragraph; `links` are those of the page, or of the home page."""
    html = _inline(text)
    if _BELOW_SITE not in html:
        return html
    here = links or Links("")
    return Markup(re.sub(r'<a href="/([^"]*)', lambda link: f'<a href="{here.to_site(link[1])}', html))  # noqa: S704 - escaped


def paragraphs(text: str, links: Links | None = None) -> Markup:
    """`text` as one HTML paragraph for each block of lines."""
    blocks = re.split(r"\n\s*\n", text.strip("\n"))
    return Markup("".join(f"<p>{inline(block, links)}</p>" for block in blocks if block))  # noqa: S704 - inline escapes


def plain(text: str, width: int = 160) -> str:
    """The words of `text` without its Markdown, on one line, cut at a word; for descriptions and search."""
    return shortened(as_words(text) if has_marks(text) else text, width)


def shortened(line: str, width: int = 160) -> str:
    """A text without Markdown on one line, cut at a word."""
    if len(line) <= width and "\n" not in line and "  " not in line and "\t" not in line:
        return line.strip()
    words = " ".join(line.split())
    return words if len(words) <= width else words[:width].rsplit(" ", 1)[0] + "…"


@lru_cache(maxsize=4096)
def _inline(text: str) -> Markup:
    if not has_marks(text):
        return escape(text)
    return Markup(as_html(text.strip("\n")))  # noqa: S704 - escaped by the parser, HTML is off
