"""Where there is no history, a ledger beside the records keeps what was reviewed, and nothing loses it silently."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from playbook.reviewing.ledger import FILE, Ledger
from tests.building import MINIMAL
from tests.reviewing.houses import TODAY, opened, reworded, standard, texts_of


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder of a house that does not use git, as it was when it was built first."""
    folder = shutil.copytree(MINIMAL, tmp_path / "playbook_data")
    write(folder, standard())
    keep(folder)
    return folder


def write(data: Path, text: str) -> None:
    """Changes the records."""
    (data / "standards.yml").write_text(text)


def keep(data: Path) -> str | None:
    """What a build does with the ledger; returns what it says."""
    found, texts = opened(data), texts_of(data)
    assert isinstance(texts, Ledger)
    assert found.playbook is not None
    return texts.keep(found.playbook, found.written, TODAY)


def test_the_first_build_says_that_what_is_there_counts_as_reviewed(tmp_path: Path) -> None:
    folder = shutil.copytree(MINIMAL, tmp_path / "playbook_data")
    assert reworded(folder) == {}
    notice = keep(folder)
    assert notice is not None
    assert notice.startswith("playbook_data/reviewed.md is new, so the records as they are now count as reviewed")
    assert (reworded(folder), keep(folder)) == ({}, None)


def test_words_that_were_changed_later_have_changed_and_nobody_knows_since_when(data: Path) -> None:
    write(data, standard("Grin."))
    assert reworded(data) == {"greeting": None}
    keep(data)
    assert reworded(data) == {"greeting": None}


def test_words_that_are_corrected_on_the_day_of_the_review_were_reviewed(data: Path) -> None:
    today = TODAY.isoformat()
    write(data, standard("Grin.", today))
    keep(data)
    write(data, standard("Wave.", today))
    assert reworded(data) == {}
    keep(data)
    assert reworded(data, today=TODAY + dt.timedelta(1)) == {}
    write(data, standard("Grin.", today))
    assert reworded(data, today=TODAY + dt.timedelta(1)) == {"greeting": None}


def test_words_that_came_with_a_new_date_are_those_that_were_reviewed(data: Path) -> None:
    write(data, standard("Grin.", "2026-03-01"))
    assert reworded(data) == {}
    keep(data)
    assert reworded(data) == {}
    write(data, standard("Wave.", "2026-03-01"))
    assert reworded(data) == {"greeting": None}


def test_words_that_are_changed_back_have_not_changed(data: Path) -> None:
    write(data, standard("Grin."))
    keep(data)
    write(data, standard(more="  notes: Agreed.\n"))
    assert reworded(data) == {}


def test_a_ledger_that_is_not_needed_to_be_written_is_not_touched(data: Path) -> None:
    before = (data / FILE).stat().st_mtime_ns
    write(data, standard("Grin."))
    keep(data)
    assert (data / FILE).stat().st_mtime_ns == before


def test_what_is_deleted_leaves_the_ledger_and_a_draft_stays_in_it(data: Path) -> None:
    tips = (data / "tips.yml").read_text()
    (data / "tips.yml").write_text(tips + "  status: draft\n")
    (data / "standards.yml").unlink()
    keep(data)
    lines = [line for line in (data / FILE).read_text().splitlines() if line.startswith("- ")]
    assert [line.split()[1] for line in lines] == ["tip:hold-the-door"]


def test_a_ledger_that_was_emptied_claims_nothing_and_is_not_replaced(data: Path) -> None:
    for left in ("", "\n", "Notes of mine.\n"):
        (data / FILE).write_text(left)
        assert reworded(data) is None
        assert "is damaged" in (keep(data) or "")
        assert (data / FILE).read_text() == left


def test_a_ledger_that_lost_every_line_says_that_what_is_there_counts_as_reviewed(data: Path) -> None:
    whole = (data / FILE).read_text()
    (data / FILE).write_text(whole[: whole.index("- ")])
    notice = keep(data)
    assert notice is not None
    assert notice.startswith(
        "playbook_data/reviewed.md listed nothing, so the records as they are now count as reviewed"
    )


def test_a_fact_may_be_named_or_changed_without_making_a_review_untrue(data: Path) -> None:
    house = (data / "organisation.yml").read_text()

    def state(limit: str) -> None:
        more = f'facts:\n  limit: "{limit}"\nemergency:\n  number: "112"\n  address: Here\n'
        (data / "organisation.yml").write_text(house + more)

    state("£20")
    write(data, standard("Give £20 or ring 112.", "2026-03-01"))
    keep(data)
    write(data, standard('"Give {limit} or ring {emergency-number}."', "2026-03-01"))
    assert reworded(data) == {}
    write(data, standard('"Give {limit} or ring {emergency-number}."', "2026-04-01"))
    keep(data)
    state("£50")
    assert reworded(data) == {}
    write(data, standard('"Give {limit} or nothing."', "2026-04-01"))
    assert reworded(data) == {"greeting": None}


def test_a_ledger_without_fingerprints_of_what_people_read_is_still_good(data: Path) -> None:
    (data / "organisation.yml").write_text((data / "organisation.yml").read_text() + 'facts:\n  limit: "£20"\n')
    write(data, standard("{limit} at most".join('""'), "2026-03-01"))
    keep(data)
    lines = (data / FILE).read_text().splitlines(keepends=True)
    older = "".join(f"{' '.join(line.split()[:4])}\n" if line.startswith("- ") else line for line in lines)
    assert older != "".join(lines)
    (data / FILE).write_text(older)
    assert reworded(data) == {}


@pytest.mark.parametrize("damage", ["<<<<<<< mine\n", "- standard:greeting 2026-02-01\n", "\n"])
def test_a_damaged_ledger_claims_nothing_and_is_not_replaced(data: Path, damage: str) -> None:
    with (data / FILE).open("a") as stream:
        stream.write(damage)
    before = (data / FILE).read_text()
    assert reworded(data) is None
    assert "is damaged" in (keep(data) or "")
    assert (data / FILE).read_text() == before


def test_a_ledger_that_cannot_be_written_stops_nothing(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    before = (data / FILE).read_text()
    write(data, standard("Grin.", "2026-03-01"))
    monkeypatch.setattr(Path, "write_text", full)
    assert "cannot be written" in (keep(data) or "")
    monkeypatch.undo()
    assert (data / FILE).read_text() == before
    assert sorted(path.name for path in data.iterdir() if "reviewed" in path.name) == [FILE]


def test_reading_the_records_takes_no_notice_of_the_ledger(data: Path) -> None:
    assert [problem for problem in opened(data).problems if FILE in problem.place.file] == []


def test_the_same_records_give_the_same_ledger_whatever_came_before(data: Path, tmp_path: Path) -> None:
    write(data, standard() + standard(name="parting"))
    keep(data)
    write(data, standard(name="parting", reviewed="2026-02-02") + standard())
    keep(data)
    (data / "standards.yml").write_text(standard() + standard(name="parting", reviewed="2026-02-02"))
    other = shutil.copytree(data, tmp_path / "other" / "playbook_data", ignore=shutil.ignore_patterns(FILE))
    keep(other)
    assert (data / FILE).read_bytes() == (other / FILE).read_bytes()
