"""Exported projects and what each host makes of them, once per test run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import building
from tests.conftest import TODAY
from tests.export import built_by
from tests.hostile.hostile_playbook import HostilePlaybook


@pytest.fixture(scope="session")
def exported(shared_folder: Path) -> Callable[..., Path]:
    """Exports a playbook under a name once per test run: `exported("small", building.SMALL, environment={…})`."""

    def export(name: str, data: Path, **settings: Any) -> Path:
        return building.made_once(
            shared_folder, f"export-{name}", lambda folder: built_by.export(data, folder, **settings)
        )

    return export


@pytest.fixture(scope="session")
def site_of(shared_folder: Path) -> Callable[[str, Path], Path]:
    """The site that a host builds from an exported project, once per test run: `site_of("zensical", project)`."""

    def build(host: str, project: Path) -> Path:
        name = f"{project.name}-by-{host}"
        return building.made_once(shared_folder, name, lambda folder: built_by.build(host, project, folder)) / "site"

    return build


@pytest.fixture(scope="session")
def default_export(exported: Callable[..., Path]) -> Path:
    """The default playbook as a project."""
    return exported("default", building.DEFAULT)


@pytest.fixture(scope="session")
def zensical_site(site_of: Callable[[str, Path], Path], default_export: Path) -> Path:
    """What Zensical builds from the default playbook."""
    return site_of("zensical", default_export)


@pytest.fixture(scope="session")
def small_export(exported: Callable[..., Path], small_data: Path, small_project: Path) -> Path:
    """The small playbook as a project, as it is on TODAY."""
    return exported("small", small_data, project=small_project, environment=building.on_day(TODAY))


@pytest.fixture(scope="session")
def hostile_export(
    exported: Callable[..., Path], hostile_playbook: HostilePlaybook, shared_folder: Path, small_project: Path
) -> Path:
    """The hostile playbook as a project."""
    data = building.made_once(shared_folder, "hostile-data", hostile_playbook.write)
    return exported("hostile", data, project=small_project, environment=building.on_day(TODAY))
