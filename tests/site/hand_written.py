"""Pages and blocks written by hand, and the sites built with them."""

from __future__ import annotations

from pathlib import Path

from tests import building
from tests.conftest import TODAY

BLOCK = """We keep the *float* in the drawer. See [the welcome](../../welcome.md) and [how to
read](../../how-to-read.md).

## Promise

{{ show_tip("look-up") }}

Ask {{ link_to("role", "usher") }}.
"""


def written(project: Path, name: str, text: str = "---\ndescription: Mine.\n---\n\n# Mine\n\nBy hand.\n") -> Path:
    """A file in docs/."""
    file = project / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def build(project: Path, data: Path, site: Path) -> Path:
    return building.build(data, site, project=project, environment=building.on_day(TODAY))
