"""The door for page authors: what a hand-written page in `docs/` may call. Each macro is one return.

A page opts in with `render_macros: true` in its front matter. docs/for-page-authors.md shows every macro at work.
Without an id, a macro that shows a record shows an example.
"""

import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT)] if str(ROOT) not in sys.path else []

from playbook.days import Days  # noqa: E402 - this file is loaded by path; only now can the package be imported
from playbook.folders import Folders  # noqa: E402
from playbook.page_macros.macros import Macros  # noqa: E402
from playbook.page_macros.plugin import path_of_page, run_page  # noqa: E402
from playbook.page_macros.session import Session, session_of  # noqa: E402


def session(env: Any) -> Session:
    """The playbook of the site that is being made."""
    return session_of(env.conf, lambda: Folders.of(os.environ, ROOT), lambda: Days.of(os.environ, ROOT))


def define_env(env: Any) -> None:
    """Offers the macros to the pages. `env` is the macros plugin."""
    macros = Macros(lambda: session(env), lambda: path_of_page(env, session(env)))

    @env.macro  # type: ignore[untyped-decorator]
    def show_department(department: str | None = None) -> str:
        """A department as a card: its promise, where it acts, and one thing to do on the next shift."""
        return macros.record("department", department)

    @env.macro  # type: ignore[untyped-decorator]
    def show_role(role: str | None = None) -> str:
        """A role as a card: what it is there for and what it may decide alone."""
        return macros.record("role", role)

    @env.macro  # type: ignore[untyped-decorator]
    def show_touchpoint(touchpoint: str | None = None) -> str:
        """A touchpoint as a card: the patron's question and who acts there."""
        return macros.record("touchpoint", touchpoint)

    @env.macro  # type: ignore[untyped-decorator]
    def show_tip(tip: str | None = None) -> str:
        """A tip as a card: the patron's question, the steps, floor and flex."""
        return macros.record("tip", tip)

    @env.macro  # type: ignore[untyped-decorator]
    def show_scenario(scenario: str | None = None) -> str:
        """A scenario as a card: how it starts, what to do, what to say."""
        return macros.record("scenario", scenario)

    @env.macro  # type: ignore[untyped-decorator]
    def show_journey() -> str:
        """The whole journey as a strip."""
        return macros.journey()

    @env.macro  # type: ignore[untyped-decorator]
    def show_blueprint() -> str:
        """The service blueprint."""
        return macros.view("blueprint")

    @env.macro  # type: ignore[untyped-decorator]
    def show_coverage() -> str:
        """Which department acts at which touchpoint."""
        return macros.view("coverage")

    @env.macro  # type: ignore[untyped-decorator]
    def list_tips(limit: int | None = None, **filters: str) -> str:
        """Tips as a list, narrowed by any of the filters; `limit` is the most to show."""
        return macros.tips(limit, filters)

    @env.macro  # type: ignore[untyped-decorator]
    def list_departments() -> str:
        """Every department as a link."""
        return macros.records("department")

    @env.macro  # type: ignore[untyped-decorator]
    def list_scenarios() -> str:
        """Every scenario as a link."""
        return macros.records("scenario")

    @env.macro  # type: ignore[untyped-decorator]
    def list_problems(only: str | None = None) -> str:
        """What the checks can report, what it means and what fixes it; `only` is "errors" or "advice"."""
        return macros.explanations(only)

    @env.macro  # type: ignore[untyped-decorator]
    def link_to(kind: str, name: str | None = None, text: str | None = None) -> str:
        """A link to a record, or to a page that is no record (kind `page`), in the running text."""
        return macros.link(kind, name, text)

    @env.macro  # type: ignore[untyped-decorator]
    def fact(name: str | None = None) -> str:
        """A fact of the house, as `facts` in organisation.yml states it, in the running text."""
        return macros.fact(name)

    @env.macro  # type: ignore[untyped-decorator]
    def has_page(name: str) -> bool:
        """Whether this playbook has something on a page that is no record; for a sentence that depends on it."""
        return macros.has_page(name)


def on_pre_page_macros(env: Any) -> None:
    """Runs the macros of each page, so that what fails is a problem with a place and not a traceback on the page."""
    run_page(env, session(env))
