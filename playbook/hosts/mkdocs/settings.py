"""Refuses what is mistyped or missing among a house's settings in mkdocs.yml."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from playbook.problem_formats import as_text
from playbook.site.house_settings import PICTURES, WEB_ADDRESSES, HouseSettings, setting_problems
from playbook.site.site_files import ICON


def refuse_mistakes(config: MkDocsConfig) -> None:
    """Raises PluginError with every mistake in the settings, each with its line."""
    pictures = {key: config.theme.get(key) for key in PICTURES if config.theme.get(key) != ICON}
    file = Path(config.config_file_path)
    text = file.read_text("utf-8") if file.is_file() else ""
    folders = [Path(config.docs_dir), *map(Path, config.theme.dirs)]
    addresses = {key: config.get(key) for key in WEB_ADDRESSES if config.get(key)}
    settings = HouseSettings(text, config.extra or {}, pictures, folders, addresses, tuple(_links(config.nav)))
    problems = setting_problems(settings)
    if problems:
        raise PluginError("\n" + as_text(problems))


def _links(entries: object) -> Iterator[str]:
    """Everything that the menu of mkdocs.yml names, at any depth."""
    if isinstance(entries, str):
        yield entries
    elif isinstance(entries, dict | list):
        for entry in entries.values() if isinstance(entries, dict) else entries:
            yield from _links(entry)
