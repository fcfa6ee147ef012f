"""The figures of search and of pages over the wire that are due, at every size that was measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.contenders import OURS
from benchmarks.due import Due
from benchmarks.search_figures import SearchFigures, Spread, search_figures
from benchmarks.searching import SearchMeasurement
from benchmarks.units import KILOBYTE, MEGABYTE, MILLISECOND


def search_due(measurements: Iterable[SearchMeasurement]) -> tuple[Due, ...]:
    """Every figure that is due, computed from the measurements of this project."""
    found = ((one.size.name, search_figures(one)) for one in measurements if one.contender == OURS)
    return tuple(due for size, figures in found if figures for due in _due(size, figures))


def _due(size: str, figures: SearchFigures) -> Iterator[Due]:
    yield Due(f"first visit at {size}, worst page", 70, "kB", figures.first_visit.worst / KILOBYTE)
    yield Due(f"first visit at {size}, worst page", 6, "requests", figures.first_visit_requests.worst)
    yield Due(f"next page at {size}, worst page", 8, "kB", figures.next_page.worst / KILOBYTE)
    yield Due(f"first query at {size}, worst", 60, "kB", figures.query.worst / KILOBYTE)
    yield from _processor_time(f"first query at {size}", 50, figures.query_cpu, figures.query_in_vain_cpu)
    yield Due(f"first query at {size}, heap, worst", 10, "MB", figures.heap.worst / MEGABYTE)
    yield from _processor_time(f"each further key at {size}", 30, figures.key_cpu, figures.key_in_vain_cpu)


def _processor_time(what: str, limit: float, cpu: Spread, in_vain: float) -> Iterator[Due]:
    """All of it, and what search adds to the same typing, in the median, into a box that does not answer."""
    yield Due(f"{what}, processor time", limit, "ms", cpu.median / MILLISECOND)
    yield Due(f"{what}, processor time, worst", limit, "ms", cpu.worst / MILLISECOND)
    yield Due(f"{what}, beyond typing", limit, "ms", (cpu.median - in_vain) / MILLISECOND)
    yield Due(f"{what}, beyond typing, worst", limit, "ms", (cpu.worst - in_vain) / MILLISECOND)
