"""Generates a playbook of any size, the same bytes every time: the content on which every contender is measured.

`python -m benchmarks.workload M folder` writes one to look at.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks import content
from benchmarks.sizes import SIZES, Size
from benchmarks.writing import Fields, yaml_fields, yaml_file

Records = Iterable[tuple[str, Fields]]


def write(size: Size, folder: Path) -> None:
    """Write a data folder of this size; files of the same names are overwritten."""
    _write_text(folder / "organisation.yml", yaml_fields(content.ORGANISATION))
    for path, found in _files(size):
        if text := yaml_file(found):
            _write_text(folder / path, text)


def records(size: Size, plural: str) -> Records:
    """The records of one kind, by id, in the order of the files."""
    for path, found in _files(size):
        if path.partition("/")[0].removesuffix(".yml") == plural:
            yield from found


def _write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _files(size: Size) -> Iterator[tuple[str, Records]]:
    departments, touchpoints = range(size.departments), range(size.touchpoints)
    yield "stages.yml", map(content.stage, content.STAGES)
    yield "rungs.yml", map(content.rung, content.RUNGS)
    yield "departments.yml", (content.department(n, size) for n in departments)
    yield "roles.yml", (content.role(n, side) for n in departments for side in content.SIDES)
    yield "standards.yml", (content.standard(n, size) for n in departments)
    yield "internal_services.yml", (content.internal_service(n, size) for n in departments)
    yield "sources.yml", map(content.source, range(size.sources))
    yield "terms.yml", map(content.term, range(2 * size.touchpoints))
    yield "touchpoints.yml", (content.touchpoint(n, size) for n in touchpoints)
    yield "scenarios.yml", (content.scenario(n, size) for n in touchpoints)
    for stage in content.STAGES:
        here = [n for n in touchpoints if content.stage_of(n, size) == stage]
        yield f"contributions/{stage}.yml", (record for n in here for record in content.contributions(n, size))
    for n in touchpoints:
        numbers = range(n, size.tips, size.touchpoints)
        yield f"tips/{content.touchpoint_id(n)}.yml", (content.tip(number, size) for number in numbers)


if __name__ == "__main__":
    write(SIZES[sys.argv[1]], Path(sys.argv[2]))
