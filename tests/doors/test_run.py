"""run.py passes each command to its program, runs all parts of the tests, and reports a Python that is too old."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import run
from tests.doors.machine import Machine

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("arguments", "module", "handed_on"),
    [
        ([], "playbook.cli", ["serve"]),
        (["serve", "--port", "8001"], "playbook.cli", ["serve", "--port", "8001"]),
        (["check", "--format", "json"], "playbook.cli", ["check", "--format", "json"]),
        (["build", "--offline"], "playbook.cli", ["build", "--offline"]),
        (["rollback"], "playbook.cli", ["rollback"]),
        (["search", "lost my ticket"], "playbook.cli", ["search", "lost my ticket"]),
        (["--help"], "playbook.cli", ["--help"]),
        (["bench", "--size", "S"], "benchmarks", ["--size", "S"]),
    ],
)
def test_the_command_goes_to_its_program(
    machine: Machine, arguments: list[str], module: str, handed_on: list[str]
) -> None:
    assert run.main(arguments) == 0
    assert machine.handed_over == [(module, handed_on)]


@pytest.mark.usefixtures("machine")
def test_control_c_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_lock: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "prepare", interrupted)
    assert run.main(["check"]) == run.STOPPED
    assert capsys.readouterr().err == "run.py: stopped\n"


def test_test_runs_everything_even_after_a_failure_and_passes_options_to_pytest(machine: Machine) -> None:
    machine.codes = {"mypy": 4, "pytest": 1}
    assert run.main(["test", "-k", "doors"]) == 4
    assert machine.called == [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["pytest", "-n", "2", "-k", "doors"],
    ]


@pytest.mark.usefixtures("machine")
def test_tests_know_the_browser_and_are_spared_the_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {}
    monkeypatch.setattr(run, "call", lambda _: seen.update(run.os.environ) or 0)
    assert run.main(["test"]) == 0
    assert (seen["PLAYBOOK_CHROMIUM"], seen["NO_MKDOCS_2_WARNING"]) == ("/somewhere/chromium", "1")


def test_without_a_browser_no_test_runs_and_the_exit_code_says_so(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = subprocess.CompletedProcess([], run.ENVIRONMENT_FAULT, stdout="")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: missing)
    assert run.main(["test"]) == run.ENVIRONMENT_FAULT
    assert machine.called == []


def test_an_older_python_is_reported_in_one_sentence() -> None:
    program = (
        "import runpy, sys; sys.version_info = (3, 8, 1); sys.version = '3.8.1 (default)'; "
        "runpy.run_path('run.py', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == run.ENVIRONMENT_FAULT
    assert done.stderr == (
        "run.py needs Python 3.11 or newer, and this is 3.8.1. Install a newer one and name it: python3.12 run.py\n"
    )


def test_an_older_python_can_read_the_file_as_far_as_that_sentence() -> None:
    ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 6))


def test_only_the_standard_library_is_imported() -> None:
    nodes = list(ast.walk(ast.parse((ROOT / "run.py").read_text("utf-8"))))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names
