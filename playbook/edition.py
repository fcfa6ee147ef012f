"""The day of the edition: that of the last commit, so that one commit always gives the same site."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import time

from playbook.folders import ROOT
from playbook.problems import one_line

VARIABLE = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 (https://reproducible-builds.org/specs/source-date-epoch/); MkDocs reads it too."""


class NoDate(Exception):
    """The variable that dates a build holds no time. The text is what a person reads."""


def date_the_build() -> None:
    """Sets the variable that dates a build, unless somebody has. Raises NoDate when they have set it to no time."""
    _day_of(os.environ.setdefault(VARIABLE, str(_last_commit())))


def edition_day() -> dt.date:
    """The day of the edition, in UTC. Raises NoDate."""
    date_the_build()
    return _day_of(os.environ[VARIABLE])


def _day_of(seconds: str) -> dt.date:
    try:
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        message = f"the variable {VARIABLE} in the environment is `{one_line(seconds)}`, which is no time"
        raise NoDate(f"{message}\n  = help: unset it, or set it to a number of seconds since 1970") from None


def _last_commit() -> int:
    """The time of the last commit, or now where there is no history."""
    try:
        asked = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
        )
    except OSError:
        return int(time.time())
    return int(asked.stdout) if asked.returncode == 0 and asked.stdout.strip() else int(time.time())
