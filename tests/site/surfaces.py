"""What a built site shows, as plain texts: its pages, their titles and descriptions, search, feed, calendars, data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from tests.site.references import pages

_ATTRIBUTES = frozenset({"alt", "aria-label", "content", "title", "value", "placeholder", "data-words"})
_INLINE = frozenset({"a", "abbr", "b", "bdi", "code", "em", "small", "span", "strong", "time"})


class _Texts(HTMLParser):
    """The words of a page, with a space wherever a box ends, and those of its attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.words.append("" if tag in _INLINE else " ")
        self.attributes += [value for name, value in attrs if name in _ATTRIBUTES and value]

    def handle_endtag(self, tag: str) -> None:
        self.words.append("" if tag in _INLINE else " ")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def surfaces(site: Path) -> Iterator[tuple[str, str]]:
    """Every text that somebody reads, on one line, with the name of what it is on."""
    for path in pages(site):
        parser = _Texts()
        parser.feed(path.read_text("utf-8"))
        name = path.relative_to(site).as_posix()
        yield f"page {name}", on_one_line("".join(parser.words))
        yield from ((f"attribute of {name}", on_one_line(text)) for text in parser.attributes)
    for file in sorted((site / "search").rglob("*.js")):
        yield from ((f"search {file.name}", on_one_line(text)) for text in strings_in(_argument(file)))
    for element in ElementTree.parse(site / "feed.xml").iter():  # noqa: S314 - our own
        yield "feed", on_one_line(element.text or "")
    for file in sorted(site.rglob("*.ics")):
        unfolded = file.read_bytes().replace(b"\r\n ", b"").decode()
        yield from (("calendar", re.sub(r"\\(.)", r"\1", line)) for line in unfolded.split("\r\n"))


def data_texts(site: Path) -> Iterator[str]:
    """Every text of the published JSON, as it is there."""
    yield from strings_in(json.loads((site / "data/playbook.json").read_text("utf-8")))


def on_one_line(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


def _argument(file: Path) -> Any:
    """What a file of the search hands to its one function; nothing for a file that does more."""
    text = file.read_text("utf-8")
    start, end = text.find("("), text.rfind(")")
    try:
        return json.loads(f"[{text[start + 1 : end]}]")
    except ValueError:
        return None


def strings_in(value: Any) -> Iterator[str]:
    """Every text in a value as JSON has it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings_in(part)
