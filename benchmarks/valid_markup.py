"""Runs the Nu HTML checker on a built site: every error, with the pages that have it.

    python -m benchmarks.valid_markup SITE VNU_JAR

The checker needs Java and is 30 MB large, so it is not part of the tests; its jar is in the package `vnu-jar` of the
npm registry and in the project's own releases (https://github.com/validator/validator). What it once found here is
tested by tests/site/test_content_models.py.

Exit code 0 when there is no error, 1 when there is one, 2 when the command is mistyped, 3 when the checker cannot run.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

EXAMPLES = 3
"""Pages named for each error."""


class CheckerFailed(Exception):
    """The checker did not run; the text says why."""


def errors_of(site: Path, jar: Path) -> list[Mapping[str, Any]]:
    """Every error in the HTML files below `site`, as the checker reports it. Raises CheckerFailed."""
    java = shutil.which("java")
    if java is None:
        raise CheckerFailed("the Nu checker needs Java, and there is none on the path")
    command = [java, "-Xss4m", "-jar", str(jar), "--skip-non-html", "--errors-only", "--format", "json", str(site)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    try:
        found: list[Mapping[str, Any]] = json.loads(done.stderr)["messages"]
    except (ValueError, KeyError) as error:
        raise CheckerFailed(done.stderr.strip() or "the Nu checker said nothing") from error
    return found


def as_text(errors: Iterable[Mapping[str, Any]], site: Path, pages: int) -> str:
    """The errors by message, the most frequent first, and the number of pages that were checked."""
    where: defaultdict[str, list[str]] = defaultdict(list)
    for error in errors:
        page = Path(error["url"].removeprefix("file:")).resolve().relative_to(site.resolve()).as_posix()
        where[error["message"]].append(f"{page}:{error.get('lastLine', 1)}")
    lines = []
    for message, places in sorted(where.items(), key=lambda found: -len(found[1])):
        lines += [f"{len(places):5} × {message}", *(f"        {place}" for place in places[:EXAMPLES])]
    return "\n".join([*lines, f"{sum(map(len, where.values()))} errors in {pages} pages"])


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the site, print what was found, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.valid_markup")
    parser.add_argument("site", type=Path, help="the folder of a built site")
    parser.add_argument("jar", type=Path, help="vnu.jar, the Nu HTML checker")
    asked = parser.parse_args(arguments)
    pages = sum(1 for _ in asked.site.rglob("*.html"))
    if not pages:
        print(f"there is no page in {asked.site}; build the site first", file=sys.stderr)
        return 3
    try:
        errors = errors_of(asked.site, asked.jar)
    except CheckerFailed as failed:
        print(failed, file=sys.stderr)
        return 3
    print(as_text(errors, asked.site, pages))
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
