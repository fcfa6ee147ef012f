"""A site to publish in tests: each build has its own files, sizes and text, so a mixture of builds is noticed."""

from __future__ import annotations

import re
from pathlib import Path

from playbook.publishing import build_folders, manifest
from playbook.publishing.staging import begin, publish


def expected_files(number: int) -> dict[str, str]:
    """The text of every file of build `number`, by path."""
    text = f"build {number}\n" * (number % 5 + 1)
    paths = ["index.html", "404.html", "assets/playbook.css", *(f"tips/tip-{n}/index.html" for n in range(number % 4))]
    return dict.fromkeys(paths, text)


def fill(folder: Path, number: int) -> None:
    """Write build `number` into `folder`."""
    for path, text in expected_files(number).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def build(site: Path, number: int) -> None:
    """Build and publish build `number`."""
    staging = begin(site)
    fill(staging.folder, number)
    publish(staging)


def which_build(folder: Path) -> int:
    """The number of the one complete build in `folder`; fails when that is not all there is."""
    match = re.match(r"build (\d+)", (folder / "index.html").read_text())
    assert match, "index.html is cut off"
    number = int(match[1])
    found = {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}
    assert manifest.NAME in found
    del found[manifest.NAME]
    assert found == expected_files(number)
    assert manifest.damaged(folder) == []
    return number


def leftovers(site: Path) -> list[str]:
    """The names beside the site, other than the lock and the previous build."""
    return sorted({path.name for path in build_folders.beside(site).iterdir()} - {"lock", "previous"})
