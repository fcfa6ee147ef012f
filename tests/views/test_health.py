"""Health says in plain words what is worth doing, where, and for whom; and praises what is well."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from playbook.checking import ADVICE
from playbook.model import Playbook
from playbook.model.editorial import Source
from playbook.problems import Place, Problem
from playbook.ref import Ref
from playbook.views import health
from playbook.views.context import Context
from playbook.views.rewording import Rewording
from tests.conftest import TODAY
from tests.views.evening import by_id, house, routine, tip


def _prepared(playbook: Playbook, *advice: Problem, rewordings: dict[Ref, Rewording] | None = None) -> Any:
    return health.VIEW.prepare(Context(playbook, TODAY, advice, look_back=lambda: rewordings))


CODES = {code.word: code for code, _ in ADVICE}
PRAISES = {code.word: section.praise for code, section in ADVICE}


def _advice(word: str, about: Ref | None = None, line: int = 1) -> Problem:
    return CODES[word].at(Place("tips.yml", line), "it could be better", None, about)


def test_every_kind_of_advice_has_a_heading_praise_and_an_explanation(small_playbook: Playbook) -> None:
    advice = _prepared(small_playbook, *(_advice(word) for word in CODES)).advice
    assert [kind.code for kind in advice] == [*CODES]
    assert [kind.code for kind in advice if not (kind.title and kind.explanation and PRAISES[kind.code])] == []
    assert len({kind.title for kind in advice}) == len(set(PRAISES.values())) == len(advice)


def test_nothing_to_do_is_praised(small_playbook: Playbook) -> None:
    prepared = _prepared(small_playbook, rewordings={})
    assert (prepared.count, prepared.advice) == (0, ())
    assert prepared.well == tuple(PRAISES.values())


def test_where_nobody_knows_the_past_nothing_is_praised_for_not_having_changed(small_playbook: Playbook) -> None:
    unknown = PRAISES["changed-since-reviewed"]
    assert _prepared(small_playbook).well == tuple(praise for praise in PRAISES.values() if praise != unknown)


def test_what_has_changed_since_it_was_confirmed_is_listed_with_the_day(small_playbook: Playbook) -> None:
    ref, day = Ref("tip", "look-up"), dt.date(2026, 1, 30)
    (advice,) = _prepared(small_playbook, rewordings={ref: Rewording(day)}).advice
    assert (advice.code, advice.count) == ("changed-since-reviewed", 1)
    assert (advice.entries[0].about, advice.entries[0].message) == (ref, "changed on 2026-01-30")
    assert PRAISES["changed-since-reviewed"] not in _prepared(small_playbook, rewordings={ref: Rewording(day)}).well


def test_praise_is_kept_for_what_could_have_gone_wrong(small_playbook: Playbook) -> None:
    prepared = _prepared(replace(small_playbook, contributions={}, improvements={}, sources={}, search_tests={}))
    silent = {"ownerless", "unsourced", "reaches-nobody", "empty-lane", "idle-department"}
    silent |= {"unpublished-answer", "other-language", "changed-since-reviewed"}
    assert prepared.well == tuple(praise for word, praise in PRAISES.items() if word not in silent)


def test_advice_names_the_record_its_department_and_its_line(small_playbook: Playbook) -> None:
    tip = next(iter(small_playbook.tips.values()))
    prepared = _prepared(small_playbook, _advice("unsourced", Ref("tip", tip.id), 7))
    entry = prepared.advice[0].entries[0]
    assert (entry.about, entry.destination and entry.destination.page, entry.owner) == (
        Ref("tip", tip.id),
        Ref("tip", tip.id),
        Ref("department", tip.owner),
    )
    assert (entry.file, entry.line, entry.message) == ("tips.yml", 7, "")


def test_a_message_that_says_more_than_the_heading_is_shown(small_playbook: Playbook) -> None:
    prepared = _prepared(small_playbook, _advice("shared-alias", Ref("department", "box-office")))
    entry = prepared.advice[0].entries[0]
    assert (entry.about, entry.message) == (Ref("department", "box-office"), "it could be better")


def test_an_act_is_shown_at_its_touchpoint(small_playbook: Playbook) -> None:
    prepared = _prepared(small_playbook, _advice("reaches-nobody", Ref("contribution", "lights-the-aisle")))
    entry = prepared.advice[0].entries[0]
    assert (entry.destination.page, entry.destination.anchor) == (Ref("touchpoint", "finds-seat"), "lights-the-aisle")
    assert entry.owner == Ref("department", "stage")


def test_advice_about_no_record_says_its_message(small_playbook: Playbook) -> None:
    entry = _prepared(small_playbook, _advice("shared-alias")).advice[0].entries[0]
    assert (entry.about, entry.message) == (None, "it could be better")


def test_advice_about_a_draft_says_its_message_because_the_draft_has_no_page(small_playbook: Playbook) -> None:
    drafts = [tip.id for tip in small_playbook.tips.values() if tip.status == "draft"]
    prepared = _prepared(small_playbook.published(), _advice("unsourced", Ref("tip", drafts[0])))
    entry = prepared.advice[0].entries[0]
    assert (entry.about, entry.message) == (None, "it could be better")


def test_advice_about_the_house_itself_names_it_without_a_link(small_playbook: Playbook) -> None:
    prepared = _prepared(small_playbook, _advice("placeholder-text", Ref("organisation", "organisation")))
    entry = prepared.advice[0].entries[0]
    assert (entry.about, entry.destination) == (Ref("organisation", "organisation"), None)


def test_a_flood_of_advice_is_counted(small_playbook: Playbook) -> None:
    flood = [_advice("unsourced", line=line) for line in range(1, 1001)]
    prepared = _prepared(small_playbook, *flood)
    assert (prepared.count, len(prepared.advice[0].entries)) == (1000, health.SHOWN)


def test_figures_never_claim_more_than_there_is(default_playbook: Playbook) -> None:
    measured = _prepared(default_playbook).measured
    assert [figure for figure in measured if not 0 <= figure.good <= figure.all] == []


def _figures(playbook: Playbook) -> dict[str, tuple[int, int]]:
    return {figure.words: (figure.good, figure.all) for figure in _prepared(playbook).measured}


def test_a_tip_that_cites_only_a_house_s_own_practice_is_our_own_experience_and_not_sourced() -> None:
    own, essay = (Source(id=kind, title=kind, kind=kind) for kind in ("practice", "essay"))  # type: ignore[arg-type]
    tips = (
        tip("smile", "door", sources=("practice",)),
        tip("wave", "door", sources=("practice", "essay")),
        tip("bow", "door", sources=("essay",)),
        tip("nod", "door"),
    )
    figures = _figures(house(tips=by_id(*tips), sources=by_id(own, essay)).playbook)
    assert figures["tips with a source, and 1 from our own experience"] == (2, 4)


def test_everything_that_instructs_is_measured_and_not_only_tips() -> None:
    walk = routine("walk", ("usher",), None, "foyer")
    figures = _figures(house(tips=by_id(tip("smile", "door")), routines=by_id(walk)).playbook)
    assert figures["instructions confirmed and up to date"] == (1, 2)
    assert figures["instructions with an owner"] == (2, 2)


def test_what_falls_due_soon_is_counted_by_department_whatever_its_kind() -> None:
    last_year = dt.date(2025, 10, 1)
    walk = routine("walk", ("technician",), None, "foyer").model_copy(update={"reviewed": last_year})
    context = house(tips=by_id(tip("smile", "door", reviewed=last_year)), routines=by_id(walk))
    assert [(due.department.id, due.records) for due in health.VIEW.prepare(context).due_soon] == [  # type: ignore[attr-defined]
        ("house", 1),
        ("stage", 1),
    ]
