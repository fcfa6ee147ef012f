"""How dates, times and amounts are said, in the organisation's language and country."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date
from babel.numbers import format_currency, get_territory_currencies

from playbook.model.people import Organisation
from playbook.model.records import Clock, Measure
from playbook.views.labels import counted
from playbook.wording.grammars import grammar_of

_ANCHORS = {"start": "the performance starts", "interval": "the interval starts", "end": "the performance ends"}
_LIMITS = {"at most": "at most", "at least": "at least", "exactly": "exactly"}


class Phrases:
    """The phrases of one organisation."""

    def __init__(self, organisation: Organisation) -> None:
        try:
            self.locale = Locale.parse(organisation.locale, sep="-")
        except (UnknownLocaleError, ValueError):
            self.locale = Locale("en")
        self._days: dict[dt.date, str] = {}
        self.territory = self.locale.territory or _usual_territory(self.locale.language)

    @classmethod
    def english(cls, organisation: Organisation) -> Phrases:
        """The phrases for sentences in English: in the English of a house that speaks it, else in that of Britain."""
        locale = organisation.locale if organisation.language == "en" else "en-GB"
        return cls(organisation.model_copy(update={"locale": locale}))

    def day(self, day: dt.date) -> str:
        """A day in words: `9 September 2026`."""
        if day not in self._days:
            self._days[day] = format_date(day, "long", locale=self.locale)
        return self._days[day]

    def month(self, day: dt.date) -> str:
        """A month in words: `September 2026`."""
        return format_date(day, "LLLL yyyy", locale=self.locale)

    def money(self, amount: Decimal) -> str:
        """An amount in the currency of the organisation's country: `£20`; without a country, the bare number."""
        currencies = get_territory_currencies(self.territory) if self.territory else []
        if not currencies:
            return f"{amount:f}"
        text: str = format_currency(amount, currencies[0], locale=self.locale)
        return text.removesuffix(".00")

    def measure(self, measure: Measure) -> str:
        """A measure in words: `at most 24 hours`."""
        if measure.words:
            return measure.words
        return f"{_LIMITS[measure.limit]} {measure.value:f} {measure.unit}"

    def clock(self, clock: Clock) -> str:
        """A time around the performance in words: `45 to 5 minutes before the performance starts`."""
        anchor = _ANCHORS[clock.anchor]
        if clock.end is None or clock.end == clock.start:
            return f"as {anchor}" if clock.start == 0 else f"{_away(clock.start)} {anchor}"
        if clock.start < 0 and clock.end < 0:
            return f"{-clock.start} to {-clock.end} minutes before {anchor}"
        if clock.start >= 0:
            return f"{clock.start} to {clock.end} minutes after {anchor}"
        if clock.end == 0:
            return f"the last {-clock.start} minutes before {anchor}"
        return f"from {-clock.start} minutes before to {clock.end} minutes after {anchor}"

    def inside(self, name: str) -> str:
        """A name as it reads inside a sentence in the language of the records: `duty manager`."""
        return grammar_of(self.locale.language).inside(name)


def _away(offset: int) -> str:
    return f"{counted(abs(offset), 'minute')} {'before' if offset < 0 else 'after'}"


def _usual_territory(language: str) -> str | None:
    """The country where a language is mostly spoken, from CLDR's likely subtags; None when there is no telling."""
    likely: str = get_global("likely_subtags").get(language, "")
    return likely.rsplit("_", 1)[-1] if "_" in likely else None
