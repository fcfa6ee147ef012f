"""The two days that matter: *today*, up to which dates may be written, and the *edition*, which is printed.

The edition is the day of the last commit, so that one commit always gives the same site. Today is today: someone
who confirms a tip this morning may write this morning's date, although the last commit is older.
"""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playbook.problems import one_line
from playbook.wording import _

VARIABLE = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 (https://reproducible-builds.org/specs/source-date-epoch/)."""
_FIRST, _LAST = dt.date(1970, 1, 1), dt.date(9000, 1, 1)
"""Between them, dates can be reckoned with."""


class NoDate(Exception):
    """The variable that dates a build does not hold a time. The text is what a person reads."""


@dataclass(frozen=True)
class Days:
    """The days of one run, in UTC."""

    today: dt.date
    """Dates in records may not be after it."""
    edition: dt.date
    """What pages are dated with; what is overdue is overdue on this day."""

    @classmethod
    def on(cls, day: dt.date) -> Days:
        """Both on the same day."""
        return cls(day, day)

    @classmethod
    def of(cls, environment: Mapping[str, str], root: Path) -> Days:
        """Today, and the edition of the project in `root`: the day in SOURCE_DATE_EPOCH, else of the last commit, else
        today. Raises NoDate when the variable does not hold a time.
        """
        today = dt.datetime.now(dt.UTC).date()
        given = environment.get(VARIABLE)
        if given is None:
            given = _last_commit(root)
            if not given:
                return cls.on(today)
        return cls(today, _day_of(given))


def _day_of(seconds: str) -> dt.date:
    try:
        day = dt.datetime.fromtimestamp(int(seconds), dt.UTC).date()
        if not _FIRST <= day <= _LAST:
            raise ValueError(seconds)
        return day
    except (ValueError, OverflowError, OSError):
        message = _(
            "the environment variable %(name)s is `%(value)s`, which is not a time",
            name=VARIABLE,
            value=one_line(seconds),
        )
        help_text = _("help: %(words)s", words=_("unset it, or set it to a number of seconds since 1970"))
        raise NoDate(f"{message}\n  = {help_text}") from None


def _last_commit(root: Path) -> str:
    """The time of the last commit in seconds; empty where there is no history."""
    try:
        asked = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=root, capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return asked.stdout.strip() if asked.returncode == 0 else ""
