"""Ids that are used twice: two records by chance, or a whole file that was copied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.problems import Place, Problem
from playbook.reading import codes
from playbook.reading.data_files import DataFile, copied_from
from playbook.reading.raw_records import RawRecord
from playbook.wording import _, ngettext


@dataclass(frozen=True)
class Repetition:
    """A record whose id another has."""

    record: RawRecord
    place: Place
    """Where its id is written."""
    first_file: DataFile
    """The file of the other, which was read before."""
    first: RawRecord


class RepeatedIds:
    """The repetitions in the file that is being read."""

    def __init__(self) -> None:
        self._by_file: dict[str, list[Repetition]] = {}
        """By the path of the file that has the ids as well."""

    def add(self, repetition: Repetition) -> None:
        """Notes one."""
        self._by_file.setdefault(repetition.first_file.path, []).append(repetition)

    def problems(self) -> Iterator[Problem]:
        """One problem for each file whose ids are repeated, and forgets them."""
        by_file, self._by_file = self._by_file, {}
        for first, repeated in by_file.items():
            path = repeated[0].place.file
            if path != first and (len(repeated) > 1 or _is_copy(path, first) or _is_copy(first, path)):
                yield _copied_file(path, first, len(repeated))
            else:
                yield from map(_used_twice, repeated)


def _used_twice(repetition: Repetition) -> Problem:
    record, first = repetition.record, repetition.first
    fix = _(
        "give this one or the one in %(file)s, line %(line)s, another id",
        file=repetition.first_file.path,
        line=first.line,
    )
    message = _("two records have the id `%(id)s`", id=record.id)
    return codes.DUPLICATE_ID.at(repetition.place, message, fix, record.ref)


def _copied_file(path: str, first: str, count: int) -> Problem:
    """Reported at the copy, whichever of the two was read first."""
    copy, original = (first, path) if _is_copy(first, path) else (path, first)
    if _is_copy(copy, original):
        fix = _("delete this copy")
    else:
        fix = _("delete one of the two, or give the records other ids")
    message = ngettext(
        "this file repeats %(count)s id of %(file)s",
        "this file repeats %(count)s ids of %(file)s",
        count,
        file=original,
    )
    return codes.DUPLICATE_ID.at(Place(copy), message, fix)


def _is_copy(path: str, other: str) -> bool:
    """Whether the name of a file says that it is a copy of another in the same folder."""
    folder, _, name = path.rpartition("/")
    original = copied_from(name.removesuffix(".yml"))
    return original is not None and f"{folder}/{original}.yml".casefold() == other.casefold()
