"""Where things are on this machine: the project, its data, its site, its cache. Doors make one and hand it in.

Each folder can be moved by a variable, so that one checkout can work on another playbook.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The root of the project that this code is part of."""


@dataclass(frozen=True)
class Folders:
    """The folders of one run. All paths are absolute."""

    root: Path
    """The project: mkdocs.yml, macros.py, docs/, overrides/."""
    data: Path
    """The YAML files."""
    site: Path
    """The published site."""
    cache: Path
    """What earlier runs worked out; safe to delete."""

    @property
    def docs(self) -> Path:
        """The hand-written pages. A host may have others, from a configuration of its own."""
        return self.root / "docs"

    @classmethod
    def of(cls, environment: Mapping[str, str], root: Path = ROOT) -> Folders:
        """The folders below `root`, or where the variables PLAYBOOK_DATA, PLAYBOOK_SITE and PLAYBOOK_CACHE put them."""

        def folder(variable: str, *usual: str) -> Path:
            return Path(environment.get(variable) or root.joinpath(*usual)).absolute()

        return cls(
            root=root,
            data=folder("PLAYBOOK_DATA", "playbook_data"),
            site=folder("PLAYBOOK_SITE", "site"),
            cache=folder("PLAYBOOK_CACHE", ".cache", "playbook"),
        )
