"""Continuous integration runs the README's test command, from wherever it is called, with nothing to read."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]


def test_the_readme_names_the_command_that_ci_runs() -> None:
    assert "python3 run.py test" in (ROOT / "README.md").read_text("utf-8")
    assert "python3 run.py test" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_actions_of_others_are_named_by_commit() -> None:
    used = [
        line.partition("uses:")[2].strip()
        for workflow in sorted((ROOT / ".github" / "workflows").glob("*.yml"))
        for line in workflow.read_text("utf-8").splitlines()
        if "uses:" in line
    ]
    assert used != []
    assert [action for action in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)] == []


def test_advisories_are_looked_for_on_a_schedule_with_tools_locked_by_hash() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "supply.yml").read_text("utf-8"))
    assert workflow[True]["schedule"] != []  # YAML 1.1 reads the key `on` as true
    steps = [step.get("run", "") for step in workflow["jobs"]["advisories"]["steps"]]
    assert "python3 -m pip install --require-hashes -r requirements-supply.lock" in steps
    assert any(step.startswith("pip-audit --require-hashes") for step in steps)


@pytest.mark.skipif(os.name == "nt", reason="the script is for bash")
def test_ci_calls_run_py_in_the_project_and_returns_its_code(tmp_path: Path) -> None:
    (tmp_path / "project" / ".ci").mkdir(parents=True)
    (tmp_path / "bin").mkdir()
    shutil.copy(ROOT / ".ci" / "run", tmp_path / "project" / ".ci" / "run")
    (tmp_path / "bin" / "python3").write_text('#!/bin/sh\necho "$PWD" "$@"\ncat\nexit 7\n')
    (tmp_path / "bin" / "python3").chmod(0o755)
    done = subprocess.run(
        [tmp_path / "project" / ".ci" / "run", "-k", "doors"],
        check=False,
        cwd="/",
        env={"PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin", "HOME": "", "CI": "true"},
        input="nobody reads this",
        capture_output=True,
        text=True,
    )
    assert done.stdout == f"{tmp_path / 'project'} run.py test -k doors\n"
    assert done.returncode == 7
