"""Whether everything that instructs has an owner, and whether it was confirmed in time. Each function is one
rule; its docstring is its explanation in the guide.

Whether the words have changed since they were confirmed is only declared here: `check` does not read the history of the
files.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checking.rule import Finding, Rule, Subject
from playbook.model import BY_NAME
from playbook.model.ownership import owner_of
from playbook.model.practice import MAX_MONTHS_IF_URGENT, Scenario
from playbook.problems import Code, HealthSection
from playbook.ref import Ref
from playbook.wording import N_, _, ngettext


def urgent_review(subject: Subject) -> Iterator[Finding]:
    """An urgent scenario allows more than six months until its next review.

    Someone may be in danger when it is read, so it must be confirmed at least every six months. Delete `review_every`,
    or write 6 or less.
    """
    for scenario in subject.playbook.scenarios.values():
        is_typed = "review_every" in scenario.model_fields_set
        if scenario.urgent and is_typed and scenario.review_every > MAX_MONTHS_IF_URGENT:
            message = _(
                "an urgent scenario must be confirmed every %(limit)s months, not every %(months)s",
                limit=MAX_MONTHS_IF_URGENT,
                months=scenario.review_every,
            )
            fix = _("delete the line, or write %(limit)s or less", limit=MAX_MONTHS_IF_URGENT)
            yield Finding(Ref("scenario", scenario.id), message, fix, ("review_every",))


URGENT_REVIEW = Rule("urgent-review", urgent_review)


def review_overdue(subject: Subject) -> Iterator[Finding]:
    """A record has not been confirmed for longer than its `review_every` allows.

    Read it with the people who do it. If it is still right, change only the date in `reviewed`. An urgent scenario is
    due after 6 months, everything else after 12 unless it says otherwise.
    """
    for ref, record in subject.playbook.instructions():
        if record.next_review and record.is_overdue(subject.days.edition):
            message = _("the review of `%(id)s` was due on %(day)s", id=ref.id, day=record.next_review.isoformat())
            yield Finding(ref, message, _("confirm it and write today’s date in `reviewed`"))


REVIEW_OVERDUE = Rule(
    "review-overdue",
    review_overdue,
    HealthSection(N_("Overdue for review"), N_("Every review was on time")),
)


CHANGED_SINCE_REVIEWED = Code(
    "changed-since-reviewed",
    N_(
        "A record has changed since someone last confirmed it. Read it again with the people who do it. If it is right,"
        " write today’s date in `reviewed`. The health page and the record’s own page report this; `check` does not,"
        " because it does not read the history of the files."
    ),
    HealthSection(
        N_("Changed since it was confirmed"),
        N_("Nothing has changed since it was confirmed"),
        details=N_(
            "The words have changed since someone last confirmed them. Read them again with the people who do it. If"
            " they are right, write today’s date in `reviewed`."
        ),
    ),
)
"""What no rule finds: only the history of the files knows it."""


def never_reviewed(subject: Subject) -> Iterator[Finding]:
    """A record that tells people what to do has never been confirmed: it has no `reviewed`.

    Read it with the people who do it, correct it, and add `reviewed:` with the date. Urgent scenarios are listed one by
    one; of the others, only the first of each kind, with their number.
    """
    fix = _("confirm it and add `reviewed:` with today’s date")
    others: dict[str, list[Ref]] = {}
    for ref, record in subject.playbook.instructions():
        if record.reviewed is not None:
            continue
        if isinstance(record, Scenario) and record.urgent:
            yield Finding(ref, _("the urgent scenario `%(id)s` has no review date", id=ref.id), fix)
        else:
            others.setdefault(ref.kind, []).append(ref)
    for refs in others.values():
        message = ngettext(
            "%(count)s record of the kind “%(kind)s” has no review date",
            "%(count)s records of the kind “%(kind)s” have no review date",
            len(refs),
            kind=BY_NAME[refs[0].kind].words,
        )
        yield Finding(refs[0], message, fix)


NEVER_REVIEWED = Rule(
    "never-reviewed",
    never_reviewed,
    HealthSection(N_("Never confirmed"), N_("Everything that instructs has been confirmed at least once")),
)


def unowned(subject: Subject) -> Iterator[Finding]:
    """A record that tells people what to do has no owner, and none can be worked out.

    A tip and a standard name their owner. A scenario belongs to the owner of its touchpoint, a routine to the
    department of its first role, an internal service to its provider, a role to its department. For an exercise or an
    access provision, write the department in `owner`.
    """
    for ref, _record in subject.playbook.instructions():
        if owner_of(subject.playbook, *ref) is None:
            yield Finding(ref, _("no department owns `%(id)s`", id=ref.id), _("add `owner: …`"))


UNOWNED = Rule(
    "unowned",
    unowned,
    HealthSection(N_("Without an owner"), N_("Everything that instructs has an owner"), says_it_all=True),
    looks_among=("role", "touchpoint"),
)
