"""The pages of a site as Markdown files with front matter, one for each page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playbook.export.moved_links import with_moved_links
from playbook.export.plain_yaml import as_yaml
from playbook.export.project import Project, WrittenPage
from playbook.page_macros.in_markdown import block
from playbook.pages import SitePage
from playbook.site.theme_text import for_theme


def page_files(project: Project) -> Iterator[tuple[str, str]]:
    """Every page as (path below `docs/`, text). No macro is left to be run, and no host that can run macros may."""
    build = project.build
    for page in (*build.pages.values(), *build.former.values()):
        yield project.source(page.path), generated_page(page, build.body(page), build.head(page))
    moved = _moved(project)
    for written in project.written:
        text = with_moved_links(written.markdown, written.source, moved)
        yield moved[written.source], _page(_meta(written), project.slots.put(text))


def generated_page(page: SitePage, body: str, head: Mapping[str, object]) -> str:
    """The file of a page that is made from records: raw HTML, which Markdown does not look into.

    Title and description are escaped, because themes print them as they are.
    """
    meta = {
        "title": for_theme(page.title),
        "description": for_theme(page.description),
        "hide": ["navigation", "toc"],
        "is_generated": True,
        "render_macros": False,
        **head,
    }
    return _page(meta, block(body))


def _meta(written: WrittenPage) -> dict[str, object]:
    meta = {**written.meta, "render_macros": False}
    return {**meta, "edit_url": written.edit_url} if written.edit_url else meta


def _page(meta: Mapping[str, object], text: str) -> str:
    return f"---\n{as_yaml(meta)}---\n\n{text.strip(chr(10))}\n"


def _moved(project: Project) -> dict[str, str]:
    """Where each file below `docs/` is in the export, by where it is now."""
    generated = {f"{path or 'index'}.md": project.source(path) for path in project.build.pages}
    written = {page.source: project.source(page.path, page.source) for page in project.written}
    return {**generated, **{name: name for name in project.attachments}, **written}
