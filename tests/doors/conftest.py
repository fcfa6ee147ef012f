"""A machine for run.py."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import run
from playbook import environment
from tests.doors.machine import Machine


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A fresh clone on a machine without uv."""
    for lock in (environment.BASE_LOCK, *run.LOCKS.values()):
        (tmp_path / lock).write_text(f"{lock}==1 \\\n")
    made = Machine(tmp_path)
    monkeypatch.setattr(run, "ROOT", str(tmp_path))
    monkeypatch.setattr(environment, "ROOT", str(tmp_path))
    monkeypatch.setattr(environment, "ENVIRONMENT", str(made.environment))
    monkeypatch.setattr(environment, "STAMP", str(made.stamp))
    for module in (run, environment):
        monkeypatch.setattr(module, "python", lambda: str(made.environment / "bin" / "python"))
    monkeypatch.setattr(environment, "uv", lambda: None)
    monkeypatch.setattr(environment, "run", made.run)
    monkeypatch.setattr(run, "hand_over", made.hand_over)
    monkeypatch.setattr(run, "call", made.call)
    found = subprocess.CompletedProcess([], 0, stdout="/somewhere/chromium\n")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: found)
    monkeypatch.setenv("PLAYBOOK_CHROMIUM", "")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "")
    monkeypatch.chdir(tmp_path)
    return made
