"""Answers the requests of browsers: pages, files, and whether there is something new."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import cast
from urllib.parse import parse_qs, unquote, urlsplit

from playbook.preview.listening import PreviewServer
from playbook.preview.preview import RELOAD_SCRIPT, Preview
from playbook.wording import _

WAIT = 25.0
"""Seconds after which a request for the version is answered although nothing has changed."""
VERSION = "_preview/version"
RELOAD = """const known = new URL(document.currentScript.src).searchParams.get("version");
const ask = () => fetch("/_preview/version?known=" + known).then((answer) => answer.text()).then((version) => {
  if (version !== known) location.reload(); else ask();
}).catch(() => setTimeout(ask, 1000));
ask();
"""
_KNOWN = re.compile(r"[0-9]{1,30}", re.ASCII)
_UNFIT = re.compile(r"[\x00-\x1f\x7f\\]")
"""What no address of a page or file contains; a backslash would be a slash on Windows."""


class RequestHandler(BaseHTTPRequestHandler):
    """Answers the requests of one connection."""

    shown: Preview
    look: Callable[[], None]
    """Called at each request for a page or for news, so that changes are noticed that the system does not report."""
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Sends a page, a file, or the version of what is shown as soon as that changes."""
        if not cast(PreviewServer, self.server).answers_to(self.headers.get_all("Host", [])):
            self._refuse(403, _("The preview answers only at the address that it printed when it started"))
            return
        path, query = self._asked()
        if path is None:
            self._refuse(400, _("This is not the address of a page"))
        elif path == VERSION:
            self._answer_version(parse_qs(query).get("known", ["0"])[0])
        elif path == RELOAD_SCRIPT:
            self._answer(200, "text/javascript", RELOAD.encode())
        elif path == "" or path.endswith("/"):
            self._answer_page(path.rstrip("/"))
        else:
            self._answer_file(path)

    def do_HEAD(self) -> None:
        """Sends the same headers as GET, without the content."""
        self.do_GET()

    def _asked(self) -> tuple[str | None, str]:
        """The path that is asked for, without a slash before it, and the query; no path when it can be none."""
        try:
            asked = urlsplit(self.path)
        except ValueError:
            return None, ""
        path = unquote(asked.path)
        is_fit = path.startswith("/") and not asked.netloc and not _UNFIT.search(path)
        return (path.lstrip("/") if is_fit else None), asked.query

    def _answer_version(self, known: str) -> None:
        if not _KNOWN.fullmatch(known):
            self._refuse(400, "`known` is a number")
            return
        self.look()
        version = self.shown.wait_for_change(int(known), WAIT)
        self._answer(200, "text/plain", str(version).encode())

    def _answer_page(self, path: str) -> None:
        self.look()
        html = self.shown.page(path)
        status = 200 if html is not None else 404
        self._answer(status, "text/html; charset=utf-8", (html or self.shown.not_found()).encode())

    def _answer_file(self, path: str) -> None:
        content = self.shown.file(path)
        if content is None:
            self._answer_page(path.removesuffix("/index.html").removesuffix(".html"))
            return
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        self._answer(200, kind, content)

    def _refuse(self, status: int, why: str) -> None:
        self._answer(status, "text/plain; charset=utf-8", f"{why}\n".encode())

    def _answer(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Logs nothing: people who preview look at the browser."""
