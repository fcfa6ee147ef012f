"""A machine on which run.py sets nothing up: what would be done is noted, and leaves the traces it would leave."""

from __future__ import annotations

from pathlib import Path

import run


class Machine:
    """A folder with locks, and a record of everything that run.py would have done to it."""

    def __init__(self, root: Path) -> None:
        self.environment = root / ".venv"
        self.stamp = self.environment / "playbook-installed.txt"
        self.steps: list[str] = []
        """`make` and the names of installed locks, in order."""
        self.handed_over: list[tuple[str, list[str]]] = []
        self.called: list[list[str]] = []
        self.commands: list[list[str]] = []
        """What was started to set things up, as it was."""
        self.failing = ""
        """A step that fails."""
        self.is_killed = False
        """Whether the process dies when that step fails, and can tidy up nothing."""
        self.codes: dict[str, int] = {}
        """What called programs return, by module; 0 if not here."""

    def run(self, command: list[str], failed: str) -> str:
        """Leave the traces of a step of the set-up."""
        is_install = "install" in command
        step = Path(command[-1]).name if is_install else "make"
        self.commands.append(command)
        self.steps.append(step)
        if not is_install:
            (self.environment / "bin").mkdir(parents=True)
        if step == self.failing:
            raise KeyboardInterrupt if self.is_killed else run.EnvironmentFault(failed)
        if not is_install:
            (self.environment / "bin" / "python").touch()
        return ""

    def hand_over(self, module: str, arguments: list[str]) -> int:
        """Note what the process would have become."""
        self.handed_over.append((module, arguments))
        return 0

    def call(self, command: list[str]) -> int:
        """Note what would have been started."""
        self.called.append(command[2:])
        return self.codes.get(command[2], 0)

    def steps_of(self, *arguments: str) -> list[str]:
        """What one start of run.py sets up."""
        self.steps.clear()
        assert run.main(list(arguments)) == 0
        return list(self.steps)
