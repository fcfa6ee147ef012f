"""Makes a pipe, which would never end."""

from __future__ import annotations

import os


def make(data):
    os.mkfifo(data / "tips" / "pipe.yml")
