"""What search costs as tables for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from benchmarks.contenders import CONTENDERS, OURS
from benchmarks.search_figures import SearchFigures, Spread, search_figures
from benchmarks.searching import SearchMeasurement
from benchmarks.table import table
from benchmarks.units import KILOBYTE, MEGABYTE, MILLISECOND

WIRE = ("first kB", "worst", "requests", "worst", "next kB", "worst", "requests", "worst")
QUERY = (
    "queries",
    "runs",
    "kB",
    "worst",
    "requests",
    "before ms",
    "CPU ms",
    "worst",
    "mute ms",
    "browser ms",
    "shown ms",
    "worst",
    "heap MB",
    "worst",
    "kB ratio",
    "CPU ratio",
    "heap ratio",
)
KEY = ("keys", "kB", "worst", "CPU ms", "worst", "mute ms", "shown ms", "worst")
NOTE = """\
In a real Chromium; every visit starts with an empty cache. Over the wire texts are compressed with gzip, and
headers are not counted. Figures are medians, beside them the worst page, query or key; of several runs of the same one
the median counts. The first query is counted from opening the box until the browser is calm again, together with what
search fetched and worked before, when the page was opened (`before ms`, part of `CPU ms`). CPU is processor time of
pages and their workers; `mute ms` is the same for typing into a box that does not answer, and only subtracted where
the text says "beyond typing"; `browser ms` is that of all processes once the box is opened. Heap is the memory of
JavaScript, workers too, after a garbage collection, less that of the same page without search. A ratio is this project
divided by that line, of medians: below 1 this project needs less."""


def search_tables(found: Sequence[SearchMeasurement]) -> list[str]:
    """Three tables for each size, and what they mean; nothing when search was not measured."""
    if not found:
        return []
    sizes = dict.fromkeys(one.size for one in found)
    return [*("\n\n".join(_tables([one for one in found if one.size == size])) for size in sizes), NOTE]


def search_json(found: Iterable[SearchMeasurement]) -> list[dict[str, Any]]:
    """Everything that was measured: seconds and bytes."""
    figures = ((one, search_figures(one)) for one in found)
    return [{**asdict(one), "figures": asdict(of_one) if of_one else None} for one, of_one in figures]


def _tables(found: Sequence[SearchMeasurement]) -> list[str]:
    size, browser = found[0].size.name, found[0].browser
    figures = {one.contender: search_figures(one) for one in found}
    ours = figures.get(OURS)
    wire: list[tuple[str, ...]] = [(f"pages over the wire, {size}", *WIRE)]
    query: list[tuple[str, ...]] = [(f"first query, {size}, Chromium {browser}", *QUERY)]
    key: list[tuple[str, ...]] = [(f"each further key, {size}", *KEY)]
    for one in found:
        name, its = CONTENDERS[one.contender].what, figures[one.contender]
        cells = [_wire(its), [*_query(its), *_ratios(its, ours)], _key(its)] if its else [[one.left_out]] * 3
        for rows, of_row in zip((wire, query, key), cells, strict=True):
            rows.append((name, *of_row))
    return [table(rows) for rows in (wire, query, key)]


def _wire(figures: SearchFigures) -> list[str]:
    return [
        *_both(figures.first_visit, KILOBYTE, 1),
        *_both(figures.first_visit_requests, 1, 0),
        *_both(figures.next_page, KILOBYTE, 1),
        *_both(figures.next_page_requests, 1, 0),
    ]


def _query(figures: SearchFigures) -> list[str]:
    return [
        str(figures.queries),
        str(figures.runs),
        *_both(figures.query, KILOBYTE, 1),
        f"{figures.query_requests.median:.0f}",
        f"{figures.load_cpu / MILLISECOND:.0f}",
        *_both(figures.query_cpu, MILLISECOND, 0),
        f"{figures.query_in_vain_cpu / MILLISECOND:.0f}",
        f"{figures.query_browser_cpu.median / MILLISECOND:.0f}",
        *_both(figures.query_shown, MILLISECOND, 0),
        *_both(figures.heap, MEGABYTE, 1),
    ]


def _ratios(figures: SearchFigures, ours: SearchFigures | None) -> list[str]:
    if ours is None:
        return []
    pairs = ((ours.query, figures.query), (ours.query_cpu, figures.query_cpu), (ours.heap, figures.heap))
    return [f"{mine.median / theirs.median:.4f}" for mine, theirs in pairs]


def _key(figures: SearchFigures) -> list[str]:
    return [
        str(figures.keys),
        *_both(figures.key, KILOBYTE, 1),
        *_both(figures.key_cpu, MILLISECOND, 0),
        f"{figures.key_in_vain_cpu / MILLISECOND:.0f}",
        *_both(figures.key_shown, MILLISECOND, 0),
    ]


def _both(spread: Spread, unit: float, digits: int) -> tuple[str, str]:
    return f"{spread.median / unit:.{digits}f}", f"{spread.worst / unit:.{digits}f}"
