"""Each format reports every problem, in the form that its reader documents."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from playbook.problem_formats import FORMATS, as_github, as_gitlab, as_json, as_sarif, as_text, fingerprints, summary
from playbook.problems import Place, Problem, Severity
from playbook.ref import Ref
from playbook.wording import speaking

MISSPELT = Problem(
    Place("playbook_data/tips/new.yml", 14, 17, 9, "  departments: [frnt-desk, bar]"),
    "unknown-department",
    "there is no department `frnt-desk`",
    "did you mean `front-desk`?",
    about=Ref("tip", "smile"),
)
MISSING = Problem(Place("playbook_data/tips.yml"), "missing-file", "a playbook needs at least one tip")
UNSOURCED = Problem(
    Place("playbook_data/tips/new.yml", 3, 1, 5, "smile:"), "unsourced", "names no source", None, Severity.ADVICE
)
ALL = (MISSPELT, MISSING, UNSOURCED)


def test_text_shows_place_line_carets_and_help() -> None:
    assert as_text([MISSPELT]) == (
        "playbook_data/tips/new.yml:14:17: error[unknown-department] there is no department `frnt-desk`\n"
        "   |\n"
        "14 |   departments: [frnt-desk, bar]\n"
        "   |                 ^^^^^^^^^\n"
        "   = help: did you mean `front-desk`?\n"
    )


def test_text_lists_advice_apart() -> None:
    assert as_text(ALL).split("\n\n")[1:] == [
        "playbook_data/tips.yml:1:1: error[missing-file] a playbook needs at least one tip",
        "Advice (does not stop the build):\nplaybook_data/tips/new.yml:3:1: advice[unsourced] names no source\n",
    ]


def test_text_of_nothing_is_nothing() -> None:
    assert as_text([]) == ""


@pytest.mark.parametrize(
    ("line", "column", "length", "shown", "carets"),
    [
        ("a\tb", 3, 1, "a b", "  ^"),
        ("a\u202eb", 3, 1, "a\ufffdb", "  ^"),
        ("座席 x", 4, 1, "座席 x", "     ^"),
        ("e\u0301 x", 4, 1, "e\u0301 x", "  ^"),
        ("x" * 300, 200, 300, "…" + "x" * 160 + "…", " " * 61 + "^" * 100),
        ("", 1, 1, "", "^"),
        ("ab", 3, 1, "ab", "  ^"),
    ],
)
def test_carets_are_below_what_they_mark(line: str, column: int, length: int, shown: str, carets: str) -> None:
    printed = as_text([Problem(Place("f.yml", 1, column, length, line), "code", "message")]).split("\n")
    assert [f"1 | {shown}".rstrip(), f"  | {carets}"] == printed[2:4]


def test_github_gets_one_command_a_problem() -> None:
    commands = as_github(ALL).splitlines()
    assert [command.partition(" ")[0] for command in commands] == ["::error", "::error", "::notice"]
    assert commands[0] == (
        "::error file=playbook_data/tips/new.yml,line=14,col=17,endColumn=26,title=unknown-department"
        "::there is no department `frnt-desk`%0Ahelp: did you mean `front-desk`?"
    )


def test_github_commands_cannot_be_broken_by_names_and_words() -> None:
    hostile = Problem(Place("a,b:c%\n::error::.yml"), "code", "100%\r\n::error::gotcha", "a: b, c")
    assert as_github([hostile]) == (
        "::error file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3A.yml,line=1,col=1,endColumn=2,title=code"
        "::100%25%0D%0A::error::gotcha%0Ahelp: a: b, c\n"
    )


def test_gitlab_report_has_what_gitlab_requires() -> None:
    report = json.loads(as_gitlab(ALL))
    assert [sorted(entry) for entry in report] == [
        ["check_name", "description", "fingerprint", "location", "severity"]
    ] * 3
    assert [entry["severity"] for entry in report] == ["major", "major", "info"]
    assert report[0]["location"] == {"path": "playbook_data/tips/new.yml", "lines": {"begin": 14}}
    assert len({entry["fingerprint"] for entry in report}) == 3


def sarif(problems: tuple[Problem, ...]) -> Any:
    return json.loads(as_sarif(problems))


def test_sarif_has_the_shape_of_the_standard() -> None:
    log = sarif(ALL)
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    for result, problem in zip(run["results"], ALL, strict=True):
        assert rules[result["ruleIndex"]] == result["ruleId"] == problem.code
        assert result["level"] == ("error" if problem.is_error else "note")
        assert problem.message in result["message"]["text"]
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert region["startLine"] == problem.place.line
        assert region["endColumn"] - region["startColumn"] == problem.place.length
        assert location["physicalLocation"]["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]


def test_sarif_names_files_as_addresses() -> None:
    log = sarif((Problem(Place("playbook_data/Über uns.yml"), "code", "message"),))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "playbook_data/%C3%9Cber%20uns.yml"


def test_json_counts_and_reports_everything() -> None:
    report = json.loads(as_json(ALL))
    assert (report["errors"], report["advice"]) == (2, 1)
    assert report["problems"][0] == {
        "code": "unknown-department",
        "severity": "error",
        "file": "playbook_data/tips/new.yml",
        "line": 14,
        "column": 17,
        "length": 9,
        "message": "there is no department `frnt-desk`",
        "help": "did you mean `front-desk`?",
        "about": "tip:smile",
    }
    assert report["problems"][1]["about"] is None


def moved(problem: Problem, lines: int) -> Problem:
    place = problem.place
    there = Place(place.file, place.line + lines, place.column, place.length, place.excerpt)
    return Problem(there, problem.code, problem.message, problem.help, problem.severity)


def test_fingerprints_stay_when_lines_move() -> None:
    assert fingerprints(ALL) == fingerprints([moved(problem, 7) for problem in ALL])


def test_the_same_words_twice_have_two_fingerprints() -> None:
    twice = [MISSPELT, moved(MISSPELT, 3)]
    assert len(set(fingerprints(twice))) == 2
    assert fingerprints(twice)[0] == fingerprints([MISSPELT])[0]


def test_fingerprints_do_not_depend_on_the_language() -> None:
    said_otherwise = replace(MISSPELT, message="⟦ţĥéŕé íš ñö đéþáŕţɱéñţ⟧ `frnt-desk`", help=None)
    assert fingerprints([said_otherwise]) == fingerprints([MISSPELT])


def test_two_problems_of_a_kind_on_one_line_have_two_fingerprints() -> None:
    second = replace(MISSPELT, place=replace(MISSPELT.place, column=28, length=3))
    assert fingerprints([second])[0] not in fingerprints([MISSPELT])


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ((), "No errors, no advice."),
        ((UNSOURCED,), "No errors, 1 piece of advice."),
        ((UNSOURCED, UNSOURCED), "No errors, 2 pieces of advice."),
        ((MISSING,), "1 error, no advice."),
        ((MISSING, MISSPELT), "2 errors, no advice."),
        (ALL, "2 errors, 1 piece of advice."),
    ],
)
def test_the_last_line_counts_errors_and_advice(problems: tuple[Problem, ...], words: str) -> None:
    assert summary(problems) == words


def test_text_is_in_the_language_that_is_spoken() -> None:
    with speaking("en-XA"):
        assert "⟦éŕŕóŕ⟧[unknown-department]" in as_text([MISSPELT])
        assert "⟦Åđṽíçé" in as_text(ALL)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_reports_every_problem(form: str) -> None:
    printed = FORMATS[form](ALL)
    assert [problem.code for problem in ALL if problem.code not in printed] == []
    assert printed.endswith("\n")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_can_report_that_nothing_is_wrong(form: str) -> None:
    assert not re.search('error[^s]|advice[^"]', FORMATS[form]([]))
