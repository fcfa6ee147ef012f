"""Sentences are counted as they are read, and a word is common when three records use it in any form."""

from __future__ import annotations

import pytest

from benchmarks.plain_words import common_words, main, plainness, sentences_of, uncommon_in
from benchmarks.playbook_texts import FieldText, texts_of, words_of
from playbook.model import Playbook


def _text(record: str, text: str, field: str = "do") -> FieldText:
    return FieldText("tip", record, field, text)


TEXTS = [
    _text("a", "Walk the queue with a lamp."),
    _text("b", "The queues are walked at eight."),
    _text("c", "Walking a queue helps. Ask “Who is next?” Then count to 10."),
]


def test_a_word_is_common_in_any_inflection() -> None:
    common = common_words(TEXTS)
    assert uncommon_in("They queued, walks over", common) == ["They", "over"]


def test_figures_are_not_rare_words() -> None:
    assert uncommon_in("10", frozenset()) == []


def test_sentences_end_at_stops_also_behind_quotation_marks() -> None:
    assert sentences_of("Ask “Who is next?” Then count. Wait!") == ["Ask “Who is next?", "Then count.", "Wait!"]


def test_a_field_is_measured_over_all_its_sentences() -> None:
    (measured,) = plainness(TEXTS, common_words(TEXTS))
    assert (measured.kind, measured.field, measured.sentences, measured.longest) == ("tip", "do", 5, 6)


def test_words_with_hyphens_and_apostrophes_are_one_word() -> None:
    assert words_of("We’ll be there at half-past – promise.") == ["We’ll", "be", "there", "at", "half-past", "promise"]


def test_ids_and_choices_are_no_texts(small_playbook: Playbook) -> None:
    texts = list(texts_of(small_playbook))
    assert {text.field for text in texts} >= {"title", "do", "why", "statement", "text", "notes"}
    assert {text.field for text in texts} & {
        "owner",
        "touchpoints",
        "touchpoint",
        "kind",
        "status",
        "id",
        "home",
    } == set()


def test_it_prints_the_table_the_reading_time_and_the_outliers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tip"]) == 0
    printed = capsys.readouterr().out
    assert "tip do" in printed
    assert "above 150 words" in printed
    assert "The longest sentences:" in printed
