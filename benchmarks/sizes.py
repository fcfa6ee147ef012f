"""The sizes of the measured playbooks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """How many records there are of the kinds that decide how long a build takes."""

    name: str
    tips: int
    departments: int
    touchpoints: int

    @property
    def sources(self) -> int:
        """Sources, a quarter of the departments but never fewer than five."""
        return max(5, self.departments // 4)


SIZES = {
    size.name: size
    for size in (
        Size("S", 200, 20, 40),
        Size("M", 2_000, 40, 100),
        Size("L", 10_000, 100, 300),
        Size("XL", 100_000, 200, 500),
    )
}
