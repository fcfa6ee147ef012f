"""What every record has in common, and the small shapes that several kinds of record share."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from playbook.model.fields import (
    Date,
    DepartmentId,
    FormerId,
    Line,
    Number,
    Offset,
    Several,
    SourceId,
    Text,
    WholeNumber,
)
from playbook.model.locales import LanguageCode

Channel = Literal["in person", "phone", "web", "e-mail", "post", "signage"]
"""The way a patron and the organisation meet."""
Side = Literal["frontstage", "backstage", "support"]
"""Where work happens: in front of the patron, out of their sight, or for colleagues only."""
LANES: tuple[Side, ...] = get_args(Side)
"""The lanes of the service blueprint from front to back, one for each side."""


class Shape(BaseModel):
    """A frozen group of fields; a field that is not listed is refused."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class Record(Shape):
    """One thing that the playbook knows, with an id by which others refer to it."""

    label_field: ClassVar[str] = "name"
    """The field whose text is the heading of the record's page and the text of links to it."""

    id: str
    """Kebab-case; the key or the file name in `playbook_data/`, never typed as a field."""
    aliases: Several[Line] = ()
    """Other words under which people look for this record."""
    sources: Several[SourceId] = ()
    """Where the idea comes from; none means that it is our own practice."""
    notes: Text | None = None
    """For editors: why this is as it is. Never shown to staff."""

    @property
    def label(self) -> str:
        """What the record is called in headings and links."""
        return str(getattr(self, self.label_field))


class Addressed(Record):
    """A record that has a page of its own, at an address to which people keep links and printed codes."""

    former_ids: Several[FormerId] = ()
    """Ids that it had before, and ids of records that it has replaced. Pages at their addresses lead here."""


Months = Annotated[int, Field(ge=1, le=60), WholeNumber]


NOT_PUBLISHED = frozenset({"notes", "signs"})
"""Fields that the published JSON leaves out: what editors tell each other, and words that only search looks for."""
NOT_ITS_WORDS = frozenset(
    {
        "id",
        "former_ids",
        "owner",
        "reviewed",
        "review_every",
        "aliases",
        "utterances",
        "signs",
        "sources",
        "notes",
        "status",
        "urgent",
    }
)
"""Fields that may change without making a review untrue: no one does anything by them. They say who answers for a
record, how it is found, where it comes from, and whether and how prominently it is published.
"""


class Instruction(Addressed):
    """A record that tells people what to do, so that someone must answer for it."""

    owner: DepartmentId | None = None
    """The department responsible for this, if it is not the one that it belongs to anyway."""
    reviewed: Date | None = None
    """The day someone last confirmed that it is still right."""
    review_every: Months = 12
    """Months until it must be confirmed again."""

    @classmethod
    def fields_reviewed(cls) -> tuple[str, ...]:
        """The fields whose words a review confirms, in the order of the model."""
        return tuple(name for name in cls.model_fields if name not in NOT_ITS_WORDS)

    @property
    def instructs(self) -> bool:
        """Whether it tells anyone anything yet; otherwise it needs neither an owner nor a review."""
        return True

    @property
    def months_until_review(self) -> int:
        """Months from one review to the next."""
        return self.review_every

    @property
    def next_review(self) -> dt.date | None:
        """The day on which it must be confirmed again; None when no one has ever confirmed it."""
        if self.reviewed is None:
            return None
        months = self.reviewed.month - 1 + self.months_until_review
        year, month = min(self.reviewed.year + months // 12, dt.MAXYEAR - 1), months % 12 + 1
        return dt.date(year, month, min(self.reviewed.day, calendar.monthrange(year, month)[1]))

    def is_overdue(self, day: dt.date) -> bool:
        """Whether, on this day, it should have been confirmed again."""
        return self.next_review is not None and self.next_review < day


class ForeignUtterance(Shape):
    """What a patron says in a language other than the playbook’s."""

    says: Line
    """Word for word: "¿Dónde está el baño?"."""
    language: LanguageCode
    """The language of these words: `es`."""
    means: Line
    """The same in the language of the playbook."""

    def __str__(self) -> str:
        """The words as they are said."""
        return self.says


def _sort_of_utterance(value: Any) -> str:
    """A group of fields is a sentence in another language, unless it is only a colon in the middle of a sentence."""
    is_foreign = isinstance(value, ForeignUtterance) or (
        isinstance(value, dict) and (not value or bool(value.keys() & ForeignUtterance.model_fields.keys()))
    )
    return "foreign" if is_foreign else "line"


Utterance = Annotated[
    Annotated[Line, Tag("line")] | Annotated[ForeignUtterance, Tag("foreign")], Discriminator(_sort_of_utterance)
]
"""What a patron says, word for word; with its language and its meaning where that is not the playbook's."""
UTTERANCE_TAGS = ("line", "foreign")
"""What pydantic puts into the path of a fault in an utterance."""


class Clock(Shape):
    """When something happens around one performance, in minutes."""

    anchor: Literal["start", "interval", "end"]
    """The moment that the minutes count from: the start of the performance, of its interval, or its end."""
    start: Offset
    """Minutes from the anchor; negative is before it."""
    end: Offset | None = None
    """Minutes from the anchor; left out for something that takes no time."""


class Measure(Shape):
    """The figure that shows whether a promise is kept."""

    value: Number
    unit: Line
    """What is counted, such as `hours` or `people in the queue`."""
    limit: Literal["at most", "at least", "exactly"] = "at most"
    """On which side of the value the promise is kept."""
    words: Line | None = None
    """The whole measure as people say it, where limit, value and unit do not make a phrase: `by the sixth ring`."""
