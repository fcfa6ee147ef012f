"""A machine on which run.py installs nothing: each step is recorded, and leaves the files that it would leave."""

from __future__ import annotations

from pathlib import Path

import run
from playbook.environment import EnvironmentFault


class Machine:
    """A folder with lock files, and a record of everything that run.py would have done to it."""

    def __init__(self, root: Path) -> None:
        self.environment = root / ".venv"
        self.packages = self.environment / "lib" / "python3" / "site-packages"
        """Where the set-up leaves a package for each lock, called `of_` and its name, and what is noted about it."""
        self.stamp = self.environment / "playbook-installed.txt"
        self.steps: list[str] = []
        """`make` and the names of installed locks, in order."""
        self.handed_over: list[tuple[str, list[str]]] = []
        self.called: list[list[str]] = []
        self.commands: list[list[str]] = []
        """The command lines of the set-up, unchanged."""
        self.failing = ""
        """The step that fails."""
        self.is_killed = False
        """Whether the process is killed when that step fails, so that it cannot clean up."""
        self.codes: dict[str, int] = {}
        """The exit codes of called programs, by module; 0 for the others."""

    def run(self, command: list[str], failed: str) -> str:
        """Record a step of the set-up and leave the files that it would leave."""
        is_install = "install" in command
        step = Path(command[-1]).name if is_install else "make"
        self.commands.append(command)
        self.steps.append(step)
        if not is_install:
            (self.environment / "bin").mkdir(parents=True)
        if step == self.failing:
            raise KeyboardInterrupt if self.is_killed else EnvironmentFault(failed)
        if not is_install:
            (self.environment / "bin" / "python").touch()
            return ""
        package, notes = self.packages / f"of_{step}", self.packages / f"{step}-1.dist-info"
        for folder in (package, notes):
            folder.mkdir(parents=True, exist_ok=True)
        (notes / "RECORD").write_text(f"{package.name}/__init__.py,,\n{notes.name}/RECORD,,\n../../../bin/tool,,\n")
        return ""

    def hand_over(self, module: str, arguments: list[str]) -> int:
        """Record the module that would have replaced this process."""
        self.handed_over.append((module, arguments))
        return 0

    def call(self, command: list[str]) -> int:
        """Record the program that would have been started."""
        self.called.append(command[2:])
        return self.codes.get(command[2], 0)

    def steps_of(self, *arguments: str) -> list[str]:
        """The steps of the set-up that one start of run.py takes."""
        self.steps.clear()
        assert run.main(list(arguments)) == 0
        return list(self.steps)
