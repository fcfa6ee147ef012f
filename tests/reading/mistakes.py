"""The cases in `tests/mistakes/`: what someone typed, and what is reported to them.

`python -m tests.reading.mistakes [code/name ...]` writes `expected.txt` of the named cases, or of all, anew. It is for
words that change on purpose: read the difference, because a test that only agrees with itself proves nothing.
"""

from __future__ import annotations

import datetime as dt
import runpy
import shutil
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path

from playbook.days import Days
from playbook.opening import open_playbook
from playbook.problem_formats import as_text

HERE = Path(__file__).parent
MISTAKES = HERE.parent / "mistakes"
VALID = HERE / "valid_playbook"
TODAY = dt.date(2026, 6, 1)
EXPECTED, MAKE = "expected.txt", "make.py"


def cases() -> list[str]:
    """Every case as `code/name`."""
    return sorted(path.relative_to(MISTAKES).as_posix() for path in MISTAKES.glob("*/*") if path.is_dir())


def reported(case: str, folder: Path) -> str:
    """What is reported to someone who makes this mistake; `folder` is empty and may be written to."""
    data = folder / "playbook_data"
    shutil.copytree(VALID, data)
    typed = MISTAKES / case
    shutil.copytree(typed, data, dirs_exist_ok=True, ignore=shutil.ignore_patterns(EXPECTED, MAKE, "__pycache__"))
    trouble = runpy.run_path(str(typed / MAKE))["make"](data) if (typed / MAKE).exists() else None
    with trouble or nullcontext():
        return as_text(open_playbook(data, Days.on(TODAY)).problems)


def expected(case: str) -> str:
    """What must be reported."""
    return (MISTAKES / case / EXPECTED).read_text("utf-8")


def main(names: list[str]) -> None:
    """Writes the words of the named cases, or of all."""
    for case in names or cases():
        with tempfile.TemporaryDirectory() as folder:
            words = reported(case, Path(folder))
        (MISTAKES / case / EXPECTED).write_text(words, "utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
