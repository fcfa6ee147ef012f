"""Builds through MkDocs' own functions, for the command line. Plain `mkdocs build` does the same."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from playbook.days import NoDate
from playbook.folders import Folders
from playbook.hosts.mkdocs.host import host_of
from playbook.publishing.staging import PublishingError
from playbook.site.failure import BuildFailed, BuildPrevented
from playbook.wording import _

log = logging.getLogger("mkdocs")


def build_site(folders: Folders, *, offline: bool = False) -> Path:
    """Builds and publishes the site; returns its folder. Raises BuildFailed.

    `offline` makes pages that open from a folder without a web server.
    """
    config = configuration(folders.root, folders.site, offline=offline)
    host_of(config)  # without it, MkDocs would empty the published folder first
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    except (Abort, BuildError) as error:
        raise failure(error) from error
    return folders.site


def failure(error: Abort | BuildError) -> BuildFailed:
    """Why a build failed. MkDocs has printed the errors of our events, and raises one without a reason instead."""
    is_printed = isinstance(error, Abort) and isinstance(error.__context__, BuildError)
    cause = error.__context__.__cause__ if is_printed and error.__context__ else error.__cause__
    text = _("Nothing was published.") if is_printed else str(error)
    return BuildPrevented(text) if isinstance(cause, (OSError, PublishingError, NoDate)) else BuildFailed(text)


def configuration(root: Path, site: Path, *, offline: bool = False) -> MkDocsConfig:
    """The site's configuration, strict: a warning fails the build. Raises BuildFailed for a broken mkdocs.yml."""
    _listen()
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site), strict=True)
    except (Abort, ConfigurationError) as error:
        raise BuildFailed(str(error)) from error
    config.use_directory_urls = config.use_directory_urls and not offline
    return config


def _listen() -> None:
    """Shows MkDocs' warnings and errors, each on a line, and nothing else."""
    if not log.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
        log.addHandler(handler)
    log.setLevel(logging.WARNING)
