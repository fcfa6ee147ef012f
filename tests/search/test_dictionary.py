"""Common English words are no slips of others, whether their list has been cached or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.search.dictionary import english_stems, is_english_stem


def test_a_stem_is_found_among_the_words_that_begin_alike() -> None:
    assert [stem for stem in english_stems() if not is_english_stem(stem)] == []


@pytest.mark.parametrize("stem", ["windo", "zyxw", "the", "dauter", ""])
def test_what_is_no_common_word_is_none(stem: str, tmp_path: Path) -> None:
    assert not is_english_stem(stem, tmp_path)


def test_a_cached_list_says_the_same(tmp_path: Path) -> None:
    assert english_stems(tmp_path) == english_stems()
    assert is_english_stem("widow", tmp_path)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "english-words.txt").write_text("an older version\nwidow\n")
    assert is_english_stem("window", tmp_path / "other")
