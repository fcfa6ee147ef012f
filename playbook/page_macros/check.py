"""Checks the hand-written pages and blocks of `docs/` without a host: addresses, scripts, and the calls of macros."""

from __future__ import annotations

import runpy
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from playbook.page_macros.hand_written import check_calls
from playbook.page_macros.page_texts import page_texts, text_problems
from playbook.page_macros.session import Session, open_session
from playbook.page_macros.slots import NoSlots
from playbook.problems import Problem
from playbook.site.build import Build
from playbook.site.inline_scripts import written_problems


def page_problems(build: Build) -> Iterator[Problem]:
    """What is wrong with the pages in the folder of hand-written pages, as far as that shows without running them."""
    docs = build.folders.docs
    macros = _macros_of(build)
    yield from text_problems(build, docs, macro_names(build.folders.root))
    for text in page_texts(build.hand_written, docs):
        yield from written_problems(text.file, text.text)
        if text.is_run:
            yield from check_calls(text.page, macros)


def macro_names(root: Path) -> frozenset[str]:
    """The names of the macros that macros.py offers; as many as can be found without the macros plugin."""
    names: set[str] = set()

    def offer(macro: Callable[..., Any]) -> Callable[..., Any]:
        names.add(macro.__name__)
        return macro

    try:
        runpy.run_path(str(root / "macros.py"))["define_env"](SimpleNamespace(macro=offer, conf={}))
    except (Exception, SystemExit):  # the file is the adopter's, and a build reports what is wrong with it
        return frozenset(names)
    return frozenset(names)


def _macros_of(build: Build) -> Mapping[str, Callable[..., Any]]:
    """What macros.py offers, so that it looks things up and makes nothing.

    Empty when there is no such file, or when it asks more of the macros plugin than to take macros: then only a build
    can say what pages may call.
    """
    file, docs = build.folders.root / "macros.py", build.folders.docs
    macros: dict[str, Callable[..., Any]] = {}

    def offer(macro: Callable[..., Any]) -> Callable[..., Any]:
        macros[macro.__name__] = macro
        return macro

    open_session(docs, Session(build, NoSlots()))
    try:
        runpy.run_path(str(file))["define_env"](SimpleNamespace(macro=offer, conf={"docs_dir": str(docs)}))
    except (Exception, SystemExit):  # the file is the adopter's, and a build reports what is wrong with it
        return {}
    return macros
