"""Pages at addresses to which old links and printed codes lead: of a record that was renamed, and of a retired tip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.model import WITH_PAGES, Playbook, Record
from playbook.model.practice import Tip
from playbook.model.records import Addressed
from playbook.ref import Ref
from playbook.urls import page_path
from playbook.views.context import Context

MOVED = "former/moved.html.j2"
RETIRED = "former/retired.html.j2"


@dataclass(frozen=True)
class MovedPage:
    """What is where a record was before it was renamed."""

    address: str
    """The path at which this page is."""
    record: Ref
    """Where it is now."""
    title: str
    """What it is called now."""


@dataclass(frozen=True)
class RetiredPage:
    """What is at the address of a retired tip."""

    related: tuple[Ref, ...]
    """The published tips that go well with it."""
    touchpoints: tuple[Ref, ...]
    """The moments that it was for."""
    departments: tuple[Ref, ...]
    """Who did it."""


def former_ids(playbook: Playbook) -> Iterator[tuple[Ref, str, Record]]:
    """Every former id in a published playbook, with the record that had it; retired tips have some as well."""
    for kind in WITH_PAGES:
        retired = playbook.retired.values() if kind.record is Tip else ()
        for record in (*playbook.of_kind(kind.name).values(), *retired):
            for former_id in record.former_ids if isinstance(record, Addressed) else ():
                yield Ref(kind.name, record.id), former_id, record


def moved_page(ref: Ref, former_id: str, title: str) -> MovedPage:
    """Prepares the page that says where a record is now."""
    return MovedPage(page_path(ref.kind, former_id), ref, title)


def retired_page(context: Context, tip: Tip) -> RetiredPage:
    """Prepares the page of a retired tip, with what is close to it."""
    playbook = context.playbook
    departments = dict.fromkeys([*tip.departments, *(playbook.roles[role_id].department for role_id in tip.roles)])
    return RetiredPage(
        tuple(Ref("tip", tip_id) for tip_id in tip.related if tip_id in playbook.tips),
        tuple(Ref("touchpoint", touchpoint_id) for touchpoint_id in tip.touchpoints),
        tuple(Ref("department", department_id) for department_id in departments),
    )
