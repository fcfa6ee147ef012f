"""Why there is no new site."""

from __future__ import annotations


class BuildFailed(Exception):
    """The site could not be built; what is published is as it was. The text is what a person reads."""


class BuildPrevented(BuildFailed):
    """The machine is at fault, or who runs it, and nothing that editors wrote."""
