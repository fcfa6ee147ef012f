"""Deletes the file."""

from __future__ import annotations


def make(data):
    (data / "organisation.yml").unlink()
