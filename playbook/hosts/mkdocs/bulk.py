"""Writes the pages of records, outside MkDocs' own loop: the theme is rendered once for each kind and filled.

`is_plain` renders the theme for every page instead (PLAYBOOK_PLAIN=1); the site is the same to the byte.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from pathlib import Path
from urllib.parse import urljoin

import jinja2
from markupsafe import Markup, escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from playbook.hosts.mkdocs.page import GeneratedPage
from playbook.hosts.mkdocs.shell import Shell
from playbook.pages import SitePage
from playbook.site.build import Build
from playbook.site.file_names import as_bytes
from playbook.site.policy import with_policy
from playbook.site.theme_fixes import fixed
from playbook.site.theme_text import for_theme


class BulkWriter:
    """Renders and writes record pages of one build."""

    def __init__(
        self, build: Build, config: MkDocsConfig, nav: Navigation, files: Files, environment: jinja2.Environment
    ) -> None:
        self.build = build
        self.config = config
        self.is_plain = False
        """Whether the theme is rendered for every page, to see that filling it in changes nothing."""
        self._nav = nav
        self._files = files.documentation_pages()
        self._template = environment.get_template("main.html")
        self._shells: dict[str, Shell] = {}

    def following(self, build: Build) -> BulkWriter:
        """A writer of the pages of another build, within the same theme."""
        writer = copy(self)
        writer.build = build
        return writer

    def html(self, page: SitePage) -> str:
        """The whole HTML of one page of ours. Pages of records of one kind share a shell."""
        is_alone = self.is_plain or not page.is_record or page.is_former
        alike = page.path if is_alone else page.kind
        if alike not in self._shells or self.is_plain:
            self._shells[alike] = Shell(lambda fields: self._theme(page, fields), is_alone)
        return self._shells[alike].fill(
            {
                "title": for_theme(page.title),
                "description": for_theme(page.description),
                "canonical": self._canonical(page),
                "content": self.build.body(page),
            }
        )

    def write_all(self, folder: Path, finish: Callable[[str, str], str]) -> None:
        """Writes every record's page below `folder`, each as `finish` returns it, which is also
        given the name of its file. Raises OSError when it cannot."""
        for page in (*self.build.pages.values(), *self.build.former.values()):
            if not page.is_record:
                continue
            name = self.build.file_name(page.path)
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(as_bytes(target.name, finish(self.html(page), name.as_posix())))

    def _canonical(self, page: SitePage) -> Markup:
        if not self.config.site_url:
            return Markup()
        return escape(urljoin(self.config.site_url.rstrip("/") + "/", f"{page.path}/"))

    def _theme(self, page: SitePage, fields: dict[str, Markup]) -> str:
        """The theme's page for `page` with these fields in their places."""
        generated = GeneratedPage(page, self.build, self.config)
        generated.title = fields["title"]
        generated.meta["description"] = fields["description"]
        if self.config.site_url:
            generated.canonical_url = fields["canonical"]
        generated.content = fields["content"]
        context = get_context(self._nav, self._files, self.config, generated)
        context = self.config.plugins.on_page_context(context, page=generated, config=self.config, nav=self._nav)
        return with_policy(fixed(self._template.render(context)))
