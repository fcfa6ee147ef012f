"""Which pages of a built site to look at when one of each kind will do."""

from __future__ import annotations

from pathlib import Path


def one_of_each_kind(site: Path) -> list[str]:
    """The address below the site's root of the home page, every view and index, and one page of each kind of record."""
    views = [path.relative_to(site).as_posix() for path in sorted(site.glob("*/index.html"))]
    folders = sorted({path.parent.parent for path in site.glob("*/*/index.html")})
    records = [min(folder.glob("*/index.html")).relative_to(site).as_posix() for folder in folders]
    return [path.removesuffix("index.html") for path in ("index.html", *views, *records)]
