"""Gives the only file of tips an ending that is not read."""

from __future__ import annotations


def make(data):
    for path in sorted((data / "tips").iterdir()):
        path.rename(path.with_suffix(".yaml"))
