"""One build of the site: the playbook that was opened, the pages made from it, and how they are rendered.

Knows which pages there are and what is in them; writing them is `bulk`'s, the theme around them is `shell`'s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from playbook import git
from playbook.days import Days
from playbook.folders import Folders
from playbook.model import Home, Playbook
from playbook.opening import Opened
from playbook.pages import SitePage, former_pages, pages
from playbook.ref import PAGE, Ref
from playbook.rendering import Renderer
from playbook.rendering.frame import Block, EditLine, Frame
from playbook.rendering.links import Links
from playbook.reviewing.ledger import Ledger
from playbook.reviewing.reviewed_texts import ReviewedTexts, reviewed_texts
from playbook.site.docs_folder import DocsFolder
from playbook.site.editing import Editing
from playbook.site.history import changes
from playbook.urls import folder_of, page_path
from playbook.views import catalogue
from playbook.views.changes import Change
from playbook.views.context import Context
from playbook.views.rewording import Rewording
from playbook.wording import _


@dataclass
class Build:
    """Everything one build knows."""

    opened: Opened
    days: Days
    folders: Folders
    has_folders: bool = True
    """Whether a page is a folder with an index, or a file that opens without a web server."""
    hand_written: DocsFolder = field(default_factory=DocsFolder)
    blocks: Mapping[str, Block] = field(default_factory=dict)
    """By the path of the page that shows it, a block written by hand; the host renders them before our pages."""
    edit_uri: str | None = None
    """Where the project is edited, when mkdocs.yml says so."""
    _renderers: dict[str, Renderer] = field(default_factory=dict)

    def again(self, opened: Opened) -> Build:
        """This build with the playbook as it was opened later."""
        return replace(self, opened=opened, _renderers={})

    @cached_property
    def playbook(self) -> Playbook:
        """What is published. Raises ValueError when the folder could not be read."""
        if self.opened.playbook is None:
            raise ValueError("there is no playbook to build from")
        return self.opened.playbook.published()

    @cached_property
    def context(self) -> Context:
        """What views are made from."""
        return Context(self.playbook, self.days.edition, self.opened.advice, self._changes, self._rewordings)

    def _changes(self) -> tuple[Change, ...]:
        return changes(self.folders.data, self.playbook.homes, self.days.edition, self.folders.cache)

    @cached_property
    def reviewed_texts(self) -> ReviewedTexts | None:
        """The texts that were reviewed; None when nobody knows them."""
        return reviewed_texts(self.folders.data, self.playbook.organisation, self.folders.cache)

    def _rewordings(self) -> Mapping[Ref, Rewording] | None:
        texts = self.reviewed_texts
        return texts.rewordings(self.playbook, self.opened.written, self.days.edition) if texts else None

    def keep_past(self) -> str | None:
        """Keeps fingerprints of what was reviewed, where git keeps no history. Returns what to tell a person."""
        texts = self.reviewed_texts
        if isinstance(texts, Ledger) and self.opened.playbook is not None:
            return texts.keep(self.opened.playbook, self.opened.written, self.days.edition)
        return git.trouble(self.folders.data)

    @cached_property
    def pages(self) -> Mapping[str, SitePage]:
        """Every page of ours by its path, in the order of the site."""
        return {page.path: page for page in pages(self.context)}

    @cached_property
    def former(self) -> Mapping[str, SitePage]:
        """By path, what stands at addresses that have no record any longer. They are written as `pages` are."""
        return {page.path: page for page in former_pages(self.context)}

    def page_at(self, path: str) -> SitePage | None:
        """The page of ours at a path; None when there is none."""
        return self.pages.get(path) or self.former.get(path)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of every page of ours by its path."""
        return {path: page.title for path, page in self.pages.items()}

    @property
    def reserved(self) -> Mapping[str, str]:
        """By path, the title of every page that is no record and that a playbook may have, and of former pages."""
        overviews = {page_path(PAGE, page.id): _(page.title) for page in catalogue.overviews()}
        return {**overviews, **{path: page.title for path, page in self.former.items()}}

    @property
    def page_ids(self) -> tuple[str, ...]:
        """The ids of all pages that are no record, for a playbook that has everything: views and indexes of kinds."""
        return catalogue.linked_ids()

    @cached_property
    def editing(self) -> Editing:
        """Where records are edited."""
        return Editing(self.playbook.organisation.repository, self.edit_uri)

    @property
    def edition(self) -> str:
        """The name of this edition: its month."""
        return f"{self.days.edition:%Y-%m}"

    def renderer(self, path: str) -> Renderer:
        """The renderer for a page at `path`; pages equally deep share one."""
        links = Links(path, self.has_folders)
        if links.root not in self._renderers:
            self._renderers[links.root] = Renderer(self.playbook, links, self.folders.cache / "templates")
        return self._renderers[links.root]

    def head(self, page: SitePage) -> dict[str, object]:
        """What the head of a page says besides its title, for the theme."""
        if not page.is_former:
            return {}
        leads_to = self.renderer(page.path).links.to_path(page.leads_to) if page.leads_to else None
        return {"is_former": True, **({"leads_to": leads_to} if leads_to else {})}

    def body(self, page: SitePage) -> Markup:
        """The HTML of a page of ours, without the theme around it."""
        renderer = self.renderer(page.path)
        return renderer.render(page.template, {"page": self._frame(page, renderer.links), "view": page.prepare()})

    def _frame(self, page: SitePage, links: Links) -> Frame:
        return Frame(
            path=page.path,
            kind=page.kind,
            title=page.title,
            description=page.description,
            crumbs=tuple(self._crumbs(page, links)),
            edit=self.edit_line(page.home),
            edition=self.edition,
            house=self.playbook.organisation,
            block=self.blocks.get(page.path),
            review=self.context.reviews.of(page.ref) if page.ref else None,
        )

    def edit_line(self, home: Home | None) -> EditLine | None:
        """The line that says where a record is edited; None for a page made from many records."""
        return self.editing.line(home) if home and home.file else None

    def _crumbs(self, page: SitePage, links: Links) -> list[tuple[str, str]]:
        if not page.path:
            return []
        crumbs = [(_("Home"), links.to_path(""))]
        if page.is_record:
            folder = folder_of(page.kind)
            index = self.pages.get(folder)
            crumbs.append((index.title if index else folder, links.to_path(folder)))
        return crumbs

    def file_name(self, path: str) -> Path:
        """The file of the page at `path`, below the site's root."""
        if not path:
            return Path("index.html")
        return Path(path, "index.html") if self.has_folders else Path(f"{path}.html")
