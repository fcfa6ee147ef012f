"""What is around the main part of every page of ours: heading, breadcrumbs, edition, and where to edit it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from playbook.model.people import Organisation
from playbook.views.reviews import ReviewState


@dataclass(frozen=True)
class EditLine:
    """One place to edit."""

    file: str
    line: int
    address: str | None
    """None when the organisation names no repository."""


@dataclass(frozen=True)
class Block:
    """Text written by hand for a page that is made from records."""

    html: Markup
    edit: EditLine


@dataclass(frozen=True)
class Frame:
    """Everything the layout shows. Templates know it as `page`."""

    path: str
    """Below the site's root; empty for the home page."""
    kind: str
    """The name of the record's kind, or `page`."""
    title: str
    description: str
    crumbs: tuple[tuple[str, str], ...]
    """Text and address of the pages above this one."""
    edit: EditLine | None
    """None for a page made from many records."""
    edition: str
    house: Organisation
    block: Block | None = None
    review: ReviewState | None = None
    """For a record that tells people what to do: who answers for it, and whether it was confirmed."""
