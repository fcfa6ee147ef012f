"""What happens at each event of a MkDocs build. `hooks.py` has one host and hands its methods to MkDocs.

A build that is meant to be published goes into a folder beside the published one and is swapped in when everything is
well; previewing builds into a temporary folder of MkDocs' own.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from playbook.days import Days, NoDate
from playbook.folders import Folders
from playbook.full_check import full_check
from playbook.hosts.mkdocs.blocks import render_blocks, take_out
from playbook.hosts.mkdocs.bulk import BulkWriter
from playbook.hosts.mkdocs.configuration import adopt_organisation, edit_uri_of_root, hand_written, name_files
from playbook.hosts.mkdocs.page import GeneratedPage
from playbook.hosts.mkdocs.run import LastGood, Run
from playbook.hosts.mkdocs.settings import refuse_mistakes
from playbook.page_macros.check import macro_names
from playbook.page_macros.page_texts import text_problems
from playbook.page_macros.session import Session, open_session
from playbook.page_macros.slots import Slots
from playbook.problem_formats import as_text
from playbook.problems import one_line
from playbook.publishing import staging as publishing
from playbook.site import inline_scripts, site_files
from playbook.site.build import Build
from playbook.site.colours import ColourFault, style_of
from playbook.site.failure import BuildFailed
from playbook.site.file_names import MARK, as_bytes
from playbook.site.inline_scripts import written_problems
from playbook.site.policy import with_policy
from playbook.site.problem_banner import with_problems
from playbook.site.theme_fixes import fixed
from playbook.wording import _, speak
from playbook.wording.house_locale import house_locale


class MkDocsHost:
    """Carries builds through MkDocs. MkDocs makes a new configuration for each build, and asks one host for all."""

    def __init__(self, folders: Callable[[], Folders], days: Callable[[], Days]) -> None:
        """`folders` and `days` are asked once for each build. `days` may raise NoDate."""
        self.is_on_demand = False
        """Whether our pages are made when they are asked for, and not written."""
        self.is_publishing = True
        """Whether a build that is no preview is made beside the published site, to take its place."""
        self.is_plain = False
        """Whether every page is rendered the plain, slow way; see `bulk`."""
        self._folders = folders
        self._days = days
        self._is_preview = False
        self._last_good: LastGood | None = None
        self._run: Run | None = None

    @property
    def run(self) -> Run:
        """The build that is under way, or was last. Raises PluginError before the first."""
        if self._run is None:
            raise PluginError("MkDocs did not announce its configuration before its other events")
        return self._run

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Notes whether this is a preview."""
        self._is_preview = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Opens the playbook; broken data ends the build here, before anything is written."""
        folders = self._folders()
        speak(house_locale(folders.data))
        refuse_mistakes(config)
        run = self._run = self._begin(config, folders)
        adopt_organisation(config, run.build)
        run.assets = site_files.asset_files(_colours(config))
        name_files(config, run.assets)
        open_session(Path(config.docs_dir), run.session)
        if self.is_publishing and not self._is_preview:
            run.staging = _stage(config)
        return config

    def _begin(self, config: MkDocsConfig, folders: Folders) -> Run:
        try:
            days = self._days()
        except NoDate as error:
            raise PluginError(f"\n{error}") from error
        opened = full_check(folders.data, days, folders.cache)
        written = hand_written(config)
        if not opened.errors and opened.playbook is not None:
            build = Build(
                opened,
                days,
                folders,
                has_folders=config.use_directory_urls,
                hand_written=written,
                edit_uri=edit_uri_of_root(config),
            )
            self._last_good = LastGood(folders.data, build) if self._is_preview else None
        elif self._last_good is not None and self._last_good.data == folders.data:
            build = self._last_good.build
        else:
            raise PluginError("\n" + as_text(opened.errors))
        session = Session(build, Slots())
        session.problems += text_problems(build, Path(config.docs_dir), macro_names(folders.root))
        return Run(build, session, opened.errors)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Adds our pages that are no record, and our style sheet, scripts and icon."""
        build = self.run.build
        take_out(files, build)
        for page in build.pages.values():
            if not page.is_record:
                files.append(GeneratedPage(page, build, config).file)
        for name, text in self.run.assets.values():
            files.append(File.generated(config, name, content=as_bytes(name, text)))
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Keeps the menu for the pages that are written in bulk, and renders the blocks that our pages show."""
        self.run.nav = nav
        render_blocks(self.run, config, files)
        return nav

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Refuses what would run in a hand-written page, and puts what macros made into it."""
        if not isinstance(page, GeneratedPage):
            file = f"{self.run.build.hand_written.folder}/{page.file.src_uri}"
            self.run.session.problems += written_problems(file, page.file.content_string, html)
        return self.run.session.slots.fill(html)

    def on_env(self, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Ends the build if anything is wrong with hand-written pages; then prepares the writing of the records'."""
        run = self.run
        if run.nav is None:
            raise PluginError("MkDocs did not announce the menu before the templates")
        if run.session.problems and not self._is_preview:
            raise PluginError("\n" + as_text(sorted(run.session.problems)))
        theme_map = files.get_file_from_path("sitemap.xml")
        if theme_map is not None:
            files.remove(theme_map)  # a template that MkDocs would copy as it is; the map of the site is ours
        run.writer = BulkWriter(run.build, config, run.nav, files, env)
        run.writer.is_plain = self.is_plain
        run.hand_written = [
            file.page.canonical_url
            for file in files.documentation_pages()
            if file.page and file.page.canonical_url and not isinstance(file.page, GeneratedPage)
        ]
        return env

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Writes the policy into a page that MkDocs rendered, and while previewing the problems."""
        html = with_policy(fixed(output))
        self._refuse_scripts(html, page.file.dest_uri)
        return MARK + with_problems(html, () if self.is_on_demand else self.run.problems)

    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """Writes the policy into the not-found page."""
        if template_name != "404.html":
            return output_content
        html = with_policy(fixed(output_content))
        self._refuse_scripts(html, template_name)
        return MARK + html

    def _refuse_scripts(self, html: str, page: str) -> None:
        """Ends a build that is to be published when a finished page has a script within it."""
        if not self._is_preview:
            refuse_scripts(html, page)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Writes the records' pages and the data, and publishes the whole."""
        run = self.run
        if run.writer is None:
            raise PluginError("MkDocs did not announce its templates before the end of the build")
        if self.is_on_demand:
            return
        folder = Path(config.site_dir)
        run.writer.write_all(folder, self._finished)
        site_files.write_all(site_files.other_files(run.build, config.site_url, run.hand_written), folder)
        if run.staging is not None:
            config.site_dir = str(run.staging.site)
            _finish(run, is_wanted=not (config.strict and _has_warnings()))
        if not run.problems:
            _keep_past(run.build)

    def _finished(self, html: str, page: str) -> str:
        self._refuse_scripts(html, page)
        return with_problems(html, self.run.problems)

    def on_build_error(self, error: Exception) -> None:
        """Discards a build that failed; what is published has not changed. Names a fault of the machine."""
        if self._run is not None and self._run.staging is not None:
            publishing.discard(self._run.staging)
            self._run.staging = None
        if isinstance(error, OSError) and error.errno is not None:  # Jinja's errors about templates have none
            raise PluginError(f"\n{publishing.stopped_by(error)}") from error


def host_of(config: MkDocsConfig) -> MkDocsHost:
    """The host that hooks.py has made."""
    loaded: Any = config.hooks  # by name, although MkDocs' own type says a list
    for module in loaded.values():
        host = getattr(module, "HOST", None)
        if isinstance(host, MkDocsHost):
            return host
    raise BuildFailed(_("mkdocs.yml does not name hooks.py under `hooks`"))


def refuse_scripts(html: str, page: str) -> None:
    """Raises PluginError for a finished page that has a script within it, whoever wrote it."""
    for script in inline_scripts.inline_scripts(html):
        message = _("this page contains a script, which no page may: `%(script)s`", script=one_line(script))
        help_text = _(
            "a template in overrides/ or a setting in mkdocs.yml may have put it there; name a file under "
            "`extra_javascript` instead. If neither has, it is a fault in the playbook’s own code: report it"
        )
        raise PluginError(f"\n{page}: {message}\n  = {_('help: %(words)s', words=help_text)}")


def _colours(config: MkDocsConfig) -> str:
    try:
        return style_of(config.extra.get("colours"))
    except ColourFault as fault:
        raise PluginError(f"\n{fault}") from fault


def _stage(config: MkDocsConfig) -> publishing.Staging:
    try:
        staging = publishing.begin(config.site_dir)
    except publishing.PublishingError as error:
        raise PluginError(f"\n{error}") from error
    config.site_dir = str(staging.folder)
    return staging


def _finish(run: Run, *, is_wanted: bool) -> None:
    """Publishes the build, or discards it when it is not wanted."""
    staging, run.staging = run.staging, None
    if staging is None:
        return
    if not is_wanted:
        publishing.discard(staging)
        return
    try:
        publishing.publish(staging)
    except publishing.PublishingError as error:
        raise PluginError(f"\n{error}") from error


def _keep_past(build: Build) -> None:
    """Says what a person should know on standard error: as a warning of MkDocs it would fail a strict build."""
    notice = build.keep_past()
    if notice:
        print(notice, file=sys.stderr)


def _has_warnings() -> bool:
    """Whether MkDocs is about to abort a strict build: it counts warnings, and looks at them only after the build."""
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    return any(counter.get_counts() for counter in counters)
