"""What people take for one word is one word after analysis, and what they take for two is two."""

from __future__ import annotations

import pytest

from playbook.search.analysis import Language
from playbook.search.inflection import root, stem

ENGLISH = Language.of("en-GB")
WELSH = Language.of("cy")
GERMAN = Language.of("de-DE")


def stems(language: Language, text: str) -> list[str]:
    return [word.stem for word in language.words(text)]


@pytest.mark.parametrize(
    "forms",
    [
        "seat seats seated seating",
        "book booked booking bookings books",
        "queue queues queued queuing queueing",
        "usher ushers usher's USHERS",
        "allergy allergies",
        "programme programmes program programs",
        "theatre theatres theater theaters",
        "colour color colours",
        "organise organize organised organizing",
        "cancelled canceled cancels cancelling",
        "case cases",
        "house houses",
        "bus buses",
        "lost lose losing",
        "child children child's",
        "hope hoped hoping",
        "park parked parking",
        "catalogue catalog catalogues",
        "neighbour neighbors",
        "enquiry inquiry enquiries",
        "café cafe CAFÉ cafés",
        "through thru",
    ],
)
def test_forms_of_one_word_have_one_stem(forms: str) -> None:
    assert len(set(stems(ENGLISH, forms))) == 1, stems(ENGLISH, forms)


@pytest.mark.parametrize("words", ["car care", "evening even", "role roll", "hop hope", "us bus", "prize price"])
def test_different_words_stay_different(words: str) -> None:
    assert len(set(stems(ENGLISH, words))) == 2


@pytest.mark.parametrize(
    "words", ["cancel cancellation", "reserve reservation", "accessible access", "perform performance", "greeter greet"]
)
def test_derived_words_share_a_root(words: str) -> None:
    assert len({root(stem(word)) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("F.O.H.", ["foh"]),
        ("24h", ["24", "h"]),
        ("don’t don't dont", ["dont", "dont", "dont"]),
        ("I'll we've the usher’s", ["i", "we", "the", "usher"]),
        ("ＷＣ", ["wc"]),
        ("", []),
        ("?!…", []),
    ],
)
def test_text_is_split_into_words(text: str, expected: list[str]) -> None:
    assert [word.spelt for word in ENGLISH.words(text)] == expected


def test_question_words_carry_no_meaning() -> None:
    wanted = [word.spelt for word in ENGLISH.words("Where on earth is the cloakroom?") if not word.is_stop]
    assert wanted == ["earth", "cloakroom"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (WELSH, "Tŷ bach", ["ty", "bach"]),
        (WELSH, "theatrau ŵythnos", ["theatrau", "wythnos"]),
        (GERMAN, "Straße STRASSE", ["strasse", "strasse"]),
        (GERMAN, "Plätze Garderoben", ["platze", "garderoben"]),
    ],
)
def test_other_languages_are_folded_and_not_inflected(language: Language, text: str, expected: list[str]) -> None:
    assert stems(language, text) == expected


def test_other_languages_have_no_stop_words() -> None:
    assert not any(word.is_stop for word in GERMAN.words("die will an so"))
