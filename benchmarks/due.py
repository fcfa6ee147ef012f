"""The figures that are due, each beside what was measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.comparing import CHECK, CHECK_AGAIN, COLD_BUILD, Measurement
from benchmarks.contenders import OURS
from benchmarks.measuring import Figures
from benchmarks.units import KILOBYTE, MEGABYTE


@dataclass(frozen=True)
class Due:
    """One figure that must not be larger than its limit."""

    what: str
    limit: float
    unit: str
    measured: float | None
    """None when this run did not measure it."""

    @property
    def verdict(self) -> str:
        """In the words of the table."""
        if self.measured is None:
            return "not measured"
        return "holds" if self.measured <= self.limit else "does not hold"


def due_figures(measurements: Iterable[Measurement]) -> tuple[Due, ...]:
    """Every figure that is due, computed from the measurements."""
    found = tuple(measurements)
    ours = {size: _figures(found, COLD_BUILD, size, OURS) for size in ("M", "L")}
    ordinary = _figures(found, COLD_BUILD, "M", "mkdocs")
    lean = _figures(found, COLD_BUILD, "M", "mkdocs-lean")
    check, again = (_figures(found, task, "L", OURS) for task in (CHECK, CHECK_AGAIN))
    memory = ours["M"].memory / MEGABYTE if ours["M"] else None
    return (
        Due("cold build at M, share of ordinary MkDocs", 0.25, "x", _ratio(ours["M"], ordinary)),
        Due("cold build at M, share of MkDocs with a lean nav", 0.25, "x", _ratio(ours["M"], lean)),
        Due("cold build, growth from M to L", 6, "x", _ratio(ours["L"], ours["M"])),
        Due("peak memory of the build at M", 250, "MB", memory),
        Due("check at L, nothing remembered", 2.5, "s", check.wall if check else None),
        Due("check at L, after a first check", 2.5, "s", again.wall if again else None),
        *_tip_pages(found),
    )


def _tip_pages(found: tuple[Measurement, ...]) -> Iterator[Due]:
    for one in found:
        if one.contender == OURS and one.output is not None:
            yield Due(f"largest HTML of a tip at {one.size.name}", 25, "kB", one.output.tip_largest / KILOBYTE)


def _figures(found: tuple[Measurement, ...], task: str, size: str, contender: str) -> Figures | None:
    for one in found:
        if (one.task, one.size.name, one.contender) == (task, size, contender):
            return one.figures
    return None


def _ratio(mine: Figures | None, theirs: Figures | None) -> float | None:
    return mine.wall / theirs.wall if mine and theirs else None
