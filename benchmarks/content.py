"""The fields of each record of a workload; a record depends on its number and the size, and on nothing else.

The records keep every rule of the model and of the checks; their words are those of `word_lists` and mean nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from random import Random

from benchmarks import word_lists
from benchmarks.sizes import Size
from benchmarks.word_lists import sentence, sentences
from benchmarks.writing import Fields

STAGES = ("before", "arriving", "during", "leaving", "after")
RUNGS = ("tryer", "buyer", "advocate")
SIDES = ("frontstage", "backstage", "support")
ORGANISATION = {"name": "The measured house", "sector": "arts centre", "locale": "en-GB", "paper": "A4"}
CHANNELS = ("in person", "phone", "web", "e-mail", "post", "signage")

_FIRST_REVIEW = dt.date(2026, 3, 1)
_REVIEW_DAYS = 255


def tip_id(number: int) -> str:
    """The id of a tip, counted from 0."""
    return f"{word_lists.slug(_tip_title(number))}-{number}"


def _chance(kind: str, number: int) -> Random:
    """A random number generator for one record, so that no record depends on how many were written before it."""
    return Random(f"{kind} {number}")  # noqa: S311 - repeatable on purpose, no secret


def _department_id(number: int) -> str:
    return f"department-{number}"


def _role_id(department: int, side: str) -> str:
    return f"{side}-of-{department}"


def touchpoint_id(number: int) -> str:
    """The id of a touchpoint, and the name of the file of its tips."""
    return f"touchpoint-{number}"


def _standard_id(number: int) -> str:
    return f"standard-{number}"


def _source_id(number: int) -> str:
    return f"source-{number}"


def _contribution_id(touchpoint: int, slot: int) -> str:
    return f"act-{touchpoint}-{slot}"


def stage_of(touchpoint: int, size: Size) -> str:
    """The stage in which a touchpoint lies."""
    return STAGES[touchpoint * len(STAGES) // size.touchpoints]


def _tip_title(number: int) -> str:
    return sentence(_chance("title", number), ("{Act} the {quality} {thing}",))


def stage(name: str) -> tuple[str, Fields]:
    """A stage of the journey."""
    return name, {"name": name.capitalize(), "summary": sentence(_chance(name, 0), word_lists.PROMISES)}


def rung(name: str) -> tuple[str, Fields]:
    """A rung of the ladder."""
    chance = _chance(name, 0)
    meaning, lifts = sentences(chance, word_lists.REASONS, 2)
    return name, {"name": name.capitalize(), "meaning": meaning, "lifts": lifts}


def department(number: int, size: Size) -> tuple[str, Fields]:
    """A department, which serves the next one."""
    chance = _chance("department", number)
    return _department_id(number), {
        "name": f"{word_lists.name(chance)} team {number}",
        "promise": sentence(chance, word_lists.PROMISES),
        "serves": [_department_id((number + 1) % size.departments)],
        "first_week": sentences(chance, word_lists.STEPS, 3),
    }


def role(department: int, side: str) -> tuple[str, Fields]:
    """The role on this side of a department."""
    chance = _chance(side, department)
    return _role_id(department, side), {
        "name": f"{word_lists.name(chance)} {side} {department}",
        "department": _department_id(department),
        "side": side,
        "purpose": sentence(chance, word_lists.PROMISES),
        "authority": {"amount": chance.randrange(5, 50, 5), "may": sentences(chance, word_lists.STEPS, 2)},
    }


def standard(number: int, size: Size) -> tuple[str, Fields]:
    """The standard that a department keeps."""
    chance = _chance("standard", number)
    return _standard_id(number), {
        "statement": sentence(chance, word_lists.PROMISES),
        "measure": {"value": chance.randrange(1, 60), "unit": "minutes"},
        "owner": _department_id(number),
        "applies_to": [touchpoint_id(number % size.touchpoints)],
        "floor": sentence(chance, word_lists.PROMISES),
        "escalate_to": _role_id(number, "frontstage"),
    }


def internal_service(number: int, size: Size) -> tuple[str, Fields]:
    """What a department does for the next one."""
    chance = _chance("internal service", number)
    return f"service-{number}", {
        "provider": _department_id(number),
        "receiver": _department_id((number + 1) % size.departments),
        "provides": sentence(chance, word_lists.STEPS),
        "standards": [_standard_id(number)],
        "good_looks_like": sentence(chance, word_lists.REASONS),
        "if_it_breaks": sentence(chance, word_lists.PERMISSIONS),
    }


def source(number: int) -> tuple[str, Fields]:
    """A source."""
    return _source_id(number), {"title": f"{word_lists.name(_chance('source', number))} {number}", "kind": "practice"}


def term(number: int) -> tuple[str, Fields]:
    """A term, with the words of two countries and a misspelling."""
    chance = _chance("term", number)
    say, british, american = (f"{word_lists.name(chance).lower()} {number}" for _ in range(3))
    return f"term-{number}", {
        "say": say,
        "meaning": sentence(chance, word_lists.REASONS),
        "gb": [british],
        "us": [american],
        "misspellings": [say.replace("e", "", 1)],
    }


def touchpoint(number: int, size: Size) -> tuple[str, Fields]:
    """A touchpoint."""
    chance = _chance("touchpoint", number)
    return touchpoint_id(number), {
        "name": f"{word_lists.name(chance)} {number}",
        "stage": stage_of(number, size),
        "patron_action": sentence(chance, word_lists.STEPS),
        "patron_asks": sentence(chance, word_lists.QUESTIONS),
        "owner": _department_id(number % size.departments),
        "feel": sentence(chance, ("{quality} and {quality2}",)),
        "barrier": sentence(chance, word_lists.REASONS),
        "remembered": sentence(chance, word_lists.PROMISES),
        "patron_part": sentence(chance, word_lists.STEPS),
        "emotion": {"as_is": chance.randint(-2, 1), "to_be": chance.randint(1, 2)},
        "staff_strain": chance.randint(0, 3),
        "channels": chance.sample(CHANNELS, 2),
        "clock": _clock(chance),
        "rungs": {rung: sentence(chance, word_lists.PROMISES) for rung in RUNGS},
        "utterances": sentences(chance, word_lists.QUESTIONS, 4),
    }


def _clock(chance: Random) -> Fields:
    start = chance.randrange(-120, 0, 5)
    return {"anchor": "start", "start": start, "end": start + 15}


def scenario(number: int, size: Size) -> tuple[str, Fields]:
    """What may go wrong at a touchpoint."""
    chance = _chance("scenario", number)
    return f"trouble-{number}", {
        "name": f"{word_lists.name(chance)} trouble {number}",
        "touchpoint": touchpoint_id(number),
        "utterances": sentences(chance, word_lists.QUESTIONS, 3),
        "do": sentences(chance, word_lists.STEPS, 4),
        "say": sentences(chance, word_lists.SAYINGS, 2),
        "avoid": sentences(chance, word_lists.HABITS, 2),
        "may_decide": sentence(chance, word_lists.PERMISSIONS),
        "call": [_role_id(number % size.departments, "frontstage")],
        "debrief": sentence(chance, word_lists.TALKS),
    }


def contributions(touchpoint: int, size: Size) -> Iterator[tuple[str, Fields]]:
    """Two chains of three acts: support makes backstage possible, backstage makes frontstage possible."""
    for slot in range(6):
        chance = _chance(f"contribution {slot}", touchpoint)
        department = (6 * touchpoint + slot) % size.departments
        side = SIDES[slot % 3]
        fields: dict[str, object] = {
            "touchpoint": touchpoint_id(touchpoint),
            "role": _role_id(department, side),
            "lane": side,
            "does": sentence(chance, ("begins to {act} the {quality} {thing} {place} {moment}",)),
            "clock": _clock(chance),
        }
        if side == "frontstage":
            fields["standard"] = _standard_id(department)
        else:
            fields["enables"] = [_contribution_id(touchpoint, slot - 1)]
        yield _contribution_id(touchpoint, slot), fields


def tip(number: int, size: Size) -> tuple[str, Fields]:
    """A tip."""
    chance = _chance("tip", number)
    department = chance.randrange(size.departments)
    touchpoints = {number % size.touchpoints, chance.randrange(size.touchpoints)}
    related = {chance.randrange(size.tips) for _ in range(2)} - {number}
    fields: dict[str, object] = {
        "title": _tip_title(number),
        "patron_asks": sentence(chance, word_lists.QUESTIONS),
        "do": sentences(chance, word_lists.STEPS, 3),
        "why": " ".join(sentences(chance, word_lists.REASONS, 2)),
        "our_view": sentence(chance, word_lists.VIEWS),
        "floor": sentence(chance, word_lists.PROMISES),
        "flex": sentence(chance, word_lists.PERMISSIONS),
        "say": sentences(chance, word_lists.SAYINGS, 2),
        "avoid": sentences(chance, word_lists.HABITS, 1),
        "level": chance.choice(("basic", "advanced")),
        "minutes": chance.randint(1, 15),
        "touchpoints": [touchpoint_id(n) for n in sorted(touchpoints)],
        "roles": [_role_id(department, side) for side in sorted(chance.sample(SIDES, 2))],
        "owner": _department_id(department),
        "reviewed": _FIRST_REVIEW + dt.timedelta(days=chance.randrange(_REVIEW_DAYS)),
        "review_every": 60,
        "related": [tip_id(n) for n in sorted(related)],
        "utterances": sentences(chance, word_lists.QUESTIONS, 1),
    }
    if number % 2:
        fields["rungs"] = [chance.choice(RUNGS)]
        fields["standards"] = [_standard_id(department)]
    if number % 3 == 0:
        fields["discuss"] = sentence(chance, word_lists.TALKS)
    if number % 10:
        fields["sources"] = [_source_id(chance.randrange(size.sources))]
    return tip_id(number), fields
