"""What a hand-written page may show: each method makes the HTML of one macro.

What a macro cannot do is a problem of the page that calls it; all such problems are reported together once every page
has been read.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup, escape

from playbook.checking.unknown_references import UNKNOWN_RECORD
from playbook.model import BY_NAME, Record
from playbook.model.fields import INVALID_CHOICE, INVALID_NUMBER
from playbook.model.practice import Tip
from playbook.model.records import Addressed
from playbook.page_macros.explanations import Explanations, explanations
from playbook.page_macros.hand_written import MacroFault
from playbook.page_macros.session import Session
from playbook.problems import Code, nearest, one_line
from playbook.reading.codes import UNKNOWN_FACT
from playbook.reading.facts import Facts
from playbook.rendering import Renderer
from playbook.site import page_codes
from playbook.site.build import Build
from playbook.urls import page_path
from playbook.views import catalogue
from playbook.views.listed import Listed, first_of
from playbook.views.record_list import record_list
from playbook.views.record_pages import BY_KIND
from playbook.views.strip import WholeJourney, strip
from playbook.wording import N_, _

TIP_FILTERS = ("department", "role", "touchpoint", "stage", "rung", "level", "effort", "audience", "kind")
"""What `list_tips` can be narrowed by: a kind of record, or a field of a tip that allows certain words."""
UNKNOWN: dict[str, Code] = {
    "kind": page_codes.UNKNOWN_KIND,
    "page": page_codes.UNKNOWN_PAGE,
    "fact": UNKNOWN_FACT,
    **page_codes.UNKNOWN_RECORD,
    **{kind: rule.code for kind, rule in UNKNOWN_RECORD.items()},
}
"""By what a page can name, the code for one that does not exist."""


class Macros:
    """The macros of one build. Each raises MacroFault for what it cannot do."""

    def __init__(self, session: Callable[[], Session], path: Callable[[], str]) -> None:
        """`session` gives the session of the site, `path` the path of the page that calls."""
        self._session = session
        self._path = path

    @property
    def _build(self) -> Build:
        return self._session().build

    def record(self, kind: str, record_id: str | None) -> str:
        """A record as a card. Without an id, that of an example; nothing where there is no record of the kind."""
        record = self._chosen(kind, record_id)
        if record is None:
            return ""
        prepare = BY_KIND[kind].prepare
        return self._block(f"macros/{kind}.html.j2", lambda: prepare(self._build.context, record))

    def records(self, kind: str) -> str:
        """Every record of a kind as a list of links."""
        return self._block("macros/list.html.j2", lambda: record_list(self._build.playbook, kind))

    def journey(self) -> str:
        """The strip of the whole journey."""
        return self._block("macros/journey.html.j2", lambda: WholeJourney(strip(self._build.context)))

    def view(self, view_id: str) -> str:
        """The main part of a page that is no record, such as the blueprint; a sentence when it is empty."""

        def prepare() -> object:
            made = self._build.pages.get(view_id)
            return made.prepare() if made else None

        return self._block(f"macros/{view_id}.html.j2", prepare)

    def tips(self, limit: int | None, filters: dict[str, str]) -> str:
        """The tips that fit every filter, as a list of titles with the patron's question."""
        faults = [fault for name, value in filters.items() if (fault := self._fault_of_filter(name, value))]
        if limit is not None and (not isinstance(limit, int) or limit < 1):
            message = _("`%(value)s` is not a number of tips", value=one_line(str(limit)))
            help_text = _("write digits only, without quotes: limit=3")
            faults.append(MacroFault(INVALID_NUMBER, message, help_text, str(limit)))
        if faults:
            raise ExceptionGroup("these tips cannot be listed", faults)
        return self._block("macros/tips.html.j2", lambda: self._tips(limit, filters))

    def _tips(self, limit: int | None, filters: Mapping[str, str]) -> Listed[Tip]:
        found = [tip for tip in self._build.playbook.tips.values() if self._fits(tip, filters)]
        return first_of(found, limit or len(found))

    def link(self, kind: str, target_id: str | None, text: str | None) -> str:
        """A link to a record, or to a page that is no record (kind `page`), within a line of text.

        Without an id it leads to an example; where there is nothing to lead to, the words have no link.
        """
        slots = self._session().slots
        if kind == "page":
            path = self._known_path(target_id)
            return slots.inline(lambda: self._link_to_page(target_id, path, text))
        record = self._chosen(kind, target_id)
        if record is None:
            return slots.inline(lambda: escape(text or ""))
        return slots.inline(lambda: self._renderer().link(kind, record.id, text))

    def _link_to_page(self, page_id: object, path: str, text: str | None) -> Markup:
        made = self._build.pages.get(path)
        words = text or (made.title if made else catalogue.title_of(str(page_id)))
        return self._renderer().link("page", str(page_id), words) if self.has_page(page_id) else escape(words)

    def fact(self, name: str | None) -> str:
        """A fact of the house within a line of text. Without a name an example; nothing where none is stated."""
        facts = Facts.of_house(self._build.playbook.organisation).by_name
        words = next(iter(facts.values()), "") if name is None else facts[_one_of("fact", name, facts)]
        return self._session().slots.inline(lambda: escape(words))

    def has_page(self, page_id: object) -> bool:
        """Whether there is something on a page that is no record."""
        return self._known_path(page_id) in self._build.pages

    def explanations(self, only: str | None) -> str:
        """Every code of a problem with what it means, or `only` the errors or the advice."""
        if only is not None:
            _check_choice("only", only, ("errors", "advice"))
        codes = tuple(code for code in explanations() if only is None or code.is_advice == (only == "advice"))
        return self._block("macros/explanations.html.j2", lambda: Explanations(codes))

    def _fault_of_filter(self, name: str, value: object) -> MacroFault | None:
        if name not in TIP_FILTERS:
            near = nearest(name, TIP_FILTERS)
            filters = _("the filters are: %(names)s", names=", ".join(TIP_FILTERS))
            help_text = _("did you mean `%(name)s`?", name=near) if near else filters
            message = _("`list_tips` has no filter `%(name)s`", name=one_line(name))
            return MacroFault(page_codes.UNKNOWN_FILTER, message, help_text, name)
        try:
            if name in BY_NAME:
                self._known(name, value)
            else:
                _check_choice(name, value, typing.get_args(Tip.model_fields[name].annotation))
        except MacroFault as fault:
            return fault
        return None

    def _fits(self, tip: Tip, filters: Mapping[str, str]) -> bool:
        build = self._build
        relations, touchpoints = build.context.relations, build.playbook.touchpoints
        has: dict[str, Iterable[Any]] = {
            "department": relations.departments_of(tip),
            "role": tip.roles,
            "touchpoint": tip.touchpoints,
            "stage": [touchpoints[touchpoint_id].stage for touchpoint_id in tip.touchpoints],
            "rung": tip.rungs,
            "level": [tip.level],
            "effort": [tip.effort],
            "audience": [tip.audience],
            "kind": [tip.kind],
        }
        return all(value in has[name] for name, value in filters.items())

    def _known(self, kind: object, record_id: object) -> str:
        """The id, when there is a record of the kind that has it."""
        return _one_of(str(kind), record_id, self._of_kind(kind))

    def _chosen(self, kind: object, record_id: object) -> Record | None:
        """The record with this id. Without an id the example; None where the kind has none."""
        if record_id is None:
            return example(self._of_kind(kind))
        return self._of_kind(kind)[self._known(kind, record_id)]

    def _of_kind(self, kind: object) -> Mapping[str, Record]:
        kinds = [known for known in BY_NAME if known != "organisation"]
        if kind not in kinds:
            raise _unknown("kind", kind, kinds)
        return self._build.playbook.of_kind(str(kind))

    def _known_path(self, page_id: object) -> str:
        """The path of a page that is no record, whether this playbook has anything on it or not."""
        return page_path("page", _one_of("page", page_id, self._build.page_ids))

    def _block(self, template: str, prepare: Callable[[], object]) -> str:
        """`prepare` makes what the template is given."""

        def make() -> Markup:
            html = self._renderer().render(template, {"view": prepare()})
            return Markup('<div class="pb pb-embed">{}</div>').format(html)

        return self._session().slots.block(make)

    def _renderer(self) -> Renderer:
        return self._build.renderer(self._path())


def example(records: Mapping[str, Record]) -> Record | None:
    """The record that shows most: the one with the most fields filled in, and the first of several.

    Fields that every kind has, such as aliases, do not count. None when there is no record.
    """
    return max(
        records.values(), key=lambda record: len(record.model_fields_set - Addressed.model_fields.keys()), default=None
    )


def _one_of(kind: str, written: object, known: Iterable[str]) -> str:
    """The id that a page has written, when it is known."""
    if not isinstance(written, str):
        messages = {
            "page": N_("`%(value)s` is not the name of a page"),
            "fact": N_("`%(value)s` is not the name of a fact"),
        }
        message = _(messages.get(kind, N_("`%(value)s` is not an id")), value=one_line(str(written)))
        help_text = _('put it in quotes, such as "box-office"')
        raise MacroFault(page_codes.WRONG_ARGUMENT, message, help_text, str(written))
    if written not in known:
        raise _unknown(kind, written, known)
    return written


def _unknown(kind: str, written: object, known: Iterable[str]) -> MacroFault:
    word = str(written)
    near = nearest(word, known)
    help_text = _("did you mean `%(name)s`?", name=near) if near else None
    others = {"page": _("a page"), "fact": _("a fact of the house"), "kind": _("a kind of record")}
    one = BY_NAME[kind].one if kind in BY_NAME else others[kind]
    message = _("`%(id)s` is not %(one)s", id=one_line(word), one=one)
    return MacroFault(UNKNOWN[kind], message, help_text, word)


def _check_choice(name: str, value: object, allowed: tuple[str, ...]) -> None:
    """Raises MacroFault for a word that is not among those allowed."""
    if value in allowed:
        return
    near = nearest(str(value), allowed)
    words = ", ".join(allowed)
    help_text = _("use one of: %(words)s", words=words)
    if near:
        help_text = _("did you mean `%(name)s`? Allowed: %(words)s", name=near, words=words)
    message = _("`%(value)s` is not allowed in `%(field)s`", value=one_line(str(value)), field=name)
    raise MacroFault(INVALID_CHOICE, message, help_text, str(value))
