"""run.py creates the environment once, and recognises one that is unfinished, out of date, or someone else's.

Nothing is installed here: `environment.run`, which starts the steps of the set-up, is replaced by one that leaves the
same files.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

import run
from playbook import environment
from tests.doors.machine import Machine


def test_a_first_start_makes_the_environment_and_a_second_goes_straight_through(machine: Machine) -> None:
    assert machine.steps_of("check") == ["make", "requirements.lock"]
    assert machine.steps_of("check") == []


def test_the_locks_of_test_and_bench_come_on_top(machine: Machine) -> None:
    machine.steps_of("check")
    assert machine.steps_of("test") == ["requirements-test.lock"]
    assert machine.steps_of("bench") == ["requirements-bench.lock"]
    assert machine.steps_of("test") + machine.steps_of("bench") + machine.steps_of("check") == []


def test_an_environment_for_tests_serves_for_everything_else(machine: Machine) -> None:
    assert machine.steps_of("test") == ["make", "requirements-test.lock"]
    assert machine.steps_of("serve") == []


def test_every_installation_demands_hashes_and_builds_nothing(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.steps_of("check")
    monkeypatch.setattr(environment, "uv", lambda: "/usr/bin/uv")
    machine.steps_of("test")
    installs = [command for command in machine.commands if "install" in command]
    assert [command[0] for command in installs] == [environment.python(), "/usr/bin/uv"]
    assert all({"--require-hashes", "--only-binary", ":all:"} <= set(command) for command in installs)


def test_uv_makes_the_environment_where_it_is_on_the_path(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "uv", lambda: "/usr/bin/uv")
    machine.steps_of("check")
    assert machine.commands[0][:2] == ["/usr/bin/uv", "venv"]


@pytest.mark.parametrize("is_killed", [True, False])
@pytest.mark.parametrize("step", ["make", "requirements.lock"])
def test_an_unfinished_environment_is_made_again(machine: Machine, step: str, is_killed: bool) -> None:
    machine.failing, machine.is_killed = step, is_killed
    assert run.main(["check"]) == (run.STOPPED if is_killed else run.ENVIRONMENT_FAULT)
    machine.failing = ""
    assert machine.steps_of("check") == ["make", "requirements.lock"]
    assert machine.steps_of("check") == []


def test_after_a_failure_an_environment_made_by_hand_is_not_taken_for_the_unfinished_one(machine: Machine) -> None:
    machine.failing = "make"
    assert run.main(["check"]) == run.ENVIRONMENT_FAULT
    machine.failing = ""
    (machine.environment / "bin").mkdir(parents=True)
    (machine.environment / "bin" / "python").touch()
    assert machine.steps_of("check") == ["requirements.lock"]


def test_an_environment_left_while_more_was_installed_is_made_again(machine: Machine) -> None:
    machine.steps_of("check")
    machine.failing = "requirements-test.lock"
    assert run.main(["test"]) == run.ENVIRONMENT_FAULT
    machine.failing = ""
    assert machine.steps_of("check") == ["make", "requirements.lock"]


def test_a_changed_lock_makes_the_environment_again(machine: Machine) -> None:
    machine.steps_of("check")
    (machine.environment.parent / "requirements.lock").write_text("newer==2 \\\n")
    assert machine.steps_of("check") == ["make", "requirements.lock"]


def test_a_changed_lock_of_the_tests_does_not_hold_up_other_commands(machine: Machine) -> None:
    machine.steps_of("test")
    (machine.environment.parent / "requirements-test.lock").write_text("newer==2 \\\n")
    assert machine.steps_of("check") == []
    assert machine.steps_of("test") == ["make", "requirements-test.lock"]


def test_an_environment_made_elsewhere_is_made_again(machine: Machine) -> None:
    machine.steps_of("check")
    machine.stamp.write_text(machine.stamp.read_text().replace(str(machine.environment), "/old/place/.venv"))
    assert machine.steps_of("check") == ["make", "requirements.lock"]


def test_an_environment_whose_python_was_removed_is_made_again(machine: Machine) -> None:
    machine.steps_of("check")
    (machine.environment / "bin" / "python").unlink()
    assert machine.steps_of("check") == ["make", "requirements.lock"]


def test_an_environment_left_while_it_was_being_deleted_is_made_again(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(path: str) -> None:
        raise KeyboardInterrupt

    machine.steps_of("check")
    (machine.environment.parent / "requirements.lock").write_text("newer==2 \\\n")
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "rmtree", interrupted)
        assert run.main(["check"]) == run.STOPPED
    assert machine.steps_of("check") == ["make", "requirements.lock"]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError("Cannot call rmtree on a symbolic link"), "Cannot call rmtree on a symbolic link"),
        (OSError(28, "No space left on device"), "No space left on device"),
        (PermissionError(13, "Permission denied", "pip.exe"), "Permission denied (pip.exe)"),
    ],
)
def test_an_error_names_its_file_or_none(
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: OSError,
    sentence: str,
) -> None:
    def failing(_command: list[str], _failed: str) -> str:
        raise error

    monkeypatch.setattr(environment, "run", failing)
    assert run.main(["check"]) == run.ENVIRONMENT_FAULT
    assert capsys.readouterr().err.splitlines()[-1] == f"run.py: cannot create .venv: {sentence}"


def test_progress_is_one_line_a_step_and_not_on_standard_output(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.steps_of("check")
    version = sys.version.split()[0]
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == (
        f"run.py: creating .venv with Python {version}\nrun.py: installing 1 packages from requirements.lock\n"
    )


@pytest.mark.parametrize(
    ("failing", "sentence"),
    [
        (
            "make",
            "this Python cannot create virtual environments; "
            "on Debian and Ubuntu, `apt install python3-venv` fixes that",
        ),
        (
            "requirements.lock",
            "could not install the packages from requirements.lock; is there a connection, and room on the disk?",
        ),
    ],
)
def test_a_failing_step_ends_with_one_sentence(
    machine: Machine, failing: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.failing = failing
    assert run.main(["check"]) == run.ENVIRONMENT_FAULT
    assert capsys.readouterr().err.splitlines()[-1] == f"run.py: {sentence}"
    assert machine.handed_over == []


def test_a_disk_that_cannot_be_written_ends_with_one_sentence(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    (machine.environment.parent / ".cache").touch()
    assert run.main(["check"]) == run.ENVIRONMENT_FAULT
    assert capsys.readouterr().err.startswith("run.py: cannot create .venv: File exists (")


def test_a_second_start_waits_while_the_first_makes_the_environment(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter([False, False, True])

    def is_locked(_descriptor: int) -> bool:
        is_free = next(answers)
        if is_free:  # the first start has just finished
            machine.run(["make"], "")
            environment.write_stamp({environment.stamp_of("requirements.lock")})
        return is_free

    monkeypatch.setattr(environment, "is_locked", is_locked)
    assert machine.steps_of("check") == ["make"]
    assert capsys.readouterr().err == "run.py: waiting for another run.py that is creating .venv\n"


def test_only_one_process_gets_the_lock(tmp_path: Path) -> None:
    with (tmp_path / "lock").open("a") as first, (tmp_path / "lock").open("a") as second:
        assert environment.is_locked(first.fileno())
        assert not environment.is_locked(second.fileno())


def test_a_failing_command_of_the_set_up_shows_the_end_of_what_it_printed(capsys: pytest.CaptureFixture[str]) -> None:
    program = "print(*range(100), sep='\\n'); raise SystemExit(1)"
    with pytest.raises(environment.EnvironmentFault, match="it did not work"):
        environment.run([sys.executable, "-c", program], "it did not work")
    assert capsys.readouterr().err.splitlines() == [str(number) for number in range(85, 100)]
