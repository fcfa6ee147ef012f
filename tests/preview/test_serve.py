"""`serve` as people run it: it follows the configuration and our own code on the same port, and outlives mistakes.

Whatever ends it, its temporary folder is gone afterwards.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests import building

PATIENCE = 120
"""Seconds until something counts as not happening, on a busy machine."""


@contextmanager
def signals_as_usual() -> Iterator[None]:
    """What is started inside the `with` block does not ignore the end of its terminal, even if whoever tests does."""
    if not hasattr(signal, "SIGHUP"):
        yield
        return
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


class Serving:
    """A `serve` of a copy of the project, as a process of its own."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.project = building.copied_project(folder / "project")
        self.data = Path(shutil.copytree(building.SMALL, folder / "playbook_data"))
        self.temporary = folder / "temporary"
        self.temporary.mkdir()
        self._said = folder / "said.txt"
        environment = {
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONDONTWRITEBYTECODE": "1",  # a module changed twice within a second would be loaded as it was
            "PYTHONUNBUFFERED": "1",
            "TMPDIR": str(self.temporary),
            "PLAYBOOK_DATA": str(self.data),
            "PLAYBOOK_CACHE": str(folder / "cache"),
        }
        command = [sys.executable, "-m", "playbook.cli", "serve", "--port", "0", *options]
        with self._said.open("w") as output, signals_as_usual():
            self.process = subprocess.Popen(command, cwd=self.project, env=environment, stderr=output)
        self.port = self.wait_until_said(r"http://127\.0\.0\.1:(\d+)/")

    ending = signal.SIGTERM
    """What ends it; not Ctrl-C, which processes started in the background may ignore."""

    def said(self) -> str:
        """Everything that was printed so far."""
        return self._said.read_text("utf-8")

    def wait_until_said(self, pattern: str, times: int = 1) -> str:
        """What the pattern finds as soon as it has been printed so many times."""
        self.wait_until(lambda: len(re.findall(pattern, self.said())) >= times, f"{pattern} is said {times} times")
        return str(re.findall(pattern, self.said())[times - 1])

    def wait_until(self, is_so: Callable[[], bool], what: str) -> None:
        """Waits; fails when the process ends or it takes too long."""
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            assert self.process.poll() is None, f"serve ended: {self.said()}"
            assert time.monotonic() < deadline, f"never: {what}\n{self.said()}"
            time.sleep(0.05)

    def get(self, path: str) -> str:
        """What is answered; nothing while nobody listens."""
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except (OSError, HTTPException):
            return ""

    def change(self, path: str, was: str, becomes: str) -> None:
        """Saves a file of the project as an editor does, by replacing it."""
        file = self.project / path
        text = file.read_text("utf-8")
        assert was in text
        new = file.with_name(f".{file.name}.new")
        new.write_text(text.replace(was, becomes, 1), "utf-8")
        new.replace(file)


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Callable[..., Serving]]:
    """Starts `serve` with these options."""
    started: list[Serving] = []

    def start(*options: str) -> Serving:
        started.append(Serving(tmp_path, *options))
        return started[-1]

    yield start
    for each in started:
        assert len(list(each.temporary.iterdir())) == (os.name != "nt")
        each.process.send_signal(each.ending)
        each.process.wait(PATIENCE)
        assert list(each.temporary.iterdir()) == []


def styles_of(serve: Serving) -> str:
    """Our style sheet, whose name changes with it."""
    named = re.search(r"playbook/playbook\.[0-9a-f]{8}\.css", serve.get(""))
    assert named is not None
    return serve.get(named[0])


def test_serve_follows_mkdocs_yml_and_outlives_a_broken_one(serving: Callable[..., Serving]) -> None:
    serve = serving()
    assert "Looking for changes every second" not in serve.said()
    assert "#0a5c63" not in styles_of(serve)
    serve.change("mkdocs.yml", "extra:\n", "extra: [\n")
    serve.wait_until_said("could not show this change")
    serve.change("playbook/views/coverage.py", '"Coverage"', '"Whiskers"')
    serve.wait_until_said("does not work, so the preview keeps the old code: ")
    assert "Coverage" in serve.get("coverage/")
    serve.change("mkdocs.yml", "extra: [\n", 'extra:\n  colours:\n    light: {accent: "#0a5c63"}\n')
    serve.wait_until(lambda: "#0a5c63" in styles_of(serve), "the colour is shown")


@pytest.mark.skipif(os.name == "nt", reason="Windows needs run.py to start again")
def test_serve_takes_up_changed_code_on_the_same_port_and_keeps_the_old_while_it_is_broken(
    serving: Callable[..., Serving],
) -> None:
    serve = serving("--poll")
    serve.ending = signal.SIGHUP
    assert "Looking for changes every second: `--poll` asks for it" in serve.said()
    before = serve.get("_preview/version?known=0")
    serve.change("playbook/views/coverage.py", "import", "import import")
    serve.wait_until_said("does not work, so the preview keeps the old code: SyntaxError")
    assert "Coverage" in serve.get("coverage/")
    serve.change("playbook/views/coverage.py", "import import", "import")
    serve.change("playbook/views/coverage.py", '"Coverage"', '"Whiskers and beards"')
    serve.wait_until(lambda: "Whiskers and beards" in serve.get("coverage/"), "the new code is shown")
    assert f"http://127.0.0.1:{serve.port}/" in serve.said().splitlines()[-1]
    assert "Looking for changes every second: `--poll` asks for it" in serve.said().splitlines()[-1]
    assert serve.get(f"_preview/version?known={before}") != before
    with (serve.data / "principles.yml").open("a", encoding="utf-8") as file:
        file.write("\nwhiskers:\n  name: Whiskers\n  statement: They feel the way.\n")
    serve.wait_until(lambda: "They feel the way" in serve.get("principles/whiskers/"), "the record is shown")
