"""Guesses what someone meant: a field by another name, a date or a number in another form.

Only proposes; the model decides what is accepted.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from playbook.problems import nearest
from playbook.reading.dashes import HYPHENS
from playbook.wording.lists import listed

_CURLY = "“”‘’„‟«»"
_OTHER_NAMES = {
    "because": "why",
    "begin": "start",
    "category": "kind",
    "date": "reviewed",
    "description": "summary",
    "does": "do",
    "dont": "avoid",
    "duration": "minutes",
    "from": "start",
    "heading": "title",
    "instructions": "do",
    "last_reviewed": "reviewed",
    "name": "title",
    "phrases": "say",
    "question": "patron_asks",
    "reason": "why",
    "responsible": "owner",
    "steps": "do",
    "synonyms": "aliases",
    "time": "minutes",
    "title": "name",
    "to": "end",
    "until": "end",
    "url": "address",
    "website": "site",
    "what_to_do": "do",
    "who": "roles",
    "words": "say",
}
"""What people call fields before they have read the guide."""
_LIKE_A_TYPO = 0.72
"""How similar (see `nearest`) a name must be to a field's to be its misspelling; `tags` is none of `status`."""
_COUNTING = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MINUS = re.compile(rf"^(?:minus\s+|[-{HYPHENS}]\s*)")
_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
}


def bare_name(name: str) -> str:
    """A field's name without quotation marks, capitals, spaces and hyphens: `“Patron asks”` is `patron_asks`."""
    return re.sub(r"[\s-]+", "_", name.strip(_CURLY + "\"' *:").lower())


def is_quoted_by_hand(text: str) -> bool:
    """Whether typographic quotation marks are where YAML expects its own, or none."""
    return any(mark in text for mark in _CURLY)


def field_meant(name: str, known: list[str]) -> str | None:
    """The known field that is meant by `name`, or None."""
    bare = bare_name(name)
    if bare in known:
        return bare
    other = _OTHER_NAMES.get(bare)
    if other in known:
        return other
    near = nearest(bare, known, _LIKE_A_TYPO)
    if near is not None:
        return near
    parts = [field for field in known if bare in field.split("_")]
    return parts[0] if len(parts) == 1 else None


def date_meant(text: str) -> str | None:
    """The date or dates that `text` could mean, year-month-day; None when it means no day of the calendar."""
    words = re.findall(r"[a-z]+|\d+", re.sub(r"(\d)(st|nd|rd|th)\b", r"\1", text.lower()))
    numbers = [int(word) for word in words if word.isdigit() and len(word) <= 4]
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    if len(months) == 1 and len(numbers) == 2:
        year = max(numbers)
        candidates = [(year, months[0], min(numbers))]
    elif len(numbers) == 3 and len(words) == 3:
        first, second, third = numbers
        candidates = [(first, second, third)] if first > 31 else [(third, second, first), (third, first, second)]
    else:
        return None
    dates = dict.fromkeys(day for candidate in candidates if (day := _day(*candidate)))
    return listed((f"`{day}`" for day in dates), "or") if dates else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year + 2000 if year < 100 else year, month, day).isoformat()
    except ValueError:
        return None


def number_meant(text: str) -> str | None:
    """The whole number that `text` spells, or starts with, or holds as its only one; None when it holds none."""
    plain = _MINUS.sub("-", text.strip().lower())
    sign = "-" if plain.startswith("-") else ""
    first = plain.removeprefix("-").split(maxsplit=1)[0] if plain.strip("-") else ""
    if first in _COUNTING:
        return f"{sign}{_COUNTING.index(first)}"
    numbers = re.findall(r"(?<![\d.,])-?\d{1,9}(?![\d.,]*\d)", plain, re.ASCII)
    return numbers[0] if len(numbers) == 1 else None
