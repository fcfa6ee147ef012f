"""What a change to a record is. Where changes come from is not known here."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

How = Literal["new", "changed", "confirmed", "noticed"]
"""New or changed in the history of the files; confirmed (a tip) or noticed (an improvement) by the dates in records."""


@dataclass(frozen=True)
class Change:
    """The last thing that happened to one record."""

    kind: str
    """The name of the record's kind."""
    id: str
    day: dt.date
    how: How
