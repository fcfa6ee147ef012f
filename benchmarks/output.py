"""The number and size of the files of a built site."""

from __future__ import annotations

import os
import statistics
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Output:
    """The files of one built site."""

    files: int
    bytes: int
    pages: int
    """HTML files."""
    tips: int
    """Pages of tips."""
    tip_median: float
    """Bytes of HTML of a tip's page; 0 without tips."""
    tip_largest: int
    """Bytes of HTML of the largest tip's page."""


def weigh(site: Path) -> Output:
    """Count the files of a site; a tip's page is `tips/<id>/index.html`."""
    files = size = pages = 0
    tips: list[int] = []
    for folder, _, names in os.walk(site):
        inside = Path(folder).relative_to(site).parts
        for name in names:
            length = os.path.getsize(os.path.join(folder, name))
            files += 1
            size += length
            pages += name.endswith(".html")
            if name == "index.html" and len(inside) == 2 and inside[0] == "tips":
                tips.append(length)
    return Output(files, size, pages, len(tips), statistics.median(tips or [0]), max(tips, default=0))
