"""One person with a real Chromium: opens pages, types into the search box, and records what each action costs.

A cost is counted until the browser is idle again, so that deferred work is included. Nothing is subtracted for that
time: an idle page uses a few thousandths of a processor.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from playwright.sync_api import Browser, BrowserType, CDPSession, Error, Page

from benchmarks.measuring import CommandFailed
from benchmarks.processor_time import Look, look
from benchmarks.search_boxes import Box
from benchmarks.serving import Answer, SiteServer
from tests import chromium

LOOK_SECONDS = 0.1
"""Seconds between two checks whether the browser is idle."""
IDLE_SECONDS = 0.003
"""Processor time of pages between two checks that counts as idle: a blinking caret, the check itself."""
IDLE_LOOKS = 2
PATIENCE = 300
"""Seconds after which a page that never becomes idle is given up."""
OPTIONS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--enable-blink-features=ForceEagerMeasureMemory",  # the page need not wait for the next garbage collection
)
_HEAP = """
    performance.measureUserAgentSpecificMemory().then(({ breakdown }) => breakdown
        .filter(({ types }) => types.includes("JavaScript"))
        .reduce((sum, { bytes }) => sum + bytes, 0))
"""


@dataclass(frozen=True)
class Cost:
    """What one action of a person costs."""

    shown: float
    """Seconds until its effect was painted."""
    page: float
    """Seconds of processor time of the page: scripts, workers, garbage collection, layout and painting."""
    browser: float
    """Seconds of processor time of all processes of the browser together."""
    answers: tuple[Answer, ...]
    """Everything that the server sent."""

    @property
    def bytes(self) -> int:
        """Over the wire."""
        return sum(answer.bytes for answer in self.answers)

    def and_then(self, later: Cost) -> Cost:
        """Both in one."""
        return Cost(
            self.shown + later.shown,
            self.page + later.page,
            self.browser + later.browser,
            self.answers + later.answers,
        )


def chromium_path() -> str:
    """The browser: what PLAYBOOK_CHROMIUM names, else an installed one. Raises FileNotFoundError."""
    path = os.environ.get("PLAYBOOK_CHROMIUM") or chromium.installed()
    if not path or not chromium.starts(path):
        raise FileNotFoundError(
            "no Chromium was found: `python3 run.py test` installs one, PLAYBOOK_CHROMIUM names one"
        )
    return path


def start(kind: BrowserType) -> Browser:
    """Start Chromium as it is measured, without a window. Raises FileNotFoundError."""
    options = list(OPTIONS)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--no-sandbox")  # Chromium refuses to run as root with its sandbox
    return kind.launch(executable_path=chromium_path(), args=options)


class Visit:
    """A person who has never been here: nothing of an earlier visit is cached."""

    def __init__(self, browser: CDPSession, page: Page, server: SiteServer) -> None:
        self._browser = browser
        self._page = page
        self._server = server

    def open(self, path: str) -> Cost:
        """Go to a page."""
        cost = self._cost(lambda: self._page.goto(self._server.url + path, wait_until="load"))
        self._page.evaluate("0")  # what drives the browser settles in the page now, and not when a query is counted
        self._rest()
        return cost

    def fetch(self, path: str) -> tuple[Answer, ...]:
        """Go to a page and wait only until it has fetched everything; returns what that was."""
        already = len(self._server.answers)
        self._page.goto(self._server.url + path, wait_until="networkidle")
        return tuple(self._server.answers[already:])

    def ask(self, box: Box, words: str) -> Cost:
        """Put the cursor into the box with its shortcut, and all words at once, until results are shown."""
        return self._answered(box, lambda: self._type_at_once(words))

    def go_on(self, box: Box, letter: str) -> Cost:
        """One more key, until results are shown again."""
        return self._answered(box, lambda: self._page.keyboard.type(letter))

    def ask_in_vain(self, words: str) -> Cost:
        """As `ask`, for a box that does not answer."""
        return self._cost(lambda: self._type_at_once(words))

    def go_on_in_vain(self, letter: str) -> Cost:
        """As `go_on`, for a box that does not answer."""
        return self._cost(lambda: self._page.keyboard.type(letter))

    def heap(self) -> int:
        """Bytes of JavaScript's memory that page and workers hold after a garbage collection."""
        found = int(self._page.evaluate(_HEAP))
        self._rest()
        return found

    def _type_at_once(self, words: str) -> None:
        keyboard = self._page.keyboard
        keyboard.press("/")
        keyboard.insert_text(words[:-1])
        keyboard.type(words[-1])  # stock Material listens to keys, and not to changes

    def _answered(self, box: Box, act: Callable[[], object]) -> Cost:
        """What it costs until results are shown. Only an idle page is asked, because asking costs it something."""
        self._page.evaluate(f"() => {{ globalThis.answered = {box.watch(PATIENCE)}; }}")
        cost = self._cost(act)
        while (shown := self._page.evaluate("Promise.race([answered, null])")) is None:
            cost = cost.and_then(self._cost(lambda: None))
        return replace(cost, shown=shown)

    def _cost(self, act: Callable[[], object]) -> Cost:
        already = len(self._server.answers)
        before = self._look()
        began = time.perf_counter()
        act()
        shown = time.perf_counter() - began
        used = self._rest().since(before)
        return Cost(shown, used.page, used.browser, tuple(self._server.answers[already:]))

    def _rest(self) -> Look:
        """Wait until the server has sent everything and pages have nothing more to do; returns the last look."""
        end = time.monotonic() + PATIENCE
        last, idle = self._look(), 0
        while idle < IDLE_LOOKS:
            if time.monotonic() > end:
                raise CommandFailed(f"after {PATIENCE} s the page was still busy")
            time.sleep(LOOK_SECONDS)
            now = self._look()
            is_idle = self._server.is_idle and now.since(last).page <= IDLE_SECONDS
            last, idle = now, idle + 1 if is_idle else 0
        return last

    def _look(self) -> Look:
        processes: list[dict[str, Any]] = self._browser.send("SystemInfo.getProcessInfo")["processInfo"]
        return look(processes)


@contextmanager
def visit(browser: Browser, server: SiteServer) -> Iterator[Visit]:
    """A visit that begins with an empty window. Raises CommandFailed when the browser does not do as it should."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE * 1000)
    try:
        yield Visit(browser.new_browser_cdp_session(), context.new_page(), server)
    except Error as problem:
        raise CommandFailed(f"Chromium: {problem.message.splitlines()[0]}") from problem
    finally:
        context.close()
