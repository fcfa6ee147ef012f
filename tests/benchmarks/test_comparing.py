"""The contenders run alternately, each build is cold, and a site without all pages is not measured."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import comparing
from benchmarks.comparing import COLD_BUILD, Comparison, compare, in_turn
from benchmarks.contenders import Contender, Place
from benchmarks.measuring import CommandFailed
from benchmarks.sizes import Size

TINY = Size("XS", tips=2, departments=3, touchpoints=2)
BUILD = """
import pathlib, sys
site = pathlib.Path(sys.argv[1])
assert not site.exists(), 'this build is not cold'
for number in range(int(sys.argv[2])):
    page = site / 'tips' / str(number) / 'index.html'
    page.parent.mkdir(parents=True)
    page.write_text('x' * (number + 1))
"""


def _builder(tips: int, largest: int = 10) -> Contender:
    def command(place: Place) -> list[str]:
        return [sys.executable, "-c", BUILD, str(place.output), str(tips)]

    return Contender("small", "a small builder", command, lambda place: place.project.mkdir(), largest=largest)


def _compare(contender: Contender, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[comparing.Measurement]:
    monkeypatch.setattr(comparing, "CONTENDERS", {"small": contender})
    return compare(Comparison(TINY, ("small",), 2, folder, lambda line: None), [COLD_BUILD])


def test_every_round_starts_with_the_next_contender() -> None:
    assert [name for _, name in in_turn(("a", "b", "c"), 3)] == ["a", "b", "c", "b", "c", "a", "c", "a", "b"]


def test_every_build_is_cold_and_weighed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = _compare(_builder(TINY.tips), tmp_path, monkeypatch)
    assert found.output is not None
    assert (len(found.runs), found.output.tips, found.output.tip_largest, found.output.bytes) == (2, 2, 2, 3)


def test_a_site_without_all_tips_is_not_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CommandFailed, match="small made pages of 1 tips, not of 2"):
        _compare(_builder(1), tmp_path, monkeypatch)


def test_a_contender_for_small_sizes_is_left_out_and_the_table_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (found,) = _compare(_builder(TINY.tips, largest=1), tmp_path, monkeypatch)
    assert (found.figures, found.left_out) == (None, "measured up to 1 tips")


def test_a_contender_that_took_too_long_gets_no_further_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "MAX_SECONDS", 0)
    (found,) = _compare(_builder(TINY.tips), tmp_path, monkeypatch)
    assert len(found.runs) == 1
