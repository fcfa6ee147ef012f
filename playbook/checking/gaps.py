"""What is worth doing but stops nothing: gaps, overdue reviews, ideas without a source. Each function is one kind of
advice; its docstring is its page in the guide. A record whose `notes` explain the gap is left in peace.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from playbook.checking.findings import Finding, advice
from playbook.days import Days
from playbook.model import Playbook
from playbook.model.records import LANES
from playbook.problems import Severity, one_line
from playbook.ref import Ref

_PLACEHOLDERS = frozenset(
    {"tbd", "tbc", "tba", "todo", "to do", "fixme", "xxx", "?", "??", "???", "…", "", "lorem ipsum"}
)
_LONGEST_PLACEHOLDER = 15
_WORDS_FOR_THEIR_OWN_SAKE = frozenset({"term", "search_test"})
"""Kinds whose texts are the words that people use, whatever they are."""


def review_overdue(playbook: Playbook, days: Days) -> Iterator[Finding]:
    """Nobody has confirmed a tip for longer than its `review_every` allows.

    Read it with the people who do it. If it is still right, change only the date in `reviewed`.
    """
    for tip in playbook.tips.values():
        due = tip.next_review
        if tip.status == "live" and due < days.edition:
            message = f"the tip `{tip.id}` was due for review on {due.isoformat()}"
            yield advice(
                "review-overdue", Ref("tip", tip.id), message, "confirm it and write today's date in `reviewed`"
            )


def unsourced(playbook: Playbook) -> Iterator[Finding]:
    """A tip or principle says neither where it comes from nor that it is the house's own.

    Name a source in `sources`; what a house has found out for itself deserves a source record of kind `practice`.
    """
    for kind in ("tip", "principle"):
        for record in playbook.of_kind(kind).values():
            if not record.sources and record.notes is None and playbook.sources:
                yield advice("unsourced", Ref(kind, record.id), f"the {kind} `{record.id}` names no source")


def empty_lane(playbook: Playbook) -> Iterator[Finding]:
    """Nobody contributes to a touchpoint in one of the three lanes.

    Either somebody does and it is not written down, or nobody does and a patron will notice.
    """
    if not playbook.contributions:
        return
    filled = {(it.touchpoint, it.lane) for it in playbook.contributions.values()}
    for touchpoint in playbook.touchpoints.values():
        missing = [lane for lane in LANES if (touchpoint.id, lane) not in filled]
        if missing and touchpoint.notes is None:
            message = f"nobody contributes to `{touchpoint.id}` in the lane {' or '.join(missing)}"
            yield advice(
                "empty-lane", Ref("touchpoint", touchpoint.id), message, "add a contribution, or say why in `notes`"
            )


def touchpoint_without_tips(playbook: Playbook) -> Iterator[Finding]:
    """No tip helps anybody at this touchpoint."""
    helped = {touchpoint for tip in playbook.tips.values() for touchpoint in tip.touchpoints}
    for touchpoint in playbook.touchpoints.values():
        if touchpoint.id not in helped and touchpoint.notes is None:
            yield advice(
                "touchpoint-without-tips", Ref("touchpoint", touchpoint.id), f"no tip belongs to `{touchpoint.id}`"
            )


def idle_department(playbook: Playbook) -> Iterator[Finding]:
    """No role of a department contributes anything: the blueprint does not show what it does for patrons."""
    if not playbook.contributions:
        return
    roles = {contribution.role for contribution in playbook.contributions.values()}
    active = {role.department for role in playbook.roles.values() if role.id in roles}
    for department in playbook.departments.values():
        if department.id not in active and department.notes is None:
            message = f"no contribution shows what `{department.id}` does for patrons"
            yield advice("idle-department", Ref("department", department.id), message)


def reaches_nobody(playbook: Playbook) -> Iterator[Finding]:
    """A backstage or support act leads to no frontstage act, so "because of you" cannot be told.

    Add the contribution it makes possible to `enables`.
    """
    enablers: dict[str, list[str]] = {}
    for contribution in playbook.contributions.values():
        for enabled in contribution.enables:
            enablers.setdefault(enabled, []).append(contribution.id)
    waiting = [it.id for it in playbook.contributions.values() if it.lane == "frontstage"]
    reaching: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in reaching:
            reaching.add(name)
            waiting += enablers.get(name, ())
    for contribution in playbook.contributions.values():
        if contribution.id not in reaching:
            message = f"`{contribution.id}` enables nothing that a patron meets"
            yield advice("reaches-nobody", Ref("contribution", contribution.id), message, "add `enables: […]`")


def placeholder_text(playbook: Playbook) -> Iterator[Finding]:
    """A text that every such record needs is only a reminder to write it, such as TBD, TODO or a question mark.

    It is published as it stands. This is advice, not an error, because a page with one gap serves its readers better
    than no page. To keep a tip back until it is finished, write `status: draft`.
    """
    for ref, record in playbook.records():
        if ref.kind in _WORDS_FOR_THEIR_OWN_SAKE or getattr(record, "status", None) in ("draft", "retired"):
            continue
        for field, shape in type(record).model_fields.items():
            for path, text in _texts(getattr(record, field), (field,)) if shape.is_required() else ():
                if len(text) <= _LONGEST_PLACEHOLDER and text.strip(" .:!").casefold() in _PLACEHOLDERS:
                    message = f"`{one_line(text)}` is published as it stands"
                    mend = "write the text" + (", or `status: draft` until there is one" if ref.kind == "tip" else "")
                    yield Finding("placeholder-text", ref, path, message, mend, Severity.ADVICE)


def _texts(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text in the value of a field, with the way to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _texts(entry, (*path, index))
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from _texts(getattr(value, field), (*path, field))


def ownerless(playbook: Playbook) -> Iterator[Finding]:
    """An improvement is chosen or being tried, but no department owns it."""
    for improvement in playbook.improvements.values():
        if improvement.status in ("chosen", "trying") and improvement.owner is None:
            message = f"`{improvement.id}` is {improvement.status}, but nobody owns it"
            yield advice("ownerless", Ref("improvement", improvement.id), message, "add `owner: …`")
