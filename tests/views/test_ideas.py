"""The pages of one idea each: all of it comes from the records; what there is nothing to say about is absent."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from playbook.days import Days
from playbook.model import Playbook
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
from playbook.views.context import Context
from playbook.views.listed import MAX_TIPS, first_of
from playbook.views.spec import ViewSpec
from tests import building

DAY = dt.date(2026, 2, 1)
PAGES = (
    equal_and_special.VIEW,
    loyalty_ladder.VIEW,
    service_theatre.VIEW,
    who_serves_whom.VIEW,
    looking_after_each_other.VIEW,
    trainers_room.VIEW,
    words.VIEW,
    where_this_comes_from.VIEW,
)


def values(view: ViewSpec, playbook: Playbook) -> Any:
    """What the template of a view is given."""
    return view.prepare(Context(playbook, DAY))


def many_tips(playbook: Playbook, count: int) -> Playbook:
    """The playbook with `count` copies of its first tip."""
    first = next(iter(playbook.tips.values()))
    copies = (first.model_copy(update={"id": f"copy-{number}"}) for number in range(count))
    return replace(playbook, tips={tip.id: tip for tip in copies})


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if page not in (equal_and_special.VIEW, looking_after_each_other.VIEW)],
    ids=lambda page: page.id,
)
def test_a_house_with_four_files_has_no_page_for_what_it_does_not_know(page: ViewSpec) -> None:
    playbook = open_playbook(building.MINIMAL, Days.on(DAY)).playbook
    assert playbook is not None
    assert not page.exists(Context(playbook, DAY))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_the_default_playbook_has_every_page_of_an_idea(page: ViewSpec, default_playbook: Playbook) -> None:
    assert page.exists(Context(default_playbook, DAY))


@pytest.mark.parametrize("page", [*catalogue.VIEWS, *catalogue.INDEXES.values()], ids=lambda page: page.id)
def test_a_page_says_patron_in_the_words_of_the_house(page: ViewSpec, default_playbook: Playbook) -> None:
    house = default_playbook.organisation.model_copy(update={"audience_word": "reader", "strapline": None})
    lead = page.lead(house)
    assert "patron" not in lead
    assert "{" not in lead


def test_the_ladder_shows_its_rungs_in_order_and_what_lifts_at_each_touchpoint(default_playbook: Playbook) -> None:
    shown = values(loyalty_ladder.VIEW, default_playbook)
    assert [step.rung.id for step in shown.steps] == list(default_playbook.rungs)
    lifts = {
        rise.touchpoint.id: {lift.rung.id: lift.words for lift in rise.lifts}
        for flight in shown.flights
        for rise in flight.moments
    }
    assert lifts == {
        touchpoint.id: dict(touchpoint.rungs)
        for touchpoint in default_playbook.touchpoints.values()
        if touchpoint.rungs
    }


def test_every_floor_and_flex_is_shown_once_and_grouped_by_its_first_touchpoint(default_playbook: Playbook) -> None:
    chapters = values(equal_and_special.VIEW, default_playbook).chapters
    shown = [
        (moment.touchpoint.id, tip.id) for chapter in chapters for moment in chapter.moments for tip in moment.tips
    ]
    expected = {(tip.touchpoints[0], tip.id) for tip in default_playbook.tips.values() if tip.floor or tip.flex}
    assert (set(shown), len(shown)) == (expected, len(expected))


def test_equal_and_special_stays_light_with_thousands_of_tips(default_playbook: Playbook) -> None:
    chapters = values(equal_and_special.VIEW, many_tips(default_playbook, 2000)).chapters
    moments = [moment for chapter in chapters for moment in chapter.moments]
    assert sum(len(moment.tips) for moment in moments) == equal_and_special.MAX_TIPS
    assert sum(len(moment.tips) + moment.more for moment in moments) == 2000


def test_limits_are_listed_from_the_smallest_sum(default_playbook: Playbook) -> None:
    trusted = values(equal_and_special.VIEW, default_playbook).trusted
    sums = [role.authority.amount or 0 for role in trusted]
    assert sums == sorted(sums)
    assert {role.id for role in trusted} == {role.id for role in default_playbook.roles.values() if role.authority}


def test_each_promise_between_departments_stands_in_one_pair_only(default_playbook: Playbook) -> None:
    pairs = values(who_serves_whom.VIEW, default_playbook).pairs
    shown = [service.id for pair in pairs for service in (*pair.there, *pair.back)]
    assert sorted(shown) == sorted(default_playbook.internal_services)


def test_the_matrix_marks_promises_and_what_is_counted_on_without_one(small_playbook: Playbook) -> None:
    stage = small_playbook.departments["stage"].model_copy(update={"serves": ("front-of-house",)})
    house = small_playbook.departments["front-of-house"].model_copy(update={"serves": ("stage",)})
    departments = {**small_playbook.departments, "stage": stage, "front-of-house": house}
    shown = values(who_serves_whom.VIEW, replace(small_playbook, departments=departments))
    cells = {
        (row.provider.id, receiver.id): ([service.id for service in cell.services], cell.is_unpromised)
        for row in shown.rows
        for receiver, cell in zip(shown.departments, row.cells, strict=True)
    }
    assert cells["stage", "front-of-house"] == (["stage-to-front-of-house"], False)
    assert cells["front-of-house", "stage"] == ([], True)


def test_the_six_terms_name_what_is_in_this_house(default_playbook: Playbook) -> None:
    terms = {term.id: term for term in values(service_theatre.VIEW, default_playbook).terms}
    assert list(terms) == ["actors", "audience", "setting", "frontstage", "backstage", "performance"]
    assert all(term.places for term in terms.values())
    assert [place.record.id for place in terms["performance"].places] == [
        touchpoint.id for touchpoint in default_playbook.touchpoints.values() if touchpoint.moment_of_truth
    ][: service_theatre.MAX_PLACES]


def test_each_term_is_explained_in_two_sentences(default_playbook: Playbook) -> None:
    terms = values(service_theatre.VIEW, default_playbook).terms
    assert {term.id: term.meaning.count(". ") + term.meaning.endswith(".") for term in terms} == dict.fromkeys(
        (term.id for term in terms), 2
    )


def test_a_department_is_either_in_front_or_behind(default_playbook: Playbook) -> None:
    terms = {term.id: term for term in values(service_theatre.VIEW, default_playbook).terms}
    in_front = {place.record for place in terms["frontstage"].places}
    assert in_front.isdisjoint(place.record for place in terms["backstage"].places)


def test_partners_are_part_of_the_chain(default_playbook: Playbook) -> None:
    partners = values(service_theatre.VIEW, default_playbook).partners
    assert [partner.department.id for partner in partners] == [
        department.id for department in default_playbook.departments.values() if department.partner
    ]


def test_tips_for_colleagues_are_grouped_by_level(default_playbook: Playbook) -> None:
    levels = values(looking_after_each_other.VIEW, default_playbook).levels
    colleagues = [tip for tip in default_playbook.tips.values() if tip.audience == "colleagues"]
    expected = {level: [tip for tip in colleagues if tip.level == level] for level in ("basic", "advanced")}
    assert {level.id: level.tips for level in levels} == {
        level: first_of(tips, MAX_TIPS) for level, tips in expected.items()
    }


def test_trust_and_living_it_are_among_what_looking_after_each_other_rests_on(default_playbook: Playbook) -> None:
    principles = values(looking_after_each_other.VIEW, default_playbook).principles
    assert {"trust", "living-it"} <= {principle.id for principle in principles}


def test_every_exercise_is_in_one_band_of_time(default_playbook: Playbook) -> None:
    bands = values(trainers_room.VIEW, default_playbook).bands
    shown = [exercise.id for band in bands for exercise in band.exercises]
    assert sorted(shown) == sorted(default_playbook.exercises)


def test_words_are_sorted_by_letter_without_regard_to_accents_and_marks(small_playbook: Playbook) -> None:
    terms = {
        term_id: Term(id=term_id, say=say)
        for term_id, say in {"a": "“Zebra”", "b": "élan", "c": "999", "d": "Eve"}.items()
    }
    initials = values(words.VIEW, replace(small_playbook, terms=terms)).initials
    assert [(initial.letter, [term.say for term in initial.terms]) for initial in initials] == [
        ("0–9", ["999"]),
        ("E", ["élan", "Eve"]),
        ("Z", ["“Zebra”"]),
    ]


def test_every_concept_is_shown_where_it_comes_from_with_all_its_homes(default_playbook: Playbook) -> None:
    chapters = values(where_this_comes_from.VIEW, default_playbook).chapters
    shown = {idea.concept.id: len(idea.homes) for chapter in chapters for idea in chapter.ideas}
    assert shown == {concept.id: len(concept.home) for concept in default_playbook.concepts.values()}


def test_every_page_that_a_concept_calls_home_exists(default_playbook: Playbook) -> None:
    context = Context(default_playbook, DAY)
    there = {str(view.ref) for view in catalogue.VIEWS if view.exists(context)}
    homes = {
        home for concept in default_playbook.concepts.values() for home in concept.home if home.startswith("page:")
    }
    assert homes - there == set()


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page is not where_this_comes_from.VIEW], ids=lambda page: page.id
)
def test_a_page_shows_the_ideas_that_call_it_home(page: ViewSpec, default_playbook: Playbook) -> None:
    ideas = values(page, default_playbook).ideas
    assert [idea.concept.id for idea in ideas] == [
        concept.id for concept in default_playbook.concepts.values() if str(page.ref) in concept.home
    ]
