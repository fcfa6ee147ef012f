"""What a preview shows of a site built by MkDocs, and what that site is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError

import playbook
from playbook.folders import Folders
from playbook.hosts.mkdocs.bulk import BulkWriter
from playbook.hosts.mkdocs.commands import configuration
from playbook.hosts.mkdocs.host import host_of
from playbook.opening import Opened
from playbook.pages import SitePage
from playbook.problems import Problem
from playbook.site.build import Build
from playbook.site.failure import BuildFailed
from playbook.site.sources import Sources


@dataclass(frozen=True)
class MkDocsPages:
    """The theme and the hand-written pages in a folder, and ours on demand."""

    folder: Path
    build: Build
    errors: Sequence[Problem]
    problems: Sequence[Problem]
    writer: BulkWriter

    def html(self, page: SitePage) -> str:
        """The whole HTML of one page of ours."""
        return self.writer.html(page)

    def following(self, opened: Opened) -> MkDocsPages:
        """The same with the playbook as it was opened later."""
        build = self.build.again(opened)
        return replace(self, build=build, errors=(), writer=self.writer.following(build))


@dataclass(frozen=True)
class MkDocsPreview:
    """Makes what a preview shows."""

    folders: Folders

    def pages(self, folder: Path) -> MkDocsPages:
        """Builds theme and hand-written pages into `folder`. Raises BuildFailed."""
        config = configuration(self.folders.root, folder)
        config.strict = False
        config.site_url = ""
        host = host_of(config)
        host.is_on_demand = True
        try:
            config.plugins.on_startup(command="serve", dirty=False)
            mkdocs_build(config, serve_url="/")
        except (Abort, BuildError) as error:
            raise BuildFailed(str(error)) from error
        run = host.run
        if run.writer is None:
            raise BuildFailed("MkDocs ended without announcing its templates")
        return MkDocsPages(folder, run.build, run.errors, sorted(run.session.problems), run.writer)

    def sources(self) -> Sources:
        """What the site is made of as mkdocs.yml is now. Raises BuildFailed when it is broken."""
        return _sources_of(configuration(self.folders.root, self.folders.site), self.folders.data)


def _sources_of(config: MkDocsConfig, data: Path) -> Sources:
    """What the site with this configuration is made of; follows `docs_dir`, `custom_dir`, `hooks` and `watch`."""
    file = Path(config.config_file_path)
    theme = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    watched = [Path(path) for path in config.watch]
    modules = [path for path in watched if path.suffix == ".py"]
    hooks = [file.parent / hook for hook in config.hooks]
    code = [Path(playbook.__file__).parent, file.parent / "macros.py", *hooks, *modules]
    return Sources(data, (file, Path(config.docs_dir), *theme, *watched), tuple(code))
