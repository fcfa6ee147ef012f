"""The first result is the one that someone with these words in mind wants."""

from __future__ import annotations

import pytest

from playbook.search import build_index, search
from tests.search.records import ids, playbook, record

HOUSE = playbook(
    record("stage", "during", "During"),
    record("touchpoint", "interval", "Has an interval", patron_action="fits toilets and a drink into twenty minutes"),
    record("touchpoint", "foyer", "Spends time in the foyer"),
    record("touchpoint", "collects-tickets", "Collects tickets", aliases=["ticket desk", "box office window"]),
    record("department", "front-of-house", "Front of house", aliases=["FOH"]),
    record("department", "box-office", "Box office"),
    record("role", "usher", "Usher"),
    record("scenario", "latecomer", "Somebody arrives late", utterances=["Has it started?"], aliases=["late comers"]),
    record("scenario", "upset-patron", "Somebody is upset or angry", aliases=["angry patron"]),
    record("scenario", "seat-taken", "Two parties, one seat", utterances=["Someone is in my seat"]),
    record("tip", "toilet-queues", "Send the toilet queue where there is room", touchpoints=["interval"]),
    record("tip", "smile-first", "Smile first", utterances=["Is it open?"]),
    record("tip", "seats-dusted", "Dust the seats of the house", why="A seat in front of the house must be clean."),
    record("term", "interval", "interval", us=["intermission"], misspellings=["intervel"]),
    record("term", "toilets", "toilets", gb=["loo", "WC"], us=["restroom", "ladies room"]),
    record("term", "patron", "patron", not_say=["customer", "punter"]),
    record("term", "box-office", "box office", us=["ticket counter"]),
    record("term", "collection", "collection", us=["will call"]),
)
INDEX = build_index(HOUSE)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("intermission", "touchpoint:interval"),
        ("intermissions", "touchpoint:interval"),
        ("intremission", "touchpoint:interval"),
        ("intermis", "touchpoint:interval"),
        ("loo queue", "tip:toilet-queues"),
        ("ladies room queues", "tip:toilet-queues"),
        ("late comers", "scenario:latecomer"),
        ("latecomers", "scenario:latecomer"),
        ("boxoffice", "department:box-office"),
        ("ticket counter", "department:box-office"),
        ("angry customer", "scenario:upset-patron"),
        ("FOH", "department:front-of-house"),
        ("f.o.h.", "department:front-of-house"),
        ("ushers", "role:usher"),
        ("who are the ushers?", "role:usher"),
        ("someone is in my seat", "scenario:seat-taken"),
        ("someones in my seat", "scenario:seat-taken"),
        ("smile frist", "tip:smile-first"),
        ("tryer buyer advocate", "page:loyalty-ladder"),
        ("trier buyer advocate", "page:loyalty-ladder"),
    ],
)
def test_the_first_result_is_right(query: str, first: str) -> None:
    assert ids(search(INDEX, query, 1)) == [first]


def test_a_term_comes_after_what_it_is_about() -> None:
    found = ids(search(INDEX, "interval"))
    assert found.index("touchpoint:interval") < found.index("term:interval")


def test_one_missing_word_is_forgiven() -> None:
    assert ids(search(INDEX, "smile hippopotamus", 1)) == ["tip:smile-first"]


def test_words_that_resemble_nothing_find_nothing() -> None:
    assert search(INDEX, "hippopotamus") == []


@pytest.mark.parametrize("query", ["", " ", "?", "\u200b", "—", "<>"])
def test_a_query_without_words_finds_nothing(query: str) -> None:
    assert search(INDEX, query) == []


@pytest.mark.parametrize(
    "query",
    [
        "a" * 10_000,
        "seat " * 2_000,
        "<img src=x onerror=alert(1)>",
        "(.*)+[a-z]{1,99}\\",
        "\x00\x07\x1b[31m seat",
        "\u202eseat\u202c",
        "مقعد seat 座席",
        "🪑" * 500,
    ],
)
def test_hostile_queries_are_only_words(query: str) -> None:
    assert len(search(INDEX, query)) <= 10


@pytest.mark.parametrize("letters", ["zy", "zya"])
def test_a_short_prefix_finds_every_word_that_starts_with_it(letters: str) -> None:
    words = [f"zya{first}{second}" for first in "bdfgk" for second in "aeiou"]
    tips = [record("tip", word, f"Wave {word}") for word in words]
    index = build_index(playbook(*tips, record("tip", "long", "Wave zyalisations"), record("tip", "none", "Wave")))
    assert set(ids(search(index, letters, 100))) == {f"tip:{word}" for word in (*words, "long")}


def test_the_shortest_completion_of_a_prefix_is_the_likeliest() -> None:
    index = build_index(playbook(record("tip", "long", "Zyalisations"), record("tip", "short", "Zyand")))
    assert ids(search(index, "zya")) == ["tip:short", "tip:long"]


@pytest.mark.parametrize("letters", ["zya", "zyal", "zyalo"])
def test_a_rare_completion_of_a_prefix_does_not_outrank_a_common_one(letters: str) -> None:
    common = [record("tip", f"common-{number}", f"Zyalox {number}") for number in range(9)]
    index = build_index(playbook(*common, record("tip", "rare", "Zyaloba 9")))
    assert ids(search(index, letters))[0].startswith("tip:common")


def test_the_prefix_of_a_word_that_is_in_everything_finds_it() -> None:
    everything = playbook(*(record("tip", f"tip-{number}", f"Zyaloxo {number}") for number in range(120)))
    assert ids(search(build_index(everything, pages=()), "zyalo", 1)) == ["tip:tip-0"]


def test_stop_words_are_not_completions_of_a_prefix() -> None:
    tips = [record("tip", f"where-{number}", f"Where it is {number}") for number in range(3)]
    index = build_index(playbook(*tips, record("tip", "wheel", "Push the wheels of a trolley")))
    found = ids(search(index, "whe"))
    assert found[0] == "tip:wheel"
    assert not any(key.startswith("tip:where") for key in found)


def test_a_prefix_finds_what_its_completions_mean() -> None:
    assert ids(search(INDEX, "int", 1)) == ["touchpoint:interval"]
    assert "touchpoint:collects-tickets" in ids(search(INDEX, "tic"))
    assert "touchpoint:interval" in ids(search(INDEX, "inte"))


def test_a_word_that_is_cut_short_stands_for_the_longer_one() -> None:
    index = build_index(
        playbook(record("tip", "cut", "Push the wheelbarrow"), record("tip", "other", "Push the trolley"))
    )
    assert ids(search(index, "wheelb.")) == ["tip:cut"]
    assert ids(search(index, "wheelb push", 1)) == ["tip:cut"]


@pytest.mark.parametrize(("heard", "meant"), [("dauter", "Daughter"), ("harrased", "Harassed"), ("chokin", "Choking")])
def test_a_word_written_as_it_is_heard_finds_what_it_means(heard: str, meant: str) -> None:
    index = build_index(playbook(record("tip", "meant", meant), record("tip", "other", "Chair")))
    assert ids(search(index, heard)) == ["tip:meant"]


@pytest.mark.parametrize("typed", ["preshow", "dtr", "dauters"])
def test_a_word_that_only_shares_its_consonants_with_another_does_not_stand_for_it(typed: str) -> None:
    index = build_index(
        playbook(record("tip", "one", "Praise"), record("tip", "two", "Door"), record("tip", "three", "Dotes"))
    )
    assert search(index, typed) == []


def test_three_letters_before_another_word_do_not_stand_for_a_longer_word() -> None:
    assert search(INDEX, "toi hippopotamus") == []


@pytest.mark.parametrize("letters", ["toi", "latec", "tiolet"])
@pytest.mark.parametrize("further", [" ", "  ", " s", " xq"])
def test_the_answer_stays_until_a_further_word_counts(letters: str, further: str) -> None:
    assert search(INDEX, letters)
    assert search(INDEX, letters + further) == search(INDEX, letters)


def test_a_word_followed_by_a_full_stop_is_finished() -> None:
    assert search(INDEX, "toi.") == []


def test_equal_scores_keep_the_order_of_the_index() -> None:
    twins = playbook(*(record("tip", f"tip-{number}", "Wave") for number in range(5)))
    assert ids(search(build_index(twins), "wave")) == [f"tip:tip-{number}" for number in range(5)]


def test_many_tips_do_not_bury_what_they_are_about() -> None:
    many = [record("tip", f"tip-{n}", f"Tidy the foyer, way {n}", touchpoints=["foyer"]) for n in range(300)]
    index = build_index(playbook(record("touchpoint", "foyer", "Spends time in the foyer"), *many))
    assert ids(search(index, "foyer", 1)) == ["touchpoint:foyer"]


def test_the_exact_title_wins_among_many() -> None:
    many = [record("tip", f"tip-{n}", f"Smile first, then wave {n}") for n in range(300)]
    index = build_index(playbook(*many, record("tip", "smile", "Smile first")))
    assert ids(search(index, "smile first", 1)) == ["tip:smile"]


def test_the_first_two_letters_of_a_further_word_change_nothing() -> None:
    assert search(INDEX, "toilet queue s", 5) == search(INDEX, "toilet queue ", 5)
    assert search(INDEX, "toilet queue se", 5) == search(INDEX, "toilet queue ", 5)
    assert search(INDEX, "toilet queue sea", 5) != search(INDEX, "toilet queue ", 5)


def test_a_further_word_of_two_letters_counts() -> None:
    index = build_index(playbook(record("tip", "map", "Tour with a map"), record("tip", "vr", "Tour in VR")))
    assert ids(search(index, "tour vr", 1)) == ["tip:vr"]
    assert search(index, "tour vi") == search(index, "tour ")


def test_a_title_that_ends_in_a_single_letter_is_found_by_it() -> None:
    index = build_index(playbook(*(record("tip", f"plan-{letter}", f"Plan {letter}") for letter in "abc")))
    assert ids(search(index, "plan b", 1)) == ["tip:plan-b"]


def test_drafts_are_not_found() -> None:
    index = build_index(playbook(record("tip", "secret", "Juggle", status="draft")))
    assert search(index, "juggle") == []


def test_notes_are_not_found() -> None:
    index = build_index(playbook(record("tip", "open", "Wave", notes="unspeakable")))
    assert search(index, "unspeakable") == []


def test_a_page_that_the_site_does_not_have_is_not_found() -> None:
    assert ids(search(build_index(HOUSE, pages={"home"}), "loyalty ladder")) == []


def test_terms_are_not_found_without_the_page_that_shows_them() -> None:
    assert "term:interval" not in ids(search(build_index(HOUSE, pages={"home"}), "interval"))


WELSH = build_index(
    playbook(
        record("touchpoint", "egwyl", "Yr egwyl"),
        record("tip", "toiledau", "Dangos y ffordd i’r toiledau"),
        record("tip", "wythnos", "Tŷ agored bob wythnos"),
        locale="cy",
    )
)
GERMAN = build_index(
    playbook(record("touchpoint", "pause", "Große Pause"), record("tip", "gruss", "Grüße zuerst"), locale="de-DE")
)


@pytest.mark.parametrize(
    ("index", "query", "first"),
    [
        (WELSH, "egwyl", "touchpoint:egwyl"),
        (WELSH, "toil", "tip:toiledau"),
        (WELSH, "toiledua", "tip:toiledau"),
        (WELSH, "ty agored", "tip:wythnos"),
        (GERMAN, "GROSSE pause", "touchpoint:pause"),
        (GERMAN, "gruße", "tip:gruss"),
        (GERMAN, "zuersr", "tip:gruss"),
    ],
)
def test_other_languages_have_folding_prefixes_and_typos(index: object, query: str, first: str) -> None:
    assert ids(search(index, query, 1)) == [first]  # type: ignore[arg-type]
