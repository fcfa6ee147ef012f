"""The verdicts follow from the measurements, and the report names everything but the machine."""

from __future__ import annotations

import json
import platform
from pathlib import Path

import pytest

from benchmarks.comparing import CHECK, COLD_BUILD, Measurement
from benchmarks.contenders import OURS
from benchmarks.due import due_figures
from benchmarks.measuring import Run
from benchmarks.output import Output
from benchmarks.report import as_json, as_text
from benchmarks.sizes import SIZES


def _build(size: str, contender: str, wall: float, tip_bytes: int = 1_000) -> Measurement:
    tips = SIZES[size].tips
    output = Output(files=tips, bytes=tips * tip_bytes, pages=tips, tips=tips, tip_median=900, tip_largest=tip_bytes)
    return Measurement(COLD_BUILD, SIZES[size], contender, (Run(wall, wall, 200_000_000, 240_000_000),), output)


def _verdicts(*measurements: Measurement) -> dict[str, str]:
    return {figure.what: figure.verdict for figure in due_figures(measurements)}


def test_a_figure_at_its_limit_holds() -> None:
    verdicts = _verdicts(_build("M", OURS, 1), _build("M", "mkdocs", 4), _build("L", OURS, 6))
    assert verdicts["cold build at M, share of ordinary MkDocs"] == "holds"
    assert verdicts["cold build, growth from M to L"] == "holds"
    assert verdicts["peak memory of the build at M"] == "holds"


def test_a_figure_beyond_its_limit_does_not_hold() -> None:
    check = Measurement(CHECK, SIZES["L"], OURS, (Run(2.6, 2.6, 1, 1),))
    verdicts = _verdicts(_build("M", OURS, 1.1, tip_bytes=25_001), _build("M", "mkdocs", 4), check)
    assert verdicts["cold build at M, share of ordinary MkDocs"] == "does not hold"
    assert verdicts["check at L, nothing remembered"] == "does not hold"
    assert verdicts["largest HTML of a tip at M"] == "does not hold"


@pytest.mark.parametrize("measurements", [(), (_build("M", "mkdocs", 4),)])
def test_what_was_not_measured_is_not_claimed(measurements: tuple[Measurement, ...]) -> None:
    assert set(_verdicts(*measurements).values()) == {"not measured"}


def test_the_table_shows_ratios_runs_and_what_was_left_out() -> None:
    left_out = Measurement(COLD_BUILD, SIZES["M"], "hugo", left_out="measured up to 10 tips")
    found = [_build("M", OURS, 1), _build("M", "mkdocs", 8), left_out]
    text = as_text(found, due_figures(found))
    ordinary = next(line for line in text.splitlines() if line.startswith("ordinary MkDocs"))
    assert ordinary.split()[-2:] == ["0.125", "0.125"]
    assert ["Hugo", "measured", "up", "to", "10", "tips"] in [line.split() for line in text.splitlines()]


def test_the_report_holds_no_name_or_path_of_the_machine() -> None:
    found = [_build("M", OURS, 1)]
    due = due_figures(found)
    for text in (as_text(found, due), json.dumps(as_json(found, due))):
        assert platform.node() not in text
        assert str(Path.cwd()) not in text
