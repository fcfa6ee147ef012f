"""Exports playbooks and builds the exported projects with hosts that have neither our hooks nor our package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.building import ROOT, BuildFailed

BUILD = {
    "mkdocs": ("mkdocs", "build", "--strict"),
    "properdocs": ("properdocs", "build", "--strict"),
    "zensical": ("zensical", "build", "--strict"),
}
"""Each host with the module that builds, run in the folder of the project."""
HOSTS = tuple(BUILD)


def export(
    data: Path,
    folder: Path,
    *,
    project: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    options: tuple[str, ...] = (),
) -> None:
    """Export the site of the playbook in `data` into `folder`. Raises BuildFailed."""
    variables = {"PLAYBOOK_DATA": str(data), "NO_MKDOCS_2_WARNING": "1", **(environment or {})}
    _run([sys.executable, "-m", "playbook.cli", "export", str(folder), *options], project, variables)


def build(host: str, project: Path, folder: Path) -> None:
    """Build a copy of the project in `folder`; the site is in `folder/site`. Raises BuildFailed."""
    shutil.copytree(project, folder)
    # The safe path keeps modules of the working folder from being imported; the playbook's are nowhere else.
    command = [sys.executable, "-P", "-m", *BUILD[host]]
    _run(command, folder, {"NO_MKDOCS_2_WARNING": "1"})
    if not (folder / "site/index.html").exists():  # decision 14: seldom, Zensical ends well without writing anything
        _run(command, folder, {})
    if not (folder / "site/index.html").exists():
        raise BuildFailed(f"{host} ended well and has made no site")


def _run(command: list[str], folder: Path, variables: Mapping[str, str]) -> None:
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **variables},
        check=False,
        capture_output=True,
        text=True,
        timeout=600,
    )
    if done.returncode:
        raise BuildFailed(f"{' '.join(command)} ended with {done.returncode}\n{done.stdout}{done.stderr}")
