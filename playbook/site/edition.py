"""The day of the edition: that of the last commit, so that one commit always gives the same site."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import time

from playbook.folders import ROOT

VARIABLE = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 (https://reproducible-builds.org/specs/source-date-epoch/); MkDocs reads it too."""


def date_the_build() -> None:
    """Sets the variable that dates a build, unless somebody has."""
    os.environ.setdefault(VARIABLE, str(_last_commit()))


def edition_day() -> dt.date:
    """The day of the edition, in UTC."""
    date_the_build()
    return dt.datetime.fromtimestamp(int(os.environ[VARIABLE]), dt.UTC).date()


def _last_commit() -> int:
    """The time of the last commit, or now where there is no history."""
    try:
        asked = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
        )
    except OSError:
        return int(time.time())
    return int(asked.stdout) if asked.returncode == 0 and asked.stdout.strip() else int(time.time())
