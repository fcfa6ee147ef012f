"""The preview answers a browser: pages, files, and what is asked about them without their content."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from typing import cast

import pytest

from playbook.site import preview_server
from playbook.site.preview import Preview


class Shown:
    """A preview with one page and one file."""

    version = 3

    def page(self, path: str) -> str | None:
        return "<h1>Näher</h1>" if path == "tips" else None

    def not_found(self) -> str:
        return "Nobody here"

    def file(self, path: str) -> bytes | None:
        return b"{}" if path == "data/tips.json" else None


@pytest.fixture
def connection() -> Iterator[HTTPConnection]:
    """A connection to a server that shows it."""
    server = preview_server._server(0, cast(Preview, Shown()))
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
