"""Parses built pages as a browser would, and tells what a page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

HTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Document:
    """One page as parsed."""

    root: Element
    errors: tuple[str, ...]
    """Each as `line 12: name-of-the-error`."""

    def all(self, *tags: str) -> Iterator[Element]:
        """Every element with one of these names."""
        return (element for tag in tags for element in self.root.iter(HTML + tag))

    def with_class(self, name: str) -> Iterator[Element]:
        """Every element of this class."""
        return (element for element in self.root.iter() if name in (element.get("class") or "").split())

    def text_of(self, tag: str) -> list[str]:
        """What each element with this name shows, with single spaces."""
        return [shown(element) for element in self.all(tag)]


def shown(element: Element) -> str:
    """The text of an element with single spaces."""
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def parse(html: str) -> Document:
    """The page `html` and every parse error in it."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=True)
    root = parser.parse(html)
    errors = (f"line {position[0]}: {name}" for position, name, _ in parser.errors)
    return Document(root, tuple(errors))


@lru_cache(maxsize=1024)
def document(path: Path) -> Document:
    """The built page at `path`."""
    return parse(path.read_text("utf-8-sig"))
