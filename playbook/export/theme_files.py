"""The theme of the exported project: our overrides and what they need of the theme, so that no theme need be installed.

The theme's own templates are changed in a few places, listed here. A change that no longer finds its place stops the
export: the theme is another one, and the list must be looked at again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from playbook.export.project import CannotExport, Settings
from playbook.site.file_names import as_bytes
from playbook.site.policy import with_policy
from playbook.site.theme_fixes import fixed
from playbook.wording import _

CHANGES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "base.html": (
        # Says which generator and theme made the page; that of the host is not known here.
        (r'\n *<meta name="generator"[^\n]*', ""),
        # Zensical lists plugins that are switched off, and the theme would link to feeds that are not there.
        (r'\{% if "rss" in config\.plugins %\}', "{% if false %}"),
        # Zensical has no `is_homepage`.
        (r"not page\.is_homepage", 'page.url not in ["", "index.html"]'),
    ),
    # The file that people edit is not the one in the export.
    "partials/actions.html": ((r"page\.edit_url", "page.meta.edit_url"),),
}
"""By template, patterns of what is there and what takes its place."""

_USED = re.compile(r"""\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["'](?!\s*~)""")
_ASSET = re.compile(r"""["'](assets/[^"'{}]+)["']""")
_ICON_NAME = re.compile(r"[\w-]+(?:/[\w-]+)+")
_ICON = re.compile(r"""["']((?:material|fontawesome|octicons|simple)/[\w/-]+)["']""")


def theme_files(settings: Settings) -> Iterator[tuple[str, bytes]]:
    """The files of the theme, as (path in the exported project, content). Raises CannotExport."""
    overrides = settings.theme_folders[0]
    own = sorted(path.relative_to(overrides).as_posix() for path in overrides.rglob("*") if path.is_file())
    language = str(settings.theme.get("language") or "en")
    languages = (f"partials/languages/{name}.html" for name in ("en", language))
    templates = _templates(settings.theme_folders, ["base.html", *_html(own), *languages])
    content = "\n".join(templates.values())
    for name, text in _with_policy(templates).items():
        # What begins the outermost template begins every page.
        yield f"overrides/{name}", (as_bytes(name, text) if name == "base.html" else text.encode())
    named = filter(_ICON_NAME.fullmatch, (*_texts(settings.theme), *_texts(settings.extra)))
    icons = {*_ICON.findall(content), *named}
    for name in sorted(f".icons/{icon}.svg" for icon in icons):
        if path := _find(settings.theme_folders, name):
            yield f"overrides/{name}", path.read_bytes()
    assets = {name for name in _ASSET.findall(content) if not name.endswith("/")}
    for name in sorted({*assets, *own} - {*_html(own)}):
        if path := _find(settings.theme_folders, name):
            yield f"{'overrides' if name.startswith('.') else 'docs'}/{name}", path.read_bytes()


def _html(names: Iterable[str]) -> list[str]:
    return [name for name in names if name.endswith(".html")]


def _find(folders: Iterable[Path], name: str) -> Path | None:
    """The file of this name in the first folder that has one."""
    return next((path for folder in folders if (path := folder / name).is_file()), None)


def _templates(folders: tuple[Path, ...], names: Iterable[str]) -> dict[str, str]:
    """These templates and all that they name, by name; one that is missing is left to the template that includes it."""
    overrides, *_ = folders
    found: dict[str, str] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        path = None if name in found else _find(folders, name)
        if path is None:
            continue
        text = path.read_text("utf-8")
        found[name] = text if path == overrides / name else _changed(name, text)
        waiting += _USED.findall(found[name])
    return found


def _changed(name: str, text: str) -> str:
    """A template of the theme with what CHANGES has for it."""
    for pattern, instead in CHANGES.get(name, ()):
        text, count = re.subn(pattern, instead.replace("\\", "\\\\"), text)
        if not count:
            message = _("the theme’s %(name)s no longer contains `%(pattern)s`", name=name, pattern=pattern)
            raise CannotExport(message, _("look at what the export must change there (playbook/export/theme_files.py)"))
    return fixed(text) if name == "base.html" else text


def _with_policy(templates: dict[str, str]) -> dict[str, str]:
    """The templates with the content security policy of every page."""
    try:
        return {**templates, "base.html": with_policy(templates["base.html"])}
    except ValueError as error:
        raise CannotExport(str(error)) from error


def _texts(value: object) -> Iterator[str]:
    """Every text in nested options: some of them name icons."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for entry in value.values():
            yield from _texts(entry)
    elif isinstance(value, list | tuple):
        for entry in value:
            yield from _texts(entry)
