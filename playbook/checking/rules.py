"""What must hold for a playbook to be published. Each function is one rule; its docstring is its page in the guide."""

from __future__ import annotations

import datetime as dt
import graphlib
from collections.abc import Iterator

from playbook.checking.findings import Finding
from playbook.days import Days
from playbook.model import BY_NAME, Playbook
from playbook.problems import MAX_PROBLEMS
from playbook.ref import Ref


def tip_for_nobody(playbook: Playbook) -> Iterator[Finding]:
    """A tip names neither roles nor departments.

    A tip without them appears on nobody's page. Give `roles`, or `departments` when it is for everybody there.
    """
    for tip in playbook.tips.values():
        if not tip.roles and not tip.departments:
            message = f"the tip `{tip.id}` is for nobody: it names neither roles nor departments"
            yield Finding("tip-for-nobody", Ref("tip", tip.id), (), message, "add `roles: […]` or `departments: […]`")


def tip_without_floor(playbook: Playbook) -> Iterator[Finding]:
    """A tip that patrons feel does not say what every patron always gets.

    `floor` is the promise to everybody; `flex` is what you may do for this one. Without a floor, kindness to one
    patron turns into unfairness to the next. Tips for colleagues and recovery need none.
    """
    for tip in playbook.tips.values():
        if tip.audience == "patrons" and tip.kind != "recovery" and tip.floor is None:
            message = f"the tip `{tip.id}` is for patrons but does not say what every patron gets"
            mend = "add `floor: …`, or `audience: colleagues` if no patron meets it"
            yield Finding("tip-without-floor", Ref("tip", tip.id), (), message, mend)


def lane_contradicts_side(playbook: Playbook) -> Iterator[Finding]:
    """A contribution stands in another lane than its role's side, and nothing says why.

    A stage technician who helps in the foyer is worth showing, and worth a word: say why in `notes`.
    """
    for contribution in playbook.contributions.values():
        role = playbook.roles.get(contribution.role)
        if role is not None and role.side != contribution.lane and contribution.notes is None:
            message = f"the lane is {contribution.lane}, but the role `{role.id}` works {role.side}"
            mend = "change the lane, or say in `notes` why this role crosses the line here"
            yield Finding("lane-contradicts-side", Ref("contribution", contribution.id), ("lane",), message, mend)


def enables_cycle(playbook: Playbook) -> Iterator[Finding]:
    """Contributions enable each other in a circle.

    "Because of you" follows `enables` from a backstage act to the patron; in a circle it would never arrive.
    """
    links = {it.id: {*it.enables} & playbook.contributions.keys() for it in playbook.contributions.values()}
    for _ in range(MAX_PROBLEMS):
        try:
            graphlib.TopologicalSorter(links).prepare()
        except graphlib.CycleError as error:
            # graphlib names the circle against the direction of `enables`.
            circle = [*reversed(error.args[1])]
            message = f"these contributions enable each other in a circle: {' → '.join(circle)}"
            at = ("enables", playbook.contributions[circle[0]].enables.index(circle[1]))
            yield Finding("enables-cycle", Ref("contribution", circle[0]), at, message, "remove one of the links")
            links[circle[0]].discard(circle[1])
        else:
            return


def service_to_itself(playbook: Playbook) -> Iterator[Finding]:
    """An internal service has the same department at both ends.

    It says what one department promises *another*; a promise to oneself is a routine or a standard.
    """
    for service in playbook.internal_services.values():
        if service.provider == service.receiver:
            message = f"`{service.provider}` cannot be both the provider and the receiver"
            mend = "name the department that receives it"
            yield Finding("service-to-itself", Ref("internal_service", service.id), ("receiver",), message, mend)


def clock_runs_backwards(playbook: Playbook) -> Iterator[Finding]:
    """A clock ends before it starts.

    Minutes before the anchor are negative: `start: -45`, `end: -15`.
    """
    for ref, record in playbook.records():
        clock = getattr(record, "clock", None)
        if clock is not None and clock.end is not None and clock.end < clock.start:
            message = f"this ends {clock.start - clock.end} minutes before it starts"
            mend = "minutes before the anchor are negative; swap the two, or mend the sign"
            yield Finding("clock-runs-backwards", ref, ("clock", "end"), message, mend)


def minutes_do_not_add_up(playbook: Playbook) -> Iterator[Finding]:
    """The steps of an exercise take longer than the exercise."""
    for exercise in playbook.exercises.values():
        total = sum(step.minutes or 0 for step in exercise.steps)
        if total > exercise.minutes:
            message = f"the steps take {total} minutes, the exercise only {exercise.minutes}"
            mend = f"write `minutes: {total}`, or shorten a step"
            yield Finding("minutes-do-not-add-up", Ref("exercise", exercise.id), ("minutes",), message, mend)


def date_in_future(playbook: Playbook, days: Days) -> Iterator[Finding]:
    """A review or an observation lies in the future.

    Dates say what has happened. Tomorrow is allowed, because somewhere it already is tomorrow.
    """
    latest = days.today + dt.timedelta(days=1)
    dates = [(Ref("tip", tip.id), "reviewed", tip.reviewed) for tip in playbook.tips.values()]
    for improvement in playbook.improvements.values():
        dates.append((Ref("improvement", improvement.id), "noticed", improvement.noticed))
    for ref, field, day in dates:
        if day > latest:
            message = f"{day.isoformat()} lies in the future"
            mend = "write the day on which it happened"
            yield Finding("date-in-future", ref, (field,), message, mend)


def improvement_without_outcome(playbook: Playbook) -> Iterator[Finding]:
    """An improvement is mended or let go, but nothing says what came of it."""
    for improvement in playbook.improvements.values():
        if improvement.status in ("mended", "let go") and improvement.outcome is None:
            message = f"this is {improvement.status}, but no `outcome` says what came of it"
            mend = "add `outcome: …`: what changed, or why it was let go"
            yield Finding("improvement-without-outcome", Ref("improvement", improvement.id), ("status",), message, mend)


def listed_twice(playbook: Playbook) -> Iterator[Finding]:
    """The same id or the same words stand twice in one list."""
    for ref, record in playbook.records():
        for field in BY_NAME[ref.kind].lists_of_text:
            value = getattr(record, field)
            if len(value) < 2 or len(set(value)) == len(value):
                continue
            for index, entry in enumerate(value):
                if entry in value[:index]:
                    message = f"this stands twice in `{field}`"
                    yield Finding("listed-twice", ref, (field, index), message, "delete one of the two")


def refers_to_itself(playbook: Playbook) -> Iterator[Finding]:
    """A tip is related to itself, or a department serves itself."""
    for tip in playbook.tips.values():
        if tip.id in tip.related:
            place = ("related", tip.related.index(tip.id))
            yield Finding(
                "refers-to-itself", Ref("tip", tip.id), place, "a tip cannot be related to itself", "delete it"
            )
    for department in playbook.departments.values():
        if department.id in department.serves:
            place = ("serves", department.serves.index(department.id))
            message = "a department cannot be listed as serving itself"
            yield Finding("refers-to-itself", Ref("department", department.id), place, message, "delete it")
