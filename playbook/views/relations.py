"""Who refers to whom, the other way round: the reverse links from which most of the site is made."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import cached_property
from typing import TypeVar

from playbook.model import Playbook, Record
from playbook.model.experience import Access, Touchpoint
from playbook.model.learning import Exercise, Improvement
from playbook.model.people import Contribution, InternalService, Role
from playbook.model.practice import Routine, Scenario, Standard, Tip

R = TypeVar("R", bound=Record)
K = TypeVar("K", bound=Hashable)
Groups = dict[str, tuple[R, ...]]
"""Records by the id of what they refer to; ids that no one refers to are absent."""


def grouped(records: Iterable[R], keys: Callable[[R], Iterable[K]]) -> dict[K, tuple[R, ...]]:
    """The records under each of their keys, in the order given, each once."""
    groups: dict[K, dict[str, R]] = {}
    for record in records:
        for key in keys(record):
            groups.setdefault(key, {})[record.id] = record
    return {key: tuple(group.values()) for key, group in groups.items()}


class Relations:
    """The reverse links of one playbook, each group made when first asked for."""

    def __init__(self, playbook: Playbook) -> None:
        self.playbook = playbook

    def departments_of(self, tip: Tip) -> tuple[str, ...]:
        """The ids of the departments a tip is for: those it names, then those of its roles."""
        roles = (self.playbook.roles.get(role) for role in tip.roles)
        return tuple(dict.fromkeys([*tip.departments, *(role.department for role in roles if role)]))

    @cached_property
    def tips_by_touchpoint(self) -> Groups[Tip]:
        """Tips by touchpoint."""
        return grouped(self.playbook.tips.values(), lambda tip: tip.touchpoints)

    @cached_property
    def tips_by_department(self) -> Groups[Tip]:
        """Tips by each department they are for."""
        return grouped(self.playbook.tips.values(), self.departments_of)

    @cached_property
    def tips_by_role(self) -> Groups[Tip]:
        """Tips by each role they name, or by every role of a department they are for as a whole."""
        of_department = self.roles_by_department

        def roles(tip: Tip) -> Iterable[str]:
            everyone = (role.id for department in tip.departments for role in of_department.get(department, ()))
            return [*tip.roles, *everyone]

        return grouped(self.playbook.tips.values(), roles)

    @cached_property
    def tips_by_standard(self) -> Groups[Tip]:
        """Tips by the standards they help to keep."""
        return grouped(self.playbook.tips.values(), lambda tip: tip.standards)

    @cached_property
    def tips_by_principle(self) -> Groups[Tip]:
        """Tips by principle."""
        return grouped(self.playbook.tips.values(), lambda tip: tip.principles)

    @cached_property
    def tips_by_rung(self) -> Groups[Tip]:
        """Tips by rung of the loyalty ladder."""
        return grouped(self.playbook.tips.values(), lambda tip: tip.rungs)

    @cached_property
    def tips_by_owner(self) -> Groups[Tip]:
        """Tips by the department that owns them."""
        return grouped(self.playbook.tips.values(), lambda tip: [tip.owner])

    @cached_property
    def touchpoints_by_stage(self) -> Groups[Touchpoint]:
        """Touchpoints by stage, in the order of the journey."""
        return grouped(self.playbook.touchpoints.values(), lambda touchpoint: [touchpoint.stage])

    @cached_property
    def touchpoints_by_rung(self) -> Groups[Touchpoint]:
        """Touchpoints that say what moves a patron on a rung up."""
        return grouped(self.playbook.touchpoints.values(), lambda touchpoint: touchpoint.rungs)

    @cached_property
    def touchpoints_by_setting(self) -> Groups[Touchpoint]:
        """Touchpoints by setting."""
        return grouped(self.playbook.touchpoints.values(), lambda touchpoint: touchpoint.settings)

    @cached_property
    def touchpoints_by_evidence(self) -> Groups[Touchpoint]:
        """Touchpoints by piece of evidence."""
        return grouped(self.playbook.touchpoints.values(), lambda touchpoint: touchpoint.evidence)

    @cached_property
    def roles_by_department(self) -> Groups[Role]:
        """Roles by department."""
        return grouped(self.playbook.roles.values(), lambda role: [role.department])

    @cached_property
    def contributions_by_touchpoint(self) -> Groups[Contribution]:
        """Contributions by touchpoint."""
        return grouped(self.playbook.contributions.values(), lambda contribution: [contribution.touchpoint])

    @cached_property
    def contributions_by_role(self) -> Groups[Contribution]:
        """Contributions by role, in the order of the journey."""
        order = {touchpoint: position for position, touchpoint in enumerate(self.playbook.touchpoints)}
        along = sorted(self.playbook.contributions.values(), key=lambda act: order.get(act.touchpoint, 0))
        return grouped(along, lambda contribution: [contribution.role])

    @cached_property
    def contributions_by_department(self) -> Groups[Contribution]:
        """Contributions of a department's roles, in the order of the journey."""
        order = {touchpoint: position for position, touchpoint in enumerate(self.playbook.touchpoints)}
        along = sorted(self.playbook.contributions.values(), key=lambda act: order.get(act.touchpoint, 0))
        return grouped(along, lambda contribution: [self.playbook.roles[contribution.role].department])

    @cached_property
    def contributions_by_standard(self) -> Groups[Contribution]:
        """Contributions by the standard they keep."""
        return grouped(self.playbook.contributions.values(), lambda act: [act.standard] if act.standard else [])

    @cached_property
    def enabled_by(self) -> Groups[Contribution]:
        """Contributions by the contributions that they make possible."""
        return grouped(self.playbook.contributions.values(), lambda contribution: contribution.enables)

    @cached_property
    def handed_to_role(self) -> Groups[Contribution]:
        """Contributions by the roles they hand off to."""
        return grouped(self.playbook.contributions.values(), lambda contribution: contribution.hands_off_to)

    @cached_property
    def scenarios_by_touchpoint(self) -> Groups[Scenario]:
        """Scenarios by touchpoint."""
        return grouped(self.playbook.scenarios.values(), lambda scenario: [scenario.touchpoint])

    @cached_property
    def scenarios_by_called_role(self) -> Groups[Scenario]:
        """Scenarios by the roles that are called."""
        return grouped(self.playbook.scenarios.values(), lambda scenario: scenario.call)

    @cached_property
    def standards_by_touchpoint(self) -> Groups[Standard]:
        """Standards by the touchpoints they apply to."""
        return grouped(self.playbook.standards.values(), lambda standard: standard.applies_to)

    @cached_property
    def standards_by_owner(self) -> Groups[Standard]:
        """Standards by owning department."""
        return grouped(self.playbook.standards.values(), lambda standard: [standard.owner])

    @cached_property
    def services_by_provider(self) -> Groups[InternalService]:
        """Internal services by the department that gives them."""
        return grouped(self.playbook.internal_services.values(), lambda service: [service.provider])

    @cached_property
    def services_by_standard(self) -> Groups[InternalService]:
        """Internal services by the standards they promise."""
        return grouped(self.playbook.internal_services.values(), lambda service: service.standards)

    @cached_property
    def services_by_receiver(self) -> Groups[InternalService]:
        """Internal services by the department that gets them."""
        return grouped(self.playbook.internal_services.values(), lambda service: [service.receiver])

    @cached_property
    def routines_by_role(self) -> Groups[Routine]:
        """Routines by role."""
        return grouped(self.playbook.routines.values(), lambda routine: routine.roles)

    @cached_property
    def routines_by_touchpoint(self) -> Groups[Routine]:
        """Routines by the touchpoints their steps pass."""
        return grouped(
            self.playbook.routines.values(),
            lambda routine: [step.touchpoint for step in routine.steps if step.touchpoint],
        )

    @cached_property
    def steps_by_setting(self) -> dict[str, tuple[tuple[Routine, str], ...]]:
        """By setting, what routines look at there: the routine and the text of its step."""
        found: dict[str, list[tuple[Routine, str]]] = {}
        for routine in self.playbook.routines.values():
            for step in routine.steps:
                if step.setting:
                    found.setdefault(step.setting, []).append((routine, step.text))
        return {setting: tuple(steps) for setting, steps in found.items()}

    @cached_property
    def exercises_by_tip(self) -> Groups[Exercise]:
        """Exercises by the tips they train."""
        return grouped(self.playbook.exercises.values(), lambda exercise: exercise.tips)

    @cached_property
    def improvements_by_touchpoint(self) -> Groups[Improvement]:
        """Improvements by touchpoint."""
        return grouped(self.playbook.improvements.values(), lambda improvement: [improvement.touchpoint])

    @cached_property
    def improvements_by_tip(self) -> Groups[Improvement]:
        """Improvements by the tips that helped."""
        return grouped(self.playbook.improvements.values(), lambda improvement: improvement.tips)

    @cached_property
    def access_by_touchpoint(self) -> Groups[Access]:
        """Access provisions by touchpoint."""
        return grouped(self.playbook.access.values(), lambda access: access.touchpoints)

    @cached_property
    def citing(self) -> dict[str, tuple[tuple[str, Record], ...]]:
        """By source, every record that names it, with the name of its kind."""
        found: dict[str, list[tuple[str, Record]]] = {}
        for (kind, _), record in self.playbook.records():
            if kind == "organisation":
                continue
            named = [*record.sources, *([record.source] if kind == "concept" else [])]  # type: ignore[attr-defined]
            for source in dict.fromkeys(named):
                found.setdefault(source, []).append((kind, record))
        return {source: tuple(records) for source, records in found.items()}
