"""Every problem that can be reported is explained in the editors' guide."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from playbook import checking
from playbook.page_macros.explanations import explanations
from playbook.page_macros.macros import UNKNOWN

PACKAGE = Path(checking.__file__).parents[1]
MISTAKES = Path(__file__).parents[1] / "mistakes"
MAKERS = {"problems.py", "check_cache.py"}
"""The modules that make problems by themselves: the one where codes do, and the one that reads them from a file."""


def calls(*names: str) -> Iterator[tuple[Path, ast.Call]]:
    """Every call of a function or class with one of these names in the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in names:
                yield path.relative_to(PACKAGE), node


def test_only_a_code_makes_a_problem_so_every_problem_has_an_explanation() -> None:
    makers = {path.as_posix() for path, _ in calls("Problem")}
    assert makers == MAKERS


def test_every_code_that_is_declared_is_explained() -> None:
    declared = {
        call.args[0].value: path
        for path, call in calls("Code", "Rule")
        if call.args and isinstance(call.args[0], ast.Constant)
    }
    explained = {code.word for code in explanations()}
    assert len(declared) > 80
    assert {word: path for word, path in declared.items() if word not in explained} == {}


def test_whatever_a_page_can_name_and_does_not_exist_is_explained() -> None:
    assert {code.word for code in UNKNOWN.values()} - {code.word for code in explanations()} == set()


def test_every_code_that_an_editor_can_meet_is_explained() -> None:
    met = {folder.name for folder in MISTAKES.iterdir() if folder.is_dir()}
    assert met - {code.word for code in explanations()} == set()


def test_every_kind_of_advice_has_its_section_of_the_health_page() -> None:
    assert {code.word for code in explanations() if code.is_advice} == {code.word for code, _ in checking.ADVICE}


def test_no_code_is_explained_twice() -> None:
    words = [code.word for code in explanations()]
    assert sorted(words) == sorted(set(words))


def test_no_explanation_is_empty() -> None:
    assert [code.word for code in explanations() if not code.meaning.strip()] == []


def test_codes_are_words_that_can_be_anchors() -> None:
    assert [code.word for code in explanations() if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.word)] == []


def test_errors_stand_before_advice_each_in_the_order_of_the_alphabet() -> None:
    shown = [(code.is_advice, code.word) for code in explanations()]
    assert shown == sorted(shown)
