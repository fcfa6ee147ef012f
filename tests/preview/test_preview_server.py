"""The preview answers a browser: pages, files, and what is asked about them without their content."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection, RemoteDisconnected
from typing import cast

import pytest

import run
from playbook.preview import restarting
from playbook.preview import server as preview_server
from playbook.preview.listening import Listening, PreviewServer
from playbook.preview.preview import Preview
from playbook.preview.restarting import why_not
from playbook.preview.watching import SourceChange, Watcher


class Shown:
    """A preview with one page and one file."""

    version = 3

    def page(self, path: str) -> str | None:
        if path == "broken":
            raise ValueError("no such page")
        return "<h1>Näher</h1>" if path == "tips" else None

    def not_found(self) -> str:
        return "Nobody here"

    def file(self, path: str) -> bytes | None:
        return b"{}" if path == "data/tips.json" else None


@pytest.fixture
def connection() -> Iterator[HTTPConnection]:
    """A connection to a server that shows it."""
    server = preview_server._server(Listening(port=0), cast(Preview, Shown()), lambda: None)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    yield connection
    connection.close()
    server.shutdown()
    server.server_close()


ANSWERS = {
    "/tips/": (200, b"<h1>N\xc3\xa4her</h1>"),
    "/data/tips.json": (200, b"{}"),
    "/nobody/": (404, b"Nobody here"),
}


@pytest.mark.parametrize(("path", "answer"), ANSWERS.items())
def test_a_page_or_file_is_answered(connection: HTTPConnection, path: str, answer: tuple[int, bytes]) -> None:
    connection.request("GET", path)
    got = connection.getresponse()
    assert (got.status, got.read()) == answer


@pytest.mark.parametrize(("path", "answer"), ANSWERS.items())
def test_head_answers_the_same_without_the_content(
    connection: HTTPConnection, path: str, answer: tuple[int, bytes]
) -> None:
    connection.request("HEAD", path)
    got = connection.getresponse()
    assert (got.status, got.read(), got.getheader("Content-Length")) == (answer[0], b"", str(len(answer[1])))
    connection.request("GET", path)  # nothing was left over in the line
    assert connection.getresponse().read() == answer[1]


@pytest.mark.parametrize("sent", [b"GE", b"GET /tips/ HTTP/1.1\r\nHost: here\r\n\r\n"])
def test_a_browser_that_disconnects_early_is_not_reported(
    connection: HTTPConnection, capfd: pytest.CaptureFixture[str], sent: bytes
) -> None:
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", connection.port), timeout=10) as left:
            left.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # closing breaks it off
            left.sendall(sent)
    connection.request("GET", "/tips/")
    assert connection.getresponse().status == 200
    time.sleep(0.1)
    assert capfd.readouterr() == ("", "")


def test_an_answer_that_fails_is_reported_in_one_line(
    connection: HTTPConnection, capfd: pytest.CaptureFixture[str]
) -> None:
    connection.request("GET", "/broken/")
    with pytest.raises(RemoteDisconnected):
        connection.getresponse()
    assert capfd.readouterr().err == "The preview could not answer: ValueError: no such page\n"


class Followed:
    """A preview that is never ready with a change, and a watcher that has noticed one."""

    def __init__(self, change: SourceChange) -> None:
        self.problems = ()
        self.polling_because = ""
        self.is_busy, self.may_end = threading.Event(), threading.Event()
        self._changes = [change]

    def next_change(self) -> SourceChange | None:
        return self._changes.pop() if self._changes else None

    def refresh(self) -> None:
        """There is nothing new to watch."""

    def rebuild(self) -> None:
        self.is_busy.set()
        assert self.may_end.wait(30)

    reload = rebuild


@pytest.mark.parametrize("change", [SourceChange.DATA, SourceChange.SITE])
def test_a_request_does_not_wait_for_a_change_that_is_being_followed(
    connection: HTTPConnection, change: SourceChange
) -> None:
    followed = Followed(change)
    parts = (cast(Watcher, followed), cast(Preview, followed), cast(PreviewServer, None))
    following = threading.Thread(target=preview_server._follow, args=parts)
    following.start()
    assert followed.is_busy.wait(30)
    connection.request("GET", "/tips/")
    assert connection.getresponse().status == 200
    assert following.is_alive()
    followed.may_end.set()
    following.join(30)
    assert not following.is_alive()


def test_code_that_does_not_work_is_known_by_the_last_line_of_its_error() -> None:
    assert why_not(["no-such-command"]) == "Error: No such command 'no-such-command'."
    assert why_not(["--help"]) == ""


def test_on_windows_run_py_starts_the_preview_again(monkeypatch: pytest.MonkeyPatch) -> None:
    codes = [restarting.EXIT_CODE, restarting.EXIT_CODE, 0]
    monkeypatch.setattr(run, "call", lambda _: codes.pop(0))
    monkeypatch.setattr("os.name", "nt")
    with pytest.raises(SystemExit, match=str(restarting.EXIT_CODE)):
        restarting.restart(["serve"])
    assert (run.hand_over("playbook.cli", ["serve"]), codes) == (0, [])
