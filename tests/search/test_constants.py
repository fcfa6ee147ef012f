"""A number that Python and the browser share is written once, in Python."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from playbook.search import constants
from playbook.search.script import ASSETS

SHARED = {name: value for name, value in vars(constants).items() if name.isupper()}
CLOCK = ASSETS.parent / "js" / "clock.js"
ANYWHERE = {"0", "1", "2", "100"}
"""Numbers that a script may write where it likes; 100 is for percentages."""
OWN = {
    "box.js": {"PAUSE", "LONG_PAUSE", "SHOWN_AT_ONCE"},
    "they-said.js": {"PAUSE", "FEW", "MAX_FOUND", "MIN_SHARE"},
    "tip-finder.js": {"PAUSE", "MIN_SHARE"},
    "not-found.js": {"MAX_SHOWN"},
    "teaching.js": {"MAX_ELSEWHERE", "MAX_OFFERED", "MAX_CONSIDERED", "MAX_NAME_LENGTH"},
    "clock.js": {"NOON", "HOURS", "MINUTES", "MILLISECONDS"},
}
"""Constants of single scripts of which Python knows nothing: pauses in typing, how much a page shows and how near that
must be to what was typed, and how clocks are read."""
NO_CODE = re.compile(
    r"""/\*.*?\*/|//\ [^\n]*|"(?:\\.|[^"\\])*"|(?<=[(=,:!&|?\s])/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n\[])+/[a-z]*""",
    re.DOTALL | re.VERBOSE,
)
"""Comments, strings and patterns; the texts of template literals are left and hold no numbers."""
NUMBER = re.compile(r"(?<![\w.$])\.?\d[\w.]*")


def numbers_in(script: Path) -> list[str]:
    """The numbers of a script, without those that it may write."""
    code = NO_CODE.sub('""', script.read_text("utf-8"))
    for name in OWN.get(script.name, ()):
        code, count = re.subn(rf"^const {name} = [\d.]+;", "", code, flags=re.MULTILINE)
        assert count == 1, f"{script.name} has no number {name} any more"
    return [number for number in NUMBER.findall(code) if number not in ANYWHERE]


@pytest.mark.parametrize("script", [*sorted(ASSETS.glob("*.js")), CLOCK], ids=lambda path: path.name)
def test_a_script_writes_no_number_that_it_could_share_with_python(script: Path) -> None:
    assert numbers_in(script) == []


@pytest.mark.parametrize("script", sorted(ASSETS.glob("*.js")), ids=lambda path: path.name)
def test_a_script_imports_what_python_defines(script: Path) -> None:
    text = script.read_text("utf-8")
    assert [name for name in SHARED if re.search(rf"\b(?:const|let) {name}\b", text)] == []
    assert constants.RECEIVER not in text


def test_the_browser_gets_every_constant() -> None:
    lines = re.findall(r"^export const (\w+) = (.*);$", constants.as_javascript(), re.MULTILINE)
    plain = {name: json.loads(json.dumps(value)) for name, value in SHARED.items()}
    assert {name: json.loads(value) for name, value in lines} == plain


@pytest.mark.parametrize("line", ["let few = 16;", "if (count >= 0.15) show();", "rest.slice(0, -3)", "wait(1e3)"])
def test_a_number_in_a_script_is_noticed(tmp_path: Path, line: str) -> None:
    script = tmp_path / "box2.js"
    script.write_text(f'/* 3 */ const a = "4"; // 5\ntext.replace(/[6]{{7}}/g, "8");\n{line}\n')
    assert len(numbers_in(script)) == 1
