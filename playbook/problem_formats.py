"""Formats problems for a person at a terminal, and for services that show them beside a pull request.

Each function takes all problems of a run and returns the whole text. Nothing here finds or changes a problem.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Sequence
from urllib.parse import quote

from playbook.problems import Problem, Severity
from playbook.wording import N_, _, ngettext

_SEVERITIES = {Severity.ERROR: N_("error"), Severity.ADVICE: N_("advice")}
_WIDTH, _BEFORE = 160, 60
"""How many characters of a long line are shown, and how many of them come before the fault."""


def as_text(problems: Sequence[Problem]) -> str:
    """The problems as people read them: place, what is wrong, the line with carets (not for advice), what fixes it."""
    errors = [problem for problem in problems if problem.is_error]
    advice = [problem for problem in problems if not problem.is_error]
    blocks = [_diagnostic(problem) for problem in errors]
    if advice:
        blocks.append(_("Advice (does not stop the build):"))
        blocks += [_advice(problem) for problem in advice]
        return "\n\n".join(blocks[: len(errors) + 1]) + "\n" + "\n".join(blocks[len(errors) + 1 :]) + "\n"
    return "\n\n".join(blocks) + "\n" if blocks else ""


def summary(problems: Sequence[Problem]) -> str:
    """The last line of a check: how many errors there are, and how many pieces of advice."""
    errors = sum(problem.is_error for problem in problems)
    advice = len(problems) - errors
    if not errors and not advice:
        return _("No errors, no advice.")
    if not errors:
        return ngettext("No errors, %(count)s piece of advice.", "No errors, %(count)s pieces of advice.", advice)
    if not advice:
        return ngettext("%(count)s error, no advice.", "%(count)s errors, no advice.", errors)
    return _(
        "%(errors)s, %(advice)s.",
        errors=ngettext("%(count)s error", "%(count)s errors", errors),
        advice=ngettext("%(count)s piece of advice", "%(count)s pieces of advice", advice),
    )


def _advice(problem: Problem) -> str:
    help_text = f"\n  = {_help(problem.help)}" if problem.help else ""
    return _heading(problem) + help_text


def _heading(problem: Problem) -> str:
    return f"{problem.place}: {_(_SEVERITIES[problem.severity])}[{problem.code}] {problem.message}"


def _help(words: str) -> str:
    return _("help: %(words)s", words=words)


def _diagnostic(problem: Problem) -> str:
    place = problem.place
    lines = [_heading(problem)]
    number = str(place.line)
    margin = " " * len(number)
    if place.excerpt is not None:
        shown, carets = _excerpt(place.excerpt, place.column - 1, place.length)
        lines += [f"{margin} |", f"{number} | {shown}".rstrip(), f"{margin} | {carets}"]
    if problem.help:
        lines.append(f"{margin} = {_help(problem.help)}")
    return "\n".join(lines)


def _excerpt(line: str, start: int, length: int) -> tuple[str, str]:
    """The line and the carets below it, both cut to what a terminal shows, counting wide letters twice."""
    first = max(0, start - _BEFORE) if len(line) > _WIDTH else 0
    cut_out = line[first : first + _WIDTH]
    length = min(length, len(cut_out) - (start - first)) or 1
    before, marked = cut_out[: start - first], cut_out[start - first : start - first + length]
    cut = "…" if first else ""
    shown = cut + _visible(cut_out) + ("…" if first + _WIDTH < len(line) else "")
    return shown, " " * (len(cut) + _columns(before)) + "^" * max(1, _columns(marked))


def _visible(line: str) -> str:
    """The line with a replacement character (U+FFFD) for everything that a terminal would hide or obey."""
    return "".join(char if char.isprintable() else " " if char in "\t\xa0" else "\ufffd" for char in line)


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes when `_visible` has replaced characters in it."""
    widths = {"W": 2, "F": 2}
    return sum(0 if unicodedata.combining(char) else widths.get(unicodedata.east_asian_width(char), 1) for char in text)


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub Actions turns into annotations on the changed lines.

    Source: GitHub's documentation of workflow commands (property and message escaping included).
    """

    def escaped(text: str, *, is_property: bool) -> str:
        text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        return text.replace(":", "%3A").replace(",", "%2C") if is_property else text

    lines = []
    for problem in problems:
        level = "error" if problem.is_error else "notice"
        place = problem.place
        words = problem.message + (f"\n{_help(problem.help)}" if problem.help else "")
        lines.append(
            f"::{level} file={escaped(place.file, is_property=True)},line={place.line},col={place.column},"
            f"endColumn={place.column + place.length},title={escaped(problem.code, is_property=True)}"
            f"::{escaped(words, is_property=False)}"
        )
    return "".join(line + "\n" for line in lines)


def as_gitlab(problems: Sequence[Problem]) -> str:
    """A GitLab Code Quality report (a JSON list; the format GitLab documents for custom tools)."""
    return _json(
        [
            {
                "description": problem.message + (f" ({problem.help})" if problem.help else ""),
                "check_name": problem.code,
                "fingerprint": fingerprint,
                "severity": "major" if problem.is_error else "info",
                "location": {"path": problem.place.file, "lines": {"begin": problem.place.line}},
            }
            for problem, fingerprint in zip(problems, fingerprints(problems), strict=True)
        ]
    )


def as_sarif(problems: Sequence[Problem]) -> str:
    """A SARIF 2.1.0 log with one run (OASIS standard), which code hosts and editors read."""
    codes = sorted({problem.code for problem in problems})
    positions = {code: position for position, code in enumerate(codes)}
    found = zip(problems, fingerprints(problems), strict=True)
    return _json(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {"driver": {"name": "patron-playbook", "rules": [{"id": code} for code in codes]}},
                    "columnKind": "unicodeCodePoints",
                    "originalUriBaseIds": {"SRCROOT": {"description": {"text": _("The folder of the project.")}}},
                    "results": [_sarif_result(problem, positions[problem.code], one) for problem, one in found],
                }
            ],
        }
    )


def _sarif_result(problem: Problem, rule: int, fingerprint: str) -> dict[str, object]:
    place = problem.place
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": "error" if problem.is_error else "note",
        "message": {"text": problem.message + (f". {problem.help}" if problem.help else "")},
        "partialFingerprints": {"problem/v2": fingerprint},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(place.file), "uriBaseId": "SRCROOT"},
                    "region": {
                        "startLine": place.line,
                        "startColumn": place.column,
                        "endColumn": place.column + place.length,
                    },
                }
            }
        ],
    }


def as_json(problems: Sequence[Problem]) -> str:
    """A JSON object with the list `problems` and the counts `errors` and `advice`, for any other program.

    Each problem names the record it is `about` as `kind:id`; null when it is about a file as a whole.
    """
    return _json(
        {
            "errors": sum(problem.is_error for problem in problems),
            "advice": sum(problem.severity is Severity.ADVICE for problem in problems),
            "problems": [
                {
                    "code": problem.code,
                    "severity": problem.severity.value,
                    "file": problem.place.file,
                    "line": problem.place.line,
                    "column": problem.place.column,
                    "length": problem.place.length,
                    "message": problem.message,
                    "help": problem.help,
                    "about": str(problem.about) if problem.about else None,
                }
                for problem in problems
            ],
        }
    )


def fingerprints(problems: Sequence[Problem]) -> list[str]:
    """One for each problem, no two alike. They stay the same while lines move, so that a known problem is not new, and
    in every language in which it is reported.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for problem in problems:
        line = problem.place.excerpt or ""
        column = problem.place.column - (len(line) - len(line.lstrip()))
        words = (problem.place.file, problem.code, line.strip(), str(column))
        seen[words] += 1
        found.append(hashlib.sha256("\0".join((*words, str(seen[words]))).encode()).hexdigest()[:32])
    return found


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


FORMATS = {"text": as_text, "github": as_github, "gitlab": as_gitlab, "sarif": as_sarif, "json": as_json}
"""The formats by the name that `--format` takes."""
