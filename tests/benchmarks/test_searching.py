"""Both search boxes are asked in a real browser, and what they fetch and answer is really theirs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page

from benchmarks import comparing, searching, workload
from benchmarks.comparing import Comparison
from benchmarks.measuring import CommandFailed
from benchmarks.queries import Query
from benchmarks.search_boxes import BOXES
from benchmarks.search_figures import search_figures
from benchmarks.searching import SearchMeasurement, measure_search, walks
from benchmarks.serving import SiteServer
from benchmarks.sizes import Size
from benchmarks.visiting import start, visit

TINY = Size("XS", tips=6, departments=4, touchpoints=3)


@pytest.fixture(scope="module")
def measured_browser(browser: Browser) -> Iterator[Browser]:
    with start(browser.browser_type) as started:
        yield started


@pytest.fixture(scope="module")
def found(measured_browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[str, SearchMeasurement]:
    folder = tmp_path_factory.mktemp("searching")
    asked = Comparison(TINY, ("playbook", "mkdocs", "mkdocs-lean"), 1, folder, lambda line: None)
    workload.write(TINY, asked.data)
    _, first = next(iter(workload.records(TINY, "tips")))
    typed = (Query("one word", first["title"].split()[-1], " ta"),)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setattr(searching, "queries", lambda size: typed)
        patch.setattr(searching, "walks", lambda size: walks(size)[:1])
        return {one.contender: one for one in measure_search(asked, measured_browser)}


def test_who_has_the_same_box_is_not_asked_twice(found: dict[str, SearchMeasurement]) -> None:
    assert list(found) == ["playbook", "mkdocs-lean"]


def test_ours_fetches_nothing_before_the_box_is_used(found: dict[str, SearchMeasurement]) -> None:
    (search,) = found["playbook"].searches
    assert not [answer.path for answer in search.load.answers if answer.path.startswith("search/")]
    assert [answer.path for answer in search.first.answers if answer.path.startswith("search/search.")]


def test_material_fetches_its_index_with_the_page(found: dict[str, SearchMeasurement]) -> None:
    (search,) = found["mkdocs-lean"].searches
    assert "search/search_index.json" in {answer.path for answer in search.load.answers}
    assert search.first.answers == ()


def test_a_visit_without_search_gets_none_of_it(found: dict[str, SearchMeasurement]) -> None:
    for measurement in found.values():
        (without,) = measurement.without
        answers = (*without.load.answers, *without.first.answers, *without.key.answers)
        assert [answer for answer in answers if answer.bytes]
        assert not [answer for answer in answers if answer.bytes and "search" in answer.path]
    assert found["mkdocs-lean"].searches[0].heap > found["mkdocs-lean"].without[0].heap


def test_every_file_was_there(found: dict[str, SearchMeasurement]) -> None:
    answers = [
        answer
        for measurement in found.values()
        for fetched in (
            *(pages for walk in measurement.walks for pages in (walk.first, walk.then)),
            *(cost.answers for search in measurement.searches for cost in (search.load, search.first, *search.keys)),
        )
        for answer in fetched
    ]
    assert [answer for answer in answers if answer.status != 200] == []


def test_each_further_key_is_answered_and_counted_in_the_figures(found: dict[str, SearchMeasurement]) -> None:
    for measurement in found.values():
        figures = search_figures(measurement)
        assert figures is not None
        assert (figures.queries, figures.keys, figures.runs) == (1, 3, 1)
        assert figures.query.worst > 0
        assert figures.query_cpu.worst > 0
        assert figures.next_page.worst < figures.first_visit.worst


def test_a_box_that_does_not_answer_is_reported(page: Page) -> None:
    page.set_content("<div class='pb-search'><input></div>")
    with pytest.raises(Error, match=r"the search box has not answered within 0\.1 s"):
        page.evaluate(BOXES["playbook"].watch(0.1))


def test_a_browser_that_cannot_do_its_work_is_reported_in_one_line(measured_browser: Browser, tmp_path: Path) -> None:
    server = SiteServer(tmp_path)
    server.stop()
    failure = pytest.raises(CommandFailed, match=r"^Chromium: .*ERR_CONNECTION_REFUSED.*$")
    with failure, visit(measured_browser, server) as person:
        person.open("")


def test_a_contender_for_small_sizes_is_left_out_with_the_reason(measured_browser: Browser, tmp_path: Path) -> None:
    lean = comparing.CONTENDERS["mkdocs-lean"]
    large = Size("XXL", tips=lean.largest + 1, departments=4, touchpoints=3)
    asked = Comparison(large, ("mkdocs-lean",), 1, tmp_path, lambda line: None)
    (measurement,) = measure_search(asked, measured_browser)
    assert (measurement.searches, measurement.left_out) == ((), f"measured up to {lean.largest} tips")
