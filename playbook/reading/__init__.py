"""How YAML gets in: bytes, located values, records, a playbook. Only here is `yaml` imported.

`read` is the one way in. Every problem of every file comes back in one run; nothing a file contains raises.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from playbook.model import KINDS, ORGANISATION, Home, Playbook, Record
from playbook.model.journey import Stage
from playbook.model.people import Organisation
from playbook.problems import Place, Problem
from playbook.reading.cache import RecordCache
from playbook.reading.files import SourceFile, find_files
from playbook.reading.located import Located, Spot, parse
from playbook.reading.records import Path as FieldPath
from playbook.reading.records import RawRecord, faults, place_of, split, validate

USUAL_STAGES = ("Before", "Arriving", "During", "Leaving", "After")
"""The stages of a playbook that names none of its own; their ids are the same words in small letters."""

_UNNAMED = Organisation(id="organisation", name="?", sector="theatre", locale="en")
"""Stands in for an organisation that is missing or broken, so that the rest can still be checked."""


@dataclass
class Reading:
    """What a data folder holds."""

    playbook: Playbook | None = None
    """The records that fit; None when the folder cannot be read at all. Not for publishing while there are errors."""
    problems: list[Problem] = field(default_factory=list)
    broken: set[tuple[str, str]] = field(default_factory=set)
    """(kind, id) of records that exist but do not fit; references to them are not at fault."""
    incomplete: set[str] = field(default_factory=set)
    """Kinds of which a file could not be read; what refers to a record of theirs cannot be judged."""
    _sources: dict[str, SourceFile] = field(default_factory=dict)
    _raw: dict[tuple[str, str], tuple[str, RawRecord]] = field(default_factory=dict)
    _located: dict[str, Located] = field(default_factory=dict)

    def locate(self, kind: str, record_id: str, path: FieldPath = (), *, at_key: bool = False) -> Place:
        """The place of a record, or of a value below it. Raises KeyError for a record that was not read.

        Places are not kept: a file is parsed again when one of its records has to be pointed at.
        """
        file, raw = self._raw[kind, record_id]
        source = self._sources[file]
        if file not in self._located:
            self._located[file] = parse(source)
        spot = self._located[file].spot
        return place_of(source, spot, (*raw.path, *path), at_key=at_key or not path)


def read(folder: Path, root: Path | None = None, cache_folder: Path | None = None) -> Reading:
    """Reads every YAML file below `folder`; paths in problems are shown below `root` (its parent by default).

    `cache_folder` is where memories of earlier readings may be kept; without one every file is parsed.
    """
    folder = folder.absolute()
    root = root.absolute() if root else folder.parent
    reading = Reading()
    shown = folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.as_posix()
    cache = RecordCache(cache_folder)
    records: dict[str, dict[str, Record]] = {kind.name: {} for kind in (*KINDS, ORGANISATION)}
    try:
        for found in find_files(folder, root):
            if isinstance(found, Problem):
                reading.problems.append(found)
            else:
                _take_file(found, cache, reading, records)
    except OSError as error:
        message = f"the data folder cannot be read: {error.strerror or 'unknown reason'}"
        reading.problems.append(Problem(Place(shown), "unreadable-folder", message, "check that it exists"))
        return reading
    cache.save()
    _check_required(reading, records, shown)
    reading.playbook = _assemble(reading, records)
    reading.problems.sort()
    return reading


def _take_file(
    source: SourceFile, cache: RecordCache, reading: Reading, records: Mapping[str, dict[str, Record]]
) -> None:
    reading._sources[source.path] = source
    if source.problems:
        reading.problems += source.problems
        reading.incomplete.add(source.kind)
        return
    key = f"{source.path}:{source.digest.hex()}"
    raws = cache.get(key)
    if raws is None:
        located = parse(source)
        reading._located[source.path] = located
        if located.problems:
            reading.problems += located.problems
            reading.incomplete.add(source.kind)
            return
        content = split(source, located.value, located.spot)
        raws = content.records
        if content.problems:
            reading.problems += content.problems
            reading.incomplete.add(source.kind)
        else:
            cache.put(key, raws)
        del reading._located[source.path]
    for raw in raws:
        _take_record(raw, source, reading, records)


def _take_record(
    raw: RawRecord, source: SourceFile, reading: Reading, records: Mapping[str, dict[str, Record]]
) -> None:
    name = (raw.kind, raw.id)
    if name in reading._raw:
        first_file, first = reading._raw[name]
        place = place_of(source, _spot(source, reading), raw.path, at_key=True)
        message = f"the id `{raw.id}` is already used in {first_file}, line {first.line}"
        reading.problems.append(Problem(place, "duplicate-id", message, "give one of the two another id"))
        return
    reading._raw[name] = (source.path, raw)
    record = validate(raw)
    has_fields = isinstance(raw.fields, dict)
    if has_fields and isinstance(record, Record) and "id" not in raw.fields:
        records[raw.kind][raw.id] = record
        return
    error = record if isinstance(record, ValidationError) else None
    reading.broken.add(name)
    reading.problems += faults(raw, error, source, _spot(source, reading))


def _spot(source: SourceFile, reading: Reading) -> Spot:
    if source.path not in reading._located:
        reading._located[source.path] = parse(source)
    return reading._located[source.path].spot


def _check_required(reading: Reading, records: Mapping[str, dict[str, Record]], shown: str) -> None:
    broken_kinds = {kind for kind, _ in reading.broken} | reading.incomplete
    for kind in (ORGANISATION, *KINDS):
        if kind.is_required and not records[kind.name] and kind.name not in broken_kinds:
            place = Place(f"{shown}/{kind.plural}.yml")
            message = f"a playbook needs {'an' if kind is ORGANISATION else 'at least one'} {kind.words}"
            mend = "README.md in the data folder shows a complete one to start from"
            reading.problems.append(Problem(place, "missing-file", message, mend))


def _assemble(reading: Reading, records: dict[str, dict[str, Record]]) -> Playbook:
    organisation = records["organisation"].get("organisation") or _UNNAMED
    if not records["stage"] and "stage" not in reading.incomplete:
        records["stage"] = {name.lower(): Stage(id=name.lower(), name=name) for name in USUAL_STAGES}
    order = {stage: position for position, stage in enumerate(records["stage"])}
    by_stage = sorted(records["touchpoint"].values(), key=lambda it: order.get(it.stage, len(order)))  # type: ignore[attr-defined]
    records["touchpoint"] = {record.id: record for record in by_stage}
    homes = {name: Home(file, raw.line) for name, (file, raw) in reading._raw.items()}
    return Playbook(
        organisation=organisation,  # type: ignore[arg-type]
        homes=homes,
        **{kind.plural: records[kind.name] for kind in KINDS},  # type: ignore[arg-type]
    )
