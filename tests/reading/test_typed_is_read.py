"""Whatever someone types behind a field is read as it was typed, or refused with its line; nothing is lost unsaid."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from playbook.problems import Problem
from playbook.reading.data_files import DataFile
from playbook.reading.reader import Reader

HEAD = b"""look-up:
  patron_asks: Has anybody seen me?
  touchpoints: [arrives]
  owner: front-of-house
  reviewed: 2026-03-01
"""
TYPED = st.text(alphabet="ab Z9#:'\"[]{},-_*|>&!%@`?\\=.~$/“’é", min_size=1, max_size=24).map(str.strip).filter(bool)
"""Letters among the signs to which YAML gives a meaning."""
SEVERAL = settings(max_examples=400, deadline=None, derandomize=True)


def read(fields: str) -> tuple[dict[str, object], list[Problem]]:
    """The fields of a tip, of which these are typed, and the problems."""
    reader = Reader()
    reader.take_file(DataFile("playbook_data/tips/new.yml", "tip", HEAD + fields.encode()))
    tips = reader.records["tip"].values()
    return {} if not tips else next(iter(tips)).model_dump(), reader.reading.problems


def letters(text: object) -> list[str]:
    """What is left of a text without the signs that may be layout: its letters and digits, in order."""
    return re.findall(r"[^\W_]", str(text))


@SEVERAL
@given(TYPED)
@example("Loop # 2 in the balcony")
@example('"Ask any usher" #or ring 42')
@example(">- #1 reason")
@example(r"\\server\foh")
@example(r"C:\_x")
@example("[Smile] #1")
@example("'a' b")
def test_behind_a_field(text: str) -> None:
    fields, problems = read(f"  do: [Look up.]\n  title: {text}\n  why: They decide quickly.\n")
    if problems:
        assert 1 <= problems[0].place.line <= 9
    elif text[0] in "'\"":
        assert letters(fields["title"]) == letters(text) or (text[0] == '"' and "\\" in text)
    else:
        assert fields["title"] == text


@SEVERAL
@given(TYPED)
@example("Smile # 1")
@example("-Open it.")
@example("#1 smile")
def test_in_a_list(text: str) -> None:
    fields, problems = read(f"  title: Look up\n  why: They decide quickly.\n  do:\n    - Look up.\n    - {text}\n")
    if problems:
        assert 1 <= problems[0].place.line <= 10
    elif text[0] in "'\"":
        assert letters(fields["do"]) == letters(("Look up.", text)) or (text[0] == '"' and "\\" in text)
    else:
        assert fields["do"] == ("Look up.", text)


@SEVERAL
@given(TYPED, TYPED)
@example("Smile", "wave] #1")
@example("Smile", "# 2")
def test_in_brackets(first: str, second: str) -> None:
    fields, problems = read(f"  title: Look up\n  why: They decide quickly.\n  do: [{first}, {second}]\n")
    if problems:
        assert 1 <= problems[0].place.line <= 9
    elif '"' not in first + second:
        assert letters(fields["do"]) == letters((first, second))


@SEVERAL
@given(TYPED, TYPED, st.sampled_from((">-", "|", ">", "|-", ">- #1", "| # more", ">2-")))
def test_in_a_block(first: str, second: str, mark: str) -> None:
    fields, problems = read(f"  title: Look up\n  do: [Look up.]\n  why: {mark}\n    {first}\n    {second}\n")
    if problems:
        assert 1 <= problems[0].place.line <= 11
    else:
        assert str(fields["why"]).split() == f"{first} {second}".split()


@SEVERAL
@given(TYPED, TYPED)
def test_over_two_lines(first: str, second: str) -> None:
    fields, problems = read(f"  title: Look up\n  do: [Look up.]\n  why: {first}\n    {second}\n")
    if problems:
        assert 1 <= problems[0].place.line <= 10
    elif '"' not in first + second:
        assert letters(fields["why"]) == letters(first + second)
