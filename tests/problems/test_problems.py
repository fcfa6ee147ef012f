"""The most similar name, text for use in a message, and the order of problems."""

from __future__ import annotations

import pytest

from playbook.page_macros.explanations import explanations
from playbook.problems import Place, Problem, in_reading_order, nearest, one_line
from playbook.ref import Ref
from playbook.wording import speaking

DEPARTMENTS = ("box-office", "front-of-house", "bar-and-catering", "finance")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("frnt-of-house", "front-of-house"),
        ("Front of House", "front-of-house"),
        ("BOX_OFFICE", "box-office"),
        ("fiance", "finance"),
        ("zoo", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_suggested_or_none(typed: str, meant: str | None) -> None:
    assert nearest(typed, DEPARTMENTS) == meant


def test_the_most_similar_name_is_found_among_very_many() -> None:
    names = [f"tip-{number}-about-{number * 7 % 1000}" for number in range(10_000)]
    assert nearest("look-up-form-the-screen", [*names, "look-up-from-the-screen"]) == "look-up-from-the-screen"


def test_a_very_long_name_takes_no_time() -> None:
    assert nearest("x" * 1_000_000, DEPARTMENTS) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\nb", "a b"), ("a\u202e\x1b[31mb", "a [31mb"), ("x" * 100, "x" * 59 + "…"), ("  ", "")],
)
def test_quoted_text_stays_on_one_short_line(text: str, shown: str) -> None:
    assert one_line(text) == shown


def test_problems_are_reported_in_the_order_of_reading() -> None:
    places = [Place("b.yml", 1), Place("a.yml", 10), Place("a.yml", 9, 3), Place("a.yml", 9, 2)]
    problems = [Problem(place, "code", "message") for place in places]
    assert [problem.place for problem in sorted(problems, key=in_reading_order)] == [*reversed(places)]


def test_what_a_problem_is_about_does_not_make_it_another_problem() -> None:
    about_a_tip = Problem(Place("a.yml"), "code", "message", about=Ref("tip", "smile"))
    about_nothing = Problem(Place("a.yml"), "code", "message")
    assert about_a_tip == about_nothing
    assert len({about_a_tip, about_nothing}) == 1
    assert sorted([about_a_tip, about_nothing]) == [about_a_tip, about_nothing]


def test_what_codes_and_the_health_page_say_is_in_the_language_that_is_spoken() -> None:
    codes = explanations()
    sections = [code.section for code in codes if code.section]
    with speaking("en-XA"):
        said = [code.meaning for code in codes]
        said += [text for each in sections for text in (each.heading, each.praise, each.explanation) if text]
    assert [words for words in said if not words.startswith("⟦")] == []
