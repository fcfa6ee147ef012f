"""Measures search in a real browser: what pages cost to fetch, what the first answer costs, and each key after it.

Every visit is a first visit. Visits to a site whose search files are empty show what a page costs without search; one
follows each search, because the speed of a machine varies.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from random import Random

from playwright.sync_api import Browser

from benchmarks import workload
from benchmarks.comparing import Comparison, build_site, in_turn
from benchmarks.contenders import CONTENDERS, PAGES
from benchmarks.queries import Query, queries
from benchmarks.search_boxes import BOXES
from benchmarks.serving import Answer, SiteServer
from benchmarks.sizes import Size
from benchmarks.visiting import Cost, visit

SEARCH = "search"
PATIENCE = 80
"""Seconds of visits for each requested round; a contender that has used up all of them gets no further visit."""
START = ""
"""The page from which people search: the home page."""


@dataclass(frozen=True)
class Walk:
    """Two pages, one after the other."""

    pages: tuple[str, str]
    first: tuple[Answer, ...]
    """What the first visit fetched."""
    then: tuple[Answer, ...]
    """What the next page fetched besides."""


@dataclass(frozen=True)
class Without:
    """A visit to a site whose files of search have no content, so that the box does not answer."""

    load: Cost
    first: Cost
    """Of opening the box and typing into it."""
    key: Cost
    """Of one more key."""
    heap: int


@dataclass(frozen=True)
class Search:
    """One person's search."""

    query: Query
    load: Cost
    """Of the page, before the box is touched."""
    first: Cost
    """From the shortcut that opens the box until results are shown, and all work is done."""
    heap: int
    """Bytes, afterwards."""
    keys: tuple[Cost, ...]
    """Each further key."""


@dataclass(frozen=True)
class SearchMeasurement:
    """What search costs with one contender at one size."""

    size: Size
    contender: str
    browser: str
    """Its version."""
    walks: tuple[Walk, ...] = ()
    without: tuple[Without, ...] = ()
    searches: tuple[Search, ...] = ()
    left_out: str = ""
    """Why it was not measured."""


def measure_search(asked: Comparison, browser: Browser) -> list[SearchMeasurement]:
    """Build the sites that have a box, and search in them. Raises CommandFailed."""
    found = {name: _nothing_yet(asked.size, name, browser) for name in asked.contenders if name in BOXES}
    with ExitStack() as stack:
        servers: dict[str, SiteServer] = {}
        for name in [name for name, so_far in found.items() if not so_far.left_out]:
            servers[name] = SiteServer(build_site(asked, name))
            stack.callback(servers[name].stop)
        for name, server in servers.items():
            asked.tell(f"{asked.size.name} {SEARCH}: {name}, pages")
            fetched = tuple(_walk(browser, server, pages) for pages in walks(asked.size))
            found[name] = replace(found[name], walks=fetched)
        for name, search, without in _searches(asked, browser, servers):
            so_far = found[name]
            found[name] = replace(so_far, searches=(*so_far.searches, search), without=(*so_far.without, without))
    return list(found.values())


def walks(size: Size) -> tuple[tuple[str, str], ...]:
    """Pairs of pages, of every kind that all contenders make, as people walk from one to the next."""
    chance = Random(f"walks {size.name}")  # noqa: S311 - repeatable on purpose, no secret
    ids = {plural: [record_id for record_id, _ in workload.records(size, plural)] for plural in PAGES}

    def some(plural: str) -> str:
        return f"{plural}/{chance.choice(ids[plural])}/"

    return (
        (START, some("tips")),
        (START, some("departments")),
        (some("tips"), some("touchpoints")),
        (some("tips"), some("tips")),
        (some("departments"), some("tips")),
        (some("touchpoints"), some("departments")),
    )


def _nothing_yet(size: Size, name: str, browser: Browser) -> SearchMeasurement:
    largest = CONTENDERS[name].largest
    left_out = f"measured up to {largest} tips" if size.tips > largest else ""
    return SearchMeasurement(size, name, browser.version, left_out=left_out)


def _walk(browser: Browser, server: SiteServer, pages: tuple[str, str]) -> Walk:
    with visit(browser, server) as person:
        return Walk(pages, *(person.fetch(page) for page in pages))


def _without(browser: Browser, server: SiteServer, name: str, query: Query) -> Without:
    server.emptied = BOXES[name].files
    try:
        with visit(browser, server) as person:
            return Without(
                load=person.open(START),
                first=person.ask_in_vain(query.text),
                key=person.go_on_in_vain(query.more[-1]),
                heap=person.heap(),
            )
    finally:
        server.emptied = None


def _searches(
    asked: Comparison, browser: Browser, servers: dict[str, SiteServer]
) -> Iterable[tuple[str, Search, Without]]:
    typed = queries(asked.size)
    spent = dict.fromkeys(servers, 0.0)
    for number in range(asked.runs):
        names = tuple(name for name in servers if spent[name] <= PATIENCE * asked.runs)
        for at, name in in_turn(names, len(typed)):
            began = time.monotonic()
            search = _search(browser, servers[name], name, typed[at])
            without = _without(browser, servers[name], name, typed[at])
            spent[name] += time.monotonic() - began
            words = f"“{search.query.text}” {search.first.page * 1000:.0f} ms after {search.load.page * 1000:.0f} ms"
            asked.tell(f"{asked.size.name} {SEARCH} {number + 1}/{asked.runs}: {name} {words}")
            yield name, search, without


def _search(browser: Browser, server: SiteServer, name: str, query: Query) -> Search:
    box = BOXES[name]
    with visit(browser, server) as person:
        return Search(
            query=query,
            load=person.open(START),
            first=person.ask(box, query.text),
            heap=person.heap(),
            keys=tuple(person.go_on(box, letter) for letter in query.more),
        )
