"""The preview answers a browser: pages, files, and what is asked about them without their content."""

from __future__ import annotations

import signal
import socket
import struct
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection, RemoteDisconnected
from pathlib import Path
from typing import cast

import pytest

import run
from playbook.preview import restarting
from playbook.preview import server as preview_server
from playbook.preview.listening import CannotListen, Listening, PreviewServer
from playbook.preview.preview import Preview
from playbook.preview.restarting import why_not
from playbook.preview.watching import SourceChange, Watcher
from playbook.problems import Place, Problem
from playbook.site.sources import Sources


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
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
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


def test_a_page_of_elsewhere_learns_nothing_by_giving_its_own_name(connection: HTTPConnection) -> None:
    for headers in ({"Host": "playbook.example"}, {"Host": f"playbook.example:{connection.port}"}):
        for path in ("/tips/", "/data/tips.json", "/_preview/version?known=0"):
            connection.request("GET", path, headers=headers)
            got = connection.getresponse()
            assert (got.status, got.read()) == (
                403,
                b"The preview answers only at the address that it printed when it started\n",
            )


def test_a_request_without_a_host_is_refused(connection: HTTPConnection) -> None:
    connection.putrequest("GET", "/tips/", skip_host=True)
    connection.endheaders()
    assert connection.getresponse().status == 403


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/%00", 400),
        ("/tips/%00/", 400),
        ("/..%5c..%5cetc/", 400),
        ("/tips%0d%0a/", 400),
        ("tips/", 400),
        ("http://[/", 400),
        ("/../../etc/", 404),
        ("/%2e%2e/%2e%2e/etc/", 404),
        ("/..%2f..%2fetc/", 404),
        (f"/{'a' * 5000}/", 404),
        ("/%ff%fe/", 404),
        ("/_preview/version?known=%C2%B2", 400),
        ("/_preview/version?known=-1", 400),
        (f"/_preview/version?known={'9' * 5000}", 400),
    ],
)
def test_an_odd_address_is_answered_and_reported_to_nobody(
    connection: HTTPConnection, capfd: pytest.CaptureFixture[str], path: str, status: int
) -> None:
    connection.putrequest("GET", path, skip_host=True)
    connection.putheader("Host", "localhost")
    connection.endheaders()
    got = connection.getresponse()
    assert got.status == status
    got.read()
    assert capfd.readouterr() == ("", "")


def test_a_taken_port_is_noticed_before_anything_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    sources = Sources(Path("playbook_data"), (), ())
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = Listening(port=other.getsockname()[1])
        with pytest.raises(CannotListen):
            preview_server.serve(cast(Preview, None), lambda: sources, taken)


@pytest.mark.parametrize("number", [signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM), signal.SIGINT])
def test_a_signal_ends_a_preview_that_is_still_being_prepared(
    number: signal.Signals, capfd: pytest.CaptureFixture[str]
) -> None:
    class Preparing:
        is_closed = False

        def rebuild(self) -> None:
            signal.raise_signal(number)

        def close(self) -> None:
            signal.raise_signal(number)  # a second one does not interrupt the tidying up
            self.is_closed = True

    before = {each: signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGINT, number)}
    preparing = Preparing()
    for each in before:
        signal.signal(each, signal.default_int_handler)  # whoever runs the tests may have it ignored
    try:
        preview_server.serve(cast(Preview, preparing), lambda: Sources(Path("data"), (), ()), Listening(port=0))
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
    assert preparing.is_closed
    assert capfd.readouterr().err.splitlines()[-1] == "The preview has ended"


def test_others_are_warned_of_once(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    class Ending:
        problems = ()

        def rebuild(self) -> None:
            raise KeyboardInterrupt

        def close(self) -> None:
            """There is nothing to tidy up."""

    monkeypatch.setattr(signal, "signal", lambda *_: None)
    for host, warnings in (("0.0.0.0", 1), ("127.0.0.1", 0)):  # noqa: S104 - for as long as the test runs
        preview_server.serve(cast(Preview, Ending()), lambda: Sources(Path("data"), (), ()), Listening(host, 0))
        assert capfd.readouterr().err.count("Warning: anyone who can reach port ") == warnings


def test_a_data_folder_that_is_gone_is_said_in_the_terminal() -> None:
    class Broken:
        problems = (Problem(Place("playbook_data"), "unreadable-folder", "the data folder cannot be read"),)

    assert preview_server._state(cast(Preview, Broken())) == (
        "1 error, at playbook_data:1:1: the data folder cannot be read"
    )


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
    assert why_not(["no-such-command"]) == "Error: there is no command `no-such-command`"
    assert why_not(["--help"]) == ""


def test_on_windows_run_py_starts_the_preview_again(monkeypatch: pytest.MonkeyPatch) -> None:
    codes = [restarting.EXIT_CODE, restarting.EXIT_CODE, 0]
    monkeypatch.setattr(run, "call", lambda _: codes.pop(0))
    monkeypatch.setattr("os.name", "nt")
    with pytest.raises(SystemExit, match=str(restarting.EXIT_CODE)):
        restarting.restart(["serve"])
    assert (run.hand_over("playbook.cli", ["serve"]), codes) == (0, [])
