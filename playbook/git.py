"""Asks git, with every setting given, so that no one's configuration changes an answer.

Where there is no git or it fails, the answer is empty; `trouble` says why.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from playbook.wording import N_, _

_SETTINGS = (
    "color.ui=false",
    "core.quotePath=false",
    "core.pager=cat",
    "i18n.logOutputEncoding=utf-8",
    "diff.algorithm=myers",
    "diff.indentHeuristic=true",
    "diff.interHunkContext=0",
    "diff.mnemonicPrefix=false",
    "diff.noprefix=false",
    "diff.renameLimit=1000",
    "diff.renames=true",
    "diff.suppressBlankEmpty=false",
    "log.diffMerges=separate",
    "log.follow=false",
    "log.showRoot=true",
    "log.showSignature=false",
)
_OURS = frozenset(("GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_EXEC_PATH"))
"""Variables that say where git is and how far it may look. Others would point it elsewhere: git sets them for hooks."""
_UNSAFE = "dubious ownership"
_SHALLOW = N_("this copy has only part of the history, so no page can say what has changed; run: git fetch --unshallow")
_ELSEWHERE = N_("git is set up as if its files were elsewhere (core.worktree), so no page can say what has changed")


def trouble(folder: Path) -> str | None:
    """Why git cannot show the history of a folder that should have one, and what helps; None when it can."""
    if not any((parent / ".git").exists() for parent in (folder, *folder.parents)):
        return None
    try:
        done = _asked(folder, "rev-parse", "--is-shallow-repository", "--show-toplevel")
        answers = done.stdout.decode(errors="replace").splitlines()
        is_shallow, is_here = answers[:1] == ["true"], all((Path(top) / ".git").exists() for top in answers[1:])
        if done.returncode == 0 and not is_shallow and _asked(folder, "rev-parse", "--verify", "HEAD").returncode == 0:
            # This fails where a setting or an object is broken.
            done = _asked(folder, "log", "-1", "--raw", "-O/dev/null", "--", ".")
    except OSError:
        return _("git is not installed, so no page can say what has changed")
    said = done.stderr.decode(errors="replace")
    if done.returncode == 0:
        return _(_SHALLOW) if is_shallow else None if is_here else _(_ELSEWHERE)
    if _UNSAFE in said:
        return _(
            "git does not trust this folder because it belongs to someone else, so no page can say what has changed; "
            "if you trust it, run: git config --global --add safe.directory %(folder)s",
            folder=folder.parent.as_posix(),
        )
    reason = said.strip().split("\n")[0].removeprefix("fatal: ")
    reason = reason or _("it ended with the code %(number)s", number=done.returncode)
    return _("git cannot read the history, so no page can say what has changed: %(reason)s", reason=reason)


def lines(folder: Path, *arguments: str) -> Iterator[bytes]:
    """The output of a git command that runs in `folder`, line by line."""
    with suppress(OSError), _started(folder, arguments, subprocess.DEVNULL) as process:
        yield from process.stdout or ()


def answer(folder: Path, *arguments: str) -> bytes:
    """The whole output of a git command that runs in `folder`."""
    return b"".join(lines(folder, *arguments))


class Objects:
    """The files of a repository, by their hashes or as `HEAD:./tips.yml`. One process serves many requests.

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
        _arguments(*arguments),
        cwd=folder,
        env=_environment(),
        stdin=asked,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _asked(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(_arguments(*arguments), cwd=folder, env=_environment(), capture_output=True, check=False)


def _arguments(*arguments: str) -> list[str]:
    return ["git", *(word for setting in _SETTINGS for word in ("-c", setting)), *arguments]


def _environment() -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name in _OURS or name.startswith("GIT_CONFIG")
    }
    return {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_REPLACE_OBJECTS": "1"}
