"""Links to a file outside."""

from __future__ import annotations


def make(data):
    (data / "terms.yml").symlink_to("/etc/hostname")
