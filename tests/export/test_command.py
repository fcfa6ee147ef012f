"""`run.py export`: it says where the project is, and with its exit code who can fix what is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.building import MINIMAL, ROOT


def run(folder: Path, data: Path = MINIMAL, *options: str) -> subprocess.CompletedProcess[str]:
    """The command as `run.py` hands it on."""
    return subprocess.run(
        [sys.executable, "-m", "playbook.cli", "export", str(folder), *options],
        cwd=ROOT,
        env={
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "PLAYBOOK_DATA": str(data),
            "PLAYBOOK_SITE": str(folder.parent / "site"),
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_says_where_the_project_is_and_touches_no_site(tmp_path: Path) -> None:
    done = run(tmp_path / "project")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"The project is in {tmp_path / 'project'}; its README.md says how to build it\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project"]
    assert "zensical build" in (tmp_path / "project/README.md").read_text("utf-8")


def test_a_folder_with_foreign_files_exits_3(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_text("not ours")
    done = run(tmp_path)
    assert done.returncode == 3
    assert f"`{tmp_path}` contains files that no export put there" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_created_exits_3(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    done = run(tmp_path / "file" / "project")
    assert done.returncode == 3
    assert "cannot write the project: Not a directory" in done.stderr
    assert "Traceback" not in done.stderr


def test_broken_data_exits_1_and_nothing_is_written(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "organisation.yml").write_text("name: [\n")
    done = run(tmp_path / "project", data)
    assert done.returncode == 1
    assert "data/organisation.yml" in done.stderr
    assert not (tmp_path / "project").exists()
