"""Why there is no new site."""

from __future__ import annotations


class BuildFailed(Exception):
    """The site could not be built; what is published is as it was. The text is what a person reads."""


class BuildPrevented(BuildFailed):
    """The machine or its administrator is at fault, not anything that editors wrote."""
