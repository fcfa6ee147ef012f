"""Text written by hand for pages that are made from records: Markdown of `docs/blocks/`, rendered as MkDocs would."""

from __future__ import annotations

import re

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from playbook.hosts.mkdocs.page import generated_file
from playbook.hosts.mkdocs.run import Run
from playbook.model import Home
from playbook.rendering.frame import Block
from playbook.site.build import Build
from playbook.site.inline_scripts import written_problems

_HEADING = re.compile(r"(?<=<h)[1-6](?=>)|(?<=</h)[1-6](?=>)")
_HEADING_ID = re.compile(r'(<h[1-6]) id="[^"]*"')


def take_out(files: Files, build: Build) -> None:
    """Removes from MkDocs' files what is no page: blocks, what is refused, and pages at an address that is taken."""
    written = build.hand_written
    taken = [source for path, source in written.pages.items() if path in build.pages]
    outside = (*written.blocks.values(), *written.refused, *written.left_out, *taken)
    folders = tuple(f"{source}/" for source in written.refused)  # a link to a folder is refused as a whole
    for file in [file for file in files if file.src_uri in outside or file.src_uri.startswith(folders)]:
        files.remove(file)


def render_blocks(run: Run, config: MkDocsConfig, files: Files) -> None:
    """Renders the blocks of every page of ours, macros included. Calls that fail are problems of the run."""
    written = run.build.hand_written
    run.build.blocks = {
        path: Block(
            _html(run, config, files, _file(run.build, path, source, config)),
            run.build.editing.line(Home(f"{written.folder}/{source}", 1)),
        )
        for path, source in written.blocks.items()
        if path in run.build.pages
    }


def _file(build: Build, path: str, source: str, config: MkDocsConfig) -> File:
    """The file of a block: links in it are written as seen from the file, and lead on from the page that shows it."""
    file = File(source, config.docs_dir, config.site_dir, config.use_directory_urls)
    shown_on = generated_file(build.pages[path], build, config)
    file.dest_uri, file.url = shown_on.dest_uri, shown_on.url
    return file


def _html(run: Run, config: MkDocsConfig, files: Files, file: File) -> Markup:
    page = Page(None, file, config)
    page.read_source(config)
    plugin = config.plugins.get("macros")
    if plugin is not None:
        page.meta.setdefault("render_macros", True)
        page.markdown = plugin.on_page_markdown(page.markdown, page=page, config=config, files=files)
    page.render(config, files)
    run.session.problems += written_problems(
        f"{run.build.hand_written.folder}/{file.src_uri}", file.content_string, page.content or ""
    )
    # Headings of the page that shows the block have ids of their own.
    html = _below_title(_HEADING_ID.sub(r"\1", page.content or ""))
    return Markup(run.session.slots.fill(html))  # noqa: S704 - page authors are trusted (decision 1)


def _below_title(html: str) -> str:
    """A block that has a title of its own, with all its headings one level lower: the page has a title already."""
    if "<h1>" not in html:
        return html
    return _HEADING.sub(lambda level: str(min(int(level.group()) + 1, 6)), html)
