"""What is worth doing but stops nothing: gaps, and ideas without a source. Each function is one kind of advice; its
docstring is its explanation in the guide. A record whose `notes` explain the gap is not reported.

The rules are in the order of the health page.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from playbook.checking.rule import Finding, Rule, Subject
from playbook.model.records import LANES, ForeignUtterance
from playbook.problems import HealthSection, one_line
from playbook.ref import Ref

_PLACEHOLDERS = frozenset(
    {"tbd", "tbc", "tba", "todo", "to do", "fixme", "xxx", "?", "??", "???", "…", "", "lorem ipsum"}
)
_MAX_PLACEHOLDER = 15
_WORDS_THEMSELVES = frozenset({"term", "search_test"})
"""Kinds whose texts are words that people use, so that TBD may be one of them."""


def ownerless(subject: Subject) -> Iterator[Finding]:
    """An improvement is chosen or being tried, but no department owns it."""
    for improvement in subject.playbook.improvements.values():
        if improvement.status in ("chosen", "trying") and improvement.owner is None:
            message = f"`{improvement.id}` is {improvement.status}, but nobody owns it"
            yield Finding(Ref("improvement", improvement.id), message, "add `owner: …`")


OWNERLESS = Rule(
    "ownerless",
    ownerless,
    HealthSection("Chosen, but nobody owns it", "Whatever is being mended has an owner", needs="improvement"),
)


def unsourced(subject: Subject) -> Iterator[Finding]:
    """A tip or principle says neither where it comes from nor that it is the house's own.

    Name a source in `sources`; what a house has found out for itself deserves a source record of kind `practice`.
    """
    if not subject.playbook.sources:
        return
    for kind in ("tip", "principle"):
        for record in subject.playbook.of_kind(kind).values():
            if not record.sources and record.notes is None:
                yield Finding(Ref(kind, record.id), f"the {kind} `{record.id}` names no source")


UNSOURCED = Rule(
    "unsourced",
    unsourced,
    HealthSection(
        "Without a source", "Every tip and principle says where it comes from", needs="source", says_it_all=True
    ),
)


def reaches_nobody(subject: Subject) -> Iterator[Finding]:
    """A backstage or support act leads to no frontstage act, so "because of you" cannot be told.

    Add the contribution it makes possible to `enables`.
    """
    contributions = subject.playbook.contributions.values()
    enablers: dict[str, list[str]] = {}
    for contribution in contributions:
        for enabled in contribution.enables:
            enablers.setdefault(enabled, []).append(contribution.id)
    waiting = [contribution.id for contribution in contributions if contribution.lane == "frontstage"]
    reaching: set[str] = set()
    while waiting:
        contribution_id = waiting.pop()
        if contribution_id not in reaching:
            reaching.add(contribution_id)
            waiting += enablers.get(contribution_id, ())
    for contribution in contributions:
        if contribution.id not in reaching:
            message = f"`{contribution.id}` enables nothing that a patron meets"
            yield Finding(Ref("contribution", contribution.id), message, "add `enables: […]`")


REACHES_NOBODY = Rule(
    "reaches-nobody",
    reaches_nobody,
    HealthSection(
        "Unseen acts that reach nobody",
        "Every unseen act reaches somebody in front",
        needs="contribution",
        says_it_all=True,
    ),
    looks_among=("contribution",),
)


def empty_lane(subject: Subject) -> Iterator[Finding]:
    """Nobody contributes to a touchpoint in one of the three lanes.

    Either somebody does and it is not written down, or nobody does and a patron will notice.
    """
    contributions = subject.playbook.contributions.values()
    filled = {(contribution.touchpoint, contribution.lane) for contribution in contributions}
    for touchpoint in subject.playbook.touchpoints.values() if filled else ():
        missing = [lane for lane in LANES if (touchpoint.id, lane) not in filled]
        if missing and touchpoint.notes is None:
            message = f"nobody contributes to `{touchpoint.id}` in the lane {' or '.join(missing)}"
            yield Finding(Ref("touchpoint", touchpoint.id), message, "add a contribution, or say why in `notes`")


EMPTY_LANE = Rule(
    "empty-lane",
    empty_lane,
    HealthSection("Empty lanes", "Every touchpoint has somebody in front, behind and in support", needs="contribution"),
    looks_among=("contribution",),
)


def touchpoint_without_tips(subject: Subject) -> Iterator[Finding]:
    """No tip helps anybody at this touchpoint."""
    helped = {touchpoint for tip in subject.playbook.tips.values() for touchpoint in tip.touchpoints}
    for touchpoint in subject.playbook.touchpoints.values():
        if touchpoint.id not in helped and touchpoint.notes is None:
            yield Finding(Ref("touchpoint", touchpoint.id), f"no tip belongs to `{touchpoint.id}`")


TOUCHPOINT_WITHOUT_TIPS = Rule(
    "touchpoint-without-tips",
    touchpoint_without_tips,
    HealthSection("Touchpoints without a tip", "Every touchpoint has a tip", says_it_all=True),
    looks_among=("tip",),
)


def idle_department(subject: Subject) -> Iterator[Finding]:
    """No role of a department contributes anything: the blueprint does not show what it does for patrons."""
    playbook = subject.playbook
    roles = {contribution.role for contribution in playbook.contributions.values()}
    active = {role.department for role in playbook.roles.values() if role.id in roles}
    for department in playbook.departments.values() if roles else ():
        if department.id not in active and department.notes is None:
            message = f"no contribution shows what `{department.id}` does for patrons"
            yield Finding(Ref("department", department.id), message)


IDLE_DEPARTMENT = Rule(
    "idle-department",
    idle_department,
    HealthSection(
        "Departments that act nowhere",
        "Every department shows what it does",
        needs="contribution",
        says_it_all=True,
    ),
    looks_among=("contribution", "role"),
)


def placeholder_text(subject: Subject) -> Iterator[Finding]:
    """A text that every such record needs is only a reminder to write it, such as TBD, TODO or a question mark.

    It is published as it stands. This is advice, not an error, because a page with one gap serves its readers better
    than no page. To keep a tip back until it is finished, write `status: draft`.
    """
    for ref, record in subject.playbook.records():
        if ref.kind in _WORDS_THEMSELVES or getattr(record, "status", None) in ("draft", "retired"):
            continue
        for field, shape in type(record).model_fields.items():
            for path, text in _texts(getattr(record, field), (field,)) if shape.is_required() else ():
                if len(text) <= _MAX_PLACEHOLDER and text.strip(" .:!").casefold() in _PLACEHOLDERS:
                    fix = "write the text" + (", or `status: draft` until there is one" if ref.kind == "tip" else "")
                    yield Finding(ref, f"`{one_line(text)}` is published as it stands", fix, path)


def _texts(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text in the value of a field, with the path to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _texts(entry, (*path, index))
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from _texts(getattr(value, field), (*path, field))


PLACEHOLDER_TEXT = Rule(
    "placeholder-text", placeholder_text, HealthSection("Texts still to be written", "No page says TBD")
)


def not_foreign(subject: Subject) -> Iterator[Finding]:
    """An utterance is given with `language` and `means`, but its language is that of the playbook.

    Only what is said in another language needs them. Write the words alone, or the language that they are in.
    """
    ours = subject.playbook.organisation.language
    for ref, record in subject.playbook.records():
        for index, utterance in enumerate(getattr(record, "utterances", ())):
            if isinstance(utterance, ForeignUtterance) and utterance.language == ours:
                message = f"this utterance is given as foreign, but `{ours}` is the language of the playbook"
                fix = f"write the words alone: `- {one_line(utterance.says)}`, or the language that they are in"
                yield Finding(ref, message, fix, ("utterances", index, "language"))


NOT_FOREIGN = Rule(
    "not-foreign",
    not_foreign,
    HealthSection("Not in another language", "Every foreign utterance is in another language"),
    looks_among=("organisation",),
)


def fact_typed_out(subject: Subject) -> Iterator[Finding]:
    """A text types out a fact of the house instead of naming it in braces.

    When the fact changes, this text would go on saying the old one. Only facts that can hardly stand there by chance
    are looked for: a number with its unit, such as radio channel 1 or £100, or a telephone number.
    """
    for ref, path, names in subject.typed_out:
        which = " or ".join(f"`{{{name}}}`" for name in names)
        message = f"this types out {which}, a fact of the house"
        yield Finding(ref, message, f"write {which}; a text that begins with it needs quotes", path)


FACT_TYPED_OUT = Rule(
    "fact-typed-out",
    fact_typed_out,
    HealthSection("Facts of the house typed out", "Facts of the house are stated once"),
)


def fact_not_shown(subject: Subject) -> Iterator[Finding]:
    """A text has the name of a fact in braces, but not as the fact is called, so readers see the braces.

    A fact is shown where its name stands between single braces, in small letters and with hyphens: `{refund-limit}`.
    """
    for ref, path, typed, name in subject.loosely_named:
        message = f"readers see `{one_line(typed)}` as it is typed, and not the fact `{{{name}}}`"
        yield Finding(ref, message, f"write `{{{name}}}`; a text that begins with it needs quotes", path)


FACT_NOT_SHOWN = Rule(
    "fact-not-shown",
    fact_not_shown,
    HealthSection("Facts of the house that are not shown", "Every fact that a text names is shown"),
)
