"""Runs the macros of each page in the place of the macros plugin (mkdocs-macros), whose own way loses failures.

`plugin` is always the plugin's object, as it hands itself to `define_env` and `on_pre_page_macros`; its parts are used
by name, so that another host's plugin that looks alike works as well.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playbook.page_macros.hand_written import run_macros
from playbook.page_macros.sandbox import offered_macros, page_environment, page_words
from playbook.page_macros.session import Session
from playbook.page_macros.written_page import HandWrittenPage
from playbook.problem_formats import as_text
from playbook.site.docs_folder import BLOCKS
from playbook.urls import path_of_source


def path_of_page(plugin: Any, session: Session) -> str:
    """The path of the page that the plugin is at, or that shows the block it is at.

    Without a host of ours nothing shows blocks, and they are pages like any other.
    """
    source = _source_of(plugin.page)
    return path_of_source(source.removeprefix(f"{BLOCKS}/") if session.is_hosted else source)


def _source_of(page: Any) -> str:
    """The path of a page's file below `docs/`. Pages of MkDocs have a `file`, those of Zensical a `path`."""
    return str(page.file.src_uri if hasattr(page, "file") else page.path)


def run_page(plugin: Any, session: Session) -> None:
    """Runs the macros of the page that comes next, if the page asks for it.

    Left to itself the plugin would write an error into the page, with a traceback, and go on (`format_error` in
    mkdocs_macros/errors.py); so it is given a page with nothing left to run.
    """
    page = plugin.page
    if not _is_asked_for(plugin):
        return
    whole, source = page.file.content_string, plugin.markdown
    first_line = whole[: -len(source)].count("\n") + 1 if source and whole.endswith(source) else 1
    written = HandWrittenPage(f"{Path(plugin.conf['docs_dir']).name}/{page.file.src_uri}", source, first_line)
    environment = page_environment(plugin.env, may_include=bool(plugin.config["include_dir"]))
    words = page_words(plugin.variables, plugin.conf, page.meta)
    text, problems = run_macros(written, environment, words, offered_macros(plugin.macros))
    session.problems += problems
    if problems and not session.is_hosted:
        raise ValueError("\n" + as_text(problems))
    plugin.markdown = page.markdown = text  # the page's own too, because the plugin looks there for a title to run
    page.meta["render_macros"] = False


def _is_asked_for(plugin: Any) -> bool:
    by_default = plugin.config["render_by_default"] or plugin.force_page_rendering(plugin.page.file.src_path)
    return bool(plugin.page.meta.get("render_macros", by_default))
