"""Which files of `docs/` are published beside the Markdown: kinds that houses publish, and none that leads elsewhere.

What is refused would be published as it lies there: without the policy, or although nobody meant it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from playbook.problems import Place, Problem, one_line
from playbook.site.drawings import drawing_fault
from playbook.site.page_codes import DRAWING_RUNS, LEFTOVER_FILE, LINKED_FILE, RESERVED_PATH, UNPUBLISHED_KIND

PUBLISHED = frozenset(
    {
        *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico"),
        *(".pdf", ".txt", ".csv", ".tsv", ".ics", ".vcf", ".json", ".zip", ".epub", ".rtf"),
        *(".docx", ".xlsx", ".pptx", ".doc", ".xls", ".ppt", ".odt", ".ods", ".odp"),
        *(".mp3", ".m4a", ".ogg", ".opus", ".wav", ".mp4", ".m4v", ".webm", ".mov", ".vtt", ".srt"),
        *(".woff2", ".woff", ".ttf", ".otf"),
    }
)
"""The ends of names of what is published as it is."""
NAMES = frozenset({"CNAME", "_redirects", "_headers", "LICENSE"})
"""Files without such an end that hosts of sites ask for."""
BY_SETTING = {".js": "extra_javascript", ".mjs": "extra_javascript", ".css": "extra_css"}
"""Kinds that are published when the setting of mkdocs.yml names the file."""
LEFT_OUT = frozenset({"thumbs.db", "desktop.ini"})
"""What systems keep in folders by themselves; it is not published, and nobody need delete it."""
RESERVED = re.compile(
    r"(?:playbook|search|data|assets/stylesheets|assets/javascripts)/.*|assets/images/favicon\.png|feed\.xml"
    r"|sitemap\.xml(?:\.gz)?|404\.html|departments/[^/]+/reviews\.ics"
)
"""Paths of what the theme and the playbook make, in small letters."""
_PAGES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".xml", ".xsl", ".xslt", ".php"})
_LEFTOVER = re.compile(
    r"~\$.*|#.*#|.*~|.*\.(?:bak|backup|old|orig|rej|tmp|temp|sw[a-p]|part|crdownload)", re.IGNORECASE
)
_INSTEAD = {
    **dict.fromkeys(
        _PAGES,
        "write the page in Markdown (.md), or save it as a PDF: as it is, it would be without the policy of the site",
    ),
    **dict.fromkeys((".heic", ".heif", ".tif", ".tiff", ".bmp", ".psd", ".ai", ".eps"), "save it as .jpg or .png"),
    **dict.fromkeys((".docm", ".xlsm", ".pptm", ".dotm"), "save it without macros, as .docx, .xlsx or .pptx"),
    **dict.fromkeys((".pages", ".numbers", ".key", ".pub", ".one"), "save it as a PDF"),
    **dict.fromkeys((".yml", ".yaml"), "records lie in playbook_data/; nothing in docs/ reads it"),
    **dict.fromkeys((".eml", ".msg"), "a letter names people; write what matters of it into a page"),
    ".svgz": "save it as plain .svg",
}


def file_problem(docs: Path, file: Path, named: Collection[str] | None = None) -> Problem | None:
    """What is wrong with a file of `docs/` that is no Markdown; None for one that is published.

    `named` are the scripts and style sheets that the settings name; None when nobody has read the settings.
    """
    source = file.relative_to(docs).as_posix()
    place = Place(f"{docs.name}/{source}")
    if RESERVED.fullmatch(source.casefold()):
        return reserved_problem(docs, source)
    if not file.is_file():
        return UNPUBLISHED_KIND.at(place, "this is no file that could be read", "take it out of docs/")
    if _LEFTOVER.fullmatch(file.name):
        message = f"`{one_line(file.name)}` is a copy or a lock that a program has left behind, and would be published"
        return LEFTOVER_FILE.at(place, message, "close the program and delete the file, or move it out of docs/")
    suffix = file.suffix.lower()
    if suffix in BY_SETTING:
        return None if named is None or source in named else _unnamed(place, suffix)
    if suffix not in PUBLISHED and file.name not in NAMES:
        return UNPUBLISHED_KIND.at(place, f"the site publishes no {_kind(file)}", _instead(suffix))
    fault = drawing_fault(file.read_bytes()) if suffix == ".svg" else None
    if fault:
        return DRAWING_RUNS.at(place, f"this drawing {fault}", "save it as plain or optimised SVG, or as a PNG")
    return None


def link_problem(docs: Path, link: Path) -> Problem:
    """A link to another place, whether it leads anywhere or not."""
    kind = "folder" if link.is_dir() else "file"
    message = f"this is a link to another {kind}, and what lies there would be published, now and whenever it changes"
    help_text = f"put the {kind} itself into docs/, or delete the link"
    return LINKED_FILE.at(Place(f"{docs.name}/{link.relative_to(docs).as_posix()}"), message, help_text)


def reserved_problem(docs: Path, source: str) -> Problem:
    """A file where the theme or the playbook has its own."""
    message = f"`{one_line(source)}` is the path of something that the theme or the playbook makes"
    help_text = "move it to another folder, such as docs/files/, and correct the links to it"
    return RESERVED_PATH.at(Place(f"{docs.name}/{source}"), message, help_text)


def _unnamed(place: Place, suffix: str) -> Problem:
    what, setting = ("style sheet", BY_SETTING[suffix]) if suffix == ".css" else ("script", BY_SETTING[suffix])
    message = f"this {what} is published, but no page loads it"
    return UNPUBLISHED_KIND.at(place, message, f"name it under `{setting}` in mkdocs.yml, or move it out of docs/")


def _kind(file: Path) -> str:
    return f"files that end in `{one_line(file.suffix)}`" if file.suffix else f"file like `{one_line(file.name)}`"


def _instead(suffix: str) -> str:
    if suffix in {".md", ".markdown"}:
        return f"write the end of its name in small letters, `{suffix}`"
    usual = "move it out of docs/; pictures, PDF, Office and text files can be published"
    return _INSTEAD.get(suffix, usual)
