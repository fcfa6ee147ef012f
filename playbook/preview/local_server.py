"""A local HTTP server that ignores clients which disconnect early."""

from __future__ import annotations

import sys
from http.server import ThreadingHTTPServer
from typing import Any


class LocalServer(ThreadingHTTPServer):
    """Answers each connection in a thread of its own."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Reports an error in an answer, unless the client has disconnected."""
        error = sys.exception()
        if error is not None and not isinstance(error, ConnectionError):
            self.report(error)

    def report(self, error: BaseException) -> None:
        """Prints the traceback on standard error; a subclass may do better."""
        sys.excepthook(type(error), error, error.__traceback__)
