"""What the macros of one site share: its playbook, the HTML that waits for its place, and the calls that failed.

A host opens a session for each build. Where there is no host of ours, the first macro that is called opens one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playbook.days import Days
from playbook.folders import Folders
from playbook.opening import open_playbook
from playbook.page_macros.slots import Inline, Slots
from playbook.problem_formats import as_text
from playbook.problems import Problem
from playbook.site import docs_folder
from playbook.site.build import Build


@dataclass
class Session:
    """The macros' side of one build."""

    build: Build
    slots: Slots | Inline
    problems: list[Problem] = field(default_factory=list)
    """What is wrong with calls in hand-written pages, in the order in which the pages were run."""
    is_hosted: bool = True
    """Whether a host of ours reports the problems; without one, a page that has any ends the build."""


_OPEN: dict[Path, Session] = {}
"""Sessions by the folder of the hand-written pages."""


def open_session(docs: Path, session: Session) -> None:
    """Makes `session` the one that the macros in pages of `docs` use, in the place of an earlier one."""
    _OPEN[docs.absolute()] = session


def session_of(settings: Mapping[str, Any], folders: Callable[[], Folders], days: Callable[[], Days]) -> Session:
    """The open session of the site with these settings (those of mkdocs.yml).

    Opens one for hosts that are not ours. Raises ValueError, with every problem, for data that cannot be published.
    """
    docs = Path(settings["docs_dir"]).absolute()
    if docs not in _OPEN:
        _OPEN[docs] = Session(_build(docs, settings, folders(), days()), Inline(), is_hosted=False)
    return _OPEN[docs]


def _build(docs: Path, settings: Mapping[str, Any], folders: Folders, days: Days) -> Build:
    opened = open_playbook(folders.data, days, folders.cache)
    if opened.errors:
        raise ValueError("\n" + as_text(opened.errors))
    has_folders = bool(settings.get("use_directory_urls", True))
    return Build(opened, days, folders, has_folders, docs_folder.read(docs))
