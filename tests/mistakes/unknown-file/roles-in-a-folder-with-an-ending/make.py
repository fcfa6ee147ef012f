"""Puts the file of the roles into a folder that has a file's name."""

from __future__ import annotations


def make(data):
    (data / "roles").mkdir()
    (data / "roles.yml").rename(data / "roles" / "everybody.yml")
    (data / "roles").rename(data / "roles.yml")
