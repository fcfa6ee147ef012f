"""What happens at each event of a MkDocs build. `hooks.py` hands the events here and does nothing else."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import time
from pathlib import Path
from typing import Literal

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from playbook.opening import ROOT, cache_folder, data_folder, open_playbook
from playbook.problem_formats import as_text
from playbook.site import files as site_files
from playbook.site.build import Build
from playbook.site.bulk import BulkWriter
from playbook.site.menu import without_missing
from playbook.site.page import GeneratedPage, for_theme
from playbook.site.policy import with_policy
from playbook.site.slots import Slots


class Run:
    """What one run through the events carries from one to the next."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.slots = Slots()
        self.nav: Navigation | None = None
        self.writer: BulkWriter | None = None
        self.hand_written: list[str] = []


def run_of(config: MkDocsConfig) -> Run:
    """The run that belongs to a configuration. Raises AttributeError before `on_config`."""
    run: Run = config.playbook_run  # type: ignore[attr-defined]
    return run


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Dates the build by the last commit, so that the same commit gives the same bytes."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(_last_commit()))


def _last_commit() -> int:
    asked = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    return int(asked.stdout) if asked.returncode == 0 and asked.stdout.strip() else int(time.time())


def edition_day() -> dt.date:
    """The day of the edition: that of SOURCE_DATE_EPOCH."""
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH") or _last_commit())
    return dt.datetime.fromtimestamp(epoch, dt.UTC).date()


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Opens the playbook; broken data ends the build here, before anything is written."""
    opened = open_playbook(data_folder(), edition_day(), cache_folder())
    if opened.errors or opened.playbook is None:
        raise PluginError("\n" + as_text(opened.errors))
    build = Build(opened, edition_day(), config.use_directory_urls, _hand_written(Path(config.docs_dir)))
    organisation = build.playbook.organisation
    config.site_name = for_theme(organisation.name)
    if organisation.site and not config.site_url:
        config.site_url = organisation.site.rstrip("/") + "/"
    if build.editing.prefix:
        config.repo_url = organisation.repository
        config.edit_uri = f"{build.editing.prefix}{Path(config.docs_dir).name}/"
    config.extra["pages_of_ours"] = sorted(path for path, page in build.pages.items() if not page.is_record)
    config.nav = without_missing(config.nav or [], build)
    config.theme.static_templates.discard("sitemap.xml")
    config.playbook_run = Run(build)  # type: ignore[attr-defined]
    return config


def _hand_written(docs: Path) -> frozenset[str]:
    names = (path.relative_to(docs).with_suffix("").as_posix() for path in docs.rglob("*.md"))
    return frozenset("" if name == "index" else name.removesuffix("/index") for name in names)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds our pages that are no record, and our style sheet and script."""
    run = run_of(config)
    for page in run.build.pages.values():
        if not page.is_record:
            files.append(GeneratedPage(page, run.build, config).file)
    files.append(File.generated(config, site_files.STYLE_SHEET, content=site_files.style_sheet()))
    files.append(File.generated(config, site_files.SCRIPT, content=site_files.script()))
    files.append(File.generated(config, site_files.ICON, abs_src_path=str(site_files.ASSETS / "favicon.svg")))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keeps the menu for the pages that are written in bulk."""
    run_of(config).nav = nav
    return nav


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Puts what macros made into hand-written pages."""
    return run_of(config).slots.fill(html)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Prepares the writing of the records' pages, which needs the theme's templates."""
    run = run_of(config)
    if run.nav is None:
        raise PluginError("MkDocs did not announce the menu before the templates")
    run.writer = BulkWriter(run.build, config, run.nav, files, env)
    ours = run.build.pages.keys()
    run.hand_written = [
        file.page.canonical_url
        for file in files.documentation_pages()
        if file.page and file.page.canonical_url and not isinstance(file.page, GeneratedPage) and file.name not in ours
    ]
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Writes the policy into a page that MkDocs rendered."""
    return with_policy(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Writes the policy into the not-found page."""
    return with_policy(output_content) if template_name == "404.html" else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Writes the records' pages and the data."""
    run = run_of(config)
    if run.writer is None:
        raise PluginError("MkDocs did not announce its templates before the end of the build")
    folder = Path(config.site_dir)
    run.writer.write_all(folder)
    for name, text in site_files.data_files(run.build):
        _write(folder / name, text)
    if config.site_url:
        _write(folder / "sitemap.xml", site_files.site_map(run.build, config.site_url, iter(run.hand_written)))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


