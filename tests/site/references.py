"""Finds every reference in a built site that leads nowhere: addresses, anchors, ids, and the map of the site.

Reads the files alone; knows nothing of how they were made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

ADDRESSES = frozenset({"href", "src", "action", "poster", "data", "formaction", "xlink:href"})
IDS = frozenset({"for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list", "form"})
"""Attributes that name ids of their own page."""
ELSEWHERE = ("http:", "https:", "mailto:", "tel:", "data:", "javascript:")
ALWAYS_THERE = frozenset({"", "top"})
"""Anchors that every page has."""
_URL_IN_STYLE = re.compile(r"url\(\s*['\"]?([^'\")]+)['\"]?\s*\)")
_LOCATION = re.compile(r"<loc>([^<]+)</loc>")


@dataclass
class Page:
    """What a built page refers to and what can be referred to in it."""

    ids: Counter[str] = field(default_factory=Counter)
    addresses: list[str] = field(default_factory=list)
    named_ids: list[str] = field(default_factory=list)
    canonical: str | None = None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "link" and given.get("rel") == "canonical":
            self.page.canonical = given.get("href")
        for name, value in attrs:
            if name == "id" or (name == "name" and tag == "a"):
                self.page.ids[value or ""] += 1
            elif name in ADDRESSES:
                self.page.addresses.append((value or "").strip())
            elif name == "srcset":
                self.page.addresses += [part.split()[0] for part in (value or "").split(",") if part.strip()]
            elif name in IDS:
                self.page.named_ids += (value or "").split() or [""]


@lru_cache(maxsize=4096)
def _read(path: Path, stamp: tuple[int, int]) -> Page:
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    return reader.page


def read_page(path: Path) -> Page:
    """The references of the built page at `path`."""
    status = path.stat()
    return _read(path, (status.st_mtime_ns, status.st_size))


def pages(site: Path) -> list[Path]:
    """Every page of a built site, in a fixed order."""
    return sorted(site.rglob("*.html"))


def broken(site: Path, *, has_folders: bool = True, site_url: str | None = None) -> list[str]:
    """Every reference that leads nowhere, as `page: what`.

    Without `has_folders` a link must name a file, because nobody opens the index of a folder from a file share.
    `site_url` is where the site is said to be published.
    """
    found = []
    for path in pages(site):
        shown = path.relative_to(site).as_posix()
        found += [f"{shown}: {fault}" for fault in _faults(site, path, has_folders, site_url)]
    for style in sorted(site.rglob("*.css")):
        for address in _URL_IN_STYLE.findall(style.read_text("utf-8")):
            if not address.startswith((*ELSEWHERE, "#")) and not (style.parent / urlsplit(address).path).is_file():
                found.append(f"{style.relative_to(site).as_posix()}: `{address}` is no file")
    return found + list(_faults_of_map(site, site_url))


def _faults(site: Path, path: Path, has_folders: bool, site_url: str | None) -> Iterator[str]:
    page = read_page(path)
    for name, count in page.ids.items():
        if count > 1:
            yield f"the id `{name}` stands {count} times"
        if not name or re.search(r"\s", name):
            yield f"the id `{name}` is empty or has a space"
    for name in page.named_ids:
        if name not in page.ids:
            yield f"there is no id `{name}` on this page"
    for address in page.addresses:
        fault = _fault(site, path, address, has_folders, site_url)
        if fault:
            yield f"`{address}` {fault}"
    if site_url and path.name != "404.html":
        place = path.relative_to(site).as_posix().removesuffix("index.html")
        if page.canonical != urljoin(site_url, place):
            yield f"says that its own address is `{page.canonical}`"


def _fault(site: Path, path: Path, address: str, has_folders: bool, site_url: str | None) -> str | None:
    """What is wrong with an address on the page at `path`; None when it leads somewhere or out of the site."""
    if site_url and address.startswith(site_url):
        address = _from_root(site, path) + address.removeprefix(site_url)
    if address.startswith(ELSEWHERE):
        return None
    if not address:
        return "is empty"
    parts = urlsplit(address)
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
    if address.startswith("/"):
        # Only the not-found page knows nothing but the root: it is shown at any depth.
        base = urlsplit(site_url).path if site_url else "/"
        if path.name != "404.html" or not parts.path.startswith(base):
            return "starts at the root of the server"
        target = (site / unquote(parts.path.removeprefix(base))).resolve()
    if not target.is_relative_to(site.resolve()):
        return "leads out of the site"
    return _fault_of_target(target, parts.path, unquote(parts.fragment), has_folders)


def _fault_of_target(target: Path, written: str, anchor: str, has_folders: bool) -> str | None:
    """What is wrong with the file or folder that the path `written` on a page leads to."""
    if target.is_dir():
        if not has_folders:
            return "is a folder"
        if not written.endswith(("/", ".")):
            return "has no slash at its end"
        target /= "index.html"
    if not target.is_file():
        return "leads nowhere"
    if target.suffix == ".html" and anchor not in ALWAYS_THERE and anchor not in read_page(target).ids:
        return "leads to an anchor that is not there"
    return None


def _from_root(site: Path, path: Path) -> str:
    return "../" * (len(path.relative_to(site).parts) - 1) or "./"


def _faults_of_map(site: Path, site_url: str | None) -> Iterator[str]:
    """What is wrong with `sitemap.xml`, which is there only when the site knows its own address."""
    site_map = site / "sitemap.xml"
    if site_url is None:
        if site_map.exists():
            yield "sitemap.xml: is there, but the site has no address"
        return
    listed = Counter(_LOCATION.findall(site_map.read_text("utf-8")))
    expected = {
        urljoin(site_url, path.relative_to(site).as_posix().removesuffix("index.html"))
        for path in pages(site)
        if path.name != "404.html"
    }
    yield from (f"sitemap.xml: `{address}` stands {count} times" for address, count in listed.items() if count > 1)
    yield from (f"sitemap.xml: `{address}` leads nowhere" for address in sorted(listed.keys() - expected))
    yield from (f"sitemap.xml: `{address}` is missing" for address in sorted(expected - listed.keys()))
