"""Finds out which texts were reviewed: from git where the data folder has a history there, else from the ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from playbook import git
from playbook.model import Playbook
from playbook.model.people import Organisation
from playbook.reading.facts import Facts
from playbook.ref import Ref
from playbook.reviewing.from_git import FromGit
from playbook.reviewing.ledger import read_ledger
from playbook.reviewing.wording import Wording
from playbook.views.rewording import Rewording


class ReviewedTexts(Protocol):
    """The texts that were reviewed."""

    def rewordings(
        self, playbook: Playbook, written: Callable[[Ref], Any], today: dt.date
    ) -> Mapping[Ref, Rewording] | None:
        """Every record whose words are not those that were reviewed; None when no one knows.

        `written` gives the fields of a record as they are typed; what has changed today counts as of `today`.
        """

    def reviewed_words(self, refs: Iterable[Ref]) -> Mapping[Ref, Wording]:
        """The words of records when they were reviewed, as far as they are known and were others than now."""


def reviewed_texts(data: Path, house: Organisation, cache: Path | None = None) -> ReviewedTexts | None:
    """What is known of a data folder; None when nothing is: in a shallow clone, or before the first commit.

    `house` states the facts as they are now.
    """
    if not any((folder / ".git").exists() for folder in (data, *data.parents)):
        return read_ledger(data)
    asked = git.answer(data, "rev-parse", "HEAD", "--is-shallow-repository").split()
    if len(asked) == 2 and asked[1] == b"false" and git.answer(data, "ls-tree", "--name-only", "HEAD", "./"):
        return FromGit(data, asked[0].decode(), Facts.of_house(house), cache)
    return read_ledger(data) if git.answer(data, "check-ignore", ".") else None
