"""Writes a book into a field."""

from __future__ import annotations


def make(data):
    (data / "terms.yml").write_text("seat:\n  say: Seat\n  meaning: " + "word " * 5_000 + "\n")
