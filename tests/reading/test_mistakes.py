"""Every mistake that an editor can make is told in the words written beside it, and every code has such a case."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from playbook.days import Days
from playbook.model import KINDS
from playbook.opening import open_playbook
from tests.reading import mistakes

PACKAGE = Path(mistakes.__file__).parents[2] / "playbook"
CODE_MAKERS = {
    "Problem": 1,
    "Finding": 0,
    "Words": 0,
    "advice": 0,
    "problem": 0,
    "_report": 1,
    "problem_at": 2,
    "problem_in_line": 1,
}
"""The functions that take a code, and where in their arguments it stands."""
UNREACHABLE = {
    "invalid-value": "stands in for a fault of the model that nobody has given words yet",
    "not-yaml": "stands in for a fault of YAML that nobody has given words yet",
}


def codes_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        position = CODE_MAKERS.get(name)
        if position is None or len(node.args) <= position:
            continue
        code = node.args[position]
        if isinstance(code, ast.Constant) and isinstance(code.value, str):
            yield code.value


def codes_in_source() -> set[str]:
    folders = ("model", "reading", "checking")
    found = {code for folder in folders for path in (PACKAGE / folder).glob("*.py") for code in codes_in(path)}
    referred = {target for kind in KINDS for _, target in kind.references}
    return found | {f"unknown-{target.replace('_', '-')}" for target in referred}


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
    assert codes_in_source() - UNREACHABLE.keys() == folders


def test_the_codes_without_a_case_exist() -> None:
    assert UNREACHABLE.keys() <= codes_in_source()


def test_codes_are_words_that_can_be_anchors() -> None:
    assert [code for code in codes_in_source() if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)] == []


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
