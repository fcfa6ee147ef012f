"""Reads the site as MkDocs does, up to where pages are rendered, and hands it to `playbook.export` as values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Link, Section, get_navigation
from mkdocs.structure.pages import Page

from playbook.export.project import MenuEntry, Project, Settings, WrittenPage
from playbook.folders import Folders
from playbook.hosts.mkdocs.commands import configuration, failure
from playbook.hosts.mkdocs.host import MkDocsHost, host_of
from playbook.hosts.mkdocs.page import GeneratedPage
from playbook.page_macros.session import Session
from playbook.problem_formats import as_text
from playbook.site.colours import style_of
from playbook.site.failure import BuildFailed
from playbook.site.inline_scripts import written_problems
from playbook.urls import path_of_source

KEPT = (InclusionLevel.UNDEFINED, InclusionLevel.NOT_IN_NAV, InclusionLevel.INCLUDED)
"""How files are marked that `exclude_docs` and `draft_docs` of mkdocs.yml leave in the site."""


def project(folders: Folders, *, offline: bool = False) -> Project:
    """The site of mkdocs.yml and the playbook. Raises BuildFailed for what would stop a build as well."""
    config = configuration(folders.root, folders.site, offline=offline)
    host = host_of(config)
    host.is_publishing = False
    try:
        config.plugins.on_startup(command="build", dirty=False)
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        made = _project(config, host)
        config.plugins.on_shutdown()
        return made
    except (Abort, BuildError) as error:
        raise failure(error) from error


def _project(config: MkDocsConfig, host: MkDocsHost) -> Project:
    """The site of a configuration that our events have prepared."""
    files = config.plugins.on_files(get_files(config), config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    session = host.run.session
    written = tuple(_written(files, config, session))
    if session.problems:
        raise BuildFailed(as_text(sorted(session.problems)))
    return Project(
        build=session.build,
        settings=_settings(config),
        menu=tuple(_entries(nav.items)),
        written=written,
        slots=session.slots,
        attachments={file.src_uri: file.content_bytes for file in _attachments(files)},
        addresses=tuple(
            file.page.canonical_url
            for file in files.documentation_pages()
            if file.page and file.page.canonical_url and not isinstance(file.page, GeneratedPage)
        ),
    )


def _written(files: Files, config: MkDocsConfig, session: Session) -> Iterator[WrittenPage]:
    """The hand-written pages, with their macros run."""
    for file in files.documentation_pages():
        page = file.page or Page(None, file, config)
        if isinstance(page, GeneratedPage):
            continue
        page.read_source(config)
        markdown = config.plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        name = f"{Path(config.docs_dir).name}/{file.src_uri}"
        session.problems += written_problems(name, file.content_string)
        path = path_of_source(file.src_uri)
        yield WrittenPage(file.src_uri, path, page.meta, markdown, page.edit_url)


def _attachments(files: Files) -> Iterator[File]:
    """The files of docs/ that are no pages, without those that we make."""
    for file in files:
        if not file.is_documentation_page() and file.generated_by is None and file.inclusion in KEPT:
            yield file


def _entries(items: Iterable[StructureItem]) -> Iterator[MenuEntry]:
    for item in items:
        if isinstance(item, Page):
            yield MenuEntry(str(item.title), page=path_of_source(item.file.src_uri))
        elif isinstance(item, Section):
            yield MenuEntry(item.title, entries=tuple(_entries(item.children)))
        elif isinstance(item, Link):
            yield MenuEntry(str(item.title), address=item.url)


def _settings(config: MkDocsConfig) -> Settings:
    options = config.mdx_configs
    return Settings(
        site_name=config.site_name,
        site_url=config.site_url or None,
        colours=style_of(config.extra.get("colours")),
        theme=dict(config.theme),
        theme_folders=tuple(Path(folder) for folder in config.theme.dirs),
        extra=config.extra,
        extra_css=tuple(config.extra_css),
        extra_javascript=tuple(_script(script) for script in config.extra_javascript),
        markdown_extensions=tuple(
            {name: options[name]} if options.get(name) else name for name in config.markdown_extensions
        ),
    )


def _script(script: object) -> object:
    """A script as mkdocs.yml names it."""
    return {key: value for key, value in script.items() if value} if isinstance(script, ExtraScriptValue) else script
