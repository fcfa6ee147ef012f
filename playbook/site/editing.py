"""Where a record is edited: the address of its line in the repository's own editor."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from playbook.model import Home


@dataclass(frozen=True)
class EditLine:
    """One place to edit."""

    file: str
    line: int
    address: str | None
    """None when the organisation names no repository."""


@dataclass(frozen=True)
class Editing:
    """How to reach lines of the repository."""

    repository: str | None
    branch: str = "main"

    @property
    def prefix(self) -> str | None:
        """The address below which files are edited, ending in a slash. GitLab and its kin have `/-/` before it."""
        if self.repository is None:
            return None
        is_github = self.repository.startswith(("https://github.", "http://github."))
        return f"{self.repository.rstrip('/')}/{'' if is_github else '-/'}edit/{quote(self.branch)}/"

    def line(self, home: Home) -> EditLine:
        """The line at which a record begins."""
        address = f"{self.prefix}{quote(home.file)}#L{home.line}" if self.prefix else None
        return EditLine(home.file, home.line, address)
