"""Reads a data folder: every file, every record, every problem in one run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from playbook.gc_paused import gc_paused
from playbook.model import KINDS, ORGANISATION, Home, Playbook, Record
from playbook.model.experience import Stage
from playbook.model.facts_in_texts import LooselyNamed, TypedOut
from playbook.model.people import Organisation
from playbook.problems import MAX_PROBLEMS, Place, Problem, in_reading_order
from playbook.reading import codes
from playbook.reading.cache import RecordCache
from playbook.reading.data_files import DataFile, Unread, find_files, reason, shown_path
from playbook.reading.decoding import SourceFile, decode, text_problems
from playbook.reading.facts import Facts, has_facts
from playbook.reading.faults import faults, is_record, validate
from playbook.reading.located import Located, parse
from playbook.reading.raw_records import Path as FieldPath
from playbook.reading.raw_records import RawRecord, split
from playbook.reading.repeated_ids import RepeatedIds, Repetition
from playbook.ref import Ref
from playbook.wording import _

USUAL_STAGES = ("Before", "Arriving", "During", "Leaving", "After")
"""The names of the stages of a playbook that has none of its own; their ids are the same in lower case."""

_UNNAMED = Organisation(id="organisation", name="Unnamed", sector="theatre", locale="en")
"""Takes the place of an organisation that is missing or broken, so that the rest can still be checked."""


@dataclass
class Reading:
    """What a data folder holds."""

    playbook: Playbook | None = None
    """The records that fit; None when the folder cannot be read at all. Not for publishing while there are errors."""
    problems: list[Problem] = field(default_factory=list)
    broken: set[Ref] = field(default_factory=set)
    """Records that exist but do not fit the model; references to them are not at fault."""
    incomplete: set[str] = field(default_factory=set)
    """Kinds of which a file could not be read, so that references to their records cannot be checked."""
    files: dict[str, DataFile] = field(default_factory=dict)
    """The files that were read, by path."""
    required_but_missing: set[str] = field(default_factory=set)
    """Kinds that a playbook cannot do without and of which it has no record."""
    typed_out: list[TypedOut] = field(default_factory=list)
    """Texts that type out a fact of the house instead of naming it."""
    loosely_named: list[LooselyNamed] = field(default_factory=list)
    """Names of facts in braces that are not written in the one way that shows the fact."""
    _raw: dict[Ref, tuple[DataFile, RawRecord]] = field(default_factory=dict)
    _sources: dict[str, SourceFile] = field(default_factory=dict)
    _located: dict[str, Located] = field(default_factory=dict)

    @property
    def lacking(self) -> set[str]:
        """Kinds of which at least one record is missing because of a fault in the record or its file, or because there
        is no file although no playbook can do without.
        """
        return self.incomplete | {ref.kind for ref in self.broken} | self.required_but_missing

    def locate(self, ref: Ref, path: FieldPath = (), *, at_key: bool = False) -> Place:
        """The place of a record, or of a value below it. Raises KeyError for a record that was not read.

        Places are not kept: a file is parsed again when a place inside one of its records is asked for.
        """
        file, raw = self._raw[ref]
        if not path:
            return self.source(file).place(raw.line, raw.column, raw.length)
        return self.located(file).place_of((*raw.path, *path), at_key=at_key)

    def lines_of(self, ref: Ref, path: FieldPath) -> list[tuple[Place, str]]:
        """The lines on which a text is written, each with its place and its words. Raises KeyError as `locate` does."""
        file, raw = self._raw[ref]
        return self.located(file).lines_of((*raw.path, *path))

    def is_in_brackets(self, ref: Ref, path: FieldPath) -> bool:
        """Whether a list is written in brackets. Raises KeyError as `locate` does."""
        file, raw = self._raw[ref]
        return self.located(file).is_in_brackets((*raw.path, *path))

    def written(self, ref: Ref) -> Any:
        """The fields of a record as they are written, with the names of facts. Raises KeyError if it was not read."""
        return self._raw[ref][1].fields

    def source(self, file: DataFile) -> SourceFile:
        """The text of a file."""
        if file.path not in self._sources:
            self._sources[file.path] = decode(file)
        return self._sources[file.path]

    def located(self, file: DataFile) -> Located:
        """The content of a file with its places."""
        if file.path not in self._located:
            self._located[file.path] = parse(self.source(file))
        return self._located[file.path]


def read(folder: Path, root: Path | None = None, cache_folder: Path | None = None) -> Reading:
    """Reads every YAML file below `folder`; paths in problems are shown below `root` (its parent by default).

    `cache_folder` is where records are cached between runs; without one every file is parsed.
    """
    folder = folder.absolute()
    root = root.absolute() if root else folder.parent
    shown = shown_path(folder, root)
    reader = Reader(RecordCache(cache_folder))
    reading = reader.reading
    try:
        for found in _organisation_first(find_files(folder, root)):
            if isinstance(found, Unread):
                reader.take_unread(found)
            else:
                reader.take_file(found)
    except OSError as error:
        message = _("the data folder cannot be read: %(reason)s", reason=reason(error))
        reading.problems.append(codes.UNREADABLE_FOLDER.at(Place(shown), message, _("check that it exists")))
        return reading
    reader.cache.save()
    reader.check_required(shown)
    reading.playbook = reader.assemble()
    reading.problems.sort(key=in_reading_order)
    return reading


def _organisation_first(entries: Iterable[DataFile | Unread]) -> list[DataFile | Unread]:
    """The entries in their order, but first the file that states the facts which the others name."""
    return sorted(entries, key=lambda entry: entry.kind != ORGANISATION.name)


class Reader:
    """A reading in progress."""

    def __init__(self, cache: RecordCache | None = None) -> None:
        self.cache = cache or RecordCache(None)
        self.reading = Reading()
        self.records: dict[str, dict[str, Record]] = {kind.name: {} for kind in (*KINDS, ORGANISATION)}
        self.facts = Facts({}, is_whole=False)
        self.repeated = RepeatedIds()

    def take_unread(self, entry: Unread) -> None:
        """Adds the reason why an entry is not read, and the kind that may lack records because of it."""
        self.reading.problems.append(entry.problem)
        if entry.kind is not None:
            self.reading.incomplete.add(entry.kind)

    def take_file(self, file: DataFile) -> None:
        """Adds what one file holds, or what is wrong with it."""
        with gc_paused():
            self._take_file(file)

    def _take_file(self, file: DataFile) -> None:
        self.reading.files[file.path] = file
        raws = self.cache.get(file)
        if raws is None:
            raws, problems = self._parse(file)
            if problems:
                self.reading.incomplete.add(file.kind)
                self._report(problems)
            else:
                self.cache.put(file, raws)
        before = len(self.reading.problems)
        may_be_typed_out = self.facts.may_be_typed_out(file.data)
        for raw in raws:
            self._take_record(raw, file, may_be_typed_out=may_be_typed_out)
            if len(self.reading.problems) - before > MAX_PROBLEMS:
                self.reading.incomplete.add(file.kind)
                break
        self._report(self.repeated.problems())
        self.reading._located.pop(file.path, None)

    def _parse(self, file: DataFile) -> tuple[list[RawRecord], list[Problem]]:
        source = self.reading.source(file)
        problems = [*text_problems(source)]
        if problems:
            return [], problems
        located = self.reading.located(file)
        if located.problems:
            return [], located.problems
        content = split(file, located)
        return content.records, content.problems

    def _take_record(self, raw: RawRecord, file: DataFile, *, may_be_typed_out: bool) -> None:
        reading, ref = self.reading, raw.ref
        if ref in reading._raw:
            place = reading.source(file).place(raw.line, raw.column, raw.length)
            self.repeated.add(Repetition(raw, place, *reading._raw[ref]))
            return
        reading._raw[ref] = (file, raw)
        if may_be_typed_out:
            reading.typed_out += self.facts.typed_out(raw)
        if file.kind == ORGANISATION.name:
            self.facts = Facts.of(raw)
            self._report(self.facts.own_faults(raw, lambda: reading.located(file)))
        if has_facts(file.data):
            self._report(self.facts.unknown(raw, lambda: reading.located(file)))
            reading.loosely_named += self.facts.loosely_named(raw)
            raw = self.facts.told(raw)
        outcome = validate(raw)
        if isinstance(outcome, Record) and is_record(raw):
            self.records[raw.kind][raw.id] = outcome
            return
        reading.broken.add(ref)
        self._report(faults(raw, outcome, reading.located(file)))

    def _report(self, problems: Iterable[Problem]) -> None:
        self.reading.problems += islice(problems, MAX_PROBLEMS)

    def check_required(self, shown: str) -> None:
        """Reports each kind that a playbook cannot do without; `shown` is the data folder's path."""
        present = self.reading.lacking
        for kind in (ORGANISATION, *KINDS):
            if kind.is_required and not self.records[kind.name] and kind.name not in present:
                place = Place(f"{shown}/{kind.plural}.yml")
                if kind is ORGANISATION:
                    message = _("a playbook needs an organisation")
                else:
                    message = _("a playbook needs at least one %(kind)s", kind=kind.words)
                fix = _(
                    "write %(file)s; README.md in the data folder shows one to start from", file=f"{kind.plural}.yml"
                )
                self.reading.problems.append(codes.MISSING_FILE.at(place, message, fix))
                self.reading.required_but_missing.add(kind.name)

    def assemble(self) -> Playbook:
        """The playbook of everything taken so far."""
        records = self.records
        organisation = records["organisation"].get("organisation") or _UNNAMED
        if not records["stage"] and "stage" not in self.reading.incomplete:
            records["stage"] = {name.lower(): Stage(id=name.lower(), name=name) for name in USUAL_STAGES}
        order = {stage: position for position, stage in enumerate(records["stage"])}
        touchpoints = sorted(
            records["touchpoint"].values(),
            key=lambda touchpoint: order.get(getattr(touchpoint, "stage", ""), len(order)),
        )
        records["touchpoint"] = {record.id: record for record in touchpoints}
        scenarios = sorted(records["scenario"].values(), key=lambda scenario: not getattr(scenario, "urgent", False))
        records["scenario"] = {record.id: record for record in scenarios}
        homes = {ref: Home(file.path, raw.line) for ref, (file, raw) in self.reading._raw.items()}
        by_plural: Mapping[str, dict[str, Record]] = {kind.plural: records[kind.name] for kind in KINDS}
        return Playbook(organisation=organisation, homes=homes, **by_plural)  # type: ignore[arg-type]
