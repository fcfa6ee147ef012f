"""A page of ours as MkDocs sees it: a file without a source on disk, and content that Markdown never touches.

Title and description reach the theme escaped, because the theme prints them as they are.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from playbook.pages import SitePage
from playbook.site.build import Build
from playbook.site.theme_text import for_theme


class GeneratedPage(Page):
    """A page whose content is made from the playbook."""

    def __init__(self, site_page: SitePage, build: Build, config: MkDocsConfig) -> None:
        self._site_page = site_page
        self._build = build
        super().__init__(for_theme(site_page.title), generated_file(site_page, build, config), config)
        self.edit_url = None
        self.markdown = ""
        self.meta = self._meta()

    def _meta(self) -> dict[str, object]:
        return {
            "description": for_theme(self._site_page.description),
            "hide": ["navigation", "toc"],
            "is_generated": True,
            **self._build.head(self._site_page),
        }

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source: the content comes from the playbook."""
        self.markdown = ""
        self.meta = self._meta()

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Makes the content. Nothing is left for Markdown to do."""
        self.content = self._build.body(self._site_page)
        self.toc = TableOfContents([])
        self.present_anchor_ids = None
        self.links_to_anchors = {}


def generated_file(site_page: SitePage, build: Build, config: MkDocsConfig) -> File:
    """The file of a page of ours, as MkDocs counts files."""
    name = f"{site_page.path or 'index'}.md"
    return File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
