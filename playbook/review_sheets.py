"""Review sheets as text: for each department, what to read again in a quarter of an hour, with boxes to tick.

The most pressing comes first: urgent scenarios, then what no one has confirmed as it is, then what falls due soon.
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
from playbook.views.labels import label_of
from playbook.views.reviews import ReviewState
from playbook.wording import _, ngettext

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
        """How days are said: in the language of the words around them."""
        return Phrases.spoken(self.playbook.organisation)

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
        """What to know when no one can say any more what was reviewed."""
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
            message = _("%(count)s departments are called `%(name)s`", count=len(called), name=owner)
            raise _unknown(message, _("use the id of one of them: %(ids)s", ids=", ".join(called)))
        if called:
            return called[0]
        near = nearest(owner, (*departments, *ids))
        near = ids[near][0] if near in ids else near
        all_ids = _("use one of: %(ids)s", ids=", ".join(departments))
        fix = _("did you mean `%(name)s`?", name=near) if near else all_ids
        raise _unknown(_("`%(name)s` is not a department", name=owner), fix)

    def of_all(self) -> Iterator[str]:
        """The sheets of all departments that have something to do, and the totals."""
        for owner in self.due:
            yield from self.of_department(owner)
        unowned = [state for state in self.reviews.all if state.owner is None]
        if unowned:
            yield from (_RULE, _("These have no owner yet. Agree on a department and add `owner: …`."), "")
            yield from (f"  {label_of(self.playbook, *state.about)} ({self._place(state.about)})" for state in unowned)
            yield ""
        count = sum(len(states) for states in self.due.values())
        yield ngettext("%(count)s record to confirm.", "%(count)s records to confirm.", count)
        yield ngettext(
            "%(count)s department has something to do.", "%(count)s departments have something to do.", len(self.due)
        )
        yield ngettext("%(count)s record has no owner.", "%(count)s records have no owner.", len(unowned))

    def of_department(self, owner: str) -> Iterator[str]:
        """One sheet."""
        states, name = self.due.get(owner, ()), self.playbook.departments[owner].name
        first = states[:ON_A_SHEET]
        yield _RULE
        yield _(
            "%(department)s: %(first)s of %(all)s to confirm, %(day)s",
            department=name,
            first=len(first),
            all=len(states),
            day=self.phrases.day(self.today),
        )
        if not states:
            following = self.reviews.dated(owner)
            yield (
                _("Nothing is due. The next review is due by %(day)s.", day=self._day(following[0].due))
                if following
                else _("Nothing is due.")
            )
        else:
            yield _("Fifteen minutes. Read each one with the people who do it, and tick one box.")
        yield ""
        before = self._reviewed_words([state.about for state in first if state.rewording])
        for number, state in enumerate(first, 1):
            yield from self.of_record(number, state, before.get(state.about))

    def of_record(self, number: int, state: ReviewState, before: Wording | None) -> Iterator[str]:
        """One record with its whole text."""
        about, now = state.about, self._words(state.about)
        yield from _wrapped(label_of(self.playbook, *about), f"{number}. ")
        yield from _wrapped(self._state(state), "   ")
        yield ""
        title = BY_NAME[about.kind].record.label_field
        yield from self._body(about.kind, tuple(entry for entry in now if entry[0] != title))
        yield ""
        if before is not None:
            yield from _wrapped(_("Changed since it was confirmed on %(day)s:", day=self._day(state.reviewed)), "   ")
            yield from _differences(before, now)
            yield ""
        elif state.rewording is not None:
            yield from _wrapped(
                _("What it said when it was confirmed is not known: there is no history in git."), "   "
            )
            yield ""
        day = self.today.isoformat()
        boxes = "   " + _("[ ] still right    [ ] change:") + " "
        yield boxes + "_" * max(10, _WIDTH - 1 - len(boxes))
        yield f"   {self._place(about)}"
        if state.reviewed:
            yield "   " + _("If it is right, change the date to `reviewed: %(day)s`", day=day)
        else:
            yield "   " + _("If it is right, add the line `reviewed: %(day)s`", day=day)
        yield ""

    def _state(self, state: ReviewState) -> str:
        """What a record is and the state of its review, in one line."""
        kind = BY_NAME[state.about.kind].words
        words = [_("URGENT %(kind)s", kind=kind) if state.is_urgent else kind]
        if state.reviewed is None:
            return _(", ").join([*words, _("never confirmed")])
        words.append(_("confirmed %(day)s", day=self._day(state.reviewed)))
        due = self._day(state.due)
        words.append(_("overdue since %(day)s", day=due) if state.is_overdue else _("next review by %(day)s", day=due))
        if state.rewording is not None:
            since = state.rewording.since
            words.append(_("changed on %(day)s", day=self._day(since)) if since else _("changed since"))
        return _(", ").join(words)

    def _day(self, day: dt.date | None) -> str:
        return self.phrases.day(day) if day else _("no date")

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
            texts = [entry[1] for entry in group]
            if name in targets:
                found = [self.playbook.find(targets[name], text) for text in texts]
                texts = [record.label if record else text for record, text in zip(found, texts, strict=True)]
            if len(texts) == 1:
                yield from _wrapped(f"{_heading(name)}: {texts[0]}", "   ")
                continue
            yield f"   {_heading(name)}:"
            for text in texts:
                yield from _wrapped(text, "     - ")


def _unknown(message: str, fix: str) -> UnknownOwner:
    return UnknownOwner(f"{message}\n  = help: {fix}")


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
