"""The preview listens where it is told to, answers only under its own names, and says which port is free."""

from __future__ import annotations

import errno
import re
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler

import pytest

from playbook.preview import listening
from playbook.preview.listening import CannotListen, Listening, PreviewServer, listen, next_free_port


@pytest.fixture
def started() -> Iterator[Callable[[str], PreviewServer]]:
    """Servers that listen on any port and answer nothing."""
    with ExitStack() as ended:

        def start(host: str) -> PreviewServer:
            server = listen(Listening(host, 0), BaseHTTPRequestHandler)
            ended.callback(server.server_close)
            return server

        yield start


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST.", "127.0.0.1", "[::1]", "localhost:9000", "127.0.0.1:80"])
def test_the_preview_answers_under_its_own_names_at_any_port(
    started: Callable[[str], PreviewServer], name: str
) -> None:
    assert started("127.0.0.1").answers_to([name])


FOREIGN = [
    "playbook.example",
    "127.0.0.1.playbook.example",
    "localhost.example:8000",
    "",
    ":8000",
    "localhost:8000:1",
    "a b",
]


@pytest.mark.parametrize("name", [*FOREIGN, "192.0.2.7", "[2001:db8::7]:8000"])
def test_the_preview_answers_under_no_other_name(started: Callable[[str], PreviewServer], name: str) -> None:
    assert not started("127.0.0.1").answers_to([name])


def test_a_request_names_one_host(started: Callable[[str], PreviewServer]) -> None:
    server = started("127.0.0.1")
    assert not server.answers_to([])
    assert not server.answers_to(["localhost", "localhost"])


def test_a_preview_for_others_answers_under_addresses_and_the_name_of_the_machine(
    started: Callable[[str], PreviewServer],
) -> None:
    server = started("0.0.0.0")  # noqa: S104 - for as long as the test runs
    assert server.is_open
    names = ["192.0.2.7:8000", "[2001:db8::7]", "localhost", socket.gethostname(), f"{socket.gethostname()}.local:8000"]
    assert [name for name in names if not server.answers_to([name])] == []
    assert [name for name in FOREIGN if server.answers_to([name])] == []


def test_a_preview_for_this_machine_is_not_open_to_others(started: Callable[[str], PreviewServer]) -> None:
    server = started("127.0.0.1")
    assert not server.is_open
    assert server.url == f"http://127.0.0.1:{server.server_port}/"


def test_two_hundred_may_wait_to_be_connected(started: Callable[[str], PreviewServer]) -> None:
    server = started("127.0.0.1")
    with ExitStack() as waiting:
        for _ in range(200):
            waiting.enter_context(socket.create_connection(("127.0.0.1", server.server_port), timeout=0.5))


def test_a_taken_port_is_refused_with_one_that_is_free(started: Callable[[str], PreviewServer]) -> None:
    taken = started("127.0.0.1").server_port
    with pytest.raises(CannotListen) as refused:
        listen(Listening(port=taken), BaseHTTPRequestHandler)
    said = re.fullmatch(
        rf"Port {taken} is in use by another program; this one is free: run\.py serve --port (\d+)", str(refused.value)
    )
    assert said is not None
    assert listening._is_free("127.0.0.1", int(said[1]))


@pytest.mark.parametrize(
    ("taken", "free", "advised"),
    [
        (65535, {65532, 65536}, 65532),
        (8000, {8002, 8003}, 8002),
        (8000, {7000}, 7000),
        (80, {81, 8080}, 8080),
        (65535, set(), 0),
    ],
)
def test_the_next_free_port_is_one_that_exists_and_that_anyone_may_use(
    monkeypatch: pytest.MonkeyPatch, taken: int, free: set[int], advised: int
) -> None:
    monkeypatch.setattr(listening, "_is_free", lambda _host, port: port in free)
    assert next_free_port(Listening(port=taken)) == advised


def test_a_port_kept_for_administrators_is_called_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "_is_free", lambda _host, port: port == 8080)
    said = listening._why_not(Listening("localhost", 80), PermissionError(errno.EACCES, "Permission denied"))
    assert said == "Port 80 is for administrators only; this one is free: run.py serve --port 8080 --host localhost"


@pytest.mark.parametrize("host", ["192.0.2.7", "a" * 300])
def test_an_address_that_this_machine_has_not_is_refused(host: str) -> None:
    with pytest.raises(CannotListen, match="This machine has no address `"):
        listen(Listening(host, 0), BaseHTTPRequestHandler)
