"""The page of an access provision: what patrons get, how to offer it and how to arrange it."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.experience import Access
from playbook.views.context import Context
from playbook.views.spec import RecordSpec


@dataclass(frozen=True)
class AccessPage:
    """Everything on the page of one access provision."""

    record: Access


def access_page(_: Context, access: Access) -> AccessPage:
    """Prepares the page of one access provision."""
    return AccessPage(access)


PAGE = RecordSpec(Access, "records/access.html.j2", access_page)
