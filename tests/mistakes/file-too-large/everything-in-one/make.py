"""Writes more than a megabyte."""

from __future__ import annotations


def make(data):
    (data / "terms.yml").write_text("# so many words\n" * 80_000)
