"""Houses with a past, for the tests of what a review still counts for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from playbook.days import Days
from playbook.opening import Opened, open_playbook
from playbook.reviewing.reviewed_texts import ReviewedTexts, reviewed_texts

TODAY = dt.date(2026, 9, 9)
SMILE = "Smile first."


def standard(floor: str = SMILE, reviewed: str | None = "2026-02-01", name: str = "greeting", more: str = "") -> str:
    """A record whose words are in `floor`; `more` are other fields."""
    date = f"  reviewed: {reviewed}\n" if reviewed else ""
    return (
        f"{name}:\n  statement: Everyone is greeted\n  measure: {{value: 1, unit: minutes}}\n"
        f"  owner: everybody\n  floor: {floor}\n{date}{more}"
    )


def opened(data: Path, today: dt.date = TODAY) -> Opened:
    """The playbook in a folder, in which nothing is wrong."""
    found = open_playbook(data, Days.on(today))
    assert found.errors == ()
    return found


def texts_of(data: Path, cache: Path | None = None) -> ReviewedTexts | None:
    """The texts that were reviewed."""
    playbook = opened(data).playbook
    assert playbook is not None
    return reviewed_texts(data, playbook.organisation, cache)


def reworded(data: Path, cache: Path | None = None, today: dt.date = TODAY) -> dict[str, str | None] | None:
    """By id, since when the words of a record have not been those that were reviewed; None when nobody knows."""
    found, texts = opened(data), texts_of(data, cache)
    assert found.playbook is not None
    rewordings = texts.rewordings(found.playbook, found.written, today) if texts else None
    if rewordings is None:
        return None
    return {ref.id: change.since.isoformat() if change.since else None for ref, change in rewordings.items()}
