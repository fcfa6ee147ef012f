"""A department's reviews are a calendar that calendars accept, whatever is in a record."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest

from playbook.model import Home
from playbook.ref import Ref
from playbook.site.review_calendar import MAX_OCTETS, calendar_files
from playbook.views.context import Context
from playbook.views.rewording import Rewording
from tests.views.evening import HOUSE, by_id, house, routine, tip

Properties = dict[str, str]


def _files(context: Context, **settings: Any) -> dict[str, str]:
    return dict(calendar_files(context, **settings))


def _events(text: str) -> list[Properties]:
    """The events of a calendar, by the strictest reading of RFC 5545; what breaks a rule of it fails the test."""
    assert text.endswith("\r\n")
    assert re.search(r"(?<!\r)\n|\r(?!\n)", text) is None
    lines = text.removesuffix("\r\n").split("\r\n")
    assert [line for line in lines if len(line.encode()) > MAX_OCTETS or not line] == []
    unfolded = re.sub("\r\n[ \t]", "", text).removesuffix("\r\n").split("\r\n")
    assert (unfolded[:2], unfolded[-1]) == (["BEGIN:VCALENDAR", "VERSION:2.0"], "END:VCALENDAR")
    events: list[Properties] = []
    is_inside = False
    for line in unfolded[1:-1]:
        match = re.fullmatch(r"([A-Z-]+)((?:;[A-Z-]+=[^;:\"]+)*):([^\x00-\x08\x0a-\x1f\x7f]*)", line)
        assert match is not None, line
        if line in ("BEGIN:VEVENT", "END:VEVENT"):
            assert is_inside == (line == "END:VEVENT")
            is_inside = not is_inside
            events += [{}] if is_inside else []
        elif is_inside:
            assert match[1] not in events[-1], "each of ours may be there once"
            events[-1][match[1]] = match[3]
    assert not is_inside
    for event in events:
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= event.keys()
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"])
        assert [value for value in (event["SUMMARY"], event["DESCRIPTION"]) if _is_unescaped(value)] == []
    return events


def _is_unescaped(text: str) -> bool:
    return re.search(r"[;,]|\\[^nN;,\\]|\\$", re.sub(r"\\[nN;,\\]", "", text)) is not None


def _text(value: str) -> str:
    """A value as people read it."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def _one_event(**fields: Any) -> Properties:
    (event,) = _events(_files(house(tips=by_id(tip("smile", "door", **fields))))["departments/house/reviews.ics"])
    return event


def test_every_department_that_must_confirm_something_on_a_day_has_a_calendar() -> None:
    dated = routine("walk", ("technician",), None, "foyer").model_copy(update={"reviewed": dt.date(2026, 8, 2)})
    undated = routine("rove", ("technician",), None, "foyer")
    context = house(tips=by_id(tip("smile", "door")), routines=by_id(dated, undated))
    files = {path: [event["SUMMARY"] for event in _events(text)] for path, text in _files(context).items()}
    assert files == {
        "departments/house/reviews.ics": ["Review: Do smile"],
        "departments/stage/reviews.ics": ["Review: Walk"],
    }


def test_an_event_takes_the_day_on_which_the_review_falls_due() -> None:
    event = _one_event(reviewed=dt.date(2026, 3, 31), review_every=9)
    assert (event["DTSTART"], event["DTEND"], event["TRANSP"]) == ("20261231", "20270101", "TRANSPARENT")


def test_an_event_keeps_its_id_when_the_record_is_confirmed_and_moves() -> None:
    before, after = _one_event(), _one_event(reviewed=dt.date(2026, 9, 1))
    assert before["UID"] == after["UID"]
    assert before["DTSTART"] != after["DTSTART"]


def test_ids_differ_from_record_to_record_and_from_house_to_house() -> None:
    tips = by_id(tip("smile", "door"), tip("wave", "door"))
    other = HOUSE.organisation.model_copy(update={"name": "Another house"})
    texts = [
        _files(context)["departments/house/reviews.ics"]
        for context in (house(tips=tips), house(tips=tips, organisation=other))
    ]
    ids = [event["UID"] for text in texts for event in _events(text)]
    assert len(set(ids)) == len(ids) == 4


def test_the_same_edition_gives_the_same_bytes() -> None:
    context = house(tips=by_id(tip("smile", "door")))
    assert _files(context) == _files(house(tips=by_id(tip("smile", "door"))))
    assert _one_event()["DTSTAMP"] == f"{context.today:%Y%m%d}T000000Z"


@pytest.mark.parametrize(
    "title",
    [
        "Smile; then, wave: “hello”",
        r"A backslash \ and \n no line",
        "é" * 200,
        "👋🏽" * 60,
        "x" * 59 + "é" + "x" * 90,
        "BEGIN:VEVENT",
    ],
)
def test_text_arrives_as_typed(title: str) -> None:
    event = _one_event(title=title)
    shown = _text(event["SUMMARY"]).removeprefix("Review: ")
    assert shown == title or (shown.endswith("…") and title.startswith(shown[:-1].rstrip()))


def test_an_event_says_where_the_record_is_and_that_its_words_have_changed() -> None:
    context = house(
        tips=by_id(tip("smile", "door")),
        homes={Ref("tip", "smile"): Home("playbook_data/tips.yml", 7)},
        organisation=HOUSE.organisation.model_copy(update={"site": "https://house.example/playbook"}),
    )
    context = replace(context, look_back=lambda: {Ref("tip", "smile"): Rewording(None)})
    (event,) = _events(_files(context)["departments/house/reviews.ics"])
    assert _text(event["DESCRIPTION"]).split("\n")[1:] == [
        "It is in playbook_data/tips.yml, line 7.",
        "Its words have changed since it was last confirmed.",
    ]
    assert event["URL"] == "https://house.example/playbook/tips/smile/"
    assert "tips/smile.html" in _files(context, has_folders=False)["departments/house/reviews.ics"]
