"""Takes the place of a disk that fails."""

from __future__ import annotations

import os
from unittest import mock

_open = os.open


def _failing(path, *rest):
    if str(path).endswith("new.yml"):
        raise OSError(5, "Input/output error")
    return _open(path, *rest)


def make(data):
    (data / "tips" / "new.yml").write_text("")
    return mock.patch("os.open", _failing)
