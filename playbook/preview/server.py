"""Serves the preview to browsers on this machine, follows changes, and reloads open pages."""

from __future__ import annotations

import mimetypes
import signal
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, unquote, urlsplit

import click

from playbook.preview.local_server import LocalServer
from playbook.preview.preview import RELOAD_SCRIPT, Preview
from playbook.preview.restarting import restart, why_not
from playbook.preview.watching import SourceChange, Watcher
from playbook.site.sources import Sources

WAIT = 25.0
"""Seconds after which a request for the version is answered although nothing has changed."""
VERSION = "_preview/version"
RELOAD = """const known = new URL(document.currentScript.src).searchParams.get("version");
const ask = () => fetch("/_preview/version?known=" + known).then((answer) => answer.text()).then((version) => {
  if (version !== known) location.reload(); else ask();
}).catch(() => setTimeout(ask, 1000));
ask();
"""


class PortTaken(Exception):
    """The port of the preview is in use; the text says what to do."""


def serve(preview: Preview, sources: Callable[[], Sources], port: int, *, is_polling: bool = False) -> None:
    """Serve the preview until it is stopped. Raises PortTaken, and what `sources` raises.

    `sources` says what the site is made of, and is asked again after each build of the site. `is_polling` looks at all
    files every second, for folders whose changes the system does not report.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends it as Ctrl-C does, temporary folders included
    preview.version = time.time_ns()  # pages of a preview that ran here before notice that this is another one
    click.echo("Preparing the preview …", err=True)
    started = time.monotonic()
    preview.rebuild()
    server = _server(port, preview)
    watcher = Watcher(sources, is_polling=is_polling)
    watcher.start()
    threading.Thread(target=_follow, args=(watcher, preview, server), daemon=True).start()
    took = time.monotonic() - started
    address = f"http://127.0.0.1:{server.server_port}/"
    polling = f"; looking for changes every second: {watcher.polling_because}" if watcher.polling_because else ""
    click.echo(
        f"The playbook is at {address} (ready in {took:.1f} s, {_state(preview)}{polling}; Ctrl-C ends it)", err=True
    )
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.has_new_code = False
        click.echo("Preview ended", err=True)
    finally:
        watcher.stop()
        server.server_close()
        preview.close()
    if server.has_new_code:
        restart(["serve", "--port", str(server.server_port), *(["--poll"] if is_polling else [])])


def _state(preview: Preview) -> str:
    count = len(preview.problems)
    return f"{count} to mend" if count else "all is well"


class _Server(LocalServer):
    has_new_code = False
    """Whether serving has ended only to start again."""

    def report(self, error: BaseException) -> None:
        """Prints one line, for whoever edits."""
        click.echo(f"The preview could not answer: {type(error).__name__}: {error}", err=True)


def _server(port: int, preview: Preview) -> _Server:
    class Handler(_RequestHandler):
        shown = preview

    try:
        return _Server(("127.0.0.1", port), Handler)
    except OSError as error:
        message = f"Port {port} is taken by another program; choose another: run.py serve --port {port + 1}"
        raise PortTaken(message) from error


def _follow(watcher: Watcher, preview: Preview, server: _Server) -> None:
    """Show changes as they come, until watching ends. Runs in a thread of its own, so that no request waits for it."""
    while (change := watcher.next_change()) is not None:
        before = time.monotonic()
        try:
            if change is SourceChange.CODE:
                fault = why_not(["serve", "--rehearse"])
                if not fault:
                    click.echo("The code has changed, starting again", err=True)
                    server.has_new_code = True
                    server.shutdown()
                    return
                click.echo(f"The code has changed but does not work, so the preview keeps the old: {fault}", err=True)
                continue
            if change is SourceChange.SITE:
                preview.rebuild()
                watcher.refresh()
            else:
                preview.reload()
        except Exception as error:  # the preview must outlive whatever is being edited
            click.echo(f"The preview could not follow this change: {type(error).__name__}: {error}", err=True)
            continue
        click.echo(f"Changed, {_state(preview)} ({(time.monotonic() - before) * 1000:.0f} ms)", err=True)


class _RequestHandler(BaseHTTPRequestHandler):
    """Answers the requests of one connection."""

    shown: Preview
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Sends a page, a file, or the version of what is shown as soon as that changes."""
        asked = urlsplit(self.path)
        path = unquote(asked.path).lstrip("/")
        if path == VERSION:
            known = parse_qs(asked.query).get("known", ["0"])[0]
            version = self.shown.wait_for_change(int(known) if known.isdigit() else 0, WAIT)
            self._answer(200, "text/plain", str(version).encode())
        elif path == RELOAD_SCRIPT:
            self._answer(200, "text/javascript", RELOAD.encode())
        elif path == "" or path.endswith("/"):
            self._answer_page(path.rstrip("/"))
        else:
            self._answer_file(path)

    def do_HEAD(self) -> None:
        """Sends the same headers as GET, without the content."""
        self.do_GET()

    def _answer_page(self, path: str) -> None:
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

    def _answer(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Logs nothing: whoever previews is looking at the browser."""
