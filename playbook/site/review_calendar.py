"""A department's reviews as a calendar (iCalendar, RFC 5545), to be added to the one that people look at every day."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Iterator

from playbook.rendering.links import Links
from playbook.rendering.rich_text import shortened
from playbook.urls import page_path
from playbook.views.context import Context
from playbook.views.labels import label_of
from playbook.views.reviews import ReviewState, calendar_file
from playbook.wording import _

MAX_OCTETS = 75
"""The longest line (RFC 5545, section 3.1)."""
_SPECIAL = re.compile(r"[\\;,]")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


def calendar_files(context: Context, has_folders: bool = True) -> Iterator[tuple[str, str]]:
    """The calendar of every department that has a review on a certain day, as (path, text)."""
    for department_id in context.playbook.departments:
        states = context.reviews.dated(department_id)
        if states:
            yield calendar_file(department_id), calendar(context, department_id, states, has_folders)


def calendar(context: Context, department_id: str, states: tuple[ReviewState, ...], has_folders: bool = True) -> str:
    """One calendar, with an event of a day for each review.

    The event of a record has the same id in every edition, so that it moves when the record is confirmed.
    """
    playbook = context.playbook
    department = playbook.departments[department_id].name
    name = _("Reviews: %(department)s, %(house)s", department=department, house=playbook.organisation.name)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Patron Playbook//Reviews//EN",
        "CALSCALE:GREGORIAN",
        _line("NAME", name),
        _line("X-WR-CALNAME", name),
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ]
    house = uuid.uuid5(uuid.NAMESPACE_URL, playbook.organisation.site or playbook.organisation.name)
    for state in states:
        if state.due is not None:
            event_id = str(uuid.uuid5(house, f"review/{state.about}"))
            lines += _event(context, state, state.due, event_id, has_folders)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(context: Context, state: ReviewState, due: dt.date, event_id: str, has_folders: bool) -> Iterator[str]:
    playbook, about = context.playbook, state.about
    site = playbook.organisation.site
    title = shortened(label_of(playbook, *about))
    summary = _("Urgent review: %(title)s", title=title) if state.is_urgent else _("Review: %(title)s", title=title)
    text = [_("Read it with the people who do it. Correct it, or confirm that it still holds.")]
    home = playbook.homes.get(about)
    if home is not None and home.file:
        text.append(_("It is in %(file)s, line %(line)s.", file=home.file, line=home.line))
    if state.rewording is not None:
        text.append(_("Its words have changed since it was last confirmed."))
    yield "BEGIN:VEVENT"
    yield f"UID:{event_id}"
    yield f"DTSTAMP:{context.today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{due + dt.timedelta(days=1):%Y%m%d}"
    yield _line("SUMMARY", summary)
    yield _line("DESCRIPTION", "\n".join(text))
    if site is not None:
        yield f"URL:{site.rstrip('/')}/{Links('', has_folders).to_path(page_path(*about))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _line(name: str, text: str) -> str:
    """A property whose value is text (RFC 5545, section 3.3.11); a control character has no place in it."""
    escaped = _SPECIAL.sub(r"\\\g<0>", text).replace("\n", "\\n")
    return f"{name}:{_CONTROL.sub('', escaped)}"


def _folded(line: str) -> str:
    """A line folded so that no part of it is longer than MAX_OCTETS, and no character is cut."""
    octets, parts = line.encode(), list[bytes]()
    while len(octets) > MAX_OCTETS - bool(parts):
        end = MAX_OCTETS - bool(parts)
        while octets[end] & 0b1100_0000 == 0b1000_0000:  # in the middle of a character
            end -= 1
        parts.append(octets[:end])
        octets = octets[end:]
    return b"\r\n ".join([*parts, octets]).decode()
