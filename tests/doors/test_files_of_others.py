"""run.py deletes nobody's files: no environment that others made, nothing behind a link, nothing put into ours."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import run
from playbook import environment
from tests.doors.machine import Machine


def test_an_environment_that_someone_else_made_is_used_and_never_deleted(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    (machine.environment / "bin").mkdir(parents=True)
    (machine.environment / "bin" / "python").touch()
    (machine.environment / "bin" / "favourite-tool").touch()
    assert machine.steps_of("check") == ["requirements.lock"]
    assert "using the .venv that is here, which run.py did not make" in capsys.readouterr().err
    assert machine.steps_of("check") == []
    (machine.environment.parent / "requirements.lock").write_text("newer==2 \\\n")
    assert machine.steps_of("check") == ["requirements.lock"]
    assert (machine.environment / "bin" / "favourite-tool").exists()


def made_by_hand(machine: Machine) -> Path:
    """An environment that someone makes, with a file of theirs, which is returned."""
    (machine.environment / "bin").mkdir(parents=True)
    (machine.environment / "bin" / "python").touch()
    mine = machine.environment / "MINE.txt"
    mine.write_text("mine")
    return mine


@pytest.mark.parametrize("is_killed", [True, False])
@pytest.mark.parametrize("step", ["make", "requirements.lock"])
def test_an_environment_made_by_hand_after_an_interruption_is_never_deleted(
    machine: Machine, step: str, is_killed: bool
) -> None:
    machine.failing, machine.is_killed = step, is_killed
    run.main(["check"])
    machine.failing = ""
    shutil.rmtree(machine.environment, ignore_errors=True)
    mine = made_by_hand(machine)
    assert machine.steps_of("check") == ["requirements.lock"]
    (machine.environment.parent / "requirements.lock").write_text("newer==2 \\\n")
    assert machine.steps_of("check") == ["requirements.lock"]
    assert mine.read_text() == "mine"


def test_a_file_that_someone_put_into_our_environment_stays_when_it_is_made_again(machine: Machine) -> None:
    machine.steps_of("check")
    (machine.environment / "MINE.txt").write_text("mine")
    (machine.environment / "bin" / "of-the-old-one").touch()
    (machine.environment.parent / "requirements.lock").write_text("newer==2 \\\n")
    assert machine.steps_of("check") == ["make", "requirements.lock"]
    assert (machine.environment / "MINE.txt").read_text() == "mine"
    assert not (machine.environment / "bin" / "of-the-old-one").exists()


def test_an_empty_folder_is_nobody_s_environment(machine: Machine) -> None:
    machine.environment.mkdir()
    assert machine.steps_of("check") == ["make", "requirements.lock"]


@pytest.mark.parametrize("deleted", ["of_requirements.lock", "requirements.lock-1.dist-info"])
def test_a_package_deleted_by_hand_is_noticed(
    machine: Machine, capsys: pytest.CaptureFixture[str], deleted: str
) -> None:
    machine.steps_of("test")
    machine.steps_of("bench")
    machine.steps_of("check")
    shutil.rmtree(machine.packages / deleted.replace(".lock", "-test.lock"))
    (machine.packages / "mine.txt").write_text("mine")
    capsys.readouterr()
    assert machine.steps_of("check") == ["requirements.lock"]
    assert (machine.packages / "mine.txt").read_text() == "mine"
    missing = deleted.replace(".lock", "-test.lock")
    assert capsys.readouterr().err.startswith(f"run.py: .venv lacks {missing}; installing its packages again\n")
    assert machine.steps_of("check") == []


def test_a_package_deleted_from_someone_else_s_environment_is_installed_again(machine: Machine) -> None:
    mine = made_by_hand(machine)
    machine.steps_of("check")
    shutil.rmtree(machine.packages / "of_requirements.lock")
    assert machine.steps_of("check") == ["requirements.lock"]
    assert "--force-reinstall" in machine.commands[-1]
    assert mine.exists()


def test_a_package_of_someone_s_own_may_come_and_go(machine: Machine) -> None:
    made_by_hand(machine)
    (machine.packages / "favourite").mkdir(parents=True)
    machine.steps_of("check")
    (machine.packages / "favourite").rmdir()
    assert machine.steps_of("check") == []


def test_what_a_link_leads_to_is_never_ours(machine: Machine, tmp_path: Path) -> None:
    machine.steps_of("check")
    assert environment.is_ours()
    machine.environment.rename(tmp_path / "elsewhere")
    machine.environment.symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert not environment.is_ours()


def test_a_folder_that_is_no_environment_is_left_alone(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.environment.mkdir()
    (machine.environment / "diary.txt").write_text("mine")
    assert run.main(["check"]) == run.ENVIRONMENT_FAULT
    sentence = "run.py: .venv has no Python in it and was not made by run.py; move or delete it"
    assert capsys.readouterr().err.splitlines()[-1] == sentence
    assert (machine.environment / "diary.txt").read_text() == "mine"


@pytest.mark.parametrize("left_by", ["run.py", "someone else", "nobody"])
def test_behind_a_link_nothing_is_installed_and_nothing_deleted(
    machine: Machine, tmp_path: Path, capsys: pytest.CaptureFixture[str], left_by: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    if left_by == "run.py":
        machine.steps_of("check")
        machine.environment.rename(elsewhere)
        (tmp_path / "requirements.lock").write_text("newer==2 \\\n")
    elif left_by == "someone else":
        (elsewhere / "bin").mkdir(parents=True)
        (elsewhere / "bin" / "python").touch()
    machine.environment.symlink_to(elsewhere, target_is_directory=True)
    before = sorted(elsewhere.rglob("*"))
    machine.steps.clear()
    capsys.readouterr()
    assert run.main(["check"]) == run.ENVIRONMENT_FAULT
    assert capsys.readouterr().err == (
        "run.py: .venv is a symbolic link, and run.py installs nothing through a link; "
        "delete it (what it points to stays) and start run.py again\n"
    )
    assert machine.environment.is_symlink()
    assert (machine.steps, sorted(elsewhere.rglob("*"))) == ([], before)


def test_an_environment_behind_a_link_that_lacks_nothing_is_used(machine: Machine, tmp_path: Path) -> None:
    machine.steps_of("check")
    machine.environment.rename(tmp_path / "elsewhere")
    machine.environment.symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert machine.steps_of("check") == []
    assert machine.environment.is_symlink()
