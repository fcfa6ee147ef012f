"""The command line of the measurements.

Exit code 0 when every figure that was measured holds, 1 when one does not, 3 when something could not be measured.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.comparing import CHECK, COLD_BUILD, Comparison, Measurement, compare
from benchmarks.contenders import CONTENDERS
from benchmarks.due import due_figures
from benchmarks.measuring import CommandFailed
from benchmarks.report import as_json, as_text
from benchmarks.search_due import search_due
from benchmarks.searching import SEARCH, SearchMeasurement, measure_search
from benchmarks.sizes import SIZES
from benchmarks.visiting import chromium_path, start

TASKS = {"cold-build": COLD_BUILD, "check": CHECK, SEARCH: SEARCH}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and return the exit code."""
    asked = _parser().parse_args(arguments)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    try:
        if SEARCH in asked.only:
            chromium_path()  # checked first, because what follows takes long
        found = [_measure(name, asked) for name in asked.sizes]
    except (CommandFailed, FileNotFoundError) as problem:
        print(problem, file=sys.stderr)
        return 3
    measurements = [one for built, _ in found for one in built]
    searches = [one for _, searched in found for one in searched]
    due = (*due_figures(measurements), *search_due(searches))
    print(as_text(measurements, due, searches), end="")
    if asked.json:
        everything = as_json(measurements, due, searches)
        asked.json.write_text(json.dumps(everything, indent=2) + "\n", encoding="utf-8")
    return 1 if any(figure.verdict == "does not hold" for figure in due) else 0


def _measure(size: str, asked: argparse.Namespace) -> tuple[list[Measurement], list[SearchMeasurement]]:
    tasks = [TASKS[name] for name in asked.only]
    with tempfile.TemporaryDirectory(prefix="playbook-benchmark-") as folder:
        comparison = Comparison(SIZES[size], tuple(asked.contenders), asked.runs, Path(folder), _print_progress)
        built = compare(comparison, tasks)
        return built, measure_in_chromium(comparison) if SEARCH in tasks else []


def measure_in_chromium(comparison: Comparison) -> list[SearchMeasurement]:
    """Measure search in a browser that is started for it. Raises CommandFailed."""
    with sync_playwright() as playwright:
        return measure_search(comparison, start(playwright.chromium))


def _print_progress(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measures the playbook beside its peers on the same content and prints the ratios.",
        epilog="Needs what requirements-bench.lock names, a Chromium for search, and some gigabytes in the temporary "
        "folder (TMPDIR).",
    )
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=["S", "M", "L"], help="how much content (S M L)")
    parser.add_argument("--only", nargs="+", choices=TASKS, default=list(TASKS), help="what to measure (everything)")
    parser.add_argument(
        "--contenders", nargs="+", choices=CONTENDERS, default=list(CONTENDERS), help="whom to measure (everybody)"
    )
    parser.add_argument("--runs", type=_positive, default=5, help="runs of each; very slow ones get fewer (5)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write everything to this file")
    return parser


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number of runs")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
