"""Eight consecutive words of another text are found, whatever punctuation is between them; seven are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.borrowed_words import borrowed, longest_shared, main, without

ORIGINAL = ("essay.txt", "We don’t count the people; we greet every one of them, at every door, by name.")


def test_eight_words_are_found_across_capitals_and_punctuation() -> None:
    (find,) = borrowed([("tip:a why", "So we greet EVERY one – of them at every door.")], [ORIGINAL])
    assert find.origin == "essay.txt"
    assert " ".join(find.words) == "we greet every one of them at every door"


def test_seven_words_are_not_found() -> None:
    assert borrowed([("tip:a why", "Greet every one of them at every gate.")], [ORIGINAL]) == []


def test_an_apostrophe_does_not_end_a_run() -> None:
    (find,) = borrowed([("tip:a why", "we don't count the people we greet every")], [ORIGINAL])
    assert len(find.words) == 8


def test_the_longest_common_run_is_reported_however_short() -> None:
    (find,) = longest_shared([("tip:a why", "Doors are where we count the people.")], [ORIGINAL])
    assert find.words == ("count", "the", "people")


def test_titles_of_works_are_left_out_and_end_a_run() -> None:
    text = without("greet every one The Open Door of them at every door by", ["The Open Door"])
    assert borrowed([("tip:a why", text)], [ORIGINAL]) == []


@pytest.mark.parametrize("arguments", [[], ["nowhere", "else"]])
def test_without_a_folder_of_texts_it_says_how_it_is_used(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments or [str(tmp_path)]) == 2
    assert "usage" in capsys.readouterr().err


def test_the_default_playbook_owes_nothing_to_a_text_it_does_not_know(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other.txt").write_text("Nothing of what is written here stands anywhere in the playbook of the house.")
    assert main([str(tmp_path)]) == 0
    assert "0 runs of 8 words or more" in capsys.readouterr().out
