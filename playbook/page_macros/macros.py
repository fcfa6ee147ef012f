"""What a hand-written page may show: each method makes the HTML of one macro.

What a macro cannot do is a problem of the page that calls it; all such problems are told together when every page has
been read.
"""

from __future__ import annotations

import typing
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from mkdocs.structure.pages import Page

from playbook.hosts.mkdocs.run import Run, run_of
from playbook.model import BY_NAME, Record
from playbook.model.practice import Tip
from playbook.page_macros.hand_written import HandWritten, MacroFault, run_macros
from playbook.problems import nearest, one_line
from playbook.rendering import Renderer
from playbook.rendering.explanations import explanations
from playbook.urls import page_path, path_of_source
from playbook.views import catalogue
from playbook.views.record_pages import record_values
from playbook.views.strip import WholeJourney, strip

TIP_FILTERS = ("department", "role", "touchpoint", "stage", "rung", "level", "effort", "audience", "kind")
"""What `list_tips` can be narrowed by: a kind of record, or a field of a tip that allows certain words."""


def run_page(plugin: Any) -> None:
    """Runs the macros of the page that comes next, if the page asks for it.

    `plugin` is the macros plugin. Left to itself it would write an error into the page, with a traceback, and go on
    (`format_error` in mkdocs_macros/errors.py); so it is given a page with nothing left to run.
    """
    page: Page = plugin.page
    if not _is_asked_for(plugin, page):
        return
    whole, source = page.file.content_string, plugin.markdown
    first_line = whole[: -len(source)].count("\n") + 1 if source and whole.endswith(source) else 1
    written = HandWritten(f"{Path(plugin.conf.docs_dir).name}/{page.file.src_uri}", source, first_line)
    text, problems = run_macros(written, plugin.env, {**plugin.variables, **page.meta}, plugin.macros)
    run_of(plugin.conf).page_problems += problems
    plugin.markdown = page.markdown = text  # the page's own too, because the plugin looks there for a title to run
    page.meta["render_macros"] = False


def _is_asked_for(plugin: Any, page: Page) -> bool:
    by_default = plugin.config["render_by_default"] or plugin.force_page_rendering(page.file.src_path)
    return bool(page.meta.get("render_macros", by_default))


class Macros:
    """The macros of one build. Each raises MacroFault for what it cannot do."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def record(self, page: Page, kind: str, name: str | None) -> str:
        """A record as a card. Without a name that of an example; nothing where there is no record of the kind."""
        record = self._chosen(kind, name)
        if record is None:
            return ""
        context = self._run.build.context
        return self._block(page, f"macros/{kind}.html.j2", dict(record_values(context, kind, record)))

    def records(self, page: Page, kind: str) -> str:
        """Every record of a kind as a list of links."""
        records = tuple(self._run.build.playbook.of_kind(kind).values())
        return self._block(page, "macros/list.html.j2", {"kind": kind, "records": records})

    def journey(self, page: Page) -> str:
        """The strip of the whole journey."""
        return self._block(page, "macros/journey.html.j2", {"view": WholeJourney(strip(self._run.build.context))})

    def view(self, page: Page, name: str) -> str:
        """The main part of a page that is no record, such as the blueprint; a sentence when it is empty."""
        made = self._run.build.pages.get(name)
        prepared = made.prepare() if made else None
        values = dict(prepared) if isinstance(prepared, Mapping) else {"view": prepared}
        return self._block(page, f"macros/{name}.html.j2", {**values, "is_empty": made is None})

    def tips(self, page: Page, limit: int | None, filters: dict[str, str]) -> str:
        """The tips that fit every filter, as a list of titles with the patron's question."""
        faults = [fault for name, value in filters.items() if (fault := self._fault_of_filter(name, value))]
        if limit is not None and (not isinstance(limit, int) or limit < 1):
            message = f"`{one_line(str(limit))}` is not a number of tips"
            faults.append(
                MacroFault("invalid-number", message, "write digits only, without quotes: limit=3", str(limit))
            )
        if faults:
            raise ExceptionGroup("these tips cannot be listed", faults)
        found = [tip for tip in self._run.build.playbook.tips.values() if self._fits(tip, filters)]
        return self._block(page, "macros/tips.html.j2", {"tips": found[:limit], "count": len(found)})

    def link(self, page: Page, kind: str, name: str | None, text: str | None) -> str:
        """A link to a record, or to a page that is no record (kind `page`), within a line of text.

        Without a name it leads to an example; where there is nothing to lead to, the words stay words.
        """
        if kind == "page":
            html = self._link_to_page(page, name, text)
        elif (record := self._chosen(kind, name)) is not None:
            html = self._renderer(page).link(kind, record.id, text)
        else:
            html = escape(text or "")
        return self._run.slots.inline(html)

    def _link_to_page(self, page: Page, name: object, text: str | None) -> Markup:
        path = self._known_path(name)
        made = self._run.build.pages.get(path)
        words = text or (made.title if made else catalogue.title_of(str(name)))
        return self._renderer(page).link("page", str(name), words) if self.has_page(name) else escape(words)

    def has_page(self, name: object) -> bool:
        """Whether there is something on a page that is no record."""
        path = self._known_path(name)
        return path in self._run.build.pages or path in self._run.build.hand_written

    def explanations(self, page: Page, only: str | None) -> str:
        """Every code of a problem with what it means, or `only` the errors or the advice."""
        if only is not None:
            _check_choice("only", only, ("errors", "advice"))
        shown = [it for it in explanations() if only is None or it.is_advice == (only == "advice")]
        return self._block(page, "macros/explanations.html.j2", {"explanations": shown})

    def _fault_of_filter(self, name: str, value: object) -> MacroFault | None:
        if name not in TIP_FILTERS:
            near = nearest(name, TIP_FILTERS)
            help_text = f"did you mean `{near}`?" if near else f"filters are: {', '.join(TIP_FILTERS)}"
            return MacroFault("unknown-filter", f"`list_tips` cannot filter by `{one_line(name)}`", help_text, name)
        try:
            if name in BY_NAME:
                self._known(name, value)
            else:
                _check_choice(name, value, typing.get_args(Tip.model_fields[name].annotation))
        except MacroFault as fault:
            return fault
        return None

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

    def _known(self, kind: object, name: object) -> str:
        """The id, when there is a record of the kind that has it."""
        return _one_of(str(kind), name, self._of_kind(kind))

    def _chosen(self, kind: object, name: object) -> Record | None:
        """The record of this name. Without a name the example; None where the kind has none."""
        if name is None:
            return example(self._of_kind(kind))
        return self._of_kind(kind)[self._known(kind, name)]

    def _of_kind(self, kind: object) -> Mapping[str, Record]:
        kinds = [known for known in BY_NAME if known != "organisation"]
        if kind not in kinds:
            raise _unknown("kind", kind, kinds)
        return self._run.build.playbook.of_kind(str(kind))

    def _known_path(self, name: object) -> str:
        """The path of a page that is no record, whether this playbook has anything on it or not."""
        return page_path("page", _one_of("page", name, self._run.build.page_names))

    def _block(self, page: Page, template: str, values: dict[str, Any]) -> str:
        html = self._renderer(page).render(template, values)
        return self._run.slots.block(Markup('<div class="pb pb-embed">{}</div>').format(html))

    def _renderer(self, page: Page) -> Renderer:
        return self._run.build.renderer(path_of_source(page.file.src_uri))


def example(records: Mapping[str, Record]) -> Record | None:
    """The record that shows most: the one with the most fields filled in, and the first of several.

    Fields that every kind has, such as aliases, do not count. None when there is no record.
    """
    return max(records.values(), key=lambda it: len(it.model_fields_set - Record.model_fields.keys()), default=None)


def _one_of(kind: str, name: object, known: Iterable[str]) -> str:
    """The name, when it is known."""
    if not isinstance(name, str):
        message = f"`{one_line(str(name))}` is not {'the name of a page' if kind == 'page' else 'an id'}"
        raise MacroFault("wrong-argument", message, 'an id stands in quotes, such as "box-office"', str(name))
    if name not in known:
        raise _unknown(kind, name, known)
    return name


def _unknown(kind: str, name: object, known: Iterable[str]) -> MacroFault:
    written = str(name)
    near = nearest(written, known)
    help_text = f"one with a similar name exists: `{near}`" if near else None
    code = f"unknown-{kind.replace('_', '-')}"
    return MacroFault(code, f"`{one_line(written)}` is not {_one(kind)}", help_text, written)


def _one(kind: str) -> str:
    return BY_NAME[kind].one if kind in BY_NAME else f"a {kind}"


def _check_choice(name: str, value: object, allowed: tuple[str, ...]) -> None:
    """Raises MacroFault for a word that is not among those allowed."""
    if value in allowed:
        return
    near = nearest(str(value), allowed)
    help_text = f"did you mean `{near}`? Allowed: {', '.join(allowed)}" if near else f"use one of: {', '.join(allowed)}"
    message = f"`{one_line(str(value))}` is not one of the words that `{name}` allows"
    raise MacroFault("invalid-choice", message, help_text, str(value))
