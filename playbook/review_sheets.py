"""Review sheets as text: for each department, what to read again in a quarter of an hour, with boxes to tick.

The most pressing comes first: urgent scenarios, then what nobody has confirmed as it is, then what falls due soon.
"""

from __future__ import annotations

import datetime as dt
import difflib
import itertools
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from playbook.days import Days
from playbook.folders import Folders
from playbook.model import BY_NAME
from playbook.opening import Opened
from playbook.problems import nearest
from playbook.reading.facts import Facts
from playbook.ref import Ref
from playbook.rendering.phrases import Phrases
from playbook.reviewing.ledger import Ledger
from playbook.reviewing.wording import Wording, wording
from playbook.site.build import Build
from playbook.views.labels import counted, label_of
from playbook.views.reviews import ReviewState

ON_A_SHEET = 5
"""Records that a team reads and talks about in a quarter of an hour."""
SOON = dt.timedelta(days=30)
"""What falls due within this time can be looked at now."""
_WIDTH = 80
_RULE = "=" * _WIDTH


class UnknownOwner(Exception):
    """No department is called like this, or several are. The text is what a person reads."""


def sheets(opened: Opened, folders: Folders, days: Days, owner: str | None = None) -> str:
    """The sheet of a department, by its id or its name; or those of all that have something due, and the totals.

    `opened` has no errors. Raises UnknownOwner.
    """
    return _Sheets(Build(opened, Days.on(days.today), folders)).text(owner)


@dataclass
class _Sheets:
    """The sheets of one playbook on one day."""

    build: Build
    written: Callable[[Ref], Any] = field(init=False)

    def __post_init__(self) -> None:
        self.written = self.build.opened.written
        self.playbook = self.build.playbook
        self.today = self.build.days.today
        self.reviews = self.build.context.reviews
        self.facts = Facts.of_house(self.playbook.organisation)

    @cached_property
    def phrases(self) -> Phrases:
        """How days are said: in English, like everything around them."""
        return Phrases.english(self.playbook.organisation)

    @cached_property
    def due(self) -> Mapping[str, tuple[ReviewState, ...]]:
        """By department, what has to be confirmed now or soon, the most pressing first."""
        last = self.today + SOON
        by_owner = {
            owner: tuple(sorted((state for state in states if state.is_due_by(last)), key=lambda state: state.pressing))
            for owner, states in self.reviews.by_owner.items()
        }
        return {owner: by_owner[owner] for owner in self.playbook.departments if by_owner.get(owner)}

    def text(self, owner: str | None) -> str:
        """Everything that is printed."""
        blocks = self.of_all() if owner is None else self.of_department(self.department(owner))
        return "\n".join((*self.damage(), *blocks)) + "\n"

    def damage(self) -> Iterator[str]:
        """What to know when nobody can say any more what was reviewed."""
        texts = self.build.reviewed_texts
        if isinstance(texts, Ledger) and texts.damage:
            yield from (*_wrapped(texts.damage, ""), "")

    def department(self, owner: str) -> str:
        """The id of a department, from its id or its name."""
        departments = self.playbook.departments
        if owner in departments:
            return owner
        ids: dict[str, list[str]] = {}
        for department in departments.values():
            ids.setdefault(department.name.casefold(), []).append(department.id)
        called = ids.get(owner.casefold(), [])
        if len(called) > 1:
            message = f"{len(called)} departments are called `{owner}`"
            raise UnknownOwner(f"{message}\n  = help: use the id of one of them: {', '.join(called)}")
        if called:
            return called[0]
        near = nearest(owner, (*departments, *ids))
        near = ids[near][0] if near in ids else near
        fix = f"a department with a similar name exists: `{near}`" if near else f"use one of: {', '.join(departments)}"
        raise UnknownOwner(f"`{owner}` is not a department\n  = help: {fix}")

    def of_all(self) -> Iterator[str]:
        """The sheets of all departments that have something to do, and the totals."""
        for owner in self.due:
            yield from self.of_department(owner)
        unowned = [state for state in self.reviews.all if state.owner is None]
        if unowned:
            yield from (_RULE, "Nobody answers for these yet. Agree on a department and add `owner: …`.", "")
            yield from (f"  {label_of(self.playbook, *state.about)} ({self._place(state.about)})" for state in unowned)
            yield ""
        count = sum(len(states) for states in self.due.values())
        departments = counted(len(self.due), "department")
        yield f"{counted(count, 'record')} to confirm in {departments}; {len(unowned)} without an owner."

    def of_department(self, owner: str) -> Iterator[str]:
        """One sheet."""
        states, name = self.due.get(owner, ()), self.playbook.departments[owner].name
        first = states[:ON_A_SHEET]
        yield _RULE
        yield f"{name}: {len(first)} of {len(states)} to confirm, {self.phrases.day(self.today)}"
        if not states:
            following = self.reviews.dated(owner)
            yield "Nothing is due." + (f" The next is due by {self._day(following[0].due)}." if following else "")
        else:
            yield "Fifteen minutes. Read each with the people who do it, and tick one box."
        yield ""
        before = self._reviewed_words([state.about for state in first if state.rewording])
        for number, state in enumerate(first, 1):
            yield from self.of_record(number, state, before.get(state.about))

    def of_record(self, number: int, state: ReviewState, before: Wording | None) -> Iterator[str]:
        """One record with its whole text."""
        about, now = state.about, self._words(state.about)
        yield from _wrapped(label_of(self.playbook, *about), f"{number}. ")
        kind = f"{'URGENT ' if state.is_urgent else ''}{BY_NAME[about.kind].words}"
        yield from _wrapped(f"{kind}, {self._state(state)}", "   ")
        yield ""
        title = BY_NAME[about.kind].record.label_field
        yield from self._body(about.kind, tuple(entry for entry in now if entry[0] != title))
        yield ""
        if before is not None:
            yield f"   Changed since it was confirmed on {self._day(state.reviewed)}:"
            yield from _differences(before, now)
            yield ""
        elif state.rewording is not None:
            yield "   What it said when it was confirmed is not kept (there is no history in git)."
            yield ""
        day = self.today.isoformat()
        yield "   [ ] still right    [ ] change: " + "_" * 45
        yield f"   {self._place(about)}"
        yield f"   When it is right, {'change the date to' if state.reviewed else 'add the line'} `reviewed: {day}`"
        yield ""

    def _state(self, state: ReviewState) -> str:
        if state.reviewed is None:
            return "never confirmed"
        words = [f"confirmed {self._day(state.reviewed)}"]
        words.append(f"{'overdue since' if state.is_overdue else 'next by'} {self._day(state.due)}")
        if state.rewording is not None:
            since = state.rewording.since
            words.append(f"changed on {self._day(since)}" if since else "changed since")
        return ", ".join(words)

    def _day(self, day: dt.date | None) -> str:
        return self.phrases.day(day) if day else "no day"

    def _place(self, about: Ref) -> str:
        home = self.playbook.homes[about]
        return f"{home.file}:{home.line}"

    def _words(self, about: Ref) -> Wording:
        return wording(about.kind, self.written(about), self.facts)

    def _reviewed_words(self, refs: list[Ref]) -> Mapping[Ref, Wording]:
        texts = self.build.reviewed_texts
        return texts.reviewed_words(refs) if texts and refs else {}

    def _body(self, kind: str, words: Wording) -> Iterator[str]:
        """The texts under the names of their fields; where one refers to a record, that is called by its name."""
        targets = {" ".join(path): target for path, target in BY_NAME[kind].references}
        for name, group in itertools.groupby(words, key=lambda entry: entry[0]):
            texts = [text for _, text in group]
            if name in targets:
                found = [self.playbook.find(targets[name], text) for text in texts]
                texts = [record.label if record else text for record, text in zip(found, texts, strict=True)]
            if len(texts) == 1:
                yield from _wrapped(f"{_heading(name)}: {texts[0]}", "   ")
                continue
            yield f"   {_heading(name)}:"
            for text in texts:
                yield from _wrapped(text, "     - ")


def _differences(before: Wording, now: Wording) -> Iterator[str]:
    """What is there no more (-) and what is new (+)."""
    old, new = ([f"{_heading(name)}: {text}" for name, text in words] for words in (before, now))
    for line in difflib.ndiff(old, new):
        if line.startswith(("- ", "+ ")):
            yield from _wrapped(line[2:], f"     {line[0]} ")


def _heading(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent))
