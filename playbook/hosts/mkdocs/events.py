"""What happens at each event of a MkDocs build. `hooks.py` hands the events here and does nothing else.

A build that is meant to be published goes into a folder beside the published one and is swapped in when everything is
well; previewing builds into a temporary folder of MkDocs' own.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from playbook.edition import NoDate, date_the_build, edition_day
from playbook.folders import cache_folder, data_folder
from playbook.full_check import judge
from playbook.hosts.mkdocs.bulk import BulkWriter
from playbook.hosts.mkdocs.language import adopt_language
from playbook.hosts.mkdocs.menu import without_missing
from playbook.hosts.mkdocs.page import GeneratedPage, path_of_source
from playbook.hosts.mkdocs.process import Process, with_problems
from playbook.hosts.mkdocs.run import Run, run_of
from playbook.opening import Opened
from playbook.problem_formats import as_text
from playbook.problems import Problem
from playbook.publishing import staging as publishing
from playbook.site import files as site_files
from playbook.site.build import Build
from playbook.site.colours import ColourFault, style_of
from playbook.site.policy import with_policy
from playbook.site.theme_fixes import fixed
from playbook.site.theme_text import for_theme

_PROCESS = Process()
GUESSES = ("edit/master/docs/", "src/default/docs/")
"""What MkDocs takes for `edit_uri` when mkdocs.yml sets only `repo_url` (`EditURI` in its config_options.py)."""


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Dates the build, and remembers whether it is a preview."""
    try:
        date_the_build()
    except NoDate as error:
        raise PluginError(f"\n{error}") from error
    _PROCESS.is_preview = command == "serve"


@contextmanager
def exporting() -> Iterator[None]:
    """Meanwhile nothing is built and published; the events only prepare what is written down elsewhere."""
    _PROCESS.is_export = True
    try:
        yield
    finally:
        _PROCESS.is_export = False


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Opens the playbook; broken data ends the build here, before anything is written."""
    found = judge(data_folder(), edition_day(), cache_folder())
    opened = _PROCESS.settle(data_folder(), found)
    if opened is None:
        raise PluginError("\n" + as_text(found.errors))
    run = Run(_build(opened, config))
    _adopt_organisation(config, run.build)
    config.playbook_run = run  # type: ignore[attr-defined]
    if not (_PROCESS.is_preview or _PROCESS.is_export):
        _stage(config)
    return config


def _build(opened: Opened, config: MkDocsConfig) -> Build:
    docs = Path(config.docs_dir)
    # Sorted, so that of `README.md` and `index.md` in one folder the second wins, as it does for MkDocs.
    sources = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    hand_written = {path_of_source(source): source for source in sources}
    return Build(opened, edition_day(), config.use_directory_urls, hand_written, _edit_uri_of_root(config))


def _edit_uri(config: MkDocsConfig) -> str | None:
    """What mkdocs.yml says itself; where it names a repository and no more, MkDocs has guessed."""
    is_guessed = bool(config.repo_url) and config.edit_uri in GUESSES
    return None if is_guessed else config.edit_uri


def _edit_uri_of_root(config: MkDocsConfig) -> str | None:
    """Where the folder around `docs/` is edited; None when mkdocs.yml does not say."""
    given, docs = _edit_uri(config), f"{Path(config.docs_dir).name}/"
    return given.removesuffix(docs) if given and given.endswith(docs) else None


def _adopt_organisation(config: MkDocsConfig, build: Build) -> None:
    """Name, language, address, repository and menu come from the data, so that an adopter changes them in one place."""
    organisation = build.playbook.organisation
    config.site_name = for_theme(organisation.name)
    adopt_language(config, organisation.locale)
    if organisation.site and not config.site_url:
        config.site_url = organisation.site.rstrip("/") + "/"
    if build.editing.prefix:
        config.edit_uri = _edit_uri(config) or f"{build.editing.prefix}{Path(config.docs_dir).name}/"
        config.repo_url = build.editing.repository
    config.extra["pages_of_ours"] = sorted(path for path, page in build.pages.items() if not page.is_record)
    config.nav = without_missing(config.nav or [], build)
    config.theme.static_templates.discard("sitemap.xml")


def _stage(config: MkDocsConfig) -> None:
    try:
        _PROCESS.staging = publishing.begin(config.site_dir)
    except publishing.PublishingError as error:
        raise PluginError(f"\n{error}") from error
    config.site_dir = str(_PROCESS.staging.folder)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds our pages that are no record, and our style sheet, scripts and icon."""
    run = run_of(config)
    for page in run.build.pages.values():
        if not page.is_record:
            files.append(GeneratedPage(page, run.build, config).file)
    for name, source in site_files.asset_files(_colours(config)):
        files.append(File.generated(config, name, content=source))
    return files


def _colours(config: MkDocsConfig) -> str:
    try:
        return style_of(config.extra.get("colours"))
    except ColourFault as fault:
        raise PluginError(f"\n{fault}") from fault


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keeps the menu for the pages that are written in bulk."""
    run_of(config).nav = nav
    return nav


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Puts what macros made into hand-written pages."""
    return run_of(config).slots.fill(html)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Ends the build if macros named what does not exist; then prepares the writing of the records' pages."""
    run = run_of(config)
    if run.nav is None:
        raise PluginError("MkDocs did not announce the menu before the templates")
    if run.page_problems and not _PROCESS.is_preview:
        raise PluginError("\n" + as_text(sorted(run.page_problems)))
    theme_map = files.get_file_from_path("sitemap.xml")
    if theme_map is not None:
        files.remove(theme_map)  # a template that MkDocs would copy as it is; the map of the site is ours
    run.writer = BulkWriter(run.build, config, run.nav, files, env)
    run.hand_written = [
        file.page.canonical_url
        for file in files.documentation_pages()
        if file.page and file.page.canonical_url and not isinstance(file.page, GeneratedPage)
    ]
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Writes the policy into a page that MkDocs rendered, and while previewing the problems."""
    return with_problems(with_policy(fixed(output)), () if _is_on_demand(config) else _problems(run_of(config)))


def _is_on_demand(config: MkDocsConfig) -> bool:
    """Whether pages are finished when they are asked for, problems included."""
    return getattr(config, "playbook_on_demand", False)


def _problems(run: Run) -> list[Problem]:
    return [*_PROCESS.errors, *sorted(run.page_problems)]


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Writes the policy into the not-found page."""
    return with_policy(fixed(output_content)) if template_name == "404.html" else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Writes the records' pages and the data, and publishes the whole."""
    run = run_of(config)
    if run.writer is None:
        raise PluginError("MkDocs did not announce its templates before the end of the build")
    if _is_on_demand(config):
        return
    folder = Path(config.site_dir)
    run.writer.write_all(folder, lambda html: with_problems(html, _problems(run)))
    site_files.write_all(site_files.other_files(run.build, config.site_url, run.hand_written), folder)
    if _PROCESS.staging is None:
        return
    config.site_dir = str(_PROCESS.staging.site)
    if config.strict and _has_warnings():
        _PROCESS.discard_build()
        return
    staging, _PROCESS.staging = _PROCESS.staging, None
    try:
        publishing.publish(staging)
    except publishing.PublishingError as error:
        raise PluginError(f"\n{error}") from error


def _has_warnings() -> bool:
    """Whether MkDocs is about to abort a strict build: it counts warnings, and looks at them only after this event."""
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    return any(counter.get_counts() for counter in counters)


def on_build_error(error: Exception) -> None:
    """A build that fails is forgotten; what is published stays as it is. A fault of the machine is said plainly."""
    _PROCESS.discard_build()
    if isinstance(error, OSError) and error.errno is not None:  # Jinja's errors about templates have none
        raise PluginError(f"\n{publishing.stopped_by(error)}") from error
