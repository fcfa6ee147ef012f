"""Help, and what is said about a command line that cannot be understood, is in the language of the house."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from playbook.cli import main
from playbook.problem_formats import FORMATS
from playbook.wording import speaking
from playbook.wording.pseudo import CLOSING, OPENING, PSEUDO_LOCALE

ROOT = Path(__file__).parents[2]
_SPOKEN = re.compile(rf"{OPENING}[^{OPENING}{CLOSING}]*{CLOSING}")


def said(*arguments: str, locale: str = PSEUDO_LOCALE) -> tuple[int, str]:
    """The exit code of a command, and all that it prints."""
    with speaking(locale):
        result = CliRunner().invoke(main, arguments, prog_name="run.py")
    return result.exit_code, result.output


def left(text: str) -> set[str]:
    """The words of a text that no catalogue has."""
    while found := _SPOKEN.search(text):
        text = text.replace(found[0], " ")
    return set(re.findall(r"[\w.-]+", text))


@pytest.mark.parametrize("command", ["", *main.commands])
def test_help_has_no_word_but_names_that_is_not_from_a_catalogue(command: str) -> None:
    options = {name for param in (main.commands.get(command) or main).params for name in param.opts}
    code, text = said(*([command] if command else []), "--help")
    assert code == 0
    names = {"run.py", "-h", "--help", command, *options, *(FORMATS if command else main.commands)}
    assert left(text) <= names


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ("sreve", "there is no command `sreve`"),
        ("serve --prt 1", "there is no option `--prt`; did you mean `--port`?"),
        ("serve --zebra", "there is no option `--zebra`"),
        ("serve --port http", "`--port` must be a number from 0 to 65535"),
        ("check --format xml", "`--format` must be one of: text, github, gitlab, sarif, json"),
        ("check --format", "`--format` needs a value after it, or takes none"),
        ("search", "`QUERY` is missing"),
        ("search lost ticket", "there is one word too many: `ticket`; put words that belong together in quotes"),
        ("check a b", "there are 2 words too many: `a b`; put words that belong together in quotes"),
        ("export run.py", "`FOLDER` must be a folder"),
    ],
)
def test_a_command_that_is_not_understood_exits_2_and_says_why(
    arguments: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    code, text = said(*arguments.split(), locale="en-GB")
    assert (code, text.splitlines()[-1]) == (2, f"Error: {reason}")
    code, text = said(*arguments.split())
    assert left(text.splitlines()[-1]) <= {*re.findall(r"[\w.-]+", arguments), "--port", *FORMATS}


def test_the_language_is_known_before_help_is_printed(tmp_path: Path) -> None:
    (tmp_path / "organisation.yml").write_text(f"name: A house\nlocale: {PSEUDO_LOCALE}\n")
    done = subprocess.run(
        [sys.executable, "-m", "playbook.cli", "--help"],
        cwd=ROOT,
        env={**os.environ, "PLAYBOOK_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert OPENING in done.stdout
