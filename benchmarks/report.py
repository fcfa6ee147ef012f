"""The measurements as tables for people and as JSON for programs."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from benchmarks.comparing import Measurement
from benchmarks.contenders import CONTENDERS, OURS
from benchmarks.due import Due
from benchmarks.measuring import Figures
from benchmarks.search_report import search_json, search_tables
from benchmarks.searching import SearchMeasurement
from benchmarks.table import table
from benchmarks.units import KILOBYTE, MEGABYTE

PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "hugo")
HEADINGS = (
    "runs",
    "wall s",
    "CPU s",
    "memory MB",
    "largest MB",
    "pages",
    "files",
    "site MB",
    "tip kB",
    "wall ratio",
    "CPU ratio",
)
NOTE = """\
Seconds are medians; memory is the most of all runs: of all processes together, and of the largest one.
`tip kB` is the median HTML of a tip's page. A ratio is this project divided by that line: below 1 this project
needs less. This project makes pages of every kind of record, its peers of tips, departments and touchpoints only.
Ordinary MkDocs has every page in its navigation, with a lean nav only the lists."""


def machine() -> dict[str, Any]:
    """What the figures depend on, without a name or a path of the machine."""
    return {
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        **{package: _version(package) for package in PACKAGES},
    }


def as_json(
    measurements: Sequence[Measurement], due: Sequence[Due], searches: Sequence[SearchMeasurement] = ()
) -> dict[str, Any]:
    """Everything that was measured: seconds and bytes."""
    return {
        "machine": machine(),
        "measurements": [
            {**asdict(one), "figures": asdict(one.figures) if one.figures else None} for one in measurements
        ],
        "search": search_json(searches),
        "due": [{**asdict(figure), "verdict": figure.verdict} for figure in due],
    }


def as_text(measurements: Sequence[Measurement], due: Sequence[Due], searches: Sequence[SearchMeasurement] = ()) -> str:
    """The tables: one for each task at each size, those of search, then the figures that are due."""
    facts = ", ".join(f"{name} {value}" for name, value in machine().items())
    groups: dict[tuple[str, str], list[Measurement]] = {}
    for one in measurements:
        groups.setdefault((one.task, one.size.name), []).append(one)
    tables = [_group(found) for found in groups.values()]
    notes = [NOTE] if tables else []
    return "\n\n".join([facts, *tables, *notes, *search_tables(searches), _due(due)]) + "\n"


def _group(found: Sequence[Measurement]) -> str:
    size = found[0].size
    amounts = f"{size.tips} tips, {size.departments} departments, {size.touchpoints} touchpoints"
    ours = next((one.figures for one in found if one.contender == OURS), None)
    rows = [(f"{found[0].task}, {size.name}", *HEADINGS), *(_row(one, ours) for one in found)]
    return f"{amounts}\n{table(rows)}"


def _row(one: Measurement, ours: Figures | None) -> tuple[str, ...]:
    name, figures = CONTENDERS[one.contender].what, one.figures
    if figures is None:
        return (name, one.left_out)
    cells = [str(figures.runs), f"{figures.wall:.2f}", f"{figures.cpu:.2f}"]
    cells += [f"{figures.memory / MEGABYTE:.0f}", f"{figures.largest / MEGABYTE:.0f}"]
    if one.output is None:
        return (name, *cells)
    cells += [str(one.output.pages), str(one.output.files), f"{one.output.bytes / MEGABYTE:.1f}"]
    cells.append(f"{one.output.tip_median / KILOBYTE:.1f}" if one.output.tips else "")
    if ours is not None:
        cells += [f"{ours.wall / figures.wall:.3f}", f"{ours.cpu / figures.cpu:.3f}"]
    return (name, *cells)


def _due(due: Sequence[Due]) -> str:
    rows = [("due", "at most", "measured", "")]
    for figure in due:
        measured = "" if figure.measured is None else f"{figure.measured:.3g} {figure.unit}"
        rows.append((figure.what, f"{figure.limit:g} {figure.unit}", measured, figure.verdict))
    return table(rows)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
