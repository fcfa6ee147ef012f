"""Collects the messages of the whole project: from Python, templates and scripts, and the explanations of problems."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from playbook.problems import Code

ROOT = Path(__file__).parent.parent.parent
PACKAGE = Path(__file__).parent.parent
METHODS = [
    ("**/translating/**", "ignore"),
    ("**.py", "python"),
    ("**.j2", "jinja2.ext.babel_extract"),
    ("**.js", "javascript"),
]
"""Which of Babel's ways to read a file is meant for which files; the first that fits."""
OPTIONS = {"**.j2": {"trimmed": "true", "silent": "false"}}
KEYWORDS: dict[str, Any] = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
WIDTH = 120
"""Columns of a line in a catalogue."""


def messages(codes: Iterable[Code], package: Path = PACKAGE) -> Catalog:
    """Every message of the interface, with the places where it is said. `codes` are the kinds of problem."""
    catalogue = Catalog(project="Patron Playbook", charset="utf-8", fuzzy=False)
    # Babel writes of every value that is an f-string; that no message is one, a test of the sources sees.
    with contextlib.redirect_stderr(io.StringIO()):
        found = [
            *extract_from_dir(
                package, METHODS, OPTIONS, keywords=KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
            )
        ]
    for file, line, message, comments, context in found:
        place = ((package / file).relative_to(package.parent).as_posix(), line)
        catalogue.add(message, None, [place], auto_comments=comments, context=context)
    for code, text in _explanations(codes):
        catalogue.add(text, None, [], auto_comments=[f"Explains the problem `{code.word}`."])
    return catalogue


def _explanations(codes: Iterable[Code]) -> Iterator[tuple[Code, str]]:
    """What the guide says about each kind of problem. That of a rule is the docstring of the rule."""
    for code in codes:
        yield code, code.meaning
