"""A copy of this project with the workload as its data, so that a measurement leaves nothing behind.

The hand-written pages stay, without what their macros show: they name records of the default playbook, which the
workload does not have.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent
PARTS = ("playbook", "overrides", "docs", "hooks.py", "macros.py", "mkdocs.yml")
"""What a site is built from, besides the data."""

_MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def lay_out(data: Path, project: Path) -> None:
    """Create a project in the folder that builds a site from a copy of the data."""
    for part in PARTS:
        source, target = ROOT / part, project / part
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    for page in (project / "docs").rglob("*.md"):
        page.write_text(_MACRO.sub("", page.read_text(encoding="utf-8")), encoding="utf-8")
    shutil.copytree(data, project / "playbook_data")


def environment(project: Path, site: Path, cache: Path) -> dict[str, str]:
    """The environment variables for the data, the site and the cache of the project's commands."""
    return {
        "PLAYBOOK_DATA": str(project / "playbook_data"),
        "PLAYBOOK_SITE": str(site),
        "PLAYBOOK_CACHE": str(cache),
    }
