"""Two days, never confused: dates may be written up to today, and pages carry the day of the last commit."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from playbook.days import Days, NoDate
from tests import building

TIP = "tips/look-up.yml"


@pytest.fixture
def old_clone(tmp_path: Path) -> Path:
    """A project whose last commit is from the year before, with the small playbook."""
    project = building.copied_project(tmp_path / "project")
    shutil.rmtree(project / "playbook_data")
    shutil.copytree(building.SMALL, project / "playbook_data")
    then = "2025-03-04T12:00:00Z"
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")
    for command in (("init", "--quiet"), ("add", "--all"), (*who, "commit", "--quiet", "--message=A year ago")):
        subprocess.run(
            ["git", *command],
            cwd=project,
            check=True,
            env={**os.environ, "GIT_AUTHOR_DATE": then, "GIT_COMMITTER_DATE": then},
        )
    return project


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command of the project, as run.py would call it, with nothing in the environment that dates a build."""
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    return subprocess.run(
        [sys.executable, "-m", "playbook.cli", *arguments],
        cwd=project,
        env={**environment, "NO_MKDOCS_2_WARNING": "1"},
        check=False,
        capture_output=True,
        text=True,
    )


def confirm(project: Path, day: dt.date) -> None:
    """Says of a tip that someone confirmed it on that day."""
    file = project / "playbook_data" / TIP
    lines = file.read_text("utf-8").splitlines()
    (at,) = [number for number, line in enumerate(lines) if line.startswith("reviewed:")]
    lines[at] = f"reviewed: {day.isoformat()}"
    file.write_text("\n".join(lines) + "\n", "utf-8")


def test_a_tip_confirmed_today_is_checked_and_built_although_the_last_commit_is_old(old_clone: Path) -> None:
    confirm(old_clone, dt.datetime.now(dt.UTC).date())
    checked = run(old_clone, "check")
    built = run(old_clone, "build")
    assert (checked.returncode, built.returncode) == (0, 0), checked.stdout + built.stderr
    assert "Edition 2025-03" in (old_clone / "site/index.html").read_text("utf-8")


def test_a_date_to_come_stops_the_check_and_the_build_alike(old_clone: Path) -> None:
    confirm(old_clone, dt.datetime.now(dt.UTC).date() + dt.timedelta(days=3))
    checked = run(old_clone, "check")
    built = run(old_clone, "build")
    assert (checked.returncode, built.returncode) == (1, 1)
    assert "error[date-in-future]" in checked.stdout
    assert "error[date-in-future]" in built.stderr
    assert not (old_clone / "site").exists()


def test_a_build_leaves_the_environment_as_it_was(old_clone: Path) -> None:
    code = (
        "import os; before = dict(os.environ)\n"
        "from playbook.folders import Folders; from playbook.hosts.mkdocs.commands import build_site\n"
        "build_site(Folders.of(os.environ))\n"
        "print(sorted(set(os.environ.items()) ^ set(before.items())))"
    )
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "true"}  # as the theme sets it
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=old_clone, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_variable_that_is_no_time_is_reported() -> None:
    with pytest.raises(NoDate, match="SOURCE_DATE_EPOCH is `yesterday`, which is not a time"):
        Days.of({"SOURCE_DATE_EPOCH": "yesterday"}, building.ROOT)


@pytest.mark.parametrize("seconds", ["", "-62135596800", "253402300799", "99999999999999999"])
def test_a_variable_with_a_day_that_cannot_be_reckoned_with_is_refused_by_every_command(seconds: str) -> None:
    with pytest.raises(NoDate):
        Days.of({"SOURCE_DATE_EPOCH": seconds}, building.ROOT)


def test_without_a_history_the_edition_is_today_s(tmp_path: Path) -> None:
    days = Days.of({}, tmp_path)
    assert days.edition == days.today
