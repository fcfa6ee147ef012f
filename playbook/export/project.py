"""What an export is made from, as values.

The host reads `mkdocs.yml`, runs the macros and fills them in; no host is known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playbook.page_macros.slots import Inline, Slots
from playbook.site.build import Build
from playbook.wording import _


class CannotExport(Exception):
    """The site cannot be written down as a project. The text is what a person reads."""

    def __init__(self, message: str, help_text: str | None = None) -> None:
        super().__init__(f"{message}\n  = {_('help: %(words)s', words=help_text)}" if help_text else message)


@dataclass(frozen=True)
class MenuEntry:
    """One line of the menu: a page, an address elsewhere, or a heading with entries below it."""

    title: str
    """As the theme prints it, which does not escape it."""
    page: str | None = None
    """The path of a page of this site."""
    address: str | None = None
    """An address elsewhere."""
    entries: tuple[MenuEntry, ...] = ()


@dataclass(frozen=True)
class WrittenPage:
    """A hand-written page after its macros have been run."""

    source: str
    """The file below `docs/`."""
    path: str
    """The path of the page, below the site's root."""
    meta: Mapping[str, object]
    """The front matter."""
    markdown: str
    """The text below it, with places for what macros made, as `Slots` leaves them."""
    edit_url: str | None = None
    """Where the file is edited on the web."""


@dataclass(frozen=True)
class Settings:
    """What the site's `mkdocs.yml` and theme add to the pages."""

    site_name: str
    """As the theme prints it, which does not escape it."""
    site_url: str | None
    colours: str
    """The rules of the house's own colours."""
    theme: Mapping[str, object]
    """The options of the theme."""
    theme_folders: tuple[Path, ...]
    """Where the theme's templates are: our overrides first, then the theme."""
    extra: Mapping[str, object]
    extra_css: tuple[str, ...]
    extra_javascript: tuple[object, ...]
    markdown_extensions: tuple[object, ...]
    """Names, or mappings of a name to its options."""


@dataclass(frozen=True)
class Project:
    """A site, ready to be written down."""

    build: Build
    settings: Settings
    menu: tuple[MenuEntry, ...]
    written: tuple[WrittenPage, ...]
    slots: Slots | Inline
    """What the macros of the hand-written pages made."""
    attachments: Mapping[str, bytes]
    """Files of `docs/` that are no pages, by their paths."""
    addresses: tuple[str, ...] = ()
    """The full addresses of the hand-written pages; none when the site has no address."""

    def source(self, path: str, written: str | None = None) -> str:
        """The file below `docs/` of the page at `path`; `written` is where it was written by hand.

        A page is in the folder of its address, because Zensical takes links in HTML for links from the file and
        MkDocs does not touch them: so they mean the same to both.
        """
        if not path:
            return "index.md"
        return f"{path}/index.md" if self.build.has_folders else written or f"{path}.md"
