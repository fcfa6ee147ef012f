"""From what a template is given it can be said which records its page depends on.

So a page may name no other record, and no other record's words may change it. Both are tried on every page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from playbook.days import Days
from playbook.model import BY_NAME, WITH_PAGES, Playbook
from playbook.opening import open_playbook
from playbook.pages import SitePage, pages
from playbook.ref import Ref
from playbook.rendering import Links, Renderer
from playbook.rendering.frame import Frame
from playbook.views.context import Context
from playbook.views.dependencies import depends_on
from playbook.views.listed import Listed
from playbook.views.record_pages import BY_KIND
from tests import building, crowded_playbook
from tests.views.other_words import with_other_words

DAY = dt.date(2026, 2, 1)


class StrictRenderer(Renderer):
    """Gives templates their view and nothing else, and refuses to name a record that is not `allowed`."""

    def __init__(self, playbook: Playbook, cache: Path) -> None:
        super().__init__(playbook, Links("folder/page"), cache)
        self.allowed: frozenset[Ref] = frozenset()
        for name in ("playbook", "organisation"):
            self._environment.globals.pop(name, None)

    def link(self, kind: str, id: str, text: str | None = None, anchor: str = "") -> Any:
        self._check(kind, id)
        return super().link(kind, id, text, anchor)

    def url(self, kind: str, id: str, anchor: str = "") -> str:
        self._check(kind, id)
        return super().url(kind, id, anchor)

    def label(self, kind: str, id: str) -> str:
        self._check(kind, id)
        return super().label(kind, id)

    def _check(self, kind: str, id: str) -> None:
        ref = Ref(kind, id)
        if not ref.is_page and ref not in self.allowed:
            raise AssertionError(f"the page names {ref}, on which it does not depend")

    def html(self, page: SitePage, view: object) -> str:
        """The page as it is, wherever its record is edited and whenever it is built."""
        house = self.playbook.organisation
        frame = Frame(page.path, page.kind, page.title, page.description, (), None, "2026-02", house)
        return self.render(page.template, {"page": frame, "view": view})


@dataclass(frozen=True)
class Made:
    """One closed page as it came out."""

    html: str
    depends_on: frozenset[Ref]


def made(context: Context, cache: Path) -> dict[str, Made]:
    """Every page of a playbook by its path."""
    renderer = StrictRenderer(context.playbook, cache)
    found = {}
    for page in pages(context):
        view = page.prepare()
        renderer.allowed = depends_on(view, context.playbook)
        found[page.path] = Made(renderer.html(page, view), renderer.allowed)
    return found


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for compiled templates."""
    return tmp_path_factory.mktemp("templates")


@pytest.fixture(scope="session")
def contexts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Context]:
    """What the views of several playbooks are made from."""
    crowded = tmp_path_factory.mktemp("crowded")
    return {
        "small": context_of(building.SMALL),
        "minimal": context_of(building.MINIMAL),
        "default": context_of(building.DEFAULT),
        "busy": context_of(crowded_playbook.write(crowded / "busy", 2)),
        "crowded": context_of(crowded_playbook.write(crowded / "crowded", 50)),
    }


@pytest.fixture
def small(contexts: dict[str, Context]) -> Context:
    """What the views of the small playbook are made from."""
    return contexts["small"]


def context_of(data: Path) -> Context:
    """What the views of the playbook in a folder are made from."""
    opened = open_playbook(data, Days.on(DAY))
    assert opened.playbook is not None
    return Context(opened.playbook.published(), DAY, opened.advice)


@pytest.mark.parametrize("name", ["small", "minimal", "default", "crowded"])
def test_a_page_names_only_records_on_which_it_depends(name: str, contexts: dict[str, Context], cache: Path) -> None:
    context = contexts[name]
    found = made(context, cache)
    records = {f"{kind.folder}/{id}" for kind in WITH_PAGES for id in context.playbook.of_kind(kind.name)}
    assert records - found.keys() == set()


def test_naming_any_other_record_is_noticed(small: Context, cache: Path) -> None:
    renderer = StrictRenderer(small.playbook, cache)
    page = next(page for page in pages(small) if page.path == "tips/thank-the-crew")
    with pytest.raises(AssertionError, match="on which it does not depend"):
        renderer.html(page, page.prepare())


@pytest.mark.parametrize("name", ["small", "busy"])
def test_the_words_of_a_record_change_only_pages_that_depend_on_it(
    name: str, contexts: dict[str, Context], cache: Path
) -> None:
    context = contexts[name]
    before = made(context, cache)
    for ref, _ in context.playbook.records():
        after = made(replace(context, playbook=with_other_words(context.playbook, ref)), cache)
        assert after.keys() == before.keys()
        changed = {path for path in before if before[path].html != after[path].html}
        assert (ref, {path for path in changed if ref not in before[path].depends_on}) == (ref, set())
        own = f"{BY_NAME[ref.kind].folder}/{ref.id}"
        assert own in changed or own not in before


def test_a_page_depends_on_no_more_than_it_names(small: Context) -> None:
    service = small.playbook.internal_services["stage-to-front-of-house"]
    view = BY_KIND["internal_service"].prepare(small, service)
    assert depends_on(view, small.playbook) == {
        Ref("organisation", "organisation"),
        Ref("internal_service", "stage-to-front-of-house"),
        Ref("department", "stage"),
        Ref("department", "front-of-house"),
        Ref("standard", "seated-in-time"),
    }


def test_a_reference_brings_what_its_label_needs(small: Context) -> None:
    view = Listed((Ref("internal_service", "stage-to-front-of-house"), Ref("page", "blueprint")))
    assert depends_on(view, small.playbook) == {
        Ref("organisation", "organisation"),
        Ref("internal_service", "stage-to-front-of-house"),
        Ref("department", "stage"),
        Ref("department", "front-of-house"),
    }


@pytest.mark.parametrize(
    "hidden",
    [lambda context: context, lambda context: context.playbook, lambda context: context.relations, lambda _: print],
    ids=["context", "playbook", "relations", "function"],
)
def test_a_view_cannot_hold_what_leads_to_any_record(hidden: Callable[[Context], object], small: Context) -> None:
    with pytest.raises(TypeError, match="it hides which records a page depends on"):
        depends_on(Listed((hidden(small),)), small.playbook)
