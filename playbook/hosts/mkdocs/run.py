"""One build on its way through MkDocs' events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.structure.nav import Navigation

from playbook.hosts.mkdocs.bulk import BulkWriter
from playbook.page_macros.session import Session
from playbook.problems import Problem
from playbook.publishing.staging import Staging
from playbook.site.build import Build


@dataclass
class Run:
    """Everything the host knows of one build."""

    build: Build
    session: Session
    """What the macros of hand-written pages made, and what went wrong with them."""
    errors: tuple[Problem, ...] = ()
    """What is wrong with the data as it is now; a preview then shows the last playbook that could be published."""
    staging: Staging | None = None
    """The folder that is built into, when the build is to be published."""
    nav: Navigation | None = None
    writer: BulkWriter | None = None
    assets: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Our style sheet, scripts and icon, as `site_files.asset_files` gives them."""
    hand_written: list[str] = field(default_factory=list)
    """Addresses of the hand-written pages, for the map of the site."""

    @property
    def problems(self) -> list[Problem]:
        """Everything that keeps this build from being published."""
        return [*self.errors, *sorted(self.session.problems)]


@dataclass(frozen=True)
class LastGood:
    """What a preview shows of a data folder while it is broken."""

    data: Path
    build: Build
