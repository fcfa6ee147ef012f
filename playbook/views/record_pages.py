"""The list of the pages of records: one specification for each kind whose records have a page each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from playbook.model import WITH_PAGES, Kind
from playbook.views import (
    access,
    department,
    evidence,
    exercise,
    improvement,
    internal_service,
    principle,
    role,
    routine,
    rung,
    scenario,
    setting,
    source,
    standard,
    tip,
    touchpoint,
)
from playbook.views.spec import RecordSpec

PAGES: tuple[RecordSpec[Any], ...] = (
    touchpoint.PAGE,
    department.PAGE,
    role.PAGE,
    tip.PAGE,
    scenario.PAGE,
    standard.PAGE,
    internal_service.PAGE,
    routine.PAGE,
    exercise.PAGE,
    improvement.PAGE,
    setting.PAGE,
    evidence.PAGE,
    rung.PAGE,
    principle.PAGE,
    access.PAGE,
    source.PAGE,
)


def by_kind(specs: Iterable[RecordSpec[Any]], kinds: Iterable[Kind]) -> Mapping[str, RecordSpec[Any]]:
    """The specifications by the names of their kinds. Raises LookupError when one of these kinds has none."""
    found = {spec.kind.name: spec for spec in specs}
    lacking = [kind.name for kind in kinds if kind.name not in found]
    if lacking:
        raise LookupError(
            f"no page is declared for records of these kinds: {', '.join(lacking)}. Add a module with a"
            " PAGE to playbook/views/ and list it in playbook/views/record_pages.py"
        )
    return found


BY_KIND = by_kind(PAGES, WITH_PAGES)
"""By the name of the kind. Made on import, so that a kind whose page is not declared stops every command."""
