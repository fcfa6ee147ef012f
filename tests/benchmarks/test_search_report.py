"""The figures of search follow from the visits: of runs the median counts, of queries the typical and the worst."""

from __future__ import annotations

import json

import pytest

from benchmarks.contenders import OURS
from benchmarks.queries import Query
from benchmarks.report import as_json, as_text
from benchmarks.search_due import search_due
from benchmarks.search_figures import Spread, search_figures
from benchmarks.searching import Search, SearchMeasurement, Walk, Without
from benchmarks.serving import Answer
from benchmarks.sizes import SIZES
from benchmarks.visiting import Cost

INDEX = Answer("search/search_index.json", 200, 5_000_000)
PAGE = Answer("", 200, 7_000)


def _cost(milliseconds: float, *answers: Answer) -> Cost:
    return Cost(milliseconds / 500, milliseconds / 1_000, milliseconds / 250, answers)


def _search(text: str, milliseconds: float, kilobytes: int = 30, *, load: Cost | None = None, heap: int = 3) -> Search:
    part = Answer("search/search.js", 200, kilobytes * 1_000)
    keys = (_cost(milliseconds / 5), _cost(milliseconds / 2))
    return Search(
        Query("one word", text, " t"), load or _cost(200, PAGE), _cost(milliseconds, part), heap * 1_000_000, keys
    )


def _measured(contender: str, *searches: Search) -> SearchMeasurement:
    first = (PAGE, Answer("playbook/playbook.css", 200, 50_000))
    return SearchMeasurement(
        SIZES["L"],
        contender,
        "1.2",
        walks=(Walk(("", "tips/a/"), first, (PAGE,)), Walk(("tips/a/", ""), first[:1], (PAGE, PAGE))),
        without=tuple(Without(_cost(load, PAGE), _cost(15), _cost(5), 1_000_000) for load in (100, 200, 900)),
        searches=searches,
    )


OUR_SEARCHES = (_search("lamp", 40), _search("lamp", 90), _search("lamp", 42), _search("desk", 20, 60))
THEIRS = _measured("mkdocs-lean", _search("lamp", 100, load=_cost(8_200, PAGE, INDEX), heap=901))


def _verdicts(*measurements: SearchMeasurement) -> dict[tuple[str, str], str]:
    return {(figure.what, figure.unit): figure.verdict for figure in search_due(measurements)}


def test_of_runs_the_median_counts_and_of_queries_the_worst() -> None:
    figures = search_figures(_measured(OURS, *OUR_SEARCHES))
    assert figures is not None
    assert (figures.runs, figures.queries, figures.keys) == (1, 2, 4)
    assert figures.query_cpu == Spread(pytest.approx(0.031), 0.042)
    assert figures.key_cpu.worst == pytest.approx(0.021)
    assert figures.query == Spread(45_000, 60_000)
    assert figures.heap == Spread(2_000_000, 2_000_000)


def test_pages_over_the_wire_are_those_of_the_walks() -> None:
    figures = search_figures(_measured(OURS, *OUR_SEARCHES))
    assert figures is not None
    assert (figures.first_visit, figures.first_visit_requests) == (Spread(32_000, 57_000), Spread(1.5, 2))
    assert (figures.next_page, figures.next_page_requests) == (Spread(10_500, 14_000), Spread(1.5, 2))


def test_what_a_page_fetches_and_works_for_search_belongs_to_the_first_query() -> None:
    figures = search_figures(THEIRS)
    assert figures is not None
    assert figures.load_cpu == pytest.approx(8)
    assert figures.query_cpu.worst == pytest.approx(8.1)
    assert (figures.query.worst, figures.query_requests.worst) == (5_030_000, 2)
    assert figures.heap.worst == 900_000_000


def test_typing_into_a_box_that_does_not_answer_is_shown_apart() -> None:
    figures = search_figures(_measured(OURS, *OUR_SEARCHES))
    assert figures is not None
    assert (figures.query_in_vain_cpu, figures.key_in_vain_cpu) == (0.015, 0.005)


def test_a_page_that_fetches_nothing_for_search_has_not_worked_for_it() -> None:
    slow_page = _search("lamp", 40, load=_cost(700, PAGE))
    figures = search_figures(_measured(OURS, slow_page))
    assert figures is not None
    assert (figures.load_cpu, figures.query_cpu.worst) == (0, 0.04)


def test_a_figure_at_its_limit_holds_and_one_beyond_does_not() -> None:
    verdicts = _verdicts(_measured(OURS, *OUR_SEARCHES), THEIRS)
    assert verdicts["first visit at L, worst page", "kB"] == "holds"
    assert verdicts["next page at L, worst page", "kB"] == "does not hold"
    assert verdicts["first query at L, worst", "kB"] == "holds"
    assert verdicts["first query at L, processor time, worst", "ms"] == "holds"
    assert verdicts["each further key at L, processor time, worst", "ms"] == "holds"
    dear = _verdicts(_measured(OURS, _search("lamp", 70, 61, heap=12)))
    assert {what for (what, _), verdict in dear.items() if verdict == "does not hold"} >= {
        "first query at L, worst",
        "first query at L, processor time",
        "first query at L, heap, worst",
        "each further key at L, processor time, worst",
    }


def test_what_search_adds_to_typing_has_limits_of_its_own() -> None:
    times = {"lamp": 60, "seat": 60, "rug": 90}
    verdicts = _verdicts(_measured(OURS, *(_search(words, time) for words, time in times.items())))
    assert verdicts["first query at L, processor time", "ms"] == "does not hold"
    assert verdicts["first query at L, beyond typing", "ms"] == "holds"
    assert verdicts["first query at L, beyond typing, worst", "ms"] == "does not hold"


def test_only_ours_has_limits() -> None:
    assert _verdicts(THEIRS) == {}
    assert _verdicts() == {}


def test_the_tables_show_both_and_the_ratios() -> None:
    text = as_text([], (), [_measured(OURS, *OUR_SEARCHES), THEIRS])
    lines = [line.split() for line in text.splitlines() if line.startswith("MkDocs with a lean nav")]
    assert len(lines) == 3
    assert lines[1][-3:] == [f"{45 / 5030:.4f}", f"{31 / 8100:.4f}", f"{2 / 900:.4f}"]
    assert "first query, L, Chromium 1.2" in text


def test_who_was_left_out_is_reported_in_the_table_and_in_json() -> None:
    left_out = SearchMeasurement(SIZES["XL"], "mkdocs-lean", "1.2", left_out="measured up to 10 tips")
    assert search_figures(left_out) is None
    assert as_text([], (), [left_out]).count("measured up to 10 tips") == 3
    (reported,) = as_json([], (), [left_out])["search"]
    assert (reported["left_out"], reported["figures"]) == ("measured up to 10 tips", None)


def test_json_holds_every_visit() -> None:
    (ours,) = json.loads(json.dumps(as_json([], (), [_measured(OURS, *OUR_SEARCHES)])))["search"]
    assert len(ours["searches"]) == 4
    assert ours["searches"][0]["query"]["text"] == "lamp"
    assert ours["figures"]["query_cpu"]["worst"] == 0.042
