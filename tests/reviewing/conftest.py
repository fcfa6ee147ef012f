"""What the tests of reviews share."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from tests.building import MINIMAL
from tests.repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A house with the four files that every playbook needs, all committed."""
    made = Repository(tmp_path / "house")
    shutil.copytree(MINIMAL, made.data, dirs_exist_ok=True)
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message=the beginning", day=dt.date(2026, 1, 1))
    return made
