"""A local HTTP server that ignores clients which disconnect early."""

from __future__ import annotations

import os
import socketserver
import sys
from http.server import ThreadingHTTPServer
from typing import Any


class LocalServer(ThreadingHTTPServer):
    """Answers each connection in a thread of its own."""

    request_queue_size = 512
    """How many may wait to be connected: a browser with many tabs, or many browsers, after a change."""
    allow_reuse_address = os.name != "nt"
    """On Windows this would let two servers have the same port."""

    def server_bind(self) -> None:
        """Takes the port, without asking the network for the name of this machine as the inherited method does."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Reports an error in an answer, unless the client has disconnected."""
        error = sys.exception()
        if error is not None and not isinstance(error, ConnectionError):
            self.report(error)

    def report(self, error: BaseException) -> None:
        """Prints the traceback on standard error; a subclass may do better."""
        sys.excepthook(type(error), error, error.__traceback__)
