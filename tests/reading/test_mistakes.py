"""Every mistake that an editor can make is reported in the words written beside it, and every code has a case."""

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
    "invalid-value": "takes the place of a fault of the model for which there are no words yet",
    "not-yaml": "takes the place of a fault of YAML for which there are no words yet",
}


def codes_of_records() -> set[str]:
    """The words of every code that reading and the rules can raise."""
    return {code.word for code in (*fields.CODES, *codes.CODES)} | {rule.word for rule in RULES}


@pytest.mark.parametrize("case", mistakes.cases())
def test_this_is_reported_to_the_letter(case: str, tmp_path: Path) -> None:
    assert mistakes.expected(case) == mistakes.reported(case, tmp_path)


@pytest.mark.parametrize("case", mistakes.cases())
def test_the_folder_of_a_case_is_named_after_the_first_problem_reported(case: str) -> None:
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


def test_nine_in_ten_problems_say_what_fixes_them() -> None:
    blocks = [mistakes.expected(case) for case in mistakes.cases()]
    errors = sum(block.count(": error[") for block in blocks)
    fixes = sum(block.count("= help: ") for block in blocks)
    assert fixes >= 0.9 * errors


def test_the_playbook_below_the_cases_is_without_fault(tmp_path: Path) -> None:
    assert open_playbook(mistakes.VALID, Days.on(mistakes.TODAY)).problems == ()
