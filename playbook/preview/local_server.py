"""A server for browsers on this machine that bears with them: one that goes away in the middle is nothing to report."""

from __future__ import annotations

import sys
from http.server import ThreadingHTTPServer
from typing import Any


class LocalServer(ThreadingHTTPServer):
    """Answers each browser in a thread of its own."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tells what went wrong with an answer, unless the browser has left."""
        error = sys.exception()
        if error is not None and not isinstance(error, ConnectionError):
            self.tell(error)

    def tell(self, error: BaseException) -> None:
        """Says on standard error what went wrong; with where, unless a server has a better way."""
        sys.excepthook(type(error), error, error.__traceback__)
