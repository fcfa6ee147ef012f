"""YAML is read as text with places: nothing is bent, nothing is reused, and bounds hold exactly."""

from __future__ import annotations

from typing import Any

import pytest

from playbook.reading.decoding import SourceFile
from playbook.reading.located import MAX_DEPTH, MAX_NODES, MAX_TEXT, Located, parse


def located(text: str) -> Located:
    return parse(SourceFile("f.yml", text))


def codes(text: str) -> list[str]:
    return [problem.code for problem in located(text).problems]


@pytest.mark.parametrize(
    "typed",
    ["no", "yes", "on", "9:30", "010", "0x10", "1e3", "1_000", "~", "null", "2026-03-01", ".5", "-0", "=", "1.10"],
)
def test_a_text_is_what_was_typed(typed: str) -> None:
    assert located(f"a: {typed}\n").value == {"a": typed}
    assert located(f"- {typed}\n- [{typed}]\n").value == [typed, [typed]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("# nothing\n", None),
        ("---\na: b\n...\n", {"a": "b"}),
        ("a: 'it''s'\n", {"a": "it's"}),
        ('a: "x\\ny"\n', {"a": "x\ny"}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo"}),
        ("a: >-\n  one\n  two\n\n  three\n", {"a": "one two\nthree"}),
        ("a:\n- b\n- c: d\n", {"a": ["b", {"c": "d"}]}),
        ('"a": {b: [c, "d"]}\n', {"a": {"b": ["c", "d"]}}),
        ("a: b # a comment of its own\n", {"a": "b"}),
        ("a: https://example.org/#top\n", {"a": "https://example.org/#top"}),
        ("a: one\n  two\n", {"a": "one two"}),
        ("a: C#\n", {"a": "C#"}),
    ],
)
def test_what_yaml_means_is_what_is_read(text: str, value: Any) -> None:
    assert (located(text).value, codes(text)) == (value, [])


@pytest.mark.parametrize(
    ("fits", "code"),
    [
        (lambda n: "a: " + "x" * (MAX_TEXT + n) + "\n", "text-too-long"),
        (lambda n: "[" * (MAX_DEPTH + n) + "]" * (MAX_DEPTH + n) + "\n", "too-deep"),
        (lambda n: "- a\n" * (MAX_NODES - 1 + n), "too-many-values"),
    ],
)
def test_bounds_hold_exactly(fits: Any, code: str) -> None:
    assert codes(fits(0)) == []
    assert codes(fits(1)) == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x b\n", "anchor"),
        ("a: *x\n", "alias"),
        ("&x a: b\n", "anchor"),
        ("*x : b\n", "alias"),
        ("a: !!python/object/apply:os.system [id]\n", "tag"),
        ("a: !!str 1\n", "tag"),
        ("!x {a: b}\n", "tag"),
        ("%TAG ! tag:x,2000:\n---\na: b\n", "tag"),
        ("<<: {a: b}\n", "merge-key"),
        ("a: b\n---\nc: d\n", "second-document"),
        ("a: b\n...\nc: d\n", "second-document"),
        ("? a\n: b\n", "question-mark"),
        ("{? a : b}\n", "question-mark"),
        ("'': b\n", "empty-name"),
        ("' ': b\n", "empty-name"),
        ("[a]: b\n", "group-as-name"),
        ("{a: b}: c\n", "group-as-name"),
        ('"a\\nb": c\n', "several-lines"),
        ("a: b\na: c\n", "duplicate-key"),
        ("a: b\n'a': c\n", "duplicate-key"),
        ("{a: b, a: c}\n", "duplicate-key"),
        ("x:\n  - {b: [1, {a: 1}], a: 2, a: 3}\n", "duplicate-key"),
    ],
)
def test_what_surprises_is_refused(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_the_first_use_of_a_name_is_found_behind_lists_and_groups() -> None:
    (problem,) = located("a:\n  k: 1\n  l: [{k: 1}, k]\n  m: {k: 2}\n  k: 3\n").problems
    assert problem.help == "delete this one or the one on line 2, or join them"


def place(text: str, path: tuple[str | int, ...], *, at_key: bool = False) -> tuple[int, int, int]:
    found = located(text).place_of(path, at_key=at_key)
    return (found.line, found.column, found.length)


@pytest.mark.parametrize(
    ("path", "at_key", "expected"),
    [
        (("a", "b"), False, (2, 6, 3)),
        (("a", "b"), True, (2, 3, 1)),
        (("a", "l", 1), False, (3, 12, 5)),
        (("a", "l"), False, (3, 3, 1)),
        (("a", "missing"), False, (1, 1, 1)),
        (("a", "e"), False, (4, 3, 1)),
        (("a", "k", 0, "x"), False, (6, 10, 1)),
    ],
)
def test_every_value_has_a_place(path: tuple[str | int, ...], at_key: bool, expected: tuple[int, int, int]) -> None:
    text = "a:\n  b: one\n  l: [one, 'two']\n  e:\n  k:\n    - x: y\n"
    assert place(text, path, at_key=at_key) == expected
