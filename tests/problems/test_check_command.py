"""`check` prints what is wrong and says with its exit code whether the site may be built."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reading.mistakes import VALID

ROOT = Path(__file__).parents[2]


def check(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    edition = {"SOURCE_DATE_EPOCH": "1780315200"}  # 1 June 2026, before anything falls due
    environment = {**os.environ, **edition, "PLAYBOOK_DATA": str(data), "PLAYBOOK_CACHE": str(data.parent / "cache")}
    command = [sys.executable, "-m", "playbook.cli", "check", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(VALID, tmp_path / "playbook_data"))


def test_a_playbook_without_errors_exits_0(data: Path) -> None:
    done = check(data)
    assert (done.returncode, done.stderr) == (0, "No errors, no advice.\n")


def test_advice_alone_exits_0(data: Path) -> None:
    (data / "sources.yml").write_text("an-essay:\n  title: An essay\n  kind: essay\n")
    done = check(data)
    assert done.returncode == 0
    assert "advice[unsourced]" in done.stdout
    assert done.stderr == "No errors, 2 pieces of advice.\n"


def test_one_piece_of_advice_is_not_called_pieces(data: Path) -> None:
    (data / "sources.yml").write_text("an-essay:\n  title: An essay\n  kind: essay\n")
    tips = data / "tips" / "everyday.yml"
    first, second = tips.read_text().split("open-the-door:\n")
    tips.write_text(f"{first}open-the-door:\n  sources: [an-essay]\n{second}")
    assert check(data).stderr == "No errors, 1 piece of advice.\n"


def test_errors_exit_1_and_every_file_is_reported(data: Path) -> None:
    (data / "tips" / "one.yml").write_text("one: [\n")
    (data / "tips" / "two.yml").write_text("two: [\n")
    done = check(data)
    assert done.returncode == 1
    assert done.stdout.count("error[unfinished-list]") == 2


def test_a_folder_that_is_not_there_exits_1(tmp_path: Path) -> None:
    done = check(tmp_path / "playbook_data")
    assert (done.returncode, done.stdout.count("unreadable-folder")) == (1, 1)


def test_an_unknown_format_exits_2(data: Path) -> None:
    assert check(data, "--format", "xml").returncode == 2


def test_json_can_be_read_by_programs(data: Path) -> None:
    (data / "tips" / "one.yml").write_text("one: [\n")
    report = json.loads(check(data, "--format", "json").stdout)
    assert [problem["file"] for problem in report["problems"]] == ["playbook_data/tips/one.yml"]


def test_what_is_cached_is_summed_up_in_the_language_of_the_house(data: Path) -> None:
    organisation = data / "organisation.yml"
    organisation.write_text(organisation.read_text().replace("locale: en-GB", "locale: en-XA"))
    first, again = check(data), check(data)
    assert first.stderr == again.stderr == "⟦Ñó éŕŕóŕš, ñó áđṽíçé.⟧\n"
