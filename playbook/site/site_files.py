"""The files of the site that are not pages: our style sheet and scripts, the data as JSON, the map of the site."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from markupsafe import escape

from playbook import schema
from playbook.model import KINDS, Playbook
from playbook.model.records import NOT_PUBLISHED
from playbook.rendering.links import Links
from playbook.search import build_index
from playbook.search.files import search_files
from playbook.site import feed
from playbook.site.build import Build
from playbook.site.file_names import as_bytes, hashed_name
from playbook.site.review_calendar import calendar_files
from playbook.views import tips_ahead
from playbook.wording import current
from playbook.wording.scripts import as_script

ASSETS = Path(__file__).parent.parent / "assets"
STYLE_SHEET = "playbook/playbook.css"
SCRIPT = "playbook/playbook.js"
ICON = "playbook/favicon.svg"
MakeFiles = Callable[[Build], Iterable[tuple[str, str]]]
"""Makes files from the playbook, as (path, text)."""


def asset_files(colours: str = "") -> dict[str, tuple[str, str]]:
    """Our style sheet, scripts and icon: by name, the name with a hash of the content, and the text.

    `colours` are the rules of the house's own.
    """
    assets = dict(_assets(colours))
    return {name: (name if name == ICON else hashed_name(name, text), text) for name, text in assets.items()}


def _assets(colours: str) -> Iterator[tuple[str, str]]:
    styles = [path.read_text("utf-8") for path in sorted((ASSETS / "css").glob("*.css"))]
    yield STYLE_SHEET, "\n".join([*styles, f"@media screen {{\n{colours}}}\n"] if colours else styles)
    yield SCRIPT, joined(ASSETS / "js")
    yield ICON, (ASSETS / "favicon.svg").read_text("utf-8")


def joined(folder: Path) -> str:
    """The scripts of a folder as one, in the order of their names, with what they share in its folder `shared`.

    Each has a scope of its own, so that a page opened from a file share needs no module loader, and runs alone: one
    that throws does not stop the next.
    """
    shared = [path.read_text("utf-8") for path in sorted((folder / "shared").glob("*.js"))]
    scripts = [f"alone(() => {{\n{path.read_text('utf-8')}}});\n" for path in sorted(folder.glob("*.js"))]
    wording = as_script("".join([*shared, *scripts]), current())
    return "(() => {\n" + "\n".join([wording, *shared, *scripts]) + "})();\n"


def other_files(build: Build, site_url: str | None, hand_written: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every file that is made from the playbook and is no page, as (path, text)."""
    yield from data_files(build)
    yield from index_files(build)
    yield from feed_files(build)
    yield from calendars(build)
    if site_url:
        yield "sitemap.xml", site_map(build, site_url, hand_written)


def maker_of(path: str) -> MakeFiles | None:
    """What makes the file at `path`, and others with it; None when none of the files above can be there."""
    if path.startswith("data/"):
        return data_files
    if path.startswith("search/"):
        return index_files
    if path == feed.FILE:
        return feed_files
    return calendars if path.endswith(".ics") else None


def calendars(build: Build) -> Iterator[tuple[str, str]]:
    """The calendars of reviews, as (path, text)."""
    return calendar_files(build.context, build.has_folders)


def index_files(build: Build) -> Iterator[tuple[str, str]]:
    """The index of the search and the scripts that answer from it, as (path, text)."""
    page_ids = {page.path or "home" for page in build.pages.values()}
    unconfirmed = {state.about: state.words for state in build.context.reviews.all if state.words}
    index = build_index(build.playbook, page_ids, build.folders.cache, unconfirmed)
    proposals = build.editing.proposals(build.playbook.organisation.contact)
    yield from search_files(index, Links("", build.has_folders), proposals)


def feed_files(build: Build) -> Iterator[tuple[str, str]]:
    """The feed of changes, as (path, text); nothing when there are none."""
    if "what-changed" in build.pages:
        yield feed.FILE, feed.atom(build.context, build.has_folders)


def write_all(files: Iterable[tuple[str, str]], folder: Path) -> None:
    """Writes the files below `folder`. Raises OSError when the disk will not take them."""
    for name, text in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_bytes(name, text))


def data_files(build: Build) -> Iterator[tuple[str, str]]:
    """The playbook as JSON: one file with everything and one for each kind, as (path, text)."""
    everything = as_json(build.playbook)
    yield "data/playbook.json", _dump(everything)
    yield "data/playbook.schema.json", schema.as_text(schema.published_schema())
    for kind in KINDS:
        if everything.get(kind.plural):
            yield f"data/{kind.plural}.json", _dump(everything[kind.plural])
    if build.playbook.tips:
        yield tips_ahead.FILE, _dump(tips_ahead.tips_ahead(build.context))


def as_json(playbook: Playbook) -> dict[str, Any]:
    """The published playbook as plain values: the organisation, and for each kind its records by id.

    Fields that are not given are left out, and so are those of `NOT_PUBLISHED`.
    """
    plain: dict[str, Any] = {"organisation": _record(playbook.organisation)}
    for kind in KINDS:
        plain[kind.plural] = {record_id: _record(record) for record_id, record in playbook.of_kind(kind.name).items()}
    return plain


def _record(record: Any) -> dict[str, Any]:
    dumped: dict[str, Any] = record.model_dump(mode="json", exclude_unset=True, exclude={*NOT_PUBLISHED})
    return dumped


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def site_map(build: Build, site_url: str, others: Iterable[str]) -> str:
    """The map of the site for search engines: our pages and the addresses of the others."""
    root = site_url.rstrip("/") + "/"
    ours = (urljoin(root, f"{path}/" if path else "") for path in build.pages)
    lines = [
        f"<url><loc>{escape(address)}</loc><lastmod>{build.days.edition}</lastmod></url>"
        for address in dict.fromkeys([*ours, *others])
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' + "\n".join(lines) + "\n</urlset>\n"
    )
