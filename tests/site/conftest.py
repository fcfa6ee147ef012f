"""What the tests of sites share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import building


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with few hand-written pages."""
    return building.copied_project(tmp_path / "project")
