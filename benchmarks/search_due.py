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


def _due(size: str, it: SearchFigures) -> Iterator[Due]:
    yield Due(f"first visit at {size}, worst page", 70, "kB", it.first_visit.worst / KILOBYTE)
    yield Due(f"first visit at {size}, worst page", 6, "requests", it.first_visit_requests.worst)
    yield Due(f"next page at {size}, worst page", 8, "kB", it.next_page.worst / KILOBYTE)
    yield Due(f"first query at {size}, worst", 60, "kB", it.query.worst / KILOBYTE)
    yield Due(f"first query at {size}, processor time", 50, "ms", it.query_cpu.median / MILLISECOND)
    yield Due(f"first query at {size}, processor time, worst", 50, "ms", it.query_cpu.worst / MILLISECOND)
    yield Due(f"first query at {size}, beyond typing", 50, "ms", _beyond(it.query_cpu, it.query_in_vain_cpu))
    yield Due(f"first query at {size}, heap, worst", 10, "MB", it.heap.worst / MEGABYTE)
    yield Due(f"each further key at {size}, processor time", 30, "ms", it.key_cpu.median / MILLISECOND)
    yield Due(f"each further key at {size}, processor time, worst", 30, "ms", it.key_cpu.worst / MILLISECOND)
    yield Due(f"each further key at {size}, beyond typing", 30, "ms", _beyond(it.key_cpu, it.key_in_vain_cpu))


def _beyond(cpu: Spread, in_vain: float) -> float:
    """Milliseconds, in the median, that search adds to what typing costs in a box that does not answer."""
    return (cpu.median - in_vain) / MILLISECOND
