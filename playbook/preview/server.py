"""Serves the preview to this machine's browser, and tells open pages when to load again."""

from __future__ import annotations

import mimetypes
import threading
import time
from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from playbook.preview.local_server import LocalServer
from playbook.preview.preview import RELOAD_SCRIPT, Preview

WAIT = 25.0
"""Seconds for which a page asks whether anything has changed before it asks again."""
SETTLE = 0.03
"""Seconds to wait for a program to finish saving its files."""
VERSION = "_preview/version"
RELOAD = """const known = new URL(document.currentScript.src).searchParams.get("version");
const ask = () => fetch("/_preview/version?known=" + known).then((answer) => answer.text()).then((version) => {
  if (version !== known) location.reload(); else ask();
}).catch(() => setTimeout(ask, 1000));
ask();
"""


class PortTaken(Exception):
    """Something else listens where the preview should; the text says what to do."""


def serve(preview: Preview, watched: Iterable[Path], data: Path, port: int) -> None:
    """Serves the preview until it is stopped. Raises PortTaken, and BuildFailed for a broken mkdocs.yml."""
    click.echo("Preparing the preview …", err=True)
    started = time.monotonic()
    preview.rebuild()
    server = _server(port, preview)
    watcher = _Watcher(preview, data)
    observer = Observer()
    for folder in watched:
        if folder.is_dir():
            observer.schedule(watcher, str(folder), recursive=True)
    observer.start()
    threading.Thread(target=watcher.work, daemon=True).start()
    took = time.monotonic() - started
    address = f"http://127.0.0.1:{server.server_port}/"
    click.echo(f"The playbook is at {address} (ready in {took:.1f} s, {_state(preview)}; Ctrl-C ends it)", err=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("Preview ended", err=True)
    finally:
        observer.stop()
        server.server_close()
        preview.close()


def _state(preview: Preview) -> str:
    count = len(preview.problems)
    return f"{count} to mend" if count else "all is well"


class _Server(LocalServer):
    def tell(self, error: BaseException) -> None:
        """One line, for whoever edits."""
        click.echo(f"The preview could not answer: {type(error).__name__}: {error}", err=True)


def _server(port: int, preview: Preview) -> _Server:
    class Handler(_Handler):
        shown = preview

    try:
        return _Server(("127.0.0.1", port), Handler)
    except OSError as error:
        message = f"Port {port} is taken by another program; choose another: run.py serve --port {port + 1}"
        raise PortTaken(message) from error


class _Watcher(FileSystemEventHandler):
    """Notices changes, and has them shown in a thread of its own so that no request waits for it."""

    def __init__(self, preview: Preview, data: Path) -> None:
        self._preview = preview
        self._data = data
        self._stirred = threading.Event()
        self._is_theme_touched = False

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Notes what was touched; reading a file is no change."""
        if event.is_directory or event.event_type in ("opened", "closed_no_write"):
            return
        path = Path(str(event.src_path))
        if path.suffix in (".pyc", ".py") or path.name.startswith("."):
            return
        if not path.is_relative_to(self._data):
            self._is_theme_touched = True
        self._stirred.set()

    def work(self) -> None:
        """Shows changes as they come, for ever."""
        while True:
            self._stirred.wait()
            time.sleep(SETTLE)
            self._stirred.clear()
            is_theme, self._is_theme_touched = self._is_theme_touched, False
            before = time.monotonic()
            try:
                if is_theme:
                    self._preview.rebuild()
                else:
                    self._preview.reload()
            except Exception as error:  # the preview must outlive whatever is being edited
                click.echo(f"The preview could not follow this change: {type(error).__name__}: {error}", err=True)
                continue
            click.echo(f"Changed, {_state(self._preview)} ({(time.monotonic() - before) * 1000:.0f} ms)", err=True)


class _Handler(BaseHTTPRequestHandler):
    """Answers one browser."""

    shown: Preview
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """A page, a file, or whether anything has changed."""
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
        """What would be answered, without the content."""
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
        """Says nothing: a preview is watched in the browser."""
