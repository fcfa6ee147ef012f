"""What a hand-written page may show: each method makes the HTML of one macro.

An id that does not exist is a problem of the page that names it; all such problems are told together when every page
has been read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup
from mkdocs.structure.pages import Page

from playbook.model import BY_NAME
from playbook.model.practice import Tip
from playbook.problems import Place, Problem, nearest, one_line
from playbook.rendering import Renderer
from playbook.rendering.explanations import explanations
from playbook.site.run import Run
from playbook.urls import VIEWS
from playbook.views.catalogue import record_values
from playbook.views.strip import strip

TIP_FILTERS = ("department", "role", "touchpoint", "stage", "rung", "level", "effort", "audience", "kind")
"""What `list_tips` can be narrowed by."""


class Macros:
    """The macros of one build."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def record(self, page: Page, kind: str, name: str) -> str:
        """A record as a card."""
        if not self._exists(page, kind, name):
            return ""
        context = self._run.build.context
        record = context.playbook.of_kind(kind)[name]
        return self._block(page, f"macros/{kind}.html.j2", dict(record_values(context, kind, record)))

    def records(self, page: Page, kind: str) -> str:
        """Every record of a kind as a list of links."""
        records = tuple(self._run.build.playbook.of_kind(kind).values())
        return self._block(page, "macros/list.html.j2", {"kind": kind, "records": records})

    def journey(self, page: Page) -> str:
        """The strip of the whole journey."""
        return self._block(page, "macros/journey.html.j2", {"strip": strip(self._run.build.context)})

    def view(self, page: Page, name: str) -> str:
        """The main part of a page that is no record, such as the blueprint; a sentence when it is empty."""
        made = self._run.build.pages.get(name)
        values = dict(made.prepare()) if made else {}
        return self._block(page, f"macros/{name}.html.j2", {**values, "is_empty": made is None})

    def tips(self, page: Page, limit: int | None, filters: dict[str, str]) -> str:
        """The tips that fit every filter, as a list of titles with the patron's question."""
        for name, value in filters.items():
            if name not in TIP_FILTERS:
                near = nearest(name, TIP_FILTERS)
                help_text = f"did you mean `{near}`?" if near else f"filters are: {', '.join(TIP_FILTERS)}"
                self._report(
                    page, name, "unknown-filter", f"`list_tips` cannot filter by `{one_line(name)}`", help_text
                )
                return ""
            if name in BY_NAME and not self._exists(page, name, value):
                return ""
        found = [tip for tip in self._run.build.playbook.tips.values() if self._fits(tip, filters)]
        return self._block(page, "macros/tips.html.j2", {"tips": found[:limit], "count": len(found)})

    def link(self, page: Page, kind: str, name: str, text: str | None) -> str:
        """A link to a record, or to a page that is no record (kind `page`), within a line of text."""
        is_known = name in VIEWS if kind == "page" else self._exists(page, kind, name)
        if not is_known:
            if kind == "page":
                self._unknown(page, "page", name, VIEWS)
            return ""
        return self._run.slots.inline(self._renderer(page).link(kind, name, text))

    def explanations(self, page: Page, only: str | None) -> str:
        """Every code of a problem with what it means, or `only` the errors or the advice."""
        if only not in (None, "errors", "advice"):
            message = f"`list_problems` cannot show only `{one_line(only)}`"
            self._report(page, only, "unknown-filter", message, "write errors or advice, or nothing for both")
        shown = [it for it in explanations() if only is None or it.is_advice == (only == "advice")]
        return self._block(page, "macros/explanations.html.j2", {"explanations": shown})

    def _fits(self, tip: Tip, filters: dict[str, str]) -> bool:
        build = self._run.build
        relations, touchpoints = build.context.relations, build.playbook.touchpoints
        has: dict[str, Iterable[Any]] = {
            "department": relations.departments_of(tip),
            "role": tip.roles,
            "touchpoint": tip.touchpoints,
            "stage": [touchpoints[name].stage for name in tip.touchpoints],
            "rung": tip.rungs,
            "level": [tip.level],
            "effort": [tip.effort],
            "audience": [tip.audience],
            "kind": [tip.kind],
        }
        return all(value in has[name] for name, value in filters.items())

    def _exists(self, page: Page, kind: str, name: str) -> bool:
        if kind not in BY_NAME or kind == "organisation":
            self._unknown(page, "kind", kind, [known for known in BY_NAME if known != "organisation"])
            return False
        records = self._run.build.playbook.of_kind(kind)
        if name not in records:
            self._unknown(page, kind, name, records)
            return False
        return True

    def _unknown(self, page: Page, kind: str, name: str, known: Iterable[str]) -> None:
        words, near = kind.replace("_", " "), nearest(name, known)
        help_text = f"one with a similar name exists: `{near}`" if near else None
        code = f"unknown-{kind.replace('_', '-')}"
        self._report(page, name, code, f"`{one_line(name)}` is not a {words}", help_text)

    def _report(self, page: Page, word: str, code: str, message: str, help_text: str | None) -> None:
        """Places the problem at the first line of the page that holds the word."""
        lines = (page.file.content_string if page.file else "").splitlines()
        found = ((number, line.find(word), line) for number, line in enumerate(lines, start=1) if word in line)
        number, column, excerpt = next(found, (1, 0, lines[0] if lines else ""))
        docs = "docs"
        place = Place(f"{docs}/{page.file.src_uri}", number, column + 1, max(1, len(word)), excerpt)
        self._run.page_problems.append(Problem(place, code, message, help_text))

    def _block(self, page: Page, template: str, values: dict[str, Any]) -> str:
        html = self._renderer(page).render(template, values)
        return self._run.slots.block(Markup('<div class="pb pb-embed">{}</div>').format(html))

    def _renderer(self, page: Page) -> Renderer:
        path = re.sub(r"(^|/)index$", "", page.file.src_uri.removesuffix(".md"))
        return self._run.build.renderer(path)
