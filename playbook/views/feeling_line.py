"""The feeling line as shapes: where every point, curve and label of the drawing lies.

Only positions, in the drawing's own units; what they look like is the style sheet's, what they say the journey's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from playbook.model.experience import Stage, Touchpoint
from playbook.wording import N_, _

START = 92
"""Room for the words beside the scales."""
COLUMN = 41
"""The least width of one touchpoint."""
WIDTH = 1150
"""The least width of the drawing, so that a short journey is not blown up."""
FEELING_TOP, FEELING_STEP = 58, 38
STRAIN_TOP, STRAIN_STEP = 262, 20
HEIGHT = 488
NAME_LENGTH = 24
"""Characters of a name that fit under the drawing."""
_CHARACTER = 8
"""The width of a capital letter of a stage's name."""

Stages = Sequence[tuple[int, Stage, Sequence[Touchpoint]]]
"""The journey: number, stage and touchpoints of each stage that has any."""

FEELINGS = {2: N_("delighted"), 1: N_("good"), 0: N_("so-so"), -1: N_("uneasy"), -2: N_("miserable")}
"""What it feels like, as messages."""
STRAINS = {3: N_("very high"), 2: N_("high"), 1: N_("some"), 0: N_("low")}
"""How great the strain on staff is, as messages."""


@dataclass(frozen=True)
class Extent:
    """From where to where something reaches downwards."""

    top: int
    height: int


@dataclass(frozen=True)
class Layout:
    """Where those parts of the drawing lie that are the same for every journey."""

    rules: int = START
    """Where the lines of the scales begin."""
    scale_words: int = START - 8
    """Where the words beside them end."""
    reach: Extent = Extent(0, 346)
    """The surface of a stage."""
    bar: Extent = Extent(0, 4)
    """The bar in its colour at the top."""
    stage_name: int = 23
    column: Extent = Extent(30, 334)
    """What the pointer touches of a touchpoint."""
    both_dips: Extent = Extent(34, 312)
    """The surface of a touchpoint at which both dips meet."""
    star: int = 46
    lift: int = 236
    badge: int = 346
    """The middle of the circle around a touchpoint's number."""
    number: int = 350
    name: int = 372


@dataclass(frozen=True)
class Point:
    """One touchpoint in the drawing."""

    touchpoint: Touchpoint
    number: int
    """Its place along the journey, from 1."""
    name: str
    """Its name, cut where the drawing ends."""
    start: float
    """Where its column begins."""
    x: float
    """The middle of its column."""
    as_is: float | None
    """The height of today's feeling; None when no one has said."""
    to_be: float | None
    strain: float | None
    is_low: bool
    """Whether patrons feel worst here."""
    is_hard: bool
    """Whether staff are stretched most here."""
    lifts: tuple[int, ...]
    """The rungs of the ladder for which something helps here, by their place on it, from 1."""


@dataclass(frozen=True)
class Reach:
    """A stage in the drawing."""

    name: str
    number: int
    """Its place, from 1; picks its colour."""
    start: float
    middle: float
    width: float


@dataclass(frozen=True)
class FeelingLine:
    """The whole drawing."""

    width: float
    height: float
    column: float
    """The width of one touchpoint."""
    layout: Layout
    reaches: tuple[Reach, ...]
    points: tuple[Point, ...]
    as_is: str
    """Path data of the curve through today's feelings; broken where no one has said."""
    to_be: str
    gap: str
    """Path data of the surface between the two curves."""
    strain: str
    feeling_scale: tuple[tuple[float, str], ...]
    """The lines of the scale: height and words."""
    strain_scale: tuple[tuple[float, str], ...]


def feeling_line(stages: Stages, low: Iterable[str], hard: Iterable[str], rungs: Iterable[str] = ()) -> FeelingLine:
    """The drawing of these stages.

    `low` and `hard` are the ids of the touchpoints to mark as the two dips, `rungs` those of the ladder from below.
    """
    count = sum(len(touchpoints) for _number, _stage, touchpoints in stages)
    column = max(COLUMN, (WIDTH - START) / max(1, count))
    points = tuple(_points(stages, column, {*low}, {*hard}, tuple(rungs)))
    return FeelingLine(
        width=round(START + column * count, 1),
        height=HEIGHT,
        column=round(column, 1),
        layout=Layout(),
        reaches=tuple(_reaches(stages, column)),
        points=points,
        as_is=_curves((point.x, point.as_is) for point in points),
        to_be=_curves((point.x, point.to_be) for point in points),
        gap=_surfaces(points),
        strain=_curves((point.x, point.strain) for point in points),
        feeling_scale=tuple((_feeling_height(value), _(words)) for value, words in FEELINGS.items()),
        strain_scale=tuple((_strain_height(value), _(words)) for value, words in STRAINS.items()),
    )


def _points(stages: Stages, column: float, low: set[str], hard: set[str], rungs: tuple[str, ...]) -> Iterator[Point]:
    touchpoints = [touchpoint for _number, _stage, in_stage in stages for touchpoint in in_stage]
    for position, touchpoint in enumerate(touchpoints):
        emotion, strain = touchpoint.emotion, touchpoint.staff_strain
        start = START + column * position
        yield Point(
            touchpoint,
            position + 1,
            _cut(touchpoint.label, NAME_LENGTH),
            round(start, 1),
            round(start + column / 2, 1),
            None if emotion is None else _feeling_height(emotion.as_is),
            None if emotion is None else _feeling_height(emotion.to_be),
            None if strain is None else _strain_height(strain),
            touchpoint.id in low,
            touchpoint.id in hard,
            tuple(number for number, rung in enumerate(rungs, start=1) if rung in touchpoint.rungs),
        )


def _reaches(stages: Stages, column: float) -> Iterator[Reach]:
    start = float(START)
    for number, stage, touchpoints in stages:
        width = column * len(touchpoints)
        name = _cut(stage.name, max(2, int(width / _CHARACTER)))
        yield Reach(name, number, round(start, 1), round(start + width / 2, 1), round(width, 1))
        start += width


def _feeling_height(value: int) -> float:
    return FEELING_TOP + (2 - value) * FEELING_STEP


def _strain_height(value: int) -> float:
    return STRAIN_TOP + (3 - value) * STRAIN_STEP


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _curves(points: Iterable[tuple[float, float | None]]) -> str:
    """Path data through the points; a point without a height breaks the curve."""
    parts = []
    for is_known, run in groupby(points, lambda point: point[1] is not None):
        if is_known:
            parts.append(_curve([(x, y) for x, y in run if y is not None]))
    return " ".join(parts)


def _curve(points: Sequence[tuple[float, float]], opening: str = "M") -> str:
    """Path data that leaves and reaches every point level, so that no curve shows a feeling that no one named."""
    (x, y), *others = points
    parts = [f"{opening}{x:g} {y:g}"]
    for next_x, next_y in others:
        middle = round((x + next_x) / 2, 1)
        parts.append(f"C{middle:g} {y:g} {middle:g} {next_y:g} {next_x:g} {next_y:g}")
        x, y = next_x, next_y
    return "".join(parts)


def _surfaces(points: Sequence[Point]) -> str:
    parts = []
    for is_known, run in groupby(points, lambda point: point.as_is is not None and point.to_be is not None):
        if is_known:
            both = [(point.x, point.as_is or 0, point.to_be or 0) for point in run]
            there = _curve([(x, to_be) for x, _as_is, to_be in both])
            back = _curve([(x, as_is) for x, as_is, _to_be in reversed(both)], "L")
            parts.append(f"{there}{back}Z")
    return " ".join(parts)
