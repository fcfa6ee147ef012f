"""The pages of one idea each: all of it comes from the records; what there is nothing to say about is absent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from playbook.days import Days
from playbook.model import WITH_PAGES, Kind, Playbook
from playbook.model.editorial import Term
from playbook.opening import open_playbook
from playbook.views import (
    catalogue,
    equal_and_special,
    looking_after_each_other,
    loyalty_ladder,
    service_theatre,
    trainers_room,
    where_this_comes_from,
    who_serves_whom,
    words,
)
from playbook.views.context import Context, View
from tests import building

DAY = dt.date(2026, 2, 1)
PAGES = (
    equal_and_special,
    loyalty_ladder,
    service_theatre,
    who_serves_whom,
    looking_after_each_other,
    trainers_room,
    words,
    where_this_comes_from,
)


def values(view: Callable[[Context], View | None], playbook: Playbook) -> Any:
    """What the template of a view is given."""
    made = view(Context(playbook, DAY))
    assert made is not None
    return made.prepare()


def many_tips(playbook: Playbook, count: int) -> Playbook:
    """The playbook with `count` copies of its first tip."""
    first = next(iter(playbook.tips.values()))
    copies = (first.model_copy(update={"id": f"copy-{number}"}) for number in range(count))
    return replace(playbook, tips={it.id: it for it in copies})


@pytest.mark.parametrize(
    "page",
    [loyalty_ladder, service_theatre, who_serves_whom, trainers_room, words, where_this_comes_from],
    ids=lambda it: it.NAME,
)
def test_a_house_with_four_files_has_no_page_for_what_it_does_not_know(page: Any) -> None:
    playbook = open_playbook(building.MINIMAL, Days.on(DAY)).playbook
    assert playbook is not None
    assert page.view(Context(playbook, DAY)) is None


@pytest.mark.parametrize("page", PAGES, ids=lambda it: it.NAME)
def test_the_default_playbook_has_every_page_of_an_idea(page: Any, default_playbook: Playbook) -> None:
    made = page.view(Context(default_playbook, DAY))
    assert made is not None
    assert made.name == page.NAME


@pytest.mark.parametrize("page", PAGES, ids=lambda it: it.NAME)
def test_a_page_says_patron_in_the_words_of_the_house(page: Any, default_playbook: Playbook) -> None:
    organisation = default_playbook.organisation.model_copy(update={"audience_word": "reader"})
    made = page.view(Context(replace(default_playbook, organisation=organisation), DAY))
    assert made is not None
    assert "patron" not in made.lead


@pytest.mark.parametrize("kind", WITH_PAGES, ids=lambda kind: kind.name)
def test_an_index_says_patron_in_the_words_of_the_house(kind: Kind, default_playbook: Playbook) -> None:
    organisation = default_playbook.organisation.model_copy(update={"audience_word": "guest"})
    lead = catalogue.index(Context(replace(default_playbook, organisation=organisation), DAY), kind, kind.shown).lead
    assert "patron" not in lead
    assert "{" not in lead


def test_the_ladder_shows_its_rungs_in_order_and_what_lifts_at_each_touchpoint(default_playbook: Playbook) -> None:
    shown = values(loyalty_ladder.view, default_playbook)
    assert [step.rung.id for step in shown["steps"]] == list(default_playbook.rungs)
    lifts = {
        touchpoint.id: {rung.id: text for rung, text in lifts}
        for flight in shown["flights"]
        for touchpoint, lifts in flight.moments
    }
    assert lifts == {it.id: dict(it.rungs) for it in default_playbook.touchpoints.values() if it.rungs}


def test_every_floor_and_flex_is_shown_once_and_grouped_by_its_first_touchpoint(default_playbook: Playbook) -> None:
    chapters = values(equal_and_special.view, default_playbook)["chapters"]
    shown = [
        (moment.touchpoint.id, tip.id) for chapter in chapters for moment in chapter.moments for tip in moment.tips
    ]
    expected = {(it.touchpoints[0], it.id) for it in default_playbook.tips.values() if it.floor or it.flex}
    assert (set(shown), len(shown)) == (expected, len(expected))


def test_equal_and_special_stays_light_with_thousands_of_tips(default_playbook: Playbook) -> None:
    chapters = values(equal_and_special.view, many_tips(default_playbook, 2000))["chapters"]
    moments = [moment for chapter in chapters for moment in chapter.moments]
    assert sum(len(it.tips) for it in moments) == equal_and_special.MOST_TIPS
    assert sum(len(it.tips) + it.more for it in moments) == 2000


def test_limits_are_listed_from_the_smallest_sum(default_playbook: Playbook) -> None:
    trusted = values(equal_and_special.view, default_playbook)["trusted"]
    sums = [it.authority.amount or 0 for it in trusted]
    assert sums == sorted(sums)
    assert {it.id for it in trusted} == {it.id for it in default_playbook.roles.values() if it.authority}


def test_each_promise_between_departments_stands_in_one_pair_only(default_playbook: Playbook) -> None:
    pairs = values(who_serves_whom.view, default_playbook)["pairs"]
    shown = [it.id for pair in pairs for it in (*pair.there, *pair.back)]
    assert sorted(shown) == sorted(default_playbook.internal_services)


def test_the_matrix_marks_promises_and_what_is_counted_on_without_one(small_playbook: Playbook) -> None:
    stage = small_playbook.departments["stage"].model_copy(update={"serves": ("front-of-house",)})
    house = small_playbook.departments["front-of-house"].model_copy(update={"serves": ("stage",)})
    departments = {**small_playbook.departments, "stage": stage, "front-of-house": house}
    rows = values(who_serves_whom.view, replace(small_playbook, departments=departments))["rows"]
    cells = {
        (row.provider.id, receiver.id): ([it.id for it in services], is_unpromised)
        for row in rows
        for receiver, services, is_unpromised in row.cells
    }
    assert cells["stage", "front-of-house"] == (["stage-to-front-of-house"], False)
    assert cells["front-of-house", "stage"] == ([], True)


def test_the_six_terms_name_what_is_in_this_house(default_playbook: Playbook) -> None:
    terms = values(service_theatre.view, default_playbook)["terms"]
    assert list(terms) == ["actors", "audience", "setting", "frontstage", "backstage", "performance"]
    assert all(term.places for term in terms.values())
    assert [it.name for it in terms["performance"].places] == [
        it.id for it in default_playbook.touchpoints.values() if it.moment_of_truth
    ][: service_theatre.MOST_PLACES]


def test_each_term_is_explained_in_two_sentences(default_playbook: Playbook) -> None:
    terms = values(service_theatre.view, default_playbook)["terms"].values()
    assert {term.id: term.meaning.count(". ") + term.meaning.endswith(".") for term in terms} == dict.fromkeys(
        (term.id for term in terms), 2
    )


def test_a_department_is_either_in_front_or_behind(default_playbook: Playbook) -> None:
    terms = values(service_theatre.view, default_playbook)["terms"]
    in_front = {it.name for it in terms["frontstage"].places}
    assert in_front.isdisjoint(it.name for it in terms["backstage"].places)


def test_partners_are_part_of_the_chain(default_playbook: Playbook) -> None:
    partners = values(service_theatre.view, default_playbook)["partners"]
    assert [it.department.id for it in partners] == [
        it.id for it in default_playbook.departments.values() if it.partner
    ]


def test_tips_for_colleagues_are_grouped_by_level(default_playbook: Playbook) -> None:
    levels = values(looking_after_each_other.view, default_playbook)["levels"]
    shown = {level.name: {tip.id for tip in level.tips} for level in levels}
    colleagues = [it for it in default_playbook.tips.values() if it.audience == "colleagues"]
    assert shown == {name: {it.id for it in colleagues if it.level == name} for name in ("basic", "advanced")}


def test_trust_and_living_it_are_among_what_looking_after_each_other_rests_on(default_playbook: Playbook) -> None:
    principles = values(looking_after_each_other.view, default_playbook)["principles"]
    assert {"trust", "living-it"} <= {it.id for it in principles}


def test_every_exercise_is_in_one_band_of_time(default_playbook: Playbook) -> None:
    bands = values(trainers_room.view, default_playbook)["bands"]
    shown = [it.id for band in bands for it in band.exercises]
    assert sorted(shown) == sorted(default_playbook.exercises)


def test_words_are_sorted_by_letter_without_regard_to_accents_and_marks(small_playbook: Playbook) -> None:
    terms = {
        name: Term(id=name, say=say) for name, say in {"a": "“Zebra”", "b": "élan", "c": "999", "d": "Eve"}.items()
    }
    initials = values(words.view, replace(small_playbook, terms=terms))["initials"]
    assert [(it.letter, [term.say for term in it.terms]) for it in initials] == [
        ("0–9", ["999"]),
        ("E", ["élan", "Eve"]),
        ("Z", ["“Zebra”"]),
    ]


def test_every_concept_is_shown_where_it_comes_from_with_all_its_homes(default_playbook: Playbook) -> None:
    chapters = values(where_this_comes_from.view, default_playbook)["chapters"]
    shown = {concept.id: len(places) for chapter in chapters for concept, places in chapter.ideas}
    assert shown == {it.id: len(it.home) for it in default_playbook.concepts.values()}


def test_every_page_that_a_concept_calls_home_exists(default_playbook: Playbook) -> None:
    names = {view.name for view in catalogue.views(Context(default_playbook, DAY))}
    homes = {home for it in default_playbook.concepts.values() for home in it.home if home.startswith("page:")}
    assert homes - {f"page:{name}" for name in names} == set()


@pytest.mark.parametrize("page", [it for it in PAGES if it is not where_this_comes_from], ids=lambda it: it.NAME)
def test_a_page_shows_the_ideas_that_call_it_home(page: Any, default_playbook: Playbook) -> None:
    ideas = values(page.view, default_playbook)["ideas"]
    assert [it.concept.id for it in ideas] == [
        it.id for it in default_playbook.concepts.values() if f"page:{page.NAME}" in it.home
    ]
