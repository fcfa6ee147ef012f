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
from playbook.wording import _, ngettext


def tip_for_nobody(subject: Subject) -> Iterator[Finding]:
    """A tip names neither roles nor departments.

    A tip without them is on no one’s page. Add `roles`, or `departments` if it is for everyone there.
    """
    for tip in subject.playbook.tips.values():
        if not tip.roles and not tip.departments:
            message = _("the tip `%(id)s` is for no one", id=tip.id)
            yield Finding(Ref("tip", tip.id), message, _("add `roles: […]` or `departments: […]`"))


TIP_FOR_NOBODY = Rule("tip-for-nobody", tip_for_nobody)


def tip_without_floor(subject: Subject) -> Iterator[Finding]:
    """A tip with `audience: patrons` does not say what everyone always gets.

    `floor` is what everyone gets; `flex` is what you can do for one person. Without a floor, kindness to one turns into
    unfairness to the next. Add `floor`. Tips for colleagues and for recovery need none.
    """
    for tip in subject.playbook.tips.values():
        if tip.audience == "patrons" and tip.kind != "recovery" and tip.floor is None:
            message = _("the tip `%(id)s` does not say what everyone gets", id=tip.id)
            fix = _("add `floor: …`, or `audience: colleagues` if it is only for colleagues")
            yield Finding(Ref("tip", tip.id), message, fix)


TIP_WITHOUT_FLOOR = Rule("tip-without-floor", tip_without_floor)


def lane_contradicts_side(subject: Subject) -> Iterator[Finding]:
    """A contribution is in a different lane from its role’s side, and nothing says why.

    Change the lane, or say in `notes` why the role works on this side here, like a stage technician who helps in the
    foyer.
    """
    for contribution in subject.playbook.contributions.values():
        role = subject.playbook.roles.get(contribution.role)
        if role is not None and role.side != contribution.lane and contribution.notes is None:
            message = _(
                "the lane is `%(lane)s`, but the side of the role `%(role)s` is `%(side)s`",
                lane=contribution.lane,
                role=role.id,
                side=role.side,
            )
            fix = _("change the lane, or say in `notes` why this role works on this side here")
            yield Finding(Ref("contribution", contribution.id), message, fix, ("lane",))


LANE_CONTRADICTS_SIDE = Rule("lane-contradicts-side", lane_contradicts_side)


def enables_cycle(subject: Subject) -> Iterator[Finding]:
    """Contributions enable each other in a circle.

    “Because of you” follows `enables` from backstage to the front, and in a circle it would never arrive. Remove one of
    the links.
    """
    contributions = subject.playbook.contributions
    links = {contribution.id: {*contribution.enables} & contributions.keys() for contribution in contributions.values()}
    for _number in range(MAX_PROBLEMS):
        try:
            graphlib.TopologicalSorter(links).prepare()
        except graphlib.CycleError as error:
            # graphlib names the circle against the direction of `enables`.
            circle = [*reversed(error.args[1])]
            message = _("these contributions enable each other in a circle: %(ids)s", ids=" → ".join(circle))
            path = ("enables", contributions[circle[0]].enables.index(circle[1]))
            yield Finding(Ref("contribution", circle[0]), message, _("remove one of the links"), path)
            links[circle[0]].discard(circle[1])
        else:
            return


ENABLES_CYCLE = Rule("enables-cycle", enables_cycle)


def service_to_itself(subject: Subject) -> Iterator[Finding]:
    """An internal service has the same provider and receiver.

    It says what one department promises another. Name the department that receives it; a promise to oneself is a
    routine or a standard.
    """
    for service in subject.playbook.internal_services.values():
        if service.provider == service.receiver:
            message = _("`%(id)s` cannot be both the provider and the receiver", id=service.provider)
            fix = _("name the department that receives it")
            yield Finding(Ref("internal_service", service.id), message, fix, ("receiver",))


SERVICE_TO_ITSELF = Rule("service-to-itself", service_to_itself)


def clock_runs_backwards(subject: Subject) -> Iterator[Finding]:
    """A clock ends before it starts.

    Swap the two, or correct the sign: minutes before the anchor are negative, as in `start: -45` and `end: -15`.
    """
    for ref, record in subject.playbook.records():
        clock = getattr(record, "clock", None)
        if clock is not None and clock.end is not None and clock.end < clock.start:
            message = ngettext(
                "this ends %(count)s minute before it starts",
                "this ends %(count)s minutes before it starts",
                clock.start - clock.end,
            )
            fix = _("swap the two, or correct the sign: minutes before the anchor are negative")
            yield Finding(ref, message, fix, ("clock", "end"))


CLOCK_RUNS_BACKWARDS = Rule("clock-runs-backwards", clock_runs_backwards)


def minutes_do_not_add_up(subject: Subject) -> Iterator[Finding]:
    """The steps of an exercise take longer than the exercise. Give it more minutes, or shorten a step."""
    for exercise in subject.playbook.exercises.values():
        total = sum(step.minutes or 0 for step in exercise.steps)
        if total > exercise.minutes:
            message = _(
                "the steps take %(total)s minutes in an exercise of %(minutes)s",
                total=total,
                minutes=exercise.minutes,
            )
            fix = _("write `minutes: %(total)s`, or shorten a step", total=total)
            yield Finding(Ref("exercise", exercise.id), message, fix, ("minutes",))


MINUTES_DO_NOT_ADD_UP = Rule("minutes-do-not-add-up", minutes_do_not_add_up)


def date_in_future(subject: Subject) -> Iterator[Finding]:
    """The date of a review or an observation is in the future.

    Write the day on which it happened. Tomorrow is allowed, because it is already tomorrow somewhere.
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
            message = _("%(day)s is in the future", day=day.isoformat())
            yield Finding(ref, message, _("write the day on which it happened"), (field,))


DATE_IN_FUTURE = Rule("date-in-future", date_in_future)


def improvement_without_outcome(subject: Subject) -> Iterator[Finding]:
    """An improvement is finished or decided against, but nothing says what came of it. Add `outcome`."""
    for improvement in subject.playbook.improvements.values():
        if improvement.status in ("fixed", "let go") and improvement.outcome is None:
            message = _("the status is `%(status)s`, but there is no `outcome`", status=improvement.status)
            fix = _("add `outcome: …`: what changed, or why you decided against it")
            yield Finding(Ref("improvement", improvement.id), message, fix, ("status",))


IMPROVEMENT_WITHOUT_OUTCOME = Rule("improvement-without-outcome", improvement_without_outcome)


def listed_twice(subject: Subject) -> Iterator[Finding]:
    """The same id or the same words are listed twice. Delete one of the two."""
    for ref, record in subject.playbook.records():
        for field in BY_NAME[ref.kind].lists_of_text:
            value = getattr(record, field)
            if len(value) < 2 or len(set(value)) == len(value):
                continue
            for index, entry in enumerate(value):
                if entry in value[:index]:
                    message = _("this is listed twice in `%(field)s`", field=field)
                    yield Finding(ref, message, _("delete one of the two"), (field, index))


LISTED_TWICE = Rule("listed-twice", listed_twice)


def refers_to_itself(subject: Subject) -> Iterator[Finding]:
    """A tip is related to itself, or a department serves itself. Delete that entry."""
    for tip in subject.playbook.tips.values():
        if tip.id in tip.related:
            path = ("related", tip.related.index(tip.id))
            yield Finding(Ref("tip", tip.id), _("a tip cannot be related to itself"), _("delete it"), path)
    for department in subject.playbook.departments.values():
        if department.id in department.serves:
            path = ("serves", department.serves.index(department.id))
            message = _("a department cannot serve itself")
            yield Finding(Ref("department", department.id), message, _("delete it"), path)


REFERS_TO_ITSELF = Rule("refers-to-itself", refers_to_itself)


def former_id_taken(subject: Subject) -> Iterator[Finding]:
    """A former id is the id of a record, or two records claim it.

    The old address can lead to only one place. Delete the former id here, or in the other record.
    """
    for kind in WITH_PAGES:
        records = subject.playbook.of_kind(kind.name)
        claimed: dict[str, str] = {}
        for record in records.values():
            for index, former_id in enumerate(record.former_ids if isinstance(record, Addressed) else ()):
                first = claimed.setdefault(former_id, record.id)
                if former_id in records:
                    message = _("another record has the id `%(id)s` now, so its address is taken", id=former_id)
                elif first != record.id:
                    message = _("`%(id)s` is already a former id of `%(other)s`", id=former_id, other=first)
                else:
                    continue
                yield Finding(Ref(kind.name, record.id), message, _("delete it here"), ("former_ids", index))


FORMER_ID_TAKEN = Rule("former-id-taken", former_id_taken)
