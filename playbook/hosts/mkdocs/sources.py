"""What a site built by MkDocs is made of, from its configuration."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

import playbook
from playbook.folders import data_folder, site_folder
from playbook.hosts.mkdocs.commands import configuration
from playbook.site.sources import Sources


def sources() -> Sources:
    """What the site is made of as mkdocs.yml is now. Raises BuildFailed when it is broken."""
    return sources_of(configuration(site_folder()), data_folder())


def sources_of(config: MkDocsConfig, data: Path) -> Sources:
    """What the site with this configuration is made of; follows `docs_dir`, `custom_dir`, `hooks` and `watch`."""
    file = Path(config.config_file_path)
    theme = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    watched = [Path(path) for path in config.watch]
    modules = [path for path in watched if path.suffix == ".py"]
    hooks = [file.parent / hook for hook in config.hooks]
    code = [Path(playbook.__file__).parent, file.parent / "macros.py", *hooks, *modules]
    return Sources(data, (file, Path(config.docs_dir), *theme, *watched), tuple(code))
