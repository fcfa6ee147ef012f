"""What a change after a review is. Where such changes come from is not known here."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Rewording:
    """The words of a record have changed since it was confirmed."""

    since: dt.date | None
    """The day since which they are others; None when only that is known."""
