"""Everything about a view follows from its spec; what its template may show is closed and typed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import pkgutil
import re
import types
import typing
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes

from playbook import views
from playbook.checking import check
from playbook.checking.rule import Finding, Subject
from playbook.days import Days
from playbook.model import BY_NAME, WITH_PAGES, Playbook
from playbook.model.editorial import Concept
from playbook.model.kind import MenuPlace
from playbook.model.records import Shape
from playbook.page_macros import macros
from playbook.pages import pages
from playbook.ref import Ref
from playbook.rendering import TEMPLATES, Links, Renderer
from playbook.search.entries import entries_of
from playbook.site import feed
from playbook.site.menu import header_doors, header_links, menu
from playbook.views import catalogue, former
from playbook.views.context import Context
from playbook.views.spec import Found, ViewSpec, always, said
from playbook.views.strip import WholeJourney
from playbook.wording import speaking
from playbook.wording.audience import Audience
from playbook.wording.pseudo import CLOSING, OPENING, accented
from tests.conftest import TODAY
from tests.views.evening import house


@dataclasses.dataclass(frozen=True)
class SeatingPlanPage:
    """Everything the page shows."""

    seats: int


SEATING_PLAN = ViewSpec(
    id="seating-plan",
    title="Seating plan",
    lead=said("Who sits where, for every %(patron)s."),
    template="layouts/page.html.j2",
    exists=always,
    prepare=lambda _: SeatingPlanPage(12),
    menu=MenuPlace("Tonight", 3, header="Seats"),
    found=Found("Where everyone sits.", ("seat map",), lambda playbook: " ".join(playbook.stages)),
)
SIMPLE = (str, int, float, bool, types.NoneType, dt.date, Decimal, Ref)
GIVEN = frozenset({"view", "page"})
"""What a template of a page is given."""
FORMS = frozenset(Audience.called("patron").names)
"""The word for the people that the house is for, in its forms."""
WORDING = frozenset({"_", "gettext", "ngettext"})
HELPERS = frozenset({"link", "url", "file_url", "label", "phrases", "counted", "range"}) | FORMS | WORDING
"""What turns records and references into words and addresses, for every template."""
OF_RECORDS = re.compile(
    r"records/|macros/(department|role|touchpoint|tip|scenario|list|tips|explanations)\."
    r"|components/(journey|pairs|parts|sheet|tip)\."
)
"""Templates of single records, which have rules of their own."""


@pytest.fixture
def seating_plan(monkeypatch: pytest.MonkeyPatch) -> ViewSpec:
    """A view that stands in the catalogue and nowhere else."""
    monkeypatch.setattr(catalogue, "VIEWS", (*catalogue.VIEWS, SEATING_PLAN))
    return SEATING_PLAN


def _concept(home: str) -> Concept:
    return Concept(id="sitting", name="Sitting", idea="All can sit.", home=(home,), source="us")


def _faults(home: str) -> list[Finding]:
    """What the references of a playbook whose concept is at home there lack."""
    playbook = dataclasses.replace(house().playbook, concepts={"sitting": _concept(home)})
    found = check(Subject(playbook, Days.on(TODAY), lambda _: False, frozenset(catalogue.page_ids())))
    return [finding for code, finding in found if code.word == "unknown-reference"]


def test_a_view_in_the_catalogue_has_its_page(seating_plan: ViewSpec) -> None:
    context = house()
    page = next(page for page in pages(context) if page.path == "seating-plan")
    assert (page.title, page.description) == ("Seating plan", "Who sits where, for every patron.")
    assert page.prepare() == SeatingPlanPage(12)


def test_a_view_with_nothing_to_show_has_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    absent = dataclasses.replace(SEATING_PLAN, exists=lambda context: bool(context.playbook.rungs))
    monkeypatch.setattr(catalogue, "VIEWS", (absent,))
    assert [page.path for page in pages(house()) if page.path == "seating-plan"] == []


def test_a_view_in_the_catalogue_is_in_the_menu_and_the_header(seating_plan: ViewSpec) -> None:
    there = {"clock", "seating-plan"}
    assert menu([], there) == [
        {"Tonight": [{"Tonight’s running order": "clock.md"}, {"Seating plan": "seating-plan.md"}]}
    ]
    assert header_links(there) == [("clock", "Tonight"), ("seating-plan", "Seats")]


def test_a_view_that_is_a_door_is_in_the_header_on_every_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    door = dataclasses.replace(SEATING_PLAN, menu=MenuPlace("Tonight", 3, header="Seats", is_door=True))
    monkeypatch.setattr(catalogue, "VIEWS", (*catalogue.VIEWS, door))
    there = {"clock", "seating-plan"}
    assert (header_doors(there), header_links(there)) == ([("seating-plan", "Seats")], [("clock", "Tonight")])


def test_a_view_in_the_catalogue_is_found_by_search(seating_plan: ViewSpec, small_playbook: Playbook) -> None:
    entry = next(entry for entry in entries_of(small_playbook) if entry.key == "page:seating-plan")
    assert (entry.title, entry.about, entry.aliases) == ("Seating plan", "Where everyone sits.", ("seat map",))
    assert entry.body == " ".join(small_playbook.stages)


def test_a_view_in_the_catalogue_may_be_referred_to(seating_plan: ViewSpec) -> None:
    assert _faults("page:seating-plan") == []


def test_a_page_that_is_in_no_catalogue_may_not_be_referred_to() -> None:
    assert [fault.path for fault in _faults("page:seating-plan")] == [("home", 0)]


def test_a_page_that_search_does_not_find_may_not_be_referred_to() -> None:
    assert [fault.path for fault in _faults("page:patterns")] == [("home", 0)]


@pytest.mark.parametrize("page_id", ["seating-plan", "departments"])
def test_a_view_or_an_index_can_be_linked_to_by_its_title(
    seating_plan: ViewSpec, page_id: str, small_playbook: Playbook
) -> None:
    link = Renderer(small_playbook, Links("")).link("page", page_id)
    assert page_id in catalogue.linked_ids()
    assert link == f'<a href="{page_id}/">{catalogue.title_of(page_id)}</a>'


@pytest.mark.parametrize("view", catalogue.overviews(), ids=lambda view: view.id)
def test_a_page_has_its_title_and_its_lead_in_the_language_that_is_spoken(
    view: ViewSpec, small_playbook: Playbook
) -> None:
    organisation = small_playbook.organisation.model_copy(update={"strapline": None})
    with speaking("en-XA"):
        title, lead = catalogue.title_of(view.id), view.lead(organisation)
    assert title == accented(view.title)
    assert (lead[0], lead[-1]) == (OPENING, CLOSING)


def test_every_view_that_is_declared_is_in_the_catalogue() -> None:
    modules = [import_module(f"playbook.views.{module.name}") for module in pkgutil.iter_modules(views.__path__)]
    declared = {module.__name__: module.VIEW for module in modules if hasattr(module, "VIEW")}
    lost = [name for name, view in declared.items() if view not in catalogue.VIEWS]
    assert lost == [], "add these to VIEWS in playbook/views/catalogue.py"


def test_no_two_pages_have_one_id() -> None:
    counts = Counter(page.id for page in catalogue.overviews())
    assert [page_id for page_id, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("view", catalogue.VIEWS, ids=lambda view: view.id)
def test_a_view_and_its_template_are_called_by_its_id(view: ViewSpec) -> None:
    assert view.template == f"{view.id.replace('-', '_')}.html.j2"
    assert (TEMPLATES / view.template).is_file()


def test_no_two_pages_have_one_place_in_the_menu() -> None:
    counts = Counter((place.section, place.place) for place, _ in catalogue.menu_places())
    assert [place for place, count in counts.items() if count > 1] == []


def test_file_names_of_templates_are_in_one_style() -> None:
    names = [path.name for path in TEMPLATES.rglob("*.j2")]
    assert [name for name in names if not re.fullmatch(r"[a-z]+(_[a-z]+)*\.(html|xml)\.j2", name)] == []


def test_every_template_is_used_by_exactly_one_view_or_kind_or_macro_or_by_other_templates() -> None:
    used = Counter(view.template for view in catalogue.VIEWS)
    used.update({index.template for index in catalogue.INDEXES.values()})
    used.update(f"records/{kind.name}.html.j2" for kind in WITH_PAGES)
    used.update({*re.findall(r'"(\w+\.xml\.j2)"', Path(feed.__file__).read_text("utf-8"))})
    used.update(_of_macros())
    used.update([former.MOVED, former.RETIRED])
    for_others = r'"((?:components|layouts|records)/\w+\.html\.j2)"'
    used.update({name for path in TEMPLATES.rglob("*.j2") for name in re.findall(for_others, path.read_text("utf-8"))})
    assert {name: used[name] for name in _named("**/*.j2") if used[name] != 1} == {}


def _of_macros() -> set[str]:
    """The templates of macros that show a kind or a view, and of those that are named in the code of the macros."""
    shown = {f"macros/{name}.html.j2" for name in (*BY_NAME, *catalogue.page_ids())}
    written = re.findall(r'"(macros/\w+\.html\.j2)"', Path(macros.__file__).read_text("utf-8"))
    return {*written, *shown.intersection(_named("macros/*.j2"))}


def _named(pattern: str) -> list[str]:
    return [path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.glob(pattern)]


@pytest.mark.parametrize("name", [name for name in _named("**/*.j2") if not OF_RECORDS.match(name)])
def test_a_template_reads_its_dataclass_and_its_frame_and_nothing_else(name: str) -> None:
    assert sorted(_read_by(name) - GIVEN - HELPERS) == []


def _read_by(name: str) -> set[str]:
    """The names that a template reads and neither makes nor imports itself."""
    tree = Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).parse((TEMPLATES / name).read_text("utf-8"))
    read, made = set(), {"loop", "caller"}
    for node in tree.find_all(nodes.Name):
        (read if node.ctx == "load" else made).add(node.name)
    made |= {macro.name for macro in tree.find_all(nodes.Macro)}
    for imported in tree.find_all(nodes.FromImport):
        made |= {name if isinstance(name, str) else name[1] for name in imported.names}
    return read - made


SHOWN = {
    **{view.id: typing.get_type_hints(view.prepare)["return"] for view in catalogue.overviews()},
    "feed": feed.FeedPage,
    "whole journey": WholeJourney,
    "moved": former.MovedPage,
    "retired": former.RetiredPage,
}
"""What each template is given."""


@pytest.mark.parametrize("shape", SHOWN.values(), ids=SHOWN.keys())
def test_what_a_template_is_given_is_frozen_and_typed_all_the_way_down(shape: type) -> None:
    assert dataclasses.is_dataclass(shape)
    assert [*_open(shape, shape.__name__, set())] == []


def _open(shape: Any, where: str, seen: set[Any]) -> Iterator[str]:
    """The places at which something could be anything, or could change."""
    origin, arguments = typing.get_origin(shape), typing.get_args(shape)
    if origin is typing.Literal or shape is Ellipsis or isinstance(shape, typing.TypeVar):
        return
    if origin in (tuple, typing.Union, types.UnionType) or dataclasses.is_dataclass(origin):
        for argument in arguments:
            yield from _open(argument, where, seen)
        shape = origin if dataclasses.is_dataclass(origin) else None
    if shape is None or shape in seen or (isinstance(shape, type) and issubclass(shape, (*SIMPLE, Shape))):
        return
    seen.add(shape)
    if not dataclasses.is_dataclass(shape) or not shape.__dataclass_params__.frozen:  # type: ignore[attr-defined]
        yield f"{where}: {shape}"
        return
    for name, hint in typing.get_type_hints(shape).items():
        yield from _open(hint, f"{where}.{name}", seen)


@pytest.mark.parametrize("shape", [Any, dict[str, int], list[str], tuple[Any, ...], Context, Playbook])
def test_a_mapping_a_list_or_the_whole_playbook_is_seen_to_be_open(shape: Any) -> None:
    assert [*_open(shape, "it", set())] != []
