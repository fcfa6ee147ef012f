"""What every record has in common, and the small shapes that several kinds of record share."""

from __future__ import annotations

from typing import ClassVar, Literal, get_args

from pydantic import BaseModel, ConfigDict

from playbook.model.fields import Line, Number, Offset, Several, SourceId, Text

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


class Clock(Shape):
    """When something happens around one performance, in minutes."""

    anchor: Literal["start", "interval", "end"]
    """The moment that the minutes count from: the start of the performance, of its interval, or its end."""
    start: Offset
    """Minutes from the anchor; negative is before it."""
    end: Offset | None = None
    """Minutes from the anchor; none for something that takes no time."""


class Measure(Shape):
    """The figure that shows whether a promise is kept."""

    value: Number
    unit: Line
    """What is counted, such as `hours` or `people in the queue`."""
    limit: Literal["at most", "at least", "exactly"] = "at most"
    """On which side of the value the promise is kept."""
