"""A web server for a built site that compresses, allows caching, and records every answer.

Texts are compressed once, with gzip at its default level. Answers may be cached for ten minutes, so a second page
fetches only what is new. The two headers about origins let a page ask how much memory it and its workers use.
"""

from __future__ import annotations

import gzip
import mimetypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playbook.preview.local_server import LocalServer

COMPRESSED = re.compile(r"\.(?:html|css|js|mjs|json|svg|xml|txt|map)$")
HEADERS = {
    "Cache-Control": "max-age=600",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
_LEVEL = 6


@dataclass(frozen=True)
class Answer:
    """The answer to one request."""

    path: str
    """Below the site's root, without the query string."""
    status: int
    bytes: int
    """Of the body as it was sent, without headers."""


class SiteServer:
    """One built site at an address of its own; ends with `stop`."""

    def __init__(self, folder: Path) -> None:
        self.answers: list[Answer] = []
        """Every answer so far, in order, each recorded before its first byte is sent."""
        self.emptied: re.Pattern[str] | None = None
        """Files whose path matches are sent without their content, so that they do nothing."""
        self._folder = folder.resolve()
        self._bodies: dict[Path, bytes] = {}
        self._in_progress = 0
        self._lock = threading.Lock()
        self._server = LocalServer(("127.0.0.1", 0), partial(_Handler, site=self))
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"
        """The address of the home page, ending in a slash."""
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def is_idle(self) -> bool:
        """Whether every answer has been sent."""
        with self._lock:
            return not self._in_progress

    def stop(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Counts as an answer in progress inside the `with` block."""
        with self._lock:
            self._in_progress += 1
        try:
            yield
        finally:
            with self._lock:
                self._in_progress -= 1

    def file_of(self, path: str) -> Path | None:
        """The file at a path below the root; None when there is none."""
        file = (self._folder / path).resolve()
        file = file / "index.html" if file.is_dir() else file
        return file if file.is_relative_to(self._folder) and file.is_file() else None

    def body_of(self, file: Path) -> bytes:
        """The body that is sent for the file."""
        if file not in self._bodies:
            content = file.read_bytes()
            is_text = COMPRESSED.search(file.name)
            self._bodies[file] = gzip.compress(content, _LEVEL, mtime=0) if is_text else content
        return self._bodies[file]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, *args: Any, site: SiteServer) -> None:
        self._site = site
        super().__init__(*args)

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).removeprefix("/")
        with self._site.answering():
            file = self._site.file_of(path)
            status, body = (200, self._site.body_of(file)) if file else (404, b"")
            if self._site.emptied and self._site.emptied.search(path):
                file, body = None, b""
            self._site.answers.append(Answer(path, status, len(body)))
            self._send(status, file, body)

    def _send(self, status: int, file: Path | None, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if file:
            self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "application/octet-stream")
            if COMPRESSED.search(file.name):
                self.send_header("Content-Encoding", "gzip")
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing: every answer is in `answers`."""
