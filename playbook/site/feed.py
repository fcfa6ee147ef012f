"""The feed of changes, in Atom (RFC 4287), for feed readers and screens in the staff room."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from playbook.rendering import Renderer
from playbook.rendering.links import Links
from playbook.views.context import Context
from playbook.views.what_changed import Line, latest

FILE = "feed.xml"
"""Where the feed lies, below the site's root."""


@dataclass(frozen=True)
class Entry:
    """One entry of the feed."""

    line: Line
    id: str


def atom(context: Context, has_folders: bool = True) -> str:
    """The newest changes as a feed. Ids stay the same from build to build; without an address of the site, links are
    relative to the feed.
    """
    organisation = context.playbook.organisation
    address = organisation.site.rstrip("/") + "/" if organisation.site else ""
    house = uuid.uuid5(uuid.NAMESPACE_URL, address or organisation.name)
    lines = latest(context)
    values = {
        "address": address,
        "id": house.urn,
        "updated": lines[0].change.day if lines else context.today,
        "entries": [Entry(line, _id(house, line)) for line in lines],
    }
    return str(Renderer(context.playbook, Links("", has_folders)).render("feed.xml.j2", values)).lstrip()


def _id(house: uuid.UUID, line: Line) -> str:
    change = line.change
    return uuid.uuid5(house, f"{change.kind}/{change.id}/{change.day.isoformat()}").urn
