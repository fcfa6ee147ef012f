"""What outlives a single run through MkDocs' events: whether this is a preview, the last good playbook, a build begun.

The one piece of state that is kept between runs, because MkDocs makes a new configuration for each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from playbook.opening import Opened
from playbook.problem_formats import as_text
from playbook.problems import Problem
from playbook.publishing import staging as publishing
from playbook.publishing.staging import Staging


@dataclass
class Process:
    """The process that runs MkDocs."""

    is_preview: bool = False
    """Whether pages are served from here while they are edited."""
    is_export: bool = False
    """Whether the site is written down as a project instead of being built."""
    last_good: tuple[Path, Opened] | None = None
    """The data folder and what the preview shows of it while it is broken."""
    errors: tuple[Problem, ...] = field(default=())
    """What is wrong with the data as it stands now."""
    staging: Staging | None = None
    """The build begun and not yet published or discarded."""

    def settle(self, data: Path, opened: Opened) -> Opened | None:
        """What to build from: what was opened or, in a preview, the last good playbook; None without either."""
        self.errors = opened.errors
        if not opened.errors and opened.playbook is not None:
            self.last_good = (data, opened) if self.is_preview else None
            return opened
        if self.last_good is not None and self.last_good[0] == data:
            return self.last_good[1]
        return None

    def discard_build(self) -> None:
        """Forgets a build that came to nothing."""
        if self.staging is not None:
            publishing.discard(self.staging)
            self.staging = None


def with_problems(html: str, problems: Sequence[Problem]) -> str:
    """The page with the problems on top; unchanged when there are none."""
    if not problems:
        return html
    count = len(problems)
    words = "1 thing must be mended" if count == 1 else f"{count} things must be mended"
    banner = Markup(
        '<div class="pb-problems" role="alert"><p><strong>{} before this can be published.</strong> '
        "You see the last version that worked.</p><pre>{}</pre></div>"
    ).format(words, as_text(problems))
    before, body, after = html.partition("<body")
    opening, bracket, rest = after.partition(">")
    return f"{before}{body}{opening}{bracket}{banner}{rest}" if body else html
