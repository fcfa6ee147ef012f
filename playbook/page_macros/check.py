"""Checks the hand-written pages and blocks of `docs/` without a host: addresses, scripts, and the calls of macros."""

from __future__ import annotations

import re
import runpy
from collections.abc import Callable, Iterator, Mapping
from types import SimpleNamespace
from typing import Any

from playbook.page_macros.hand_written import check_calls
from playbook.page_macros.session import Session, open_session
from playbook.page_macros.slots import NoSlots
from playbook.page_macros.written_page import HandWrittenPage
from playbook.problems import Problem
from playbook.site.build import Build
from playbook.site.inline_scripts import written_problems

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*\n\n*", re.DOTALL)
_YES = ("true", "yes", "on")
_RENDER_MACROS = re.compile(r"^render_macros:\s*(\w+)\s*$", re.MULTILINE)


def page_problems(build: Build) -> Iterator[Problem]:
    """What is wrong with the pages in the folder of hand-written pages, as far as that shows without running them."""
    written, docs = build.hand_written, build.folders.docs
    yield from written.problems(build.titles, build.reserved)
    macros = _macros_of(build)
    sources = {**dict.fromkeys(written.pages.values(), False), **dict.fromkeys(written.blocks.values(), True)}
    for source, by_default in sources.items():
        text = (docs / source).read_text("utf-8-sig", errors="replace")
        yield from written_problems(f"{docs.name}/{source}", text)
        page = _page(f"{docs.name}/{source}", text, by_default)
        if page is not None:
            yield from check_calls(page, macros)


def _page(file: str, text: str, by_default: bool) -> HandWrittenPage | None:
    """The page, if its macros are run: a page has to ask for that, a block to refuse it."""
    front = _FRONT_MATTER.match(text)
    asked = _RENDER_MACROS.search(front[1] or "") if front else None
    if asked[1].lower() not in _YES if asked else not by_default:
        return None
    begin = front.end() if front else 0
    return HandWrittenPage(file, text[begin:], text.count("\n", 0, begin) + 1)


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
