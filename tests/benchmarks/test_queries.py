"""What is typed is the same in every run, is of many kinds, and is made of words of the workload."""

from __future__ import annotations

import pytest

from benchmarks import workload
from benchmarks.queries import queries
from benchmarks.searching import walks
from benchmarks.sizes import SIZES, Size

SMALL = SIZES["S"]
TINY = Size("XS", tips=3, departments=4, touchpoints=3)


@pytest.mark.parametrize("size", [SMALL, TINY], ids=["S", "XS"])
def test_a_dozen_queries_the_same_every_time(size: Size) -> None:
    found = queries(size)
    assert len(found) == 12
    assert found == queries(size)


def test_no_query_is_asked_twice() -> None:
    assert len({query.text for query in queries(SMALL)}) == 12


def test_words_and_titles_are_those_of_tips() -> None:
    titles = [fields["title"] for _, fields in workload.records(SMALL, "tips")]
    of_titles = [query.text for query in queries(SMALL) if query.kind in {"one word", "two words", "a title"}]
    assert len(of_titles) == 5
    assert all(any(title.endswith(text) for title in titles) for text in of_titles)


def test_a_typo_keeps_the_first_letter_and_all_letters() -> None:
    known = {word.lower() for _, fields in workload.records(SMALL, "tips") for word in fields["title"].split()}
    for typo in (query.text for query in queries(SMALL) if query.kind == "a typo"):
        assert typo not in known
        assert any(sorted(typo) == sorted(word) and typo[0] == word[0] for word in known)


def test_further_keys_start_another_word() -> None:
    assert all(query.more.startswith(" ") and len(query.more) >= 4 for query in queries(SMALL))


def test_walks_lead_over_pages_of_every_kind() -> None:
    pages = {page.partition("/")[0] for walk in walks(SMALL) for page in walk}
    assert pages == {"", "tips", "departments", "touchpoints"}
