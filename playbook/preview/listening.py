"""Where a preview listens, under which names it answers, and what is said when it cannot listen there."""

from __future__ import annotations

import errno
import ipaddress
import re
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from itertools import chain

import click

from playbook.preview.local_server import LocalServer
from playbook.wording import _

THIS_MACHINE = "127.0.0.1"
FIRST_FREE_PORT, LAST_PORT = 1024, 65535
"""Ports that anyone may use."""
_HOST_HEADER = re.compile(r"(?P<name>\[[0-9a-f:.%]+\]|[^:\[\]]+)(?::\d{1,5})?")


class CannotListen(Exception):
    """The preview cannot listen where it was told to; the text says why, and what can be done."""


@dataclass(frozen=True)
class Listening:
    """Where a preview listens."""

    host: str = THIS_MACHINE
    """An address or a name of this machine; `0.0.0.0` means all its addresses."""
    port: int = 8000
    """0 takes any port that is free."""

    @property
    def options(self) -> list[str]:
        """How the command line says this."""
        return ["--port", str(self.port), *(["--host", self.host] if self.host != THIS_MACHINE else [])]


def listen(where: Listening, handler: type[BaseHTTPRequestHandler]) -> PreviewServer:
    """A server that others can connect to from now on, although nothing is answered yet. Raises CannotListen."""
    try:
        family, _kind, _protocol, _name, address = _found(where.host, where.port)
        return PreviewServer(where.host, family, address, handler)
    except (OSError, UnicodeError) as error:
        raise CannotListen(_why_not(where, error)) from error


def _found(host: str, port: int) -> tuple[int, int, int, str, tuple[str, int]]:
    found: Sequence[tuple[int, int, int, str, tuple[str, int]]] = socket.getaddrinfo(  # type: ignore[assignment]
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )
    return found[0]


class PreviewServer(LocalServer):
    """A server that knows whether others can reach it, and the names under which it answers."""

    def __init__(self, host: str, family: int, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        self.address_family = family
        super().__init__(address[:2], handler)
        bound = ipaddress.ip_address(address[0].partition("%")[0])
        self.is_open = not bound.is_loopback
        """Whether other machines may reach it."""
        self.has_new_code = False
        """Whether serving has ended only to start again."""
        shown = f"[{address[0]}]" if bound.version == 6 else address[0]
        self.url = f"http://{THIS_MACHINE if bound.is_unspecified else shown}:{self.server_port}/"
        """Its address in a browser on this machine."""
        own = {"localhost", THIS_MACHINE, "::1", host, address[0]}
        self._names = {name.lower() for name in (own | _names_of_this_machine() if self.is_open else own)}

    def report(self, error: BaseException) -> None:
        """Prints one line, for the editor."""
        reason = f"{type(error).__name__}: {error}"
        click.echo(_("The preview could not answer: %(reason)s", reason=reason), err=True)

    def answers_to(self, hosts: Sequence[str]) -> bool:
        """Whether a request with these `Host` headers is meant for it.

        A page of elsewhere can have its own name lead here and then read everything; only under our own names it
        cannot. An address of numbers leads nowhere else, so where others may connect any address will do.
        """
        header = _HOST_HEADER.fullmatch(hosts[0].lower()) if len(hosts) == 1 else None
        if header is None:
            return False
        name = header["name"].strip("[]").removesuffix(".")
        return name in self._names or (self.is_open and _is_address(name))


def _names_of_this_machine() -> set[str]:
    name = socket.gethostname()
    return {name, f"{name}.local"}


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _why_not(where: Listening, error: OSError | UnicodeError) -> str:
    if isinstance(error, socket.gaierror | UnicodeError) or error.errno == errno.EADDRNOTAVAIL:
        return _(
            "This machine has no address `%(host)s`; give `--host` one that it has, or 0.0.0.0 for all of them",
            host=where.host,
        )
    if error.errno in {errno.EADDRINUSE, errno.EACCES}:
        command = f"run.py serve {' '.join(Listening(where.host, next_free_port(where)).options)}"
        if error.errno == errno.EADDRINUSE:
            return _(
                "Port %(port)s is in use by another program; this one is free: %(command)s",
                port=where.port,
                command=command,
            )
        return _(
            "Port %(port)s is for administrators only; this one is free: %(command)s", port=where.port, command=command
        )
    return _(
        "The preview cannot listen on port %(port)s of %(host)s: %(reason)s",
        port=where.port,
        host=where.host,
        reason=error.strerror or error,
    )


def next_free_port(where: Listening) -> int:
    """The next port that is free, or the one before when none above is; 0, which takes any, when all are taken."""
    above = range(max(where.port + 1, FIRST_FREE_PORT), LAST_PORT + 1)
    below = range(min(where.port, LAST_PORT) - 1, FIRST_FREE_PORT - 1, -1)
    return next((port for port in chain(above, below) if _is_free(where.host, port)), 0)


def _is_free(host: str, port: int) -> bool:
    try:
        family, kind, protocol, _name, address = _found(host, port)
        with socket.socket(family, kind, protocol) as trial:
            trial.bind(address)
    except OSError:
        return False
    return True
