"""The menu, whichever host shows it: pages made from the playbook at their own places, hand-written ones as listed.

Each view and each kind names its own place (`MenuPlace`); `nav` in mkdocs.yml lists the hand-written pages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from playbook.ref import PAGE
from playbook.urls import page_path, path_of_source
from playbook.views import catalogue
from playbook.wording import N_, _

NavEntry = str | dict[str, Any]
"""A source (`welcome.md`), a title with a source, or a heading with a list of entries, as hosts read them."""
SECTIONS = (
    "",
    N_("My part"),
    N_("The visit"),
    N_("What to do"),
    N_("Tonight"),
    N_("Ideas"),
    N_("Keeping it up to date"),
    N_("About"),
)
"""The order of the sections, as messages; those without a heading come first, headings that are not here last."""
HAND_WRITTEN = (
    N_("Welcome"),
    N_("How to read this playbook"),
    N_("For trainers"),
    N_("Suggest or edit"),
    N_("For page authors"),
    N_("Data for screens and bots"),
)
"""The titles that mkdocs.yml gives to pages written by hand. Any of its titles that the catalogue has is translated."""
_STEP = 10
"""Between the places of two entries of `nav`."""


def menu(nav: list[NavEntry], paths: Collection[str]) -> list[NavEntry]:
    """The whole menu in the form of `nav`. `paths` are those of the pages made from the playbook.

    An entry of `nav` stays where it is listed, also when it is a page made from the playbook; every page that `nav`
    does not list has a place of its own. Pages that this playbook has nothing to put on are left out, and so are
    sections without entries. A wrong path to a hand-written page is left for the host to report.
    """
    sections: dict[str, list[tuple[int, NavEntry]]] = {_said(heading): [] for heading in SECTIONS}
    for heading, entries in _listed(nav):
        numbered = [
            (_STEP * number, kept) for number, entry in enumerate(entries, 1) for kept in _there([entry], paths)
        ]
        sections.setdefault(_said(heading), []).extend(numbered)
    for heading, place, entry in _derived(paths, {*_paths(nav)}):
        sections.setdefault(_said(heading), []).append((place, entry))
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
        (order.get(place.section, len(order)), place.place, page_path(PAGE, page.id), _(place.header))
        for place, page in catalogue.menu_places()
        if place.header and place.is_door == are_doors
    ]
    return [(path, words) for section, place, path, words in sorted(links) if path in paths]


def _said(title: str) -> str:
    """A title in the language that is spoken now; one that is in no catalogue stays as it is."""
    return _(title) if title else ""


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
        target = _apart(entry)[1]
        yield from _paths(target) if isinstance(target, list) else [path_of_source(str(target))]


def _there(entries: list[NavEntry], paths: Collection[str]) -> Iterator[NavEntry]:
    """The entries that lead somewhere, with their titles translated."""
    for entry in entries:
        title, target = _apart(entry)
        if isinstance(target, list):
            inner = [*_there(target, paths)]
            if inner:
                yield {_said(title or ""): inner}
        elif path_of_source(str(target)) in paths or not _is_ours(str(target)):
            yield entry if title is None else {_said(title): target}


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
            yield place.section, place.place, {_(page.title): _source_of(page.id)}
