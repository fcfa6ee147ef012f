"""Asks git. Where there is none or it fails, the answer is empty."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType


def lines(folder: Path, *arguments: str) -> Iterator[bytes]:
    """The output of a git command that runs in `folder`, line by line."""
    with suppress(OSError), _started(folder, arguments, subprocess.DEVNULL) as process:
        yield from process.stdout or ()


def answer(folder: Path, *arguments: str) -> bytes:
    """The whole output of a git command that runs in `folder`."""
    return b"".join(lines(folder, *arguments))


class Objects:
    """The files that a repository holds, by their hashes or as `HEAD:./tips.yml`. One process serves many requests.

    Used in a `with` statement, at whose end the process ends.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Objects:
        with suppress(OSError):
            self._process = _started(self._folder, ("cat-file", "--batch"), subprocess.PIPE)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._process is not None:
            self._process.communicate()

    def content(self, name: str) -> bytes | None:
        """The bytes of one file; None when there is no such file."""
        if self._process is None or self._process.stdin is None or self._process.stdout is None:
            return None
        with suppress(OSError):
            self._process.stdin.write(f"{name}\n".encode())
            self._process.stdin.flush()
            head = self._process.stdout.readline().split()
            if len(head) == 3 and head[2].isdigit():
                content = self._process.stdout.read(int(head[2]))
                self._process.stdout.read(1)
                return content if head[1] == b"blob" else None
        return None


def _started(folder: Path, arguments: tuple[str, ...], asked: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        ["git", "-c", "core.quotePath=false", "-c", "diff.noprefix=false", *arguments],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
        stdin=asked,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
