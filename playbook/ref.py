"""How anything points at a record or a page: `Ref(kind, id)`, written `kind:id`."""

from __future__ import annotations

from typing import NamedTuple

PAGE = "page"
"""The kind of a page that shows no single record: `page:blueprint`."""


class Ref(NamedTuple):
    """A reference to one record, or to a page (kind `page`)."""

    kind: str
    """The name of the kind, `internal_service`, or `page`."""
    id: str
    """The record's id, or the page's."""

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> Ref:
        """The reference written as `kind:id`. Says nothing of whether it leads anywhere."""
        kind, _, record_id = text.partition(":")
        return cls(kind, record_id)

    @property
    def is_page(self) -> bool:
        """Whether this is a page that shows no single record."""
        return self.kind == PAGE
