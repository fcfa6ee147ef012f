"""Serves built sites on this machine, below a sub-path, and records every request."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playbook.preview.local_server import LocalServer

SUB_PATH = "/some/where/"
"""Sites are never at the root of the server: an address that starts with a slash leads nowhere."""


@dataclass(frozen=True)
class Habits:
    """What a server does that others do not."""

    headers: Mapping[str, str] = field(default_factory=dict)
    """Headers that it adds to every answer."""
    charset: str | None = None
    """The character set that it says every text has."""
    adds_slash: bool = True
    """Whether it leads from a folder's address without a slash to the one with it, or hands out the page there."""


USUAL = Habits()


class SiteServer:
    """One built site at an address of its own; ends with `stop`."""

    def __init__(self, folder: Path, sub_path: str = SUB_PATH, habits: Habits = USUAL) -> None:
        self.asked: list[str] = []
        """The path of every request, in order, those outside the sub-path too."""
        self._server = LocalServer(
            ("127.0.0.1", 0), partial(_Handler, folder=folder, sub_path=sub_path, asked=self.asked, habits=habits)
        )
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}{sub_path}"
        """The address of the home page, ending in a slash."""
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Serve no longer."""
        self._server.shutdown()
        self._server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, folder: Path, sub_path: str, asked: list[str], habits: Habits) -> None:
        self._sub_path = sub_path
        self._asked = asked
        self._habits = habits
        super().__init__(*args, directory=str(folder))

    def send_head(self) -> Any:
        self._asked.append(self.path)
        address = urlsplit(self.path)
        is_folder = Path(self.translate_path(address.path)).is_dir() and not address.path.endswith("/")
        if is_folder and not self._habits.adds_slash and f"{address.path}/".startswith(self._sub_path):
            self.path = f"{address.path}/"
        if not self.path.startswith(self._sub_path):
            self.send_error(404, "outside the site")
            return None
        return super().send_head()

    def end_headers(self) -> None:
        for name, value in self._habits.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def guess_type(self, path: Any) -> str:
        kind = str(super().guess_type(path))
        is_text = kind.startswith("text/") or kind.endswith("javascript")
        return f"{kind}; charset={self._habits.charset}" if self._habits.charset and is_text else kind

    def translate_path(self, path: str) -> str:
        path = f"{path}/" if f"{path}/" == self._sub_path else path
        return super().translate_path("/" + path.removeprefix(self._sub_path))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what was asked for is in `asked`."""
