"""Writes a list without end."""

from __future__ import annotations


def make(data):
    (data / "terms.yml").write_text("a: [" + "b, " * 60_000 + "b]\n")
