"""A hundred thousand broken files: none raises, hangs, points nowhere or eats the machine.

The number of files is the same on every machine; `PLAYBOOK_FUZZ_FILES` changes it, `PLAYBOOK_FUZZ_SEED` the files.
"""

from __future__ import annotations

import os
import signal
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from types import FrameType

import pytest

from playbook.model import BY_NAME
from playbook.problems import MAX_PROBLEMS, Problem
from playbook.reading.data_files import DataFile
from playbook.reading.reader import Reader, Reading
from tests.reading.fuzzing import broken

FILES = int(os.environ.get("PLAYBOOK_FUZZ_FILES", "100_000"))
SEED = int(os.environ.get("PLAYBOOK_FUZZ_SEED", "20261122"))
CHUNKS = 20
KINDS = ("tip", "touchpoint", "search_test", "organisation")
HANG_SECONDS = 1.0
"""For a file of the size that people write."""
FULL_FILE_SECONDS = 4.0
"""For the largest files allowed, which take half a second on a machine that does nothing else."""
MEMORY_BYTES = 200_000_000


class Hang(BaseException):
    """Not an Exception, so that nothing under test can take it for a fault of the file."""


@contextmanager
def watchdog(seconds: float) -> Iterator[None]:
    """Interrupts what does not finish; counts the time of this process only, so that a busy machine does not matter."""

    def bark(number: int, frame: FrameType | None) -> None:
        raise Hang

    before = signal.signal(signal.SIGVTALRM, bark)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def assert_points_into(problem: Problem, data: bytes) -> None:
    place = problem.place
    assert 1 <= place.line <= data.count(b"\n") + 1, problem
    assert place.excerpt is not None or (place.line, place.column) == (1, 1), problem
    assert 1 <= place.column <= len(place.excerpt or "") + 1, problem
    assert place.length >= 1, problem
    assert place.column + place.length <= len(place.excerpt or "") + 2, problem
    assert problem.message, problem
    assert "\n" not in problem.message + (problem.help or ""), problem


def read_one(kind: str, data: bytes, seconds: float = HANG_SECONDS) -> Reading:
    reader = Reader()
    with watchdog(seconds):
        reader.take_file(DataFile(f"playbook_data/{BY_NAME[kind].plural}/fuzzed.yml", kind, data))
    return reader.reading


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_broken_file_raises_hangs_or_points_nowhere(chunk: int) -> None:
    random = Random(f"{SEED}-{chunk}")  # noqa: S311 - the files must be the same each time
    reported = 0
    for _ in range(FILES // CHUNKS):
        data = broken(random)
        try:
            reading = read_one(random.choice(KINDS), data)
        except BaseException:
            print(f"the file that did it: {data!r}")
            raise
        assert len(reading.problems) <= MAX_PROBLEMS + 1
        for problem in reading.problems:
            assert_points_into(problem, data)
        reported += bool(reading.problems)
    assert reported > FILES // CHUNKS // 3


BOMBS = {
    "aliases that multiply": b"a: &a [x, x]\n" + b"".join(b"b%d: &b%d [*a, *a]\n" % (n, n) for n in range(30)),
    "brackets without end": b"a: " + b"[" * 400_000,
    "braces without end": b"a: " + b"{" * 400_000,
    "braces that name each other": b"{a: " * 100_000,
    "dashes without end": b"- " * 400_000 + b"\n",
    "question marks without end": b"? " * 400_000 + b"\n",
    "colons without end": b": " * 400_000 + b"\n",
    "indentation without end": b"".join(b" " * n + b"a:\n" for n in range(1_300)),
    "one quotation": b"a: '" + b"x " * 490_000 + b"'\n",
    "one open quotation": b'a: "' + b"x\n" * 490_000,
    "one plain text": b"a: " + b"x " * 490_000 + b"\n",
    "one block of text": b"a: |\n" + b"  x\n" * 240_000,
    "control characters": b"\x01" * 999_000 + b"\n",
    "tabs before every line": b"\ta: b\n" * 160_000,
    "hidden characters in lines": "a\u202eb\n".encode() * 150_000,
    "the same name again and again": b"a: b\n" * 190_000,
    "the same name far apart": b"".join(b"k%d: b\n" % n for n in range(24_000)) + b"k0: c\n" * 20_000,
    "names nobody knows": b"x:\n" + b"".join(b"  f%d: b\n" % n for n in range(45_000)),
    "records nobody knows": b"".join(b"r%d: b\n" % n for n in range(45_000)),
    "ids that are none": b"".join(b"R %d: {title: b}\n" % n for n in range(15_000)),
    "empty records": b"".join(b"r%d: {title: b}\n" % n for n in range(15_000)),
    "fields on the wrong level": b"".join(b"r%d: {title: b}\n" % n for n in range(15_000)) + b"owner: x\nwhy: y\n",
    "one name of a megabyte": b"a" * 990_000 + b": b\n",
    "comments": b"# a\n" * 240_000,
    "comments behind words": b"a: b c # d\n" * 80_000,
    "texts with numbers": b"x:\n  do:\n" + b"    - a #1\n" * 45_000,
    "entries that join": b"x:\n  do:\n    - a\n" + b"      - a\n" * 80_000,
    "dashes in dashes": b"x:\n  do:\n" + b"    - - a\n" * 20_000,
    "tags": b"a: !x b\n" * 100_000,
    "documents": b"---\na: b\n" * 100_000,
    "zeros": b"\0" * 999_999,
    "bytes that are no text": b"\xff" * 999_999,
    "escapes": b'a: "' + b"\\u202e" * 160_000 + b'"\n',
}


@pytest.mark.parametrize("name", BOMBS)
@pytest.mark.parametrize("kind", ["tip", "search_test"])
def test_a_file_made_to_harm_is_refused_at_once(name: str, kind: str) -> None:
    data = BOMBS[name][:1_000_000]
    reading = read_one(kind, data, FULL_FILE_SECONDS)
    assert reading.problems
    assert len(reading.problems) <= MAX_PROBLEMS + 1
    for problem in reading.problems:
        assert_points_into(problem, data)


def test_reading_a_full_file_stays_within_memory() -> None:
    tracemalloc.start()
    try:
        for name in ("empty records", "names nobody knows", "hidden characters in lines"):
            Reader().take_file(DataFile("playbook_data/tips/full.yml", "tip", BOMBS[name]))
            assert tracemalloc.get_traced_memory()[1] < MEMORY_BYTES
    finally:
        tracemalloc.stop()
