"""What one run through MkDocs' events carries from one event to the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from playbook.page_macros.slots import Slots
from playbook.problems import Problem
from playbook.site.build import Build

if TYPE_CHECKING:
    from playbook.hosts.mkdocs.bulk import BulkWriter


@dataclass
class Run:
    """One run."""

    build: Build
    slots: Slots = field(default_factory=Slots)
    page_problems: list[Problem] = field(default_factory=list)
    """What is wrong with macros in hand-written pages."""
    nav: Navigation | None = None
    writer: BulkWriter | None = None
    hand_written: list[str] = field(default_factory=list)
    """Addresses of the hand-written pages, for the map of the site."""


def run_of(config: MkDocsConfig) -> Run:
    """The run that belongs to a configuration. Raises AttributeError before `on_config`."""
    run: Run = config.playbook_run  # type: ignore[attr-defined]
    return run
