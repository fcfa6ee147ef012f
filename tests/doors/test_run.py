"""run.py passes each command to its program, runs all parts of the tests, and reports a Python that is too old."""

from __future__ import annotations

import ast
import shutil
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
        "run.py needs Python 3.11 or newer, and this is 3.8.1. Install a newer one and use it: python3.12 run.py\n"
    )


PYTHON_2_HAS_NO = (
    ast.JoinedStr,
    ast.NamedExpr,
    ast.Nonlocal,
    ast.AsyncFunctionDef,
    ast.Await,
    ast.Match,
)


def too_new(source: str) -> list[str]:
    """What Python 2.7 or 3.6 would take for an error of syntax, as `line: what`."""
    found = []
    for node in ast.walk(ast.parse(source, feature_version=(3, 6))):
        line = getattr(node, "lineno", 0)
        if isinstance(node, PYTHON_2_HAS_NO):
            found.append(f"{line}: {type(node).__name__}")
        if isinstance(node, ast.FunctionDef | ast.Lambda) and (node.args.kwonlyargs or node.args.posonlyargs):
            found.append(f"{line}: arguments by name or place only")
        if getattr(node, "annotation", None) or getattr(node, "returns", None):
            found.append(f"{line}: annotation")
        if isinstance(node, ast.Raise) and node.cause:
            found.append(f"{line}: raise from")
        if isinstance(node, ast.List | ast.Tuple | ast.Set) and any(
            isinstance(each, ast.Starred) for each in node.elts
        ):
            found.append(f"{line}: unpacking")
        if (
            isinstance(node, ast.Call)
            and getattr(node.func, "id", "") == "print"
            and (node.keywords or len(node.args) != 1 or isinstance(node.args[0], ast.Starred))
        ):
            found.append(f"{line}: print with more than a text")
        if isinstance(node, ast.ClassDef) and node.keywords:
            found.append(f"{line}: class with keywords")
    return found + [f"{number}: not ASCII" for number, text in enumerate(source.splitlines(), 1) if not text.isascii()]


def test_every_python_can_read_the_file_as_far_as_that_sentence() -> None:
    assert too_new((ROOT / "run.py").read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "f'{1}'",
        "def a(b: int): pass",
        "def a() -> int: pass",
        "a: int = 1",
        "def a(*, b): pass",
        "raise A from b",
        "a = [*b]",
        "a = 1, *b",
        "print('a', file=b)",
        "print(*a)",
        "'…'",
        "class A(metaclass=B): pass",
    ],
)
def test_what_is_too_new_for_an_older_python_is_noticed(source: str) -> None:
    assert len(too_new(source)) == 1


def test_an_older_python_that_is_on_this_machine_says_the_sentence() -> None:
    for name in ("python2", "python2.7", "python3.6", "python3.8"):
        python = shutil.which(name)
        if python is None or subprocess.run([python, "-V"], check=False, capture_output=True).returncode:
            continue
        done = subprocess.run([python, "run.py"], check=False, cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == run.ENVIRONMENT_FAULT
        assert done.stderr.startswith("run.py needs Python 3.11 or newer, and this is ")
        assert len(done.stderr.splitlines()) == 1


def imported_by(file: str) -> set[str]:
    """The modules that a file of the project imports, wherever in the file."""
    nodes = list(ast.walk(ast.parse((ROOT / file).read_text("utf-8"))))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return names | {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}


def test_only_the_standard_library_is_imported_before_there_is_an_environment() -> None:
    before = imported_by("run.py") | imported_by("playbook/environment.py") | imported_by("playbook/__init__.py")
    assert {name.split(".")[0] for name in before - {"playbook.environment"}} <= sys.stdlib_module_names


def test_run_py_finds_its_modules_where_python_leaves_out_the_folder_of_the_script(tmp_path: Path) -> None:
    program = f"import runpy; print(runpy.run_path({str(ROOT / 'run.py')!r})['prepare'].__module__)"
    done = subprocess.run(
        [sys.executable, "-P", "-c", program], check=True, cwd=tmp_path, capture_output=True, text=True
    )
    assert done.stdout == "playbook.environment\n"
