"""The workload is a playbook like any other: it follows every rule, and it is the same on every machine."""

from __future__ import annotations

import datetime as dt
import hashlib
import statistics
from pathlib import Path

import pytest

from benchmarks.sizes import SIZES, Size
from benchmarks.workload import records, write
from playbook.days import Days
from playbook.model import Playbook
from playbook.model.practice import Tip
from playbook.opening import open_playbook

SMALL = SIZES["S"]
TODAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("workload")
    write(SMALL, target)
    return target


@pytest.fixture(scope="module")
def playbook(folder: Path) -> Playbook:
    opened = open_playbook(folder, Days.on(TODAY))
    assert opened.errors == ()
    assert opened.playbook is not None
    return opened.playbook


def test_there_is_as_much_as_the_size_says(playbook: Playbook) -> None:
    found = Size("S", len(playbook.tips), len(playbook.departments), len(playbook.touchpoints))
    assert found == SMALL


@pytest.mark.parametrize("plural", ["tips", "contributions", "terms"])
def test_records_of_a_kind_are_those_of_the_files(playbook: Playbook, plural: str) -> None:
    assert {record_id for record_id, _ in records(SMALL, plural)} == getattr(playbook, plural).keys()


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_every_department_enables_someone(size: Size) -> None:
    departments = {
        fields["role"].partition("-of-")[2] for _, fields in records(size, "contributions") if "enables" in fields
    }
    assert len(departments) == size.departments


def test_acts_enable_only_acts_nearer_to_the_patron(playbook: Playbook) -> None:
    lanes = ("support", "backstage", "frontstage")
    for act in playbook.contributions.values():
        for enabled in act.enables:
            assert lanes.index(act.lane) < lanes.index(playbook.contributions[enabled].lane)


def test_tips_are_as_long_as_real_ones(playbook: Playbook) -> None:
    lengths = [_words_of(tip) for tip in playbook.tips.values()]
    assert min(lengths) >= 150
    assert statistics.mean(lengths) <= 220


def test_no_file_is_larger_than_the_reader_takes(tmp_path: Path) -> None:
    write(Size("crowded", tips=400, departments=200, touchpoints=2), tmp_path)
    assert max(path.stat().st_size for path in tmp_path.rglob("*.yml")) < 1_000_000


def test_the_bytes_are_the_same_every_time(folder: Path) -> None:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yml")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\n" + path.read_bytes())
    assert digest.hexdigest() == "cde6aaff2527d73cb6234f1b28fce4b5b8799a4d9ef5602e9ce32002c99b8b48", (
        "a changed workload makes figures incomparable with earlier ones"
    )


def _words_of(tip: Tip) -> int:
    texts = (tip.title, tip.patron_asks, tip.why, tip.our_view, tip.floor, tip.flex, tip.discuss)
    lists = (tip.do, tip.say, tip.avoid, tip.utterances)
    return sum(len(text.split()) for text in (*texts, *(line for lines in lists for line in lines)) if text)
