"""The figures of one contender: medians over its runs, then the median and the worst over all visits."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from benchmarks.search_boxes import BOXES
from benchmarks.searching import Search, SearchMeasurement
from benchmarks.serving import Answer
from benchmarks.visiting import Cost


@dataclass(frozen=True)
class Spread:
    """The median and the worst of many figures."""

    median: float
    worst: float


@dataclass(frozen=True)
class SearchFigures:
    """What search costs people; unless stated, bytes are over the wire and seconds are processor time of pages."""

    runs: int
    """Of the query with the fewest."""
    queries: int
    keys: int
    first_visit: Spread
    """Bytes."""
    first_visit_requests: Spread
    next_page: Spread
    """Bytes."""
    next_page_requests: Spread
    query: Spread
    """Bytes of the first query: all files of search, also those that the page fetched before the box was touched."""
    query_requests: Spread
    load_cpu: float
    """Seconds that search costs before the box is touched; 0 when the page fetches nothing for it."""
    query_cpu: Spread
    """Seconds of the first query, with what search cost before."""
    query_in_vain_cpu: float
    """Seconds of the same in a box that does not answer: what a browser needs to accept and paint the typing."""
    query_browser_cpu: Spread
    """Seconds of the first query in all processes of the browser, without what search cost before."""
    query_shown: Spread
    """Seconds from opening the box until results are painted."""
    heap: Spread
    """Bytes of memory that search has added after the first query."""
    key: Spread
    """Bytes of a further key."""
    key_cpu: Spread
    key_in_vain_cpu: float
    """Seconds of a further key in a box that does not answer."""
    key_shown: Spread


def search_figures(found: SearchMeasurement) -> SearchFigures | None:
    """The figures; None when it was left out."""
    if not found.searches:
        return None
    load_cpu = _load_cpu(found)
    heap_without = statistics.median(visit.heap for visit in found.without)
    of_query = _by_query(found)
    runs = defaultdict[str, int](int)
    for search in found.searches:
        runs[search.query.text] += 1
    return SearchFigures(
        runs=min(runs.values()),
        queries=len(runs),
        keys=sum({search.query.text: len(search.keys) for search in found.searches}.values()),
        first_visit=_spread(_bytes(walk.first) for walk in found.walks),
        first_visit_requests=_spread(len(walk.first) for walk in found.walks),
        next_page=_spread(_bytes(walk.then) for walk in found.walks),
        next_page_requests=_spread(len(walk.then) for walk in found.walks),
        query=of_query(lambda search: _bytes((*_fetched_before(found, search), *search.first.answers))),
        query_requests=of_query(lambda search: len((*_fetched_before(found, search), *search.first.answers))),
        load_cpu=load_cpu,
        query_cpu=of_query(lambda search: load_cpu + search.first.page),
        query_in_vain_cpu=statistics.median(visit.first.page for visit in found.without),
        query_browser_cpu=of_query(lambda search: search.first.browser),
        query_shown=of_query(lambda search: search.first.shown),
        heap=of_query(lambda search: search.heap - heap_without),
        key=_by_key(found, lambda cost: cost.bytes),
        key_cpu=_by_key(found, lambda cost: cost.page),
        key_in_vain_cpu=statistics.median(visit.key.page for visit in found.without),
        key_shown=_by_key(found, lambda cost: cost.shown),
    )


def _fetched_before(found: SearchMeasurement, search: Search) -> tuple[Answer, ...]:
    files = BOXES[found.contender].files
    return tuple(answer for answer in search.load.answers if files.search(answer.path))


def _load_cpu(found: SearchMeasurement) -> float:
    if not any(_fetched_before(found, search) for search in found.searches):
        return 0.0
    with_search = statistics.median(search.load.page for search in found.searches)
    return max(0.0, with_search - statistics.median(visit.load.page for visit in found.without))


def _by_query(found: SearchMeasurement) -> Callable[[Callable[[Search], float]], Spread]:
    def spread(figure: Callable[[Search], float]) -> Spread:
        return _spread_of_medians((search.query.text, figure(search)) for search in found.searches)

    return spread


def _by_key(found: SearchMeasurement, figure: Callable[[Cost], float]) -> Spread:
    return _spread_of_medians(
        ((search.query.text, at), figure(cost)) for search in found.searches for at, cost in enumerate(search.keys)
    )


def _spread_of_medians(figures: Iterable[tuple[Hashable, float]]) -> Spread:
    """Of several figures for the same thing the median counts."""
    of_thing = defaultdict[Hashable, list[float]](list)
    for thing, figure in figures:
        of_thing[thing].append(figure)
    return _spread(statistics.median(several) for several in of_thing.values())


def _spread(figures: Iterable[float]) -> Spread:
    found = list(figures)
    return Spread(statistics.median(found), max(found))


def _bytes(answers: Iterable[Answer]) -> int:
    return sum(answer.bytes for answer in answers)
