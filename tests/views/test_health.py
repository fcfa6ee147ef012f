"""Health says in plain words what is worth doing, where, and for whom; and praises what is well."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from playbook.checking import RULES, gaps
from playbook.model import Home, Playbook
from playbook.problems import Place, Problem, Severity
from playbook.ref import Ref
from playbook.views import health
from playbook.views.context import Context
from tests.conftest import TODAY


def _prepared(playbook: Playbook, *advice: Problem) -> Any:
    return health.VIEW.prepare(Context(playbook, TODAY, advice))


def _advice(code: str, file: str = "tips.yml", line: int = 1, message: str = "it could be better") -> Problem:
    return Problem(Place(file, line), code, message, None, Severity.ADVICE)


def test_every_kind_of_advice_has_a_heading_praise_and_an_explanation() -> None:
    given = {rule.__name__.replace("_", "-") for rule in RULES if rule.__module__ == gaps.__name__} | {"review-overdue"}
    assert given - set(health.TITLES) == set()
    assert [code for code in health.TITLES if not health.explanation(code)] == []


def test_nothing_to_do_is_praised(small_playbook: Playbook) -> None:
    prepared = _prepared(small_playbook)
    assert (prepared.count, prepared.advice) == (0, ())
    assert prepared.well == tuple(praise for _, praise in health.TITLES.values())


def test_praise_is_kept_for_what_could_have_gone_wrong(small_playbook: Playbook) -> None:
    prepared = _prepared(replace(small_playbook, contributions={}, improvements={}, sources={}))
    silent = {"ownerless", "unsourced", "reaches-nobody", "empty-lane", "idle-department"}
    assert prepared.well == tuple(praise for code, (_, praise) in health.TITLES.items() if code not in silent)


def test_advice_names_the_record_its_department_and_its_line(small_playbook: Playbook) -> None:
    tip = next(iter(small_playbook.tips.values()))
    home = small_playbook.homes["tip", tip.id]
    prepared = _prepared(small_playbook, _advice("unsourced", home.file, home.line))
    entry = prepared.advice[0].entries[0]
    about = Ref("tip", tip.id)
    assert (entry.record, entry.page, entry.owner) == (about, about, Ref("department", tip.owner))
    assert (entry.file, entry.line, entry.message) == (home.file, home.line, "")


def test_a_line_within_a_record_is_about_that_record(small_playbook: Playbook) -> None:
    homes = {("department", "box-office"): Home("d.yml", 10), ("department", "stage"): Home("d.yml", 20)}
    prepared = _prepared(replace(small_playbook, homes=homes), _advice("shared-alias", "d.yml", 15))
    assert prepared.advice[0].entries[0].record == Ref("department", "box-office")


def test_an_act_is_shown_at_its_touchpoint(small_playbook: Playbook) -> None:
    home = small_playbook.homes["contribution", "lights-the-aisle"]
    prepared = _prepared(small_playbook, _advice("reaches-nobody", home.file, home.line))
    entry = prepared.advice[0].entries[0]
    assert (entry.page, entry.anchor) == (Ref("touchpoint", "finds-seat"), "lights-the-aisle")
    assert entry.owner == Ref("department", "stage")


def test_advice_about_no_record_says_its_message(small_playbook: Playbook) -> None:
    entry = _prepared(small_playbook, _advice("never-heard-of", "elsewhere.yml")).advice[0].entries[0]
    assert (entry.record, entry.page, entry.message) == (None, None, "it could be better")


def test_a_flood_of_advice_is_counted(small_playbook: Playbook) -> None:
    flood = [_advice("unsourced", line=line) for line in range(1, 1001)]
    prepared = _prepared(small_playbook, *flood)
    assert (prepared.count, len(prepared.advice[0].entries)) == (1000, health.SHOWN)


def test_figures_never_claim_more_than_there_is(default_playbook: Playbook) -> None:
    measured = _prepared(default_playbook).measured
    assert [it for it in measured if not 0 <= it.good <= it.all] == []
