"""Where the playbook is edited on the web: the address of a record's line, and of a new proposal.

The one place that knows how code hosts write their addresses; the scripts of the site get theirs from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, urljoin, urlsplit

from playbook.model import Home
from playbook.model.addresses import is_mailbox
from playbook.rendering.frame import EditLine


@dataclass(frozen=True)
class Forge:
    """How one kind of code host writes addresses, below that of a repository."""

    edit: str
    """The folder below which files are edited, with `{branch}` for the branch."""
    issue: str
    """A new issue, with `{title}` and `{text}` for what it says."""
    branch: str
    """What is between a repository and one of its branches in an address."""


GITHUB = Forge("edit/{branch}/", "issues/new?title={title}&body={text}", "/tree/")
GITLAB = Forge("-/edit/{branch}/", "-/issues/new?issue[title]={title}&issue[description]={text}", "/-/tree/")
GITEA = Forge("_edit/{branch}/", "issues/new?title={title}&body={text}", "/src/branch/")
FORGES = {"github": GITHUB, "gitlab": GITLAB, "gitea": GITEA, "forgejo": GITEA, "codeberg": GITEA}
"""By a word in the host's name. A host with none of these is taken for a GitLab, which most houses run themselves."""
BRANCH = "main"
"""The branch that is edited when the address of the repository names none."""


@dataclass(frozen=True)
class Editing:
    """How to reach lines of the repository."""

    address: str | None
    """As the organisation gives it: the repository's, or that of a branch as the browser shows it."""
    edit_uri: str | None = None
    """Where the root of the project is edited, as `edit_uri` of mkdocs.yml gives it; it may begin at the repository."""

    @cached_property
    def forge(self) -> Forge:
        """The kind of code host."""
        host = urlsplit(self.address or "").hostname or ""
        return next((forge for word, forge in FORGES.items() if word in host), GITLAB)

    @property
    def repository(self) -> str | None:
        """The repository's own address."""
        if self.address is None:
            return None
        return self.address.partition(self.forge.branch)[0].rstrip("/").removesuffix(".git")

    @property
    def branch(self) -> str:
        """The branch that is edited."""
        return (self.address or "").partition(self.forge.branch)[2].rstrip("/") or BRANCH

    @property
    def prefix(self) -> str | None:
        """The address below which files are edited, ending in a slash."""
        if self.repository is None:
            return None
        return urljoin(f"{self.repository}/", self.edit_uri or self.forge.edit.format(branch=quote(self.branch)))

    def line(self, home: Home) -> EditLine:
        """The line at which a record begins."""
        address = f"{self.prefix}{quote(home.file)}#L{home.line}" if self.prefix else None
        return EditLine(home.file, home.line, address)

    def proposals(self, contact: str | None) -> str | None:
        """Where something can be proposed, with `{title}` and `{text}` for what: an issue, else a letter to `contact`.

        None when there is neither.
        """
        if self.repository is not None:
            return f"{self.repository}/{self.forge.issue}"
        if contact and is_mailbox(contact):
            return f"mailto:{contact}?subject={{title}}&body={{text}}"
        return None
