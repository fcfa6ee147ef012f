"""Serves built sites on this machine, below a sub-path, and records every request."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

from playbook.preview.local_server import LocalServer

SUB_PATH = "/some/where/"
"""Sites are never at the root of the server: an address that starts with a slash leads nowhere."""


class SiteServer:
    """One built site at an address of its own; ends with `stop`."""

    def __init__(self, folder: Path, sub_path: str = SUB_PATH) -> None:
        self.asked: list[str] = []
        """The path of every request, in order, those outside the sub-path too."""
        self._server = LocalServer(
            ("127.0.0.1", 0), partial(_Handler, folder=folder, sub_path=sub_path, asked=self.asked)
        )
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}{sub_path}"
        """The address of the home page, ending in a slash."""
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Serve no longer."""
        self._server.shutdown()
        self._server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, folder: Path, sub_path: str, asked: list[str]) -> None:
        self._sub_path = sub_path
        self._asked = asked
        super().__init__(*args, directory=str(folder))

    def send_head(self) -> Any:
        self._asked.append(self.path)
        if not self.path.startswith(self._sub_path):
            self.send_error(404, "outside the site")
            return None
        return super().send_head()

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self._sub_path))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what was asked for is in `asked`."""
