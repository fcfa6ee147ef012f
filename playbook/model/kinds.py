"""The list of kinds, in the order in which people meet them. What is known of each is declared beside its class."""

from __future__ import annotations

from playbook.model import editorial, experience, learning, people, practice
from playbook.model.people import ORGANISATION
from playbook.model.records import Instruction

KINDS = (
    experience.STAGE,
    experience.TOUCHPOINT,
    people.DEPARTMENT,
    people.ROLE,
    people.CONTRIBUTION,
    practice.TIP,
    practice.SCENARIO,
    practice.STANDARD,
    people.INTERNAL_SERVICE,
    practice.ROUTINE,
    learning.EXERCISE,
    learning.IMPROVEMENT,
    experience.SETTING,
    experience.EVIDENCE,
    experience.RUNG,
    practice.PRINCIPLE,
    experience.ACCESS,
    editorial.TERM,
    editorial.SOURCE,
    editorial.CONCEPT,
    editorial.SEARCH_TEST,
)
"""Every kind but the organisation, of which there is one."""

BY_NAME = {kind.name: kind for kind in (*KINDS, ORGANISATION)}
BY_PLURAL = {kind.plural: kind for kind in (*KINDS, ORGANISATION)}
BY_RECORD = {kind.record: kind for kind in (*KINDS, ORGANISATION)}
INSTRUCTING = tuple(kind for kind in KINDS if issubclass(kind.record, Instruction))
"""The kinds whose records tell people what to do."""
WITH_PAGES = tuple(kind for kind in KINDS if kind.pages)
"""The kinds of which every record has a page, in the order of the site."""
