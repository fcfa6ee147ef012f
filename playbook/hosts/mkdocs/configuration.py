"""What MkDocs' configuration takes from the data, so that an adopter changes it in one place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from pathspec.gitignore import GitIgnoreSpec

from playbook.hosts.mkdocs.language import adopt_language
from playbook.site import docs_folder
from playbook.site.build import Build
from playbook.site.docs_folder import DocsFolder
from playbook.site.menu import header_doors, header_links, menu
from playbook.site.theme_text import for_theme
from playbook.site.theme_words import palette_name, theme_words

GUESSES = ("edit/master/docs/", "src/default/docs/")
"""What MkDocs takes for `edit_uri` when mkdocs.yml sets only `repo_url` (`EditURI` in its config_options.py)."""

KEPT_OUT = GitIgnoreSpec.from_lines([".*", "/templates/"])
"""What MkDocs keeps out of the site unless `exclude_docs` says otherwise (`_default_exclude` in structure/files.py)."""


def edit_uri_of_root(config: MkDocsConfig) -> str | None:
    """Where the folder around `docs/` is edited; None when mkdocs.yml does not say."""
    given, docs = _edit_uri(config), f"{Path(config.docs_dir).name}/"
    return given.removesuffix(docs) if given and given.endswith(docs) else None


def _edit_uri(config: MkDocsConfig) -> str | None:
    """What mkdocs.yml says itself; where it names a repository and no more, MkDocs has guessed."""
    is_guessed = bool(config.repo_url) and config.edit_uri in GUESSES
    return None if is_guessed else config.edit_uri


def hand_written(config: MkDocsConfig) -> DocsFolder:
    """What lies in `docs/`, without what `exclude_docs` of mkdocs.yml keeps out."""
    named = {str(getattr(script, "path", script)) for script in config.extra_javascript} | set(config.extra_css)
    excluded = KEPT_OUT + config.exclude_docs if config.exclude_docs else KEPT_OUT
    return docs_folder.read(Path(config.docs_dir), named, excluded.match_file)


def name_files(config: MkDocsConfig, assets: Mapping[str, tuple[str, str]]) -> None:
    """Has every page name our files as they are written, with a hash of their content.

    `assets` are the style sheet and the scripts, by the names that mkdocs.yml uses.
    """
    names = {name: written for name, (written, _) in assets.items()}
    config.extra_css = [names.get(str(path), path) for path in config.extra_css]
    for at, script in enumerate(config.extra_javascript):
        if isinstance(script, ExtraScriptValue):
            script.path = names.get(script.path, script.path)
        else:
            config.extra_javascript[at] = names.get(str(script), script)


def adopt_organisation(config: MkDocsConfig, build: Build) -> None:
    """Takes name, language, address, repository and menu from the data."""
    organisation = build.playbook.organisation
    config.site_name = for_theme(organisation.name)
    adopt_language(config, organisation.locale)
    if organisation.site and not config.site_url:
        config.site_url = organisation.site.rstrip("/") + "/"
    if build.editing.prefix:
        config.edit_uri = _edit_uri(config) or f"{build.editing.prefix}{Path(config.docs_dir).name}/"
        config.repo_url = build.editing.repository
    config.extra["words"] = theme_words(organisation)
    _name_palettes(config)
    config.extra["header_doors"] = header_doors(build.pages)
    config.extra["header_links"] = header_links(build.pages)
    config.nav = menu(config.nav or [], build.pages)
    config.theme.static_templates.discard("sitemap.xml")


def _name_palettes(config: MkDocsConfig) -> None:
    """Puts the names of the buttons that switch colours into the language of the house."""
    given = config.theme.get("palette") or []
    for palette in given if isinstance(given, list) else [given]:
        toggle = palette.get("toggle")
        if toggle and toggle.get("name"):
            toggle["name"] = palette_name(toggle["name"])
