"""Every mistake that an editor can make is told in the words written beside it, and every code has such a case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from playbook.checking import RULES
from playbook.days import Days
from playbook.model import fields
from playbook.opening import open_playbook
from playbook.reading import codes
from tests.reading import mistakes

UNREACHABLE = {
    "invalid-value": "stands in for a fault of the model that nobody has given words yet",
    "not-yaml": "stands in for a fault of YAML that nobody has given words yet",
}


def codes_of_records() -> set[str]:
    """The words of every code that reading and the rules can raise."""
    return {code.word for code in (*fields.CODES, *codes.CODES)} | {rule.word for rule in RULES}


@pytest.mark.parametrize("case", mistakes.cases())
def test_an_editor_is_told_exactly_this(case: str, tmp_path: Path) -> None:
    assert mistakes.expected(case) == mistakes.told(case, tmp_path)


@pytest.mark.parametrize("case", mistakes.cases())
def test_the_folder_of_a_case_is_named_after_the_first_problem_told(case: str) -> None:
    first = re.search(r"(?:error|advice)\[([a-z0-9-]+)\]", mistakes.expected(case))
    assert first is not None
    assert case.partition("/")[0] == first[1]


def test_every_code_has_a_case_and_every_case_a_code() -> None:
    folders = {case.partition("/")[0] for case in mistakes.cases()}
    assert codes_of_records() - UNREACHABLE.keys() == folders


def test_the_codes_without_a_case_exist() -> None:
    assert UNREACHABLE.keys() <= codes_of_records()


def test_there_are_more_than_seventy_cases() -> None:
    assert len(mistakes.cases()) >= 70


@pytest.mark.parametrize("case", mistakes.cases())
def test_the_words_are_not_those_of_the_parser(case: str) -> None:
    words = mistakes.expected(case).lower()
    jargon = ("expected <", "did not find", "scalar", "token", "mapping", "parser", "pydantic", "node", "stream")
    headings = [line for line in words.splitlines() if "error[" in line or "= help" in line]
    assert [term for term in jargon for line in headings if term in line] == []


def test_nine_in_ten_problems_say_what_would_mend_them() -> None:
    blocks = [mistakes.expected(case) for case in mistakes.cases()]
    errors = sum(block.count(": error[") for block in blocks)
    mends = sum(block.count("= help: ") for block in blocks)
    assert mends >= 0.9 * errors


def test_the_playbook_below_the_cases_is_without_fault(tmp_path: Path) -> None:
    assert open_playbook(mistakes.VALID, Days.on(mistakes.TODAY)).problems == ()
