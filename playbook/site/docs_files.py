"""Which files of `docs/` are published beside the Markdown: kinds that houses publish, and none that leads elsewhere.

What is refused would be published as it is: without the policy, or although no one meant it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from playbook.problems import Place, Problem, one_line
from playbook.site.drawings import drawing_fault
from playbook.site.page_codes import DRAWING_RUNS, LEFTOVER_FILE, LINKED_FILE, RESERVED_PATH, UNPUBLISHED_KIND
from playbook.wording import N_, _

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
"""What systems keep in folders by themselves; it is not published, and no one need delete it."""
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
        N_("write the page in Markdown (.md), or save it as a PDF: as it is, it would lack the policy of the site"),
    ),
    **dict.fromkeys((".heic", ".heif", ".tif", ".tiff", ".bmp", ".psd", ".ai", ".eps"), N_("save it as .jpg or .png")),
    **dict.fromkeys((".docm", ".xlsm", ".pptm", ".dotm"), N_("save it without macros, as .docx, .xlsx or .pptx")),
    **dict.fromkeys((".pages", ".numbers", ".key", ".pub", ".one"), N_("save it as a PDF")),
    **dict.fromkeys((".yml", ".yaml"), N_("records belong in playbook_data/; nothing reads them in docs/")),
    **dict.fromkeys((".eml", ".msg"), N_("an e-mail names people; put what matters in a page instead")),
    ".svgz": N_("save it as plain .svg"),
}


def file_problem(docs: Path, file: Path, named: Collection[str] | None = None) -> Problem | None:
    """What is wrong with a file of `docs/` that is not Markdown; None for one that is published.

    `named` are the scripts and style sheets that the settings name; None when no one has read the settings.
    """
    source = file.relative_to(docs).as_posix()
    place = Place(f"{docs.name}/{source}")
    if RESERVED.fullmatch(source.casefold()):
        return reserved_problem(docs, source)
    if not file.is_file():
        return UNPUBLISHED_KIND.at(place, _("this is not a file that can be read"), _("move it out of docs/"))
    if _LEFTOVER.fullmatch(file.name):
        message = _(
            "`%(name)s` is a copy or a lock that a program has left, and would be published", name=one_line(file.name)
        )
        return LEFTOVER_FILE.at(place, message, _("close the program and delete the file, or move it out of docs/"))
    suffix = file.suffix.lower()
    if suffix in BY_SETTING:
        return None if named is None or source in named else _unnamed(place, suffix)
    if suffix not in PUBLISHED and file.name not in NAMES:
        return UNPUBLISHED_KIND.at(place, _not_published(file), _instead(suffix))
    fault = drawing_fault(file.read_bytes()) if suffix == ".svg" else None
    if fault:
        return DRAWING_RUNS.at(place, fault, _("save it as plain or optimised SVG, or as a PNG"))
    return None


def link_problem(docs: Path, link: Path) -> Problem:
    """A link to another place, whether it leads anywhere or not."""
    if link.is_dir():
        message = _("this is a link to another folder, and what is in it would be published, now and after each change")
        help_text = _("put the folder itself in docs/, or delete the link")
    else:
        message = _("this is a link to another file, which would be published, now and after each change")
        help_text = _("put the file itself in docs/, or delete the link")
    return LINKED_FILE.at(Place(f"{docs.name}/{link.relative_to(docs).as_posix()}"), message, help_text)


def reserved_problem(docs: Path, source: str) -> Problem:
    """A file where the theme or the playbook has its own."""
    message = _("`%(path)s` is the path of something that the theme or the playbook makes", path=one_line(source))
    help_text = _("move it to another folder, such as docs/files/, and correct the links to it")
    return RESERVED_PATH.at(Place(f"{docs.name}/{source}"), message, help_text)


def _unnamed(place: Place, suffix: str) -> Problem:
    is_style = suffix == ".css"
    message = _("no page loads this style sheet") if is_style else _("no page loads this script")
    setting = BY_SETTING[suffix]
    help_text = _("name it under `%(setting)s` in mkdocs.yml, or move it out of docs/", setting=setting)
    return UNPUBLISHED_KIND.at(place, message, help_text)


def _not_published(file: Path) -> str:
    if file.suffix:
        return _("files that end in `%(ending)s` are not published", ending=one_line(file.suffix))
    return _("files like `%(name)s` are not published", name=one_line(file.name))


def _instead(suffix: str) -> str:
    if suffix in {".md", ".markdown"}:
        return _("write the end of its name in small letters: `%(ending)s`", ending=suffix)
    usual = N_("move it out of docs/; pictures, PDFs, Office and text files can be published")
    return _(_INSTEAD.get(suffix, usual))
