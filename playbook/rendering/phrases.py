"""How dates, times, amounts and lists are said, in the organisation's language and country."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date
from babel.numbers import format_currency, get_territory_currencies
from markupsafe import Markup, escape

from playbook.model.people import Organisation
from playbook.model.records import Clock, Measure
from playbook.views.choices import choices, sorts_of_sources
from playbook.wording import N_, _, current, ngettext
from playbook.wording.grammars import grammar_of
from playbook.wording.lists import listed

_LIMITS = {
    "at most": N_("at most %(value)s %(unit)s"),
    "at least": N_("at least %(value)s %(unit)s"),
    "exactly": N_("exactly %(value)s %(unit)s"),
}
_AT = {
    "start": N_("as the performance starts"),
    "interval": N_("as the interval starts"),
    "end": N_("as the performance ends"),
}
_BEFORE = {
    "start": N_("%(length)s before the performance starts"),
    "interval": N_("%(length)s before the interval"),
    "end": N_("%(length)s before the performance ends"),
}
_AFTER = {
    "start": N_("%(length)s after the performance starts"),
    "interval": N_("%(length)s after the interval starts"),
    "end": N_("%(length)s after the performance ends"),
}
_FIRST = {
    "start": (
        N_("in the first minute of the performance"),
        N_("in the first %(length)s of the performance"),
    ),
    "interval": (
        N_("in the first minute of the interval"),
        N_("in the first %(length)s of the interval"),
    ),
    "end": (
        N_("in the first minute after the performance"),
        N_("in the first %(length)s after the performance"),
    ),
}
"""From the anchor on: for one minute, and for longer."""
_LAST = {
    "start": (
        N_("in the last minute before the performance starts"),
        N_("in the last %(length)s before the performance starts"),
    ),
    "interval": (
        N_("in the last minute before the interval"),
        N_("in the last %(length)s before the interval"),
    ),
    "end": (
        N_("in the last minute of the performance"),
        N_("in the last %(length)s of the performance"),
    ),
}
"""Up to the anchor, likewise."""
_AROUND = {
    "start": N_("from %(before)s before to %(after)s after the performance starts"),
    "interval": N_("from %(before)s before to %(after)s after the interval starts"),
    "end": N_("from %(before)s before to %(after)s after the performance ends"),
}
_HOURS_FROM = 120
"""From so many minutes on, whole and half hours are said as hours."""


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
    def spoken(cls, organisation: Organisation) -> Phrases:
        """The phrases for sentences of the interface: the house's, or Britain's where it has no catalogue and they
        are in English.
        """
        is_its_own = current().language.partition("-")[0] == organisation.language
        locale = organisation.locale if is_its_own else "en-GB"
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

    def list_of(self, items: Iterable[str]) -> Markup:
        """What is listed, in one line: `phone, web and e-mail`. Text is escaped, markup stays as it is."""
        return Markup(listed(escape(item) for item in items))  # noqa: S704 - escaped

    def measure(self, measure: Measure) -> str:
        """A measure in words: `at most 24 hours`."""
        if measure.words:
            return measure.words
        return _(_LIMITS[measure.limit], value=f"{measure.value:f}", unit=measure.unit)

    def clock(self, clock: Clock) -> str:
        """A time around the performance in words: `45 to 5 minutes before the performance starts`."""
        anchor, start, end = clock.anchor, clock.start, clock.end
        if end is None or end == start:
            if start == 0:
                return _(_AT[anchor])
            return _((_BEFORE if start < 0 else _AFTER)[anchor], length=_length(abs(start)))
        if start == 0 or end == 0:
            one, longer = (_LAST if end == 0 else _FIRST)[anchor]
            minutes = end - start
            return _(one) if minutes == 1 else _(longer, length=_length(minutes))
        if start > 0 or end < 0:
            return _((_BEFORE if end < 0 else _AFTER)[anchor], length=_span(abs(start), abs(end)))
        return _(_AROUND[anchor], before=_length(-start), after=_length(end))

    def choice(self, value: str) -> str:
        """A word that a field chooses from, as people read it: `decided against` for `let go`."""
        return self._choices[value]

    def choices(self, values: Iterable[str]) -> list[str]:
        """The same for several."""
        return [self._choices[value] for value in values]

    def sort_of_source(self, value: str) -> str:
        """What a source is, as a label: `Book`."""
        return self._sorts_of_sources[value]

    @cached_property
    def _choices(self) -> dict[str, str]:
        return choices()

    @cached_property
    def _sorts_of_sources(self) -> dict[str, str]:
        return sorts_of_sources()

    def inside(self, name: str) -> str:
        """A name as it reads inside a sentence in the language of the records: `duty manager`."""
        return grammar_of(self.locale.language).inside(name)


def _is_in_hours(minutes: int) -> bool:
    return minutes >= _HOURS_FROM and minutes % 30 == 0


def _length(minutes: int) -> str:
    """`1 minute`, `90 minutes`, `4 hours`, `7½ hours`."""
    if _is_in_hours(minutes):
        if minutes % 60:
            return _("%(hours)s½ hours", hours=minutes // 60)
        return ngettext("%(count)s hour", "%(count)s hours", minutes // 60)
    return ngettext("%(count)s minute", "%(count)s minutes", minutes)


def _span(first: int, last: int) -> str:
    """`45 to 5 minutes`, `4 to 3 hours`, `2 hours to 90 minutes`."""
    if _is_in_hours(first) and first % 60 == last % 60 == 0:
        return ngettext("%(first)s to %(count)s hour", "%(first)s to %(count)s hours", last // 60, first=first // 60)
    if _is_in_hours(first) or _is_in_hours(last):
        return _("%(first)s to %(last)s", first=_length(first), last=_length(last))
    return ngettext("%(first)s to %(count)s minute", "%(first)s to %(count)s minutes", last, first=first)


def _usual_territory(language: str) -> str | None:
    """The country where a language is mostly spoken, from CLDR's likely subtags; None when there is no telling."""
    likely: str = get_global("likely_subtags").get(language, "")
    return likely.rsplit("_", 1)[-1] if "_" in likely else None
