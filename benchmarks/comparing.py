"""Runs the contenders alternately, so that a slow minute of the machine affects all of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks import workload
from benchmarks.contenders import (
    CONTENDERS,
    OURS,
    Contender,
    Place,
    check_command,
    place_of,
)
from benchmarks.measuring import CommandFailed, Figures, Run, figures_of, measure
from benchmarks.output import Output, weigh
from benchmarks.sizes import Size

COLD_BUILD = "cold build"
CHECK = "check"
CHECK_AGAIN = "check again"
MAX_SECONDS = 300
"""Seconds after which a contender gets no further run of the same task, however many were asked for."""

Tell = Callable[[str], None]
"""Shows a line about the progress of the work."""


@dataclass(frozen=True)
class Measurement:
    """What one contender needed for one task at one size."""

    task: str
    size: Size
    contender: str
    runs: tuple[Run, ...] = ()
    output: Output | None = None
    """The site of the first build."""
    left_out: str = ""
    """Why it was not measured."""

    @property
    def figures(self) -> Figures | None:
        """The figures of all runs; None when it was left out."""
        return figures_of(self.runs) if self.runs else None


@dataclass(frozen=True)
class Comparison:
    """What is to be measured at one size."""

    size: Size
    contenders: tuple[str, ...]
    """Their names, in the order of the table."""
    runs: int
    folder: Path
    """Empty at first; holds the workload, the peers' projects and what they build."""
    tell: Tell

    @property
    def data(self) -> Path:
        """The workload."""
        return self.folder / "playbook_data"

    def place_of(self, name: str) -> Place:
        """Where the contender works."""
        return place_of(name, self.size, self.data, self.folder)


def compare(asked: Comparison, tasks: Sequence[str]) -> list[Measurement]:
    """Measure these tasks. Raises CommandFailed."""
    asked.tell(f"{asked.size.name}: writing {asked.size.tips} tips")
    workload.write(asked.size, asked.data)
    found: list[Measurement] = []
    if COLD_BUILD in tasks:
        found += _cold_builds(asked)
    if CHECK in tasks:
        found += _checks(asked)
    return found


def build_site(asked: Comparison, name: str) -> Path:
    """Build the site of a contender without measuring it and return its folder. Raises CommandFailed."""
    contender, place = CONTENDERS[name], asked.place_of(name)
    if not place.project.exists():
        contender.prepare(place)
    run = _cold_build(contender, place)
    _weigh(contender, place)
    asked.tell(f"{asked.size.name}: {name} built in {run.wall:.2f} s")
    return place.output


def in_turn(names: Sequence[str], runs: int) -> Iterator[tuple[int, str]]:
    """Pairs of round and name: every name once a round, and each round starts with the next name."""
    for number in range(runs):
        first = number % len(names) if names else 0
        for name in (*names[first:], *names[:first]):
            yield number, name


def _cold_builds(asked: Comparison) -> Iterable[Measurement]:
    found = {name: _nothing_yet(CONTENDERS[name], asked.size) for name in asked.contenders}
    places = {name: asked.place_of(name) for name, so_far in found.items() if not so_far.left_out}
    for name, place in places.items():
        CONTENDERS[name].prepare(place)
    for number, name in in_turn(tuple(places), asked.runs):
        so_far = found[name]
        if sum(run.wall for run in so_far.runs) > MAX_SECONDS:
            continue
        run = _cold_build(CONTENDERS[name], places[name])
        asked.tell(f"{asked.size.name} {COLD_BUILD} {number + 1}/{asked.runs}: {name} {run.wall:.2f} s")
        output = so_far.output or _weigh(CONTENDERS[name], places[name])
        found[name] = replace(so_far, runs=(*so_far.runs, run), output=output)
        _clear(places[name])
    return found.values()


def _nothing_yet(contender: Contender, size: Size) -> Measurement:
    left_out = f"measured up to {contender.largest} tips" if size.tips > contender.largest else ""
    return Measurement(COLD_BUILD, size, contender.name, left_out=left_out)


def _cold_build(contender: Contender, place: Place) -> Run:
    _clear(place)
    command, environment = contender.command(place), contender.environment(place)
    return measure(command, place.project, environment)


def _weigh(contender: Contender, place: Place) -> Output:
    output = weigh(place.output)
    if contender.has_records and output.tips != place.size.tips:
        raise CommandFailed(f"{contender.name} made pages of {output.tips} tips, not of {place.size.tips}")
    return output


def _checks(asked: Comparison) -> list[Measurement]:
    ours, place = CONTENDERS[OURS], asked.place_of(OURS)
    if not place.project.exists():
        ours.prepare(place)
    first: list[Run] = []
    again: list[Run] = []
    for number in range(asked.runs):
        _clear(place)
        for found in (first, again):
            found.append(measure(check_command(), place.project, ours.environment(place)))
        times = f"{first[-1].wall:.2f} s, again {again[-1].wall:.2f} s"
        asked.tell(f"{asked.size.name} {CHECK} {number + 1}/{asked.runs}: {times}")
    return [
        Measurement(CHECK, asked.size, OURS, tuple(first)),
        Measurement(CHECK_AGAIN, asked.size, OURS, tuple(again)),
    ]


def _clear(place: Place) -> None:
    """Delete the site and the cache, and wait until that is written to the disk."""
    own = place.output.parent
    for path in own.iterdir():
        if path == place.project:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    os.sync()
