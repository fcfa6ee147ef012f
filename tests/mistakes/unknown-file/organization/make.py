"""Spells the file of the organisation the American way."""

from __future__ import annotations


def make(data):
    (data / "organisation.yml").rename(data / "organization.yml")
