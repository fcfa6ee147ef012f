"""The menu, whichever host shows it: pages made from the playbook at their own places, hand-written ones as listed.

Each view and each kind names its own place (`MenuPlace`); `nav` in mkdocs.yml lists the hand-written pages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from playbook.ref import PAGE
from playbook.urls import page_path, path_of_source
from playbook.views import catalogue

NavEntry = str | dict[str, Any]
"""A source (`welcome.md`), a title with a source, or a heading with a list of entries, as hosts read them."""
SECTIONS = ("", "My part", "The visit", "What to do", "Tonight", "Ideas", "Keep it true", "About")
"""The order of the sections; those without a heading come first, headings that are not here last."""
_STEP = 10
"""Between the places of two entries of `nav`."""


def menu(nav: list[NavEntry], paths: Collection[str]) -> list[NavEntry]:
    """The whole menu in the form of `nav`. `paths` are those of the pages made from the playbook.

    An entry of `nav` stays where it is listed, also when it is a page made from the playbook; every page that `nav`
    does not list has a place of its own. Pages that this playbook has nothing to put on are left out, and so are
    sections without entries. A wrong path to a hand-written page is left for the host to report.
    """
    sections: dict[str, list[tuple[int, NavEntry]]] = {heading: [] for heading in SECTIONS}
    for heading, entries in _listed(nav):
        numbered = [
            (_STEP * number, kept) for number, entry in enumerate(entries, 1) for kept in _there([entry], paths)
        ]
        sections.setdefault(heading, []).extend(numbered)
    for heading, place, entry in _derived(paths, {*_paths(nav)}):
        sections.setdefault(heading, []).append((place, entry))
    made: list[NavEntry] = []
    for heading, placed in sections.items():
        ordered = [entry for _, entry in sorted(placed, key=lambda numbered: numbered[0])]
        made += [{heading: ordered}] if heading and ordered else ordered
    return made


def header_links(paths: Collection[str]) -> list[tuple[str, str]]:
    """Path and words of those of the pages at `paths` that the header has room for on a desk."""
    return _in_header(paths, are_doors=False)


def header_doors(paths: Collection[str]) -> list[tuple[str, str]]:
    """Path and words of those of the pages at `paths` that the header leads to on every screen."""
    return _in_header(paths, are_doors=True)


def _in_header(paths: Collection[str], *, are_doors: bool) -> list[tuple[str, str]]:
    """Path and words of pages that the header leads to, in the order of the menu."""
    order = {heading: number for number, heading in enumerate(SECTIONS)}
    links = [
        (order.get(place.section, len(order)), place.place, page_path(PAGE, page.id), place.header)
        for place, page in catalogue.menu_places()
        if place.header and place.is_door == are_doors
    ]
    return [(path, words) for _, _, path, words in sorted(links) if path in paths]


def _listed(nav: list[NavEntry]) -> Iterator[tuple[str, list[NavEntry]]]:
    """The entries of `nav` by heading; those without one come together under the empty one."""
    by_heading: dict[str, list[NavEntry]] = {"": []}
    for entry in nav:
        title, target = _apart(entry)
        if isinstance(target, list):
            by_heading.setdefault(title or "", []).extend(target)
        else:
            by_heading[""].append(entry)
    yield from by_heading.items()


def _apart(entry: NavEntry) -> tuple[str | None, Any]:
    """The title of an entry, if it has one, and what it leads to."""
    return next(iter(entry.items())) if isinstance(entry, dict) else (None, entry)


def _paths(nav: list[NavEntry]) -> Iterator[str]:
    """The paths of all pages that `nav` lists."""
    for entry in nav:
        _, target = _apart(entry)
        yield from _paths(target) if isinstance(target, list) else [path_of_source(str(target))]


def _there(entries: list[NavEntry], paths: Collection[str]) -> Iterator[NavEntry]:
    """The entries that lead somewhere."""
    for entry in entries:
        title, target = _apart(entry)
        if isinstance(target, list):
            inner = [*_there(target, paths)]
            if inner:
                yield {title or "": inner}
        elif path_of_source(str(target)) in paths or not _is_ours(str(target)):
            yield entry


def _is_ours(source: str) -> bool:
    return any(source == _source_of(page.id) for page in catalogue.overviews())


def _source_of(page_id: str) -> str:
    """What a host takes for the source of a page made from the playbook."""
    return f"{page_path(PAGE, page_id) or 'index'}.md"


def _derived(paths: Collection[str], listed: set[str]) -> Iterator[tuple[str, int, NavEntry]]:
    """Heading, place and entry of each page made from the playbook that `nav` does not list."""
    for place, page in catalogue.menu_places():
        path = page_path(PAGE, page.id)
        if path in paths and path not in listed:
            yield place.section, place.place, {page.title: _source_of(page.id)}
