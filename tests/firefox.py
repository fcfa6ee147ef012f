"""A Firefox for tests, if this machine has one: an installed one, driven by the protocol that comes with it.

Playwright drives only a Firefox of its own. This speaks Marionette, of which a few commands are enough: each message is
its length, a colon and JSON.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

PROGRAMS = ("firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox")
PATIENCE = 60.0
"""Seconds for Firefox to start, and for each answer."""
FAULTS = """return Services.console.getMessageArray()
  .filter((message) => message instanceof Ci.nsIScriptError && message.sourceName.startsWith(arguments[0]))
  .map((message) => message.errorMessage);"""
"""What scripts and style sheets of the addresses that begin so have reported."""


def installed() -> str | None:
    """The path of the Firefox that PLAYBOOK_FIREFOX names, else of an installed one."""
    named = os.environ.get("PLAYBOOK_FIREFOX")
    return named or next((path for path in map(shutil.which, PROGRAMS) if path), None)


class Firefox:
    """One window."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._count = 0
        self._read()  # it introduces itself
        self._ask("WebDriver:NewSession", {})

    def open(self, address: str) -> None:
        """Opens a page and waits until it is loaded."""
        self._ask("WebDriver:Navigate", {"url": address})

    def run(self, script: str, *arguments: object) -> Any:
        """What a script in the page returns; a promise is waited for."""
        answer = self._ask("WebDriver:ExecuteScript", {"script": script, "args": arguments})
        return answer["value"]

    def printed(self) -> bytes:
        """The page as a PDF on A4, upright unless the page says otherwise."""
        sheet = {
            "page": {"width": 21.0, "height": 29.7},
            "margin": dict.fromkeys(("top", "bottom", "left", "right"), 1),
        }
        return base64.b64decode(self._ask("WebDriver:Print", sheet)["value"])

    def faults(self, address: str) -> list[str]:
        """What has gone wrong in files whose address begins so, since the browser started."""
        self._ask("Marionette:SetContext", {"value": "chrome"})
        try:
            return list(self.run(FAULTS, address))
        finally:
            self._ask("Marionette:SetContext", {"value": "content"})

    def end(self) -> None:
        """Ends the browser."""
        with suppress(OSError, RuntimeError, ValueError):
            self._ask("Marionette:Quit", {"flags": ["eForceQuit"]})

    def _ask(self, command: str, arguments: dict[str, Any]) -> Any:
        self._count += 1
        message = json.dumps([0, self._count, command, arguments]).encode()
        self._connection.sendall(b"%d:%b" % (len(message), message))
        _, _, fault, answer = self._read()
        if fault:
            raise RuntimeError(f"{command}: {fault['error']}: {fault['message']}")
        return answer

    def _read(self) -> Any:
        length = b""
        while (letter := self._received(1)) != b":":
            length += letter
        return json.loads(self._received(int(length)))

    def _received(self, length: int) -> bytes:
        received = b""
        while len(received) < length:
            piece = self._connection.recv(length - len(received))
            if not piece:
                raise ConnectionError("Firefox ended")
            received += piece
        return received


@contextmanager
def started(program: str, profile: Path) -> Iterator[Firefox]:
    """A window of a Firefox with an empty profile in this folder."""
    port = _free_port()
    (profile / "user.js").write_text(f'user_pref("marionette.port", {port});\n', "utf-8")
    options = ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", str(profile)]
    process = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        firefox = Firefox(_connected(port))
        yield firefox
        firefox.end()
    finally:
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.kill()


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def _connected(port: int) -> socket.socket:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            connection = socket.create_connection(("127.0.0.1", port), PATIENCE)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
            continue
        return connection
