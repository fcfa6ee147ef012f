"""Cached records save time, and are not used when anything that they depend on has changed."""

from __future__ import annotations

import json
import os
import shutil
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest

from playbook.reading import cache as caching
from playbook.reading import read, reader
from playbook.reading.cache import RecordCache, code_version
from playbook.reading.data_files import DataFile
from playbook.reading.decoding import SourceFile
from playbook.reading.raw_records import RawRecord
from playbook.ref import Ref
from tests.reading.mistakes import VALID

TIP = "ask-two-questions"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(VALID, tmp_path / "playbook_data"))


@pytest.fixture
def cache_folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


class Parsing:
    """Counts the files that are parsed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.files: list[str] = []
        parse = reader.parse

        def counted(source: SourceFile) -> object:
            self.files.append(source.path)
            return parse(source)

        monkeypatch.setattr(reader, "parse", counted)


@pytest.fixture
def parsing(monkeypatch: pytest.MonkeyPatch) -> Parsing:
    return Parsing(monkeypatch)


def title(data: Path, cache_folder: Path) -> str:
    playbook = read(data, cache_folder=cache_folder).playbook
    assert playbook is not None
    return playbook.tips[TIP].title


def test_a_second_reading_parses_nothing_and_gives_the_same(data: Path, cache_folder: Path, parsing: Parsing) -> None:
    first = read(data, cache_folder=cache_folder)
    assert len(parsing.files) == 6
    parsing.files.clear()
    second = read(data, cache_folder=cache_folder)
    assert (parsing.files, second.playbook, second.problems) == ([], first.playbook, first.problems)


def test_changed_bytes_are_read_anew_and_nothing_else(data: Path, cache_folder: Path, parsing: Parsing) -> None:
    title(data, cache_folder)
    parsing.files.clear()
    file = data / "tips" / "everyday.yml"
    before = file.stat()
    file.write_text(file.read_text("utf-8").replace("Ask two questions", "Ask too questions"), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert title(data, cache_folder) == "Ask too questions before naming a seat"
    assert parsing.files == ["playbook_data/tips/everyday.yml"]


def test_the_same_bytes_in_another_place_are_another_file(data: Path, cache_folder: Path) -> None:
    read(data, cache_folder=cache_folder)
    (data / "tips" / "everyday.yml").rename(data / "tips.yml")
    reading = read(data, cache_folder=cache_folder)
    assert reading.playbook is not None
    assert reading.playbook.homes[Ref("tip", TIP)].file == "playbook_data/tips.yml"


def test_other_code_does_not_use_it(
    data: Path, cache_folder: Path, parsing: Parsing, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(data, cache_folder=cache_folder)
    parsing.files.clear()
    monkeypatch.setattr(caching, "code_version", lambda: "another version")
    read(data, cache_folder=cache_folder)
    assert len(parsing.files) == 6


def test_the_version_depends_on_every_module_that_decides_what_is_read() -> None:
    package = Path(caching.__file__).parents[1]
    module = package / "model" / "fields.py"
    text = module.read_bytes()
    version = code_version()
    read_bytes = Path.read_bytes

    def changed(path: Path) -> bytes:
        return text + b"# another\n" if path == module else read_bytes(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "read_bytes", changed)
        assert code_version() != version
    assert code_version() == version


DAMAGE = {
    "nothing in it": b"",
    "not JSON": b"{{{",
    "another shape": b"[]",
    "a version and nothing else": b"0\n",
    "zeros": b"\0" * 4096,
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_cache_is_not_used(name: str, data: Path, cache_folder: Path) -> None:
    title(data, cache_folder)
    (cache_folder / "records.json").write_bytes(DAMAGE[name])
    assert title(data, cache_folder) == "Ask two questions before naming a seat"


def test_not_one_letter_of_it_can_change_unnoticed(data: Path, cache_folder: Path) -> None:
    title(data, cache_folder)
    file = cache_folder / "records.json"
    file.write_bytes(file.read_bytes().replace(b"Ask two", b"Ask ten"))
    assert title(data, cache_folder) == "Ask two questions before naming a seat"


def test_half_a_cache_is_not_used(data: Path, cache_folder: Path, parsing: Parsing) -> None:
    title(data, cache_folder)
    file = cache_folder / "records.json"
    file.write_bytes(file.read_bytes()[:-20])
    parsing.files.clear()
    title(data, cache_folder)
    assert len(parsing.files) == 6


def test_what_is_cached_must_still_fit_the_model(data: Path, cache_folder: Path) -> None:
    read(data, cache_folder=cache_folder)
    file = cache_folder / "records.json"
    body = json.loads(file.read_bytes().partition(b"\n")[2])
    for rows in body.values():
        for row in rows:
            row[1].pop("why", None)
    text = json.dumps(body).encode()
    cache = RecordCache(cache_folder)
    file.write_bytes(cache._head(text) + b"\n" + text)
    assert "missing-field" in {problem.code for problem in read(data, cache_folder=cache_folder).problems}


def test_faulty_files_are_reported_each_time(data: Path, cache_folder: Path) -> None:
    (data / "tips" / "new.yml").write_text("look-up:\n  title: [\n")
    first = read(data, cache_folder=cache_folder)
    assert first.problems
    assert read(data, cache_folder=cache_folder).problems == first.problems


def test_a_fault_in_a_cached_record_has_the_same_place_as_before(data: Path, cache_folder: Path) -> None:
    file = data / "tips" / "everyday.yml"
    file.write_text(file.read_text("utf-8").replace("2026-03-01", "yesterday"), "utf-8")
    first = read(data, cache_folder=cache_folder)
    assert [problem.code for problem in first.problems] == ["invalid-date", "invalid-date"]
    assert read(data, cache_folder=cache_folder).problems == first.problems


def test_a_folder_that_cannot_be_written_costs_only_time(data: Path, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    assert title(data, in_the_way / "cache") == "Ask two questions before naming a seat"
    assert in_the_way.read_text() == "not a folder"


def test_a_write_that_fails_leaves_the_old_cache(
    data: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    title(data, cache_folder)
    before = (cache_folder / "records.json").read_bytes()

    def full_disk(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(caching.os, "replace", full_disk)
    (data / "tips" / "new.yml").write_text("look-up:\n  title: x\n")
    read(data, cache_folder=cache_folder)
    assert [(file.name, file.read_bytes()) for file in cache_folder.iterdir()] == [("records.json", before)]


def _once(data: Path, cache_folder: Path, number: int) -> str:
    (data / "tips" / f"extra-{number % 3}.yml").write_text(f"extra-{number}: {{title: x}}\n")
    return title(data, cache_folder)


@pytest.mark.parametrize("pool", [ThreadPoolExecutor(4), ProcessPoolExecutor(4, get_context("spawn"))])
def test_many_at_once_do_not_disturb_each_other(pool: Executor, data: Path, cache_folder: Path) -> None:
    with pool:
        titles = set(pool.map(partial(_once, data, cache_folder), range(40)))
    assert titles == {"Ask two questions before naming a seat"}
    head, _, body = (cache_folder / "records.json").read_bytes().partition(b"\n")
    assert head == RecordCache(cache_folder)._head(body)
    assert [file.name for file in cache_folder.iterdir()] == ["records.json"]


def test_what_is_no_longer_there_is_dropped(data: Path, cache_folder: Path) -> None:
    read(data, cache_folder=cache_folder)
    (data / "roles.yml").write_text("usher: {name: Usher, department: box-office, side: frontstage}\n")
    read(data, cache_folder=cache_folder)
    body = json.loads((cache_folder / "records.json").read_bytes().partition(b"\n")[2])
    assert len(body) == 6


def test_records_come_back_as_they_went_in(cache_folder: Path) -> None:
    file = DataFile("playbook_data/tips.yml", "tip", b"bytes")
    raws = [RawRecord("tip", "a", {"do": ["x", {"y": "é"}]}, ("a",), 3, 1, 1), RawRecord("tip", "b", "", (), 1, 1, 9)]
    cache = RecordCache(cache_folder)
    cache.put(file, raws)
    cache.save()
    assert RecordCache(cache_folder).get(file) == raws
    assert RecordCache(cache_folder).get(DataFile(file.path, "tip", b"other bytes")) is None
    assert RecordCache(cache_folder).get(DataFile(file.path, "role", b"bytes")) is None
