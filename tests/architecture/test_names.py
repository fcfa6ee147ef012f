"""A name stands for one thing: no two modules and no two classes share one, and no variable is only called `it`."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from jinja2 import nodes

from tests.architecture.imports import PACKAGE, modules
from tests.architecture.templates import parsed
from tests.building import ROOT

SOURCES = sorted(
    {*modules().values(), ROOT / "run.py", *(ROOT / "benchmarks").rglob("*.py"), *ROOT.glob("tests/**/*.py")}
)
TEMPLATES = sorted(PACKAGE.rglob("*.j2"))


def relative(path: Path) -> str:
    """The path below the project's root."""
    return path.relative_to(ROOT).as_posix()


def repeated(names: Iterable[str]) -> list[str]:
    """The names that occur more than once."""
    return sorted(name for name, count in Counter(names).items() if count > 1)


def lines_with_it(source: str) -> list[int]:
    """The lines of a module that bind the name `it`: as a variable, in a loop, or as a parameter."""
    return sorted(
        node.lineno
        for node in ast.walk(ast.parse(source))
        if (isinstance(node, ast.Name) and node.id == "it" and isinstance(node.ctx, ast.Store))
        or (isinstance(node, ast.arg) and node.arg == "it")
    )


def template_lines_with_it(source: str) -> list[int]:
    """The lines of a template that bind the name `it`: with `set`, in a loop, or as a parameter of a macro."""
    tree = parsed(source)
    return sorted(node.lineno for node in tree.find_all(nodes.Name) if node.name == "it" and node.ctx != "load")


def test_no_two_modules_share_a_name() -> None:
    # The doors, `macros.py` and `hooks.py`, have the names that MkDocs and its macros plugin ask for.
    assert repeated(path.name for path in PACKAGE.rglob("*.py") if path.name != "__init__.py") == []


def test_no_two_classes_share_a_name() -> None:
    trees = [ast.parse(path.read_text("utf-8")) for path in modules().values()]
    classes = [node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    assert classes != []
    assert repeated(classes) == []


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_no_variable_is_called_it(path: Path) -> None:
    assert lines_with_it(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=relative)
def test_no_variable_of_a_template_is_called_it(path: Path) -> None:
    assert template_lines_with_it(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    ["for it in tips: pass", "[it.id for it in tips]", "{a: b for a, it in pairs}", "key = lambda it: it.id", "it = 1"],
)
def test_a_variable_called_it_is_noticed(source: str) -> None:
    assert lines_with_it(source) == [1]


@pytest.mark.parametrize(
    "source",
    ["{% for it in tips %}{% endfor %}", "{% set it = 1 %}", "{% macro card(it) %}{% endmacro %}"],
)
def test_a_variable_called_it_in_a_template_is_noticed(source: str) -> None:
    assert template_lines_with_it(source) == [1]
