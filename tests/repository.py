"""A repository made for a test."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

DAY = dt.date(2026, 9, 9)
"""When something happens of which the day does not matter."""


class Repository:
    """A house whose data folder has a history, one commit a day."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "playbook_data"
        self.data.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, day: dt.date = DAY, at: str = "") -> str:
        date = at or f"{day.isoformat()}T12:00:00Z"
        who = {f"GIT_{role}_{field}": "somebody" for role in ("AUTHOR", "COMMITTER") for field in ("NAME", "EMAIL")}
        environment = {**os.environ, **who, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env=environment, check=True, capture_output=True, text=True
        )
        return done.stdout

    def commit(self, text: str, day: dt.date, name: str = "tips.yml") -> None:
        """One file, and whatever else has changed."""
        (self.data / name).parent.mkdir(exist_ok=True)
        (self.data / name).write_text(text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message=a change", day=day)
