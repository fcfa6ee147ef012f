"""The feed of changes, in Atom (RFC 4287), for feed readers and screens in the staff room."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from playbook.model.people import Organisation
from playbook.rendering import Renderer
from playbook.rendering.links import Links
from playbook.views.changes import How
from playbook.views.context import Context
from playbook.views.labels import label_of
from playbook.views.what_changed import Line, latest
from playbook.wording import N_, _

FILE = "feed.xml"
"""Where the feed lies, below the site's root."""
_SUMMARIES: Mapping[How, str] = {
    "new": N_("New: %(kind)s"),
    "changed": N_("Changed: %(kind)s"),
    "confirmed": N_("Confirmed: %(kind)s"),
    "noticed": N_("Noticed: %(kind)s"),
}


@dataclass(frozen=True)
class FeedEntry:
    """One change."""

    id: str
    summary: str
    line: Line


@dataclass(frozen=True)
class FeedPage:
    """Everything the feed shows."""

    title: str
    house: Organisation
    address: str
    """The address of the site, with a slash at the end; empty when it is not known."""
    file: str
    """Where the feed lies below that."""
    id: str
    updated: dt.date
    entries: tuple[FeedEntry, ...]


def atom(context: Context, has_folders: bool = True) -> str:
    """The newest changes as a feed. Ids stay the same from build to build; without an address of the site, links are
    relative to the feed.
    """
    renderer = Renderer(context.playbook, Links("", has_folders))
    return str(renderer.render("feed.xml.j2", {"view": _prepare(context)})).lstrip()


def _prepare(context: Context) -> FeedPage:
    house = context.playbook.organisation
    address = house.site.rstrip("/") + "/" if house.site else ""
    feed_id = uuid.uuid5(uuid.NAMESPACE_URL, address or house.name)
    lines = latest(context)
    return FeedPage(
        title=_("%(house)s: recent changes", house=house.name),
        house=house,
        address=address,
        file=FILE,
        id=feed_id.urn,
        updated=lines[0].change.day if lines else context.today,
        entries=tuple(FeedEntry(_id(feed_id, line), _summary(context, line), line) for line in lines),
    )


def _id(feed_id: uuid.UUID, line: Line) -> str:
    change = line.change
    return uuid.uuid5(feed_id, f"{change.kind}/{change.id}/{change.day.isoformat()}").urn


def _summary(context: Context, line: Line) -> str:
    """What happened, to what kind of record, and whose it is."""
    happened = _(_SUMMARIES[line.change.how], kind=line.kind)
    return f"{happened} · {label_of(context.playbook, *line.department)}" if line.department else happened
