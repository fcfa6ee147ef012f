"""The server sends what a browser asked for, compressed as on the web, and records every answer."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benchmarks.serving import Answer, SiteServer

PAGE = b"<p>The lamp is at the side entrance.</p>" * 50
PICTURE = bytes(range(256))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SiteServer]:
    (tmp_path / "secret.html").write_bytes(b"outside")
    site = tmp_path / "site"
    (site / "tips" / "lamp").mkdir(parents=True)
    (site / "tips" / "lamp" / "index.html").write_bytes(PAGE)
    (site / "picture.png").write_bytes(PICTURE)
    server = SiteServer(site)
    yield server
    server.stop()


def _asked(server: SiteServer, path: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(urlsplit(server.url).netloc, timeout=10)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_a_text_is_compressed_and_may_be_cached(server: SiteServer) -> None:
    response, body = _asked(server, "/tips/lamp/")
    assert (response.status, response.headers["Content-Encoding"]) == (200, "gzip")
    assert response.headers["Cache-Control"] == "max-age=600"
    assert gzip.decompress(body) == PAGE


def test_a_picture_is_sent_as_it_is(server: SiteServer) -> None:
    response, body = _asked(server, "/picture.png")
    assert (response.headers["Content-Encoding"], body) == (None, PICTURE)


def test_every_answer_is_counted_as_it_was_sent(server: SiteServer) -> None:
    _, body = _asked(server, "/tips/lamp/?v=1")
    _asked(server, "/nowhere")
    assert server.answers == [Answer("tips/lamp/", 200, len(body)), Answer("nowhere", 404, 0)]
    assert len(body) < len(PAGE) / 10


def test_a_server_is_idle_only_when_everything_was_sent(server: SiteServer) -> None:
    assert server.is_idle
    with server.answering():
        assert not server.is_idle
    assert server.is_idle


def test_an_emptied_file_is_sent_without_content(server: SiteServer) -> None:
    server.emptied = re.compile("^(picture|tips)")
    assert [
        (answer[0].status, answer[1]) for answer in (_asked(server, "/picture.png"), _asked(server, "/tips/lamp/"))
    ] == [(200, b"")] * 2
    server.emptied = None
    assert _asked(server, "/picture.png")[1] == PICTURE


@pytest.mark.parametrize("path", ["/../secret.html", "/tips/%2e%2e/%2e%2e/secret.html"])
def test_nothing_outside_the_site_is_served(server: SiteServer, path: str) -> None:
    assert _asked(server, path)[0].status == 404
