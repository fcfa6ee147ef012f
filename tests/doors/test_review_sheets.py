"""`reviews` prints what a department should read again in a quarter of an hour, and what to type when it is right."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from playbook.days import Days
from playbook.folders import Folders
from playbook.opening import open_playbook
from playbook.review_sheets import ON_A_SHEET, UnknownOwner, sheets
from tests.building import DEFAULT, MINIMAL, ROOT, SMALL
from tests.repository import Repository

TODAY = dt.date(2026, 2, 1)


def printed(data: Path, owner: str | None = None, today: dt.date = TODAY) -> str:
    """The sheets of the playbook in a folder."""
    days = Days.on(today)
    with tempfile.TemporaryDirectory() as cache:
        folders = Folders(ROOT, data, data.parent / "site", Path(cache))
        return sheets(open_playbook(data, days), folders, days, owner)


def command(*arguments: str, data: Path = SMALL) -> subprocess.CompletedProcess[str]:
    """The command as `run.py` hands it on."""
    return subprocess.run(
        [sys.executable, "-m", "playbook.cli", "reviews", *arguments],
        cwd=ROOT,
        env={**os.environ, "PLAYBOOK_DATA": str(data)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The small playbook outside of any history."""
    return Path(shutil.copytree(SMALL, tmp_path / "playbook_data"))


def edit(file: Path, was: str, becomes: str) -> None:
    """Changes some words of a file."""
    text = file.read_text("utf-8")
    assert was in text
    file.write_text(text.replace(was, becomes, 1), "utf-8")


def test_a_sheet_has_the_whole_text_where_it_is_written_and_what_to_type(data: Path) -> None:
    assert printed(data, "front-of-house").splitlines() == [
        "=" * 80,
        "Front of house: 1 of 1 to confirm, 1 February 2026",
        "Fifteen minutes. Read each one with the people who do it, and tick one box.",
        "",
        "1. Usher",
        "   role, confirmed 20 November 2024, overdue since 20 November 2025",
        "",
        "   Authority amount: 20",
        "   Authority may: move a patron to a free seat",
        "",
        "   [ ] still right    [ ] change: " + "_" * 45,
        "   playbook_data/roles.yml:1",
        "   If it is right, change the date to `reviewed: 2026-02-01`",
        "",
    ]


def test_no_line_is_wider_than_a_sheet_of_paper() -> None:
    lines = printed(DEFAULT, today=dt.date(2027, 12, 1)).splitlines()
    assert len(lines) > 1000
    assert [line for line in lines if len(line) > 80 and "(playbook_data" not in line] == []


def test_the_most_pressing_comes_first_and_a_sheet_ends_after_a_quarter_of_an_hour(data: Path) -> None:
    scenario = "{}:\n  name: {}\n  touchpoint: finds-seat\n  utterances: [Help]\n  do: [Stay.]\n{}"
    given = [
        ("soon", "  reviewed: 2025-02-20\n"),
        ("later", "  reviewed: 2025-06-20\n"),
        ("never", ""),
        ("overdue", "  reviewed: 2025-01-20\n"),
        ("urgent", "  urgent: yes\n  reviewed: 2025-07-01\n"),
        ("urgent-never", "  urgent: yes\n"),
    ]
    text = "".join(scenario.format(name, name.capitalize(), more) for name, more in given)
    (data / "scenarios.yml").write_text(text, "utf-8")
    (data / "search_tests.yml").unlink()
    heads = [line for line in printed(data, "front-of-house").splitlines() if line[:2].rstrip(".").isdigit()]
    assert heads == ["1. Urgent-never", "2. Urgent", "3. Never", "4. Usher", "5. Overdue"]
    assert "5 of 6 to confirm" in printed(data, "front-of-house")
    assert len(heads) == ON_A_SHEET


def test_what_changed_since_the_review_is_shown(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "house")
    shutil.copytree(MINIMAL, repository.data, dirs_exist_ok=True)
    repository.commit((MINIMAL / "tips.yml").read_text("utf-8"), dt.date(2026, 1, 15))
    tips = repository.data / "tips.yml"
    edit(tips, "[Open it before they reach it.]", "[Open it before they reach it., Smile.]")
    edit(tips, "A held door", "An open door")
    repository.commit(tips.read_text("utf-8"), dt.date(2026, 1, 20))
    text = printed(repository.data, "everybody")
    assert "tip, confirmed January 15, 2026, next review by January 15, 2027, changed on" in text
    assert text[text.index("   Changed since") : text.index("   [ ]")].splitlines() == [
        "   Changed since it was confirmed on January 15, 2026:",
        "     + Do: Smile.",
        "     - Why: A held door says that we were waiting.",
        "     + Why: An open door says that we were waiting.",
        "",
    ]


def test_a_department_with_nothing_to_do_is_told_when_the_next_is_due(data: Path) -> None:
    assert "Nothing is due. The next review is due by 15 January 2027." in printed(data, "stage")


def test_without_an_owner_every_department_with_something_to_do_has_a_sheet_and_the_last_line_counts(
    data: Path,
) -> None:
    edit(data / "exercises.yml", "  owner: front-of-house\n", "")
    edit(data / "routines.yml", "  reviewed: 2026-01-20\n", "")
    text = printed(data)
    assert [line.partition(":")[0] for line in text.splitlines() if "to confirm, " in line] == [
        "Front of house",
        "Stage",
    ]
    assert "  The first minute (playbook_data/exercises.yml:1)" in text
    assert text.splitlines()[-3:] == [
        "2 records to confirm.",
        "2 departments have something to do.",
        "1 record has no owner.",
    ]
    assert "If it is right, add the line `reviewed: 2026-02-01`" in text


@pytest.mark.parametrize("owner", ["front-of-house", "Front of house", "front of house"])
def test_a_department_may_be_called_by_its_id_or_its_name(data: Path, owner: str) -> None:
    assert printed(data, owner) == printed(data, "front-of-house")


@pytest.mark.parametrize(
    ("owner", "fix"),
    [
        ("frontofhouse", r"did you mean `front-of-house`\?"),
        ("Frnt of house", r"did you mean `front-of-house`\?"),
        ("zzz", "use one of: front-of-house, "),
    ],
)
def test_a_department_that_does_not_exist_is_answered_with_the_nearest(data: Path, owner: str, fix: str) -> None:
    with pytest.raises(UnknownOwner, match=f"`{owner}` is not a department\n  = help: {fix}"):
        printed(data, owner)


def test_of_two_departments_of_one_name_the_id_says_which_is_meant(data: Path) -> None:
    with (data / "departments.yml").open("a", encoding="utf-8") as stream:
        stream.write("front-desk:\n  name: Front of House\n  promise: Someone is there.\n")
    fix = "use the id of one of them: front-of-house, front-desk"
    with pytest.raises(UnknownOwner, match=f"2 departments are called `front of house`\n  = help: {fix}"):
        printed(data, "front of house")
    assert "Front of House: 0 of 0" in printed(data, "front-desk")


def test_days_are_said_in_the_language_of_the_sentences_around_them(data: Path) -> None:
    edit(data / "organisation.yml", "locale: en-GB", "locale: de-DE")
    text = printed(data, "front-of-house")
    assert "to confirm, 1 February 2026" in text
    assert "confirmed 20 November 2024, overdue since 20 November 2025" in text


def test_a_damaged_ledger_is_reported_on_top_of_the_sheets(data: Path) -> None:
    (data / "reviewed.md").write_text("- junk\n", "utf-8")
    lines = printed(data).splitlines()
    assert " ".join(lines[:2]) == (
        "playbook_data/reviewed.md is damaged, so no page can say what has changed since"
        " it was reviewed; restore an older copy"
    )
    assert lines[2:4] == ["", "=" * 80]


def test_the_number_to_ring_is_printed_where_a_text_names_it(data: Path) -> None:
    edit(data / "scenarios.yml", "Ring 999", "Ring {emergency-number}")
    edit(data / "scenarios.yml", "reviewed: 2026-01-15", "reviewed: 2025-01-15")
    assert "Ring 999" in printed(data)


def test_the_command_prints_the_sheets_and_exits_0() -> None:
    done = command("--owner", "stage")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("=" * 80 + "\nStage: ")


def test_an_unknown_department_exits_2() -> None:
    done = command("--owner", "stge")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "`stge` is not a department\n  = help: did you mean `stage`?\n"


def test_broken_records_exit_1_and_are_reported(data: Path) -> None:
    edit(data / "roles.yml", "  name: Usher", "  nmae: Usher")
    done = command(data=data)
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[unknown-field]" in done.stderr


def test_the_command_is_documented_where_people_look() -> None:
    for guide in ("README.md", "playbook_data/README.md", "docs/suggest-or-edit.md"):
        assert "run.py reviews" in (ROOT / guide).read_text("utf-8"), guide
