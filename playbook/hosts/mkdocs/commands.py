"""Builds and serves through MkDocs' own functions, for the command line. Plain `mkdocs build` does the same."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from playbook.edition import NoDate, date_the_build
from playbook.folders import ROOT, site_folder
from playbook.publishing.staging import PublishingError

log = logging.getLogger("mkdocs")


class BuildFailed(Exception):
    """The site could not be built; what is published is as it was. The text is what a person reads."""


class BuildPrevented(BuildFailed):
    """The machine is at fault, or who runs it, and nothing that editors wrote."""


def build_site(*, offline: bool = False) -> Path:
    """Builds and publishes the site; returns its folder. Raises BuildFailed.

    `offline` makes pages that open from a folder without a web server.
    """
    config = configuration(site_folder(), offline=offline)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    except (Abort, BuildError) as error:
        raise failure(error) from error
    return site_folder()


def failure(error: Abort | BuildError) -> BuildFailed:
    """Why a build failed. MkDocs has printed the errors of our events, and raises one without a reason instead."""
    is_printed = isinstance(error, Abort) and isinstance(error.__context__, BuildError)
    cause = error.__context__.__cause__ if is_printed and error.__context__ else error.__cause__
    text = "Nothing was published." if is_printed else str(error)
    return BuildPrevented(text) if isinstance(cause, (OSError, PublishingError, NoDate)) else BuildFailed(text)


def configuration(site: Path, *, offline: bool = False) -> MkDocsConfig:
    """The site's configuration, strict: a warning fails the build. Raises BuildFailed for a broken mkdocs.yml."""
    _listen()
    try:
        date_the_build()
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site), strict=True)
    except NoDate as error:
        raise BuildPrevented(str(error)) from error
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
