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
from playbook.wording import N_, _
from playbook.wording.lists import listed

_PLACEHOLDERS = frozenset(
    {"tbd", "tbc", "tba", "todo", "to do", "fixme", "xxx", "?", "??", "???", "…", "", "lorem ipsum"}
)
_MAX_PLACEHOLDER = 15
_WORDS_THEMSELVES = frozenset({"term", "search_test"})
"""Kinds whose texts are words that people use, so that TBD may be one of them."""


def ownerless(subject: Subject) -> Iterator[Finding]:
    """An improvement is chosen or being tried, but no department owns it. Add `owner`."""
    for improvement in subject.playbook.improvements.values():
        if improvement.status in ("chosen", "trying") and improvement.owner is None:
            message = _(
                "the status of `%(id)s` is `%(status)s`, but no department owns it",
                id=improvement.id,
                status=improvement.status,
            )
            yield Finding(Ref("improvement", improvement.id), message, _("add `owner: …`"))


OWNERLESS = Rule(
    "ownerless",
    ownerless,
    HealthSection(N_("Chosen, but without an owner"), N_("Everything being fixed has an owner"), needs="improvement"),
)


def unsourced(subject: Subject) -> Iterator[Finding]:
    """A tip or principle does not say where it comes from.

    Name a source in `sources`. For what you have found out yourselves, write a source with `kind: practice`.
    """
    if not subject.playbook.sources:
        return
    for kind in ("tip", "principle"):
        for record in subject.playbook.of_kind(kind).values():
            if not record.sources and record.notes is None:
                message = _("`%(id)s` names no source", id=record.id)
                yield Finding(Ref(kind, record.id), message, _("add `sources: […]`"))


UNSOURCED = Rule(
    "unsourced",
    unsourced,
    HealthSection(
        N_("Without a source"), N_("Every tip and principle names its source"), needs="source", says_it_all=True
    ),
)


def reaches_nobody(subject: Subject) -> Iterator[Finding]:
    """A backstage or support contribution leads to nothing frontstage, so “because of you” cannot be worked out.

    Add the contribution that it makes possible to `enables`.
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
            message = _("`%(id)s` leads to nothing frontstage", id=contribution.id)
            yield Finding(Ref("contribution", contribution.id), message, _("add `enables: […]`"))


REACHES_NOBODY = Rule(
    "reaches-nobody",
    reaches_nobody,
    HealthSection(
        N_("Backstage work with no link to the front"),
        N_("All backstage work leads to the front"),
        needs="contribution",
        says_it_all=True,
    ),
    looks_among=("contribution",),
)


def empty_lane(subject: Subject) -> Iterator[Finding]:
    """A touchpoint has no contribution in one of the three lanes.

    Either someone does something and it is not written down, or no one does and it will be noticed. Add a contribution,
    or say why in `notes`.
    """
    contributions = subject.playbook.contributions.values()
    filled = {(contribution.touchpoint, contribution.lane) for contribution in contributions}
    for touchpoint in subject.playbook.touchpoints.values() if filled else ():
        missing = [lane for lane in LANES if (touchpoint.id, lane) not in filled]
        if missing and touchpoint.notes is None:
            lanes = listed((f"`{lane}`" for lane in missing), "or")
            message = _("`%(id)s` has no contribution in the lane %(lanes)s", id=touchpoint.id, lanes=lanes)
            yield Finding(Ref("touchpoint", touchpoint.id), message, _("add a contribution, or say why in `notes`"))


EMPTY_LANE = Rule(
    "empty-lane",
    empty_lane,
    HealthSection(
        N_("Empty lanes"),
        N_("Every touchpoint has someone front of house, backstage and in support"),
        needs="contribution",
    ),
    looks_among=("contribution",),
)


def touchpoint_without_tips(subject: Subject) -> Iterator[Finding]:
    """A touchpoint has no tip. Write one, or say why in `notes`."""
    helped = {touchpoint for tip in subject.playbook.tips.values() for touchpoint in tip.touchpoints}
    for touchpoint in subject.playbook.touchpoints.values():
        if touchpoint.id not in helped and touchpoint.notes is None:
            message = _("`%(id)s` has no tip", id=touchpoint.id)
            yield Finding(Ref("touchpoint", touchpoint.id), message, _("write a tip, or say why in `notes`"))


TOUCHPOINT_WITHOUT_TIPS = Rule(
    "touchpoint-without-tips",
    touchpoint_without_tips,
    HealthSection(N_("Touchpoints without a tip"), N_("Every touchpoint has a tip"), says_it_all=True),
    looks_among=("tip",),
)


def idle_department(subject: Subject) -> Iterator[Finding]:
    """A department has no contribution, so the blueprint does not show what it does. Add one for one of its roles."""
    playbook = subject.playbook
    roles = {contribution.role for contribution in playbook.contributions.values()}
    active = {role.department for role in playbook.roles.values() if role.id in roles}
    for department in playbook.departments.values() if roles else ():
        if department.id not in active and department.notes is None:
            message = _("`%(id)s` has no contribution", id=department.id)
            fix = _("add a contribution for one of its roles, or say why in `notes`")
            yield Finding(Ref("department", department.id), message, fix)


IDLE_DEPARTMENT = Rule(
    "idle-department",
    idle_department,
    HealthSection(
        N_("Departments with no part yet"),
        N_("Every department shows what it does"),
        needs="contribution",
        says_it_all=True,
    ),
    looks_among=("contribution", "role"),
)


def placeholder_text(subject: Subject) -> Iterator[Finding]:
    """A required text is only a placeholder, such as TBD, TODO or a question mark, and is published like that.

    Write the text. This is advice, not an error, because a page with a gap is better than no page. To keep a tip back
    until it is finished, write `status: draft`.
    """
    for ref, record in subject.playbook.records():
        if ref.kind in _WORDS_THEMSELVES or getattr(record, "status", None) in ("draft", "retired"):
            continue
        for field, shape in type(record).model_fields.items():
            for path, text in _texts(getattr(record, field), (field,)) if shape.is_required() else ():
                if len(text) <= _MAX_PLACEHOLDER and text.strip(" .:!").casefold() in _PLACEHOLDERS:
                    fix = _("write the text")
                    if ref.kind == "tip":
                        fix = _("write the text, or `status: draft` until there is one")
                    message = _("the placeholder `%(text)s` is published as it is", text=one_line(text))
                    yield Finding(ref, message, fix, path)


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
    "placeholder-text", placeholder_text, HealthSection(N_("Texts still to be written"), N_("No placeholder text"))
)


def not_foreign(subject: Subject) -> Iterator[Finding]:
    """An utterance has `language` and `means`, but is in the language of the playbook.

    Only what is said in another language needs them. Write the words alone, or correct the language.
    """
    ours = subject.playbook.organisation.language
    for ref, record in subject.playbook.records():
        for index, utterance in enumerate(getattr(record, "utterances", ())):
            if isinstance(utterance, ForeignUtterance) and utterance.language == ours:
                message = _("`%(language)s` is the language of the playbook, not another one", language=ours)
                fix = _("write the words alone: `- %(words)s`, or correct the language", words=one_line(utterance.says))
                yield Finding(ref, message, fix, ("utterances", index, "language"))


NOT_FOREIGN = Rule(
    "not-foreign",
    not_foreign,
    HealthSection(N_("Not in another language"), N_("Every foreign utterance is in another language")),
    looks_among=("organisation",),
)


def fact_typed_out(subject: Subject) -> Iterator[Finding]:
    """A text types out a fact of the house instead of naming it in braces.

    When the fact changes, this text would still say the old one. Write its name in braces. Only facts that are hardly
    there by chance are looked for: a number with its unit, such as radio channel 1 or £100, or a telephone number.
    """
    for ref, path, names in subject.typed_out:
        facts = listed((f"`{{{name}}}`" for name in names), "or")
        message = _("this types out the fact %(facts)s", facts=facts)
        yield Finding(ref, message, _("write %(facts)s; a text that starts with it needs quotes", facts=facts), path)


FACT_TYPED_OUT = Rule(
    "fact-typed-out",
    fact_typed_out,
    HealthSection(N_("Facts typed out in texts"), N_("Every fact is written once")),
)


def fact_not_shown(subject: Subject) -> Iterator[Finding]:
    """A text has the name of a fact in braces, but not quite right, so readers see the braces.

    Write the name in single braces, in small letters and with hyphens: `{refund-limit}`.
    """
    for ref, path, typed, name in subject.loosely_named:
        message = _("readers see `%(typed)s` as typed, not the fact", typed=one_line(typed))
        fix = _("write `%(fact)s`; a text that starts with it needs quotes", fact=f"{{{name}}}")
        yield Finding(ref, message, fix, path)


FACT_NOT_SHOWN = Rule(
    "fact-not-shown",
    fact_not_shown,
    HealthSection(N_("Facts that are not shown"), N_("Every fact named in a text is shown")),
)
