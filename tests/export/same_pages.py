"""What of a built page is compared: everything but the few things that differ on purpose, each listed here."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

ON_PURPOSE = (
    # An exported page does not say what built it.
    r'<meta name="generator"[^>]*>',
)
_ADDRESS = re.compile(r'( (?:href|src)=")([^"]*)')
_REFERENCE = re.compile(r"&#(\d+);")
_CODE = re.compile(
    r'(?:<div class="highlight">)?<pre>(?:<span></span>)?<code[^>]*>(.*?)</code></pre>(?:\n?</div>)?', re.DOTALL
)
_BODY = re.compile(
    r'<article class="md-content__inner md-typeset">\s*(<div class="pb .*</div>)\s*</article>', re.DOTALL
)


def pages(site: Path) -> set[str]:
    """The path of every page of a built site."""
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def body(path: Path) -> str | None:
    """The HTML that our templates made, as it stands on the page; None on a page that was written by hand."""
    found = _BODY.search(path.read_text("utf-8"))
    return found[1] if found else None


def frame_and_body(site: Path, name: str) -> list[str]:
    """The whole page, line by line, without what differs on purpose and without lines that show nothing."""
    html = (site / name).read_text("utf-8")
    for pattern in ON_PURPOSE:
        html = re.sub(pattern, "", html)
    return [line for line in (line.strip() for line in html.splitlines()) if line]


def as_read(site: Path, name: str) -> list[str]:
    """The same as a browser reads it: addresses resolved, and characters that mean nothing written as they are.

    Of code its text, because hosts colour it in their own way.
    """
    html = "\n".join(frame_and_body(site, name))
    page = "https://example.org/so/far/down/that/no/step/up/is/lost/" + name.removesuffix("index.html")
    html = _REFERENCE.sub(lambda found: chr(int(found[1])) if chr(int(found[1])) not in "<>&\"'" else found[0], html)
    html = _ADDRESS.sub(lambda found: found[1] + urljoin(page, unescape(found[2])), html)
    return _CODE.sub(lambda code: unescape(re.sub("<[^>]+>", "", code[1])), html).splitlines()
