"""The exit code of a failed command says who can fix it: 1 an editor, 2 who typed it, 3 who runs the machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from playbook.publishing import staging as publishing
from tests.building import DEFAULT, MINIMAL, ROOT


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where to publish."""
    return tmp_path / "site"


def run(site: Path, *arguments: str, data: Path = MINIMAL, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command as `run.py` hands it on, or `mkdocs` itself."""
    module, *options = arguments if arguments[0] == "mkdocs" else ("playbook.cli", *arguments)
    folders = {"PLAYBOOK_DATA": str(data), "PLAYBOOK_SITE": str(site), "PLAYBOOK_CACHE": str(site.parent / "cache")}
    return subprocess.run(
        [sys.executable, "-m", module, *options],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **folders, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_foreign_files_in_the_published_folder_exit_3(site: Path) -> None:
    site.mkdir()
    (site / "holiday.jpg").write_text("not ours")
    done = run(site, "build")
    assert done.returncode == 3
    assert "`site` contains files that no build of this project put there: `holiday.jpg`" in done.stderr
    assert "Traceback" not in done.stderr


def test_another_running_build_exits_3(site: Path) -> None:
    staging = publishing.begin(site)
    done = run(site, "build")
    publishing.discard(staging)
    assert done.returncode == 3
    assert "another build of `site` is running" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot limit the size of files")
@pytest.mark.parametrize("command", [("build",), ("mkdocs", "build", "-q", "-d")])
def test_a_full_disk_exits_3_or_with_mkdocs_1(site: Path, command: tuple[str, ...]) -> None:
    import resource  # noqa: PLC0415 - does not exist on Windows

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, limits[1]))
    try:
        done = run(site, *command, *([str(site)] if "-d" in command else []), data=DEFAULT)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert done.returncode == (3 if command == ("build",) else 1)
    assert "the machine stopped the build: File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert not site.exists()


@pytest.mark.parametrize("command", [("build",), ("serve",), ("mkdocs", "build", "-d")])
def test_an_invalid_date_exits_3_or_with_mkdocs_1(site: Path, command: tuple[str, ...]) -> None:
    done = run(site, *command, *([str(site)] if "-d" in command else []), SOURCE_DATE_EPOCH="abc")
    assert done.returncode == (1 if "-d" in command else 3)
    assert "the environment variable SOURCE_DATE_EPOCH is `abc`, which is not a time" in done.stderr
    assert "Traceback" not in done.stderr


def test_broken_data_exits_1(site: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(MINIMAL, tmp_path / "playbook_data"))
    with (data / "organisation.yml").open("a", encoding="utf-8") as file:
        file.write("site: https://[bad\n")
    done = run(site, "build", data=data)
    assert done.returncode == 1
    assert "error[invalid-form] `https://[bad` is not an address that a browser can open" in done.stderr


@pytest.mark.parametrize("port", ["99999", "-1", "http"])
def test_an_invalid_port_exits_2(site: Path, port: str) -> None:
    done = run(site, "serve", "--port", port)
    assert done.returncode == 2
    assert "`--port` must be a number from 0 to 65535" in done.stderr


def test_a_taken_port_exits_3_and_leaves_nothing_behind(site: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = run(site, "serve", "--port", str(port), TMPDIR=str(temporary))
    assert done.returncode == 3
    assert done.stderr.startswith(f"Port {port} is in use by another program; this one is free: run.py serve --port ")
    assert list(temporary.iterdir()) == []
