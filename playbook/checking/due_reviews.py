"""Whether someone answers for everything that instructs, and whether it was confirmed in time. Each function is one
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


def urgent_review(subject: Subject) -> Iterator[Finding]:
    """An urgent scenario gives itself more than six months until its next review.

    Someone may be in danger when it is read, so it is confirmed at least every six months. Without `review_every` it
    falls due after six.
    """
    for scenario in subject.playbook.scenarios.values():
        is_typed = "review_every" in scenario.model_fields_set
        if scenario.urgent and is_typed and scenario.review_every > MAX_MONTHS_IF_URGENT:
            message = (
                f"an urgent scenario must be confirmed every {MAX_MONTHS_IF_URGENT} months, not every"
                f" {scenario.review_every}"
            )
            fix = f"delete the line, or write {MAX_MONTHS_IF_URGENT} or less"
            yield Finding(Ref("scenario", scenario.id), message, fix, ("review_every",))


URGENT_REVIEW = Rule("urgent-review", urgent_review)


def review_overdue(subject: Subject) -> Iterator[Finding]:
    """Nobody has confirmed a record for longer than its `review_every` allows.

    Read it with the people who do it. If it is still right, change only the date in `reviewed`. An urgent scenario
    falls due after six months, everything else after twelve unless it says otherwise.
    """
    for ref, record in subject.playbook.instructions():
        if record.next_review and record.is_overdue(subject.days.edition):
            message = f"the {_words(ref)} `{ref.id}` was due for review on {record.next_review.isoformat()}"
            yield Finding(ref, message, "confirm it and write today's date in `reviewed`")


REVIEW_OVERDUE = Rule(
    "review-overdue",
    review_overdue,
    HealthSection("Overdue for review", "Everything that was confirmed was confirmed again in time"),
)


CHANGED_SINCE_REVIEWED = Code(
    "changed-since-reviewed",
    "The words of a record have changed since someone last confirmed it, so nobody has confirmed what it says now. Read"
    " it again with the people who do it. If it is right, write today's date in `reviewed`. The health page and the"
    " record's own page say so, and `check` does not, because it does not read the history of the files.",
    HealthSection(
        "Changed since it was confirmed",
        "Nothing has changed since it was confirmed",
        explanation="The words have changed since someone last confirmed them. Read them again with the people who do"
        " it. If they are right, write today’s date in `reviewed`.",
    ),
)
"""What no rule finds: only the history of the files knows it."""


def never_reviewed(subject: Subject) -> Iterator[Finding]:
    """Nobody has ever confirmed a record that tells people what to do: it has no `reviewed`.

    Read it with the people who do it, correct it, and add `reviewed:` with the day. Urgent scenarios are named one by
    one; of the others, the first of each kind, with how many there are.
    """
    fix = "confirm it and add `reviewed:` with today's date"
    others: dict[str, list[Ref]] = {}
    for ref, record in subject.playbook.instructions():
        if record.reviewed is not None:
            continue
        if isinstance(record, Scenario) and record.urgent:
            yield Finding(ref, f"the urgent scenario `{ref.id}` has no review date", fix)
        else:
            others.setdefault(ref.kind, []).append(ref)
    for refs in others.values():
        words, count = _words(refs[0]), len(refs)
        message = f"{count} {words}s have no review date" if count > 1 else f"1 {words} has no review date"
        yield Finding(refs[0], message, fix)


NEVER_REVIEWED = Rule(
    "never-reviewed",
    never_reviewed,
    HealthSection("Never confirmed", "Everything that instructs has been confirmed at least once"),
)


def unowned(subject: Subject) -> Iterator[Finding]:
    """No department answers for a record that tells people what to do, and none can be worked out.

    A tip and a standard name their owner. A scenario belongs to the owner of its touchpoint, a routine to the
    department of its first role, an internal service to its provider, a role to its department. For an exercise or an
    access provision, write the department in `owner`.
    """
    for ref, _ in subject.playbook.instructions():
        if owner_of(subject.playbook, *ref) is None:
            yield Finding(ref, f"no department answers for the {_words(ref)} `{ref.id}`", "add `owner: …`")


UNOWNED = Rule(
    "unowned",
    unowned,
    HealthSection("Nobody answers for it", "Someone answers for everything that instructs", says_it_all=True),
    looks_among=("role", "touchpoint"),
)


def _words(ref: Ref) -> str:
    return BY_NAME[ref.kind].counted or BY_NAME[ref.kind].words
