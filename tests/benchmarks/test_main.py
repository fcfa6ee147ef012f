"""The exit code says whether the due figures hold, and progress is not mixed with the tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks.comparing import CHECK, Comparison, Measurement
from benchmarks.contenders import OURS
from benchmarks.measuring import CommandFailed, Run
from benchmarks.searching import SearchMeasurement


@pytest.mark.parametrize(("seconds", "code"), [(2.5, 0), (2.6, 1)])
def test_the_exit_code_is_the_verdict(
    seconds: float, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def compare(asked: Comparison, tasks: list[str]) -> list[Measurement]:
        asked.tell("under way")
        return [Measurement(tasks[0], asked.size, OURS, (Run(seconds, seconds, 1, 1),) * asked.runs)]

    monkeypatch.setattr(command, "compare", compare)
    written = tmp_path / "figures.json"
    assert command.main(["--sizes", "L", "--only", "check", "--runs", "2", "--json", str(written)]) == code
    printed = capsys.readouterr()
    assert printed.err == "under way\n"
    assert "check, L" in printed.out
    (measurement,) = json.loads(written.read_text(encoding="utf-8"))["measurements"]
    assert (measurement["task"], measurement["figures"]["runs"]) == (CHECK, 2)


def test_what_cannot_be_measured_is_reported_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def compare(asked: Comparison, tasks: list[str]) -> list[Measurement]:
        raise CommandFailed("exit code 1: build")

    monkeypatch.setattr(command, "compare", compare)
    assert command.main(["--sizes", "S"]) == 3
    assert capsys.readouterr() == ("", "exit code 1: build\n")


@pytest.mark.parametrize("runs", ["0", "-1", "many"])
def test_an_invalid_number_of_runs_is_refused(runs: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        command.main([f"--runs={runs}"])
    assert "is not a number of runs" in capsys.readouterr().err


def test_search_is_measured_and_reported_with_the_rest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def compare(asked: Comparison, tasks: list[str]) -> list[Measurement]:
        return []

    def search(asked: Comparison) -> list[SearchMeasurement]:
        return [SearchMeasurement(asked.size, name, "1.2", left_out="measured elsewhere") for name in asked.contenders]

    monkeypatch.setattr(command, "compare", compare)
    monkeypatch.setattr(command, "measure_in_chromium", search)
    assert command.main(["--sizes", "L", "--only", "search", "--contenders", OURS]) == 0
    assert "measured elsewhere" in capsys.readouterr().out


def test_a_missing_browser_is_reported_before_anything_is_built(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLAYBOOK_CHROMIUM", "no-such-browser")
    monkeypatch.setattr(command, "compare", lambda asked, tasks: pytest.fail("it was built"))
    assert command.main(["--sizes", "S"]) == 3
    assert capsys.readouterr().err.startswith("no Chromium was found: ")
