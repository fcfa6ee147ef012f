"""Gives the file of the roles another name."""

from __future__ import annotations


def make(data):
    (data / "roles.yml").rename(data / "role.yml")
