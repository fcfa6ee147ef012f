"""What must hold for a playbook to be published. Each function is one rule; its docstring explains it in the guide."""

from __future__ import annotations

import datetime as dt
import graphlib
from collections.abc import Iterator

from playbook.checking.rule import Finding, Rule, Subject
from playbook.model import BY_NAME, INSTRUCTING, WITH_PAGES, Instruction
from playbook.model.records import Addressed
from playbook.problems import MAX_PROBLEMS
from playbook.ref import Ref


def tip_for_nobody(subject: Subject) -> Iterator[Finding]:
    """A tip names neither roles nor departments.

    A tip without them appears on nobody's page. Give `roles`, or `departments` when it is for everybody there.
    """
    for tip in subject.playbook.tips.values():
        if not tip.roles and not tip.departments:
            message = f"the tip `{tip.id}` is for nobody: it names neither roles nor departments"
            yield Finding(Ref("tip", tip.id), message, "add `roles: […]` or `departments: […]`")


TIP_FOR_NOBODY = Rule("tip-for-nobody", tip_for_nobody)


def tip_without_floor(subject: Subject) -> Iterator[Finding]:
    """A tip that patrons feel does not say what every patron always gets.

    `floor` is the promise to everybody; `flex` is what you may do for this one. Without a floor, kindness to one
    patron turns into unfairness to the next. Tips for colleagues and recovery need none.
    """
    for tip in subject.playbook.tips.values():
        if tip.audience == "patrons" and tip.kind != "recovery" and tip.floor is None:
            message = f"the tip `{tip.id}` is for patrons but does not say what every patron gets"
            yield Finding(
                Ref("tip", tip.id), message, "add `floor: …`, or `audience: colleagues` if no patron meets it"
            )


TIP_WITHOUT_FLOOR = Rule("tip-without-floor", tip_without_floor)


def lane_contradicts_side(subject: Subject) -> Iterator[Finding]:
    """A contribution stands in another lane than its role's side, and nothing says why.

    A stage technician who helps in the foyer is worth showing, and worth a word: say why in `notes`.
    """
    for contribution in subject.playbook.contributions.values():
        role = subject.playbook.roles.get(contribution.role)
        if role is not None and role.side != contribution.lane and contribution.notes is None:
            message = f"the lane is {contribution.lane}, but the role `{role.id}` works {role.side}"
            fix = "change the lane, or say in `notes` why this role crosses the line here"
            yield Finding(Ref("contribution", contribution.id), message, fix, ("lane",))


LANE_CONTRADICTS_SIDE = Rule("lane-contradicts-side", lane_contradicts_side)


def enables_cycle(subject: Subject) -> Iterator[Finding]:
    """Contributions enable each other in a circle.

    "Because of you" follows `enables` from a backstage act to the patron; in a circle it would never arrive.
    """
    contributions = subject.playbook.contributions
    links = {contribution.id: {*contribution.enables} & contributions.keys() for contribution in contributions.values()}
    for _ in range(MAX_PROBLEMS):
        try:
            graphlib.TopologicalSorter(links).prepare()
        except graphlib.CycleError as error:
            # graphlib names the circle against the direction of `enables`.
            circle = [*reversed(error.args[1])]
            message = f"these contributions enable each other in a circle: {' → '.join(circle)}"
            path = ("enables", contributions[circle[0]].enables.index(circle[1]))
            yield Finding(Ref("contribution", circle[0]), message, "remove one of the links", path)
            links[circle[0]].discard(circle[1])
        else:
            return


ENABLES_CYCLE = Rule("enables-cycle", enables_cycle)


def service_to_itself(subject: Subject) -> Iterator[Finding]:
    """An internal service has the same department at both ends.

    It says what one department promises *another*; a promise to oneself is a routine or a standard.
    """
    for service in subject.playbook.internal_services.values():
        if service.provider == service.receiver:
            message = f"`{service.provider}` cannot be both the provider and the receiver"
            fix = "name the department that receives it"
            yield Finding(Ref("internal_service", service.id), message, fix, ("receiver",))


SERVICE_TO_ITSELF = Rule("service-to-itself", service_to_itself)


def clock_runs_backwards(subject: Subject) -> Iterator[Finding]:
    """A clock ends before it starts.

    Minutes before the anchor are negative: `start: -45`, `end: -15`.
    """
    for ref, record in subject.playbook.records():
        clock = getattr(record, "clock", None)
        if clock is not None and clock.end is not None and clock.end < clock.start:
            message = f"this ends {clock.start - clock.end} minutes before it starts"
            fix = "minutes before the anchor are negative; swap the two, or mend the sign"
            yield Finding(ref, message, fix, ("clock", "end"))


CLOCK_RUNS_BACKWARDS = Rule("clock-runs-backwards", clock_runs_backwards)


def minutes_do_not_add_up(subject: Subject) -> Iterator[Finding]:
    """The steps of an exercise take longer than the exercise."""
    for exercise in subject.playbook.exercises.values():
        total = sum(step.minutes or 0 for step in exercise.steps)
        if total > exercise.minutes:
            message = f"the steps take {total} minutes, the exercise only {exercise.minutes}"
            fix = f"write `minutes: {total}`, or shorten a step"
            yield Finding(Ref("exercise", exercise.id), message, fix, ("minutes",))


MINUTES_DO_NOT_ADD_UP = Rule("minutes-do-not-add-up", minutes_do_not_add_up)


def date_in_future(subject: Subject) -> Iterator[Finding]:
    """A review or an observation lies in the future.

    Dates say what has happened. Tomorrow is allowed, because somewhere it already is tomorrow.
    """
    latest = subject.days.today + dt.timedelta(days=1)
    dates: list[tuple[Ref, str, dt.date]] = []
    for kind in INSTRUCTING:
        for record in subject.playbook.of_kind(kind.name).values():
            if isinstance(record, Instruction) and record.reviewed is not None:
                dates.append((Ref(kind.name, record.id), "reviewed", record.reviewed))
    for improvement in subject.playbook.improvements.values():
        dates.append((Ref("improvement", improvement.id), "noticed", improvement.noticed))
    for ref, field, day in dates:
        if day > latest:
            yield Finding(ref, f"{day.isoformat()} lies in the future", "write the day on which it happened", (field,))


DATE_IN_FUTURE = Rule("date-in-future", date_in_future)


def improvement_without_outcome(subject: Subject) -> Iterator[Finding]:
    """An improvement is mended or let go, but nothing says what came of it."""
    for improvement in subject.playbook.improvements.values():
        if improvement.status in ("mended", "let go") and improvement.outcome is None:
            message = f"this is {improvement.status}, but no `outcome` says what came of it"
            fix = "add `outcome: …`: what changed, or why it was let go"
            yield Finding(Ref("improvement", improvement.id), message, fix, ("status",))


IMPROVEMENT_WITHOUT_OUTCOME = Rule("improvement-without-outcome", improvement_without_outcome)


def listed_twice(subject: Subject) -> Iterator[Finding]:
    """The same id or the same words stand twice in one list."""
    for ref, record in subject.playbook.records():
        for field in BY_NAME[ref.kind].lists_of_text:
            value = getattr(record, field)
            if len(value) < 2 or len(set(value)) == len(value):
                continue
            for index, entry in enumerate(value):
                if entry in value[:index]:
                    yield Finding(ref, f"this stands twice in `{field}`", "delete one of the two", (field, index))


LISTED_TWICE = Rule("listed-twice", listed_twice)


def refers_to_itself(subject: Subject) -> Iterator[Finding]:
    """A tip is related to itself, or a department serves itself."""
    for tip in subject.playbook.tips.values():
        if tip.id in tip.related:
            path = ("related", tip.related.index(tip.id))
            yield Finding(Ref("tip", tip.id), "a tip cannot be related to itself", "delete it", path)
    for department in subject.playbook.departments.values():
        if department.id in department.serves:
            path = ("serves", department.serves.index(department.id))
            message = "a department cannot be listed as serving itself"
            yield Finding(Ref("department", department.id), message, "delete it", path)


REFERS_TO_ITSELF = Rule("refers-to-itself", refers_to_itself)


def former_id_taken(subject: Subject) -> Iterator[Finding]:
    """A former id is the id of a record, or two records claim it.

    A page at the old address can lead to one place only. An id that is used again belongs to the record that has it.
    """
    for kind in WITH_PAGES:
        records = subject.playbook.of_kind(kind.name)
        claimed: dict[str, str] = {}
        for record in records.values():
            for index, former_id in enumerate(record.former_ids if isinstance(record, Addressed) else ()):
                first = claimed.setdefault(former_id, record.id)
                if former_id in records:
                    message = f"`{former_id}` is the id of {kind.one} now, so nothing else can be at its address"
                elif first != record.id:
                    message = f"`{former_id}` is a former id of `{first}` already, and an address leads to one place"
                else:
                    continue
                yield Finding(Ref(kind.name, record.id), message, "delete it here", ("former_ids", index))


FORMER_ID_TAKEN = Rule("former-id-taken", former_id_taken)
