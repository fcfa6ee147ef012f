"""Writes a project into a folder, and never over what no export put there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Set
from pathlib import Path

from playbook.export.mkdocs_yml import configuration
from playbook.export.page_files import page_files
from playbook.export.project import CannotExport, Project
from playbook.export.readme import licences, readme
from playbook.export.theme_files import theme_files
from playbook.site import site_files
from playbook.site.file_names import as_bytes
from playbook.wording import _

LIST = ".playbook-export.json"
"""The file, at the top of an export, that lists the others, so that the next one can tell them from foreign files."""
_NO_MAP = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>\n'
)


def export(project: Project, folder: Path) -> None:
    """Write the project into `folder`, which must be new, empty or an earlier export.

    No file of an earlier export is left; what a host has built beside it stays. Raises CannotExport, and OSError when
    the disk will not take a file; the next export then goes on where this one ended.
    """
    _refuse_own_folders(project, folder)
    earlier = _earlier(folder)
    files = dict(project_files(project))  # nothing is written unless everything can be made
    _refuse_foreign(folder, files.keys() - earlier)
    folder.mkdir(parents=True, exist_ok=True)
    _write_list(folder, earlier | files.keys())
    for name in earlier - files.keys():
        _remove(folder, name)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    _write_list(folder, files.keys())


def _refuse_own_folders(project: Project, folder: Path) -> None:
    """An export among its own sources would become part of the next one, and one in the site would be in its way."""
    folders = project.build.folders
    for own in (folders.docs, folders.data, folders.site, folders.root / "overrides", folders.root / "playbook"):
        if folder.resolve().is_relative_to(own.resolve()):
            message = _("`%(folder)s` is in `%(own)s`, which belongs to the playbook", folder=folder, own=own.name)
            raise CannotExport(message, _("name a folder outside it"))


def _refuse_foreign(folder: Path, new: Set[str]) -> None:
    """Files that would be written over, and links that lead out of the folder."""
    root = folder.resolve()
    for name in sorted(new):
        path = folder / name
        if path.is_file() or path.is_symlink() or not path.resolve().is_relative_to(root):
            message = _("no export put `%(path)s` there", path=path)
            raise CannotExport(message, _("move it, or name another folder"))


def _write_list(folder: Path, names: Set[str]) -> None:
    (folder / LIST).write_text(json.dumps(sorted(names), indent=0) + "\n", "utf-8")


def _remove(folder: Path, name: str) -> None:
    """Removes a file of an earlier export, and the folders that it leaves empty."""
    path = folder / name
    if path.is_dir():
        return
    path.unlink(missing_ok=True)
    for parent in list(path.parents)[: len(Path(name).parents) - 1]:
        if not parent.is_dir() or any(parent.iterdir()):
            return
        parent.rmdir()


def project_files(project: Project) -> Iterator[tuple[str, bytes]]:
    """Every file of the project, as (path, content)."""
    yield "mkdocs.yml", configuration(project).encode()
    yield "README.md", readme(project.settings.site_name).encode()
    yield from licences()
    yield from theme_files(project.settings)
    for name, content in project.attachments.items():
        yield f"docs/{name}", content
    for name, text in _data_files(project):
        yield name, as_bytes(name, text)
    for name, text in page_files(project):
        yield f"docs/{name}", text.encode()


def _data_files(project: Project) -> Iterator[tuple[str, str]]:
    """Our style sheet and scripts, and all that is made from the playbook and is no page."""
    for name, text in site_files.asset_files(project.settings.colours).values():
        yield f"docs/{name}", text
    others = dict(site_files.other_files(project.build, project.settings.site_url, project.addresses))
    # Hosts take the map of the site for a template and would make one of their own if there were none.
    site_map = others.pop("sitemap.xml", _NO_MAP)
    yield "overrides/sitemap.xml", site_map.replace("{", "%7B") + "\n"  # they take one line end away
    for name, text in others.items():
        yield f"docs/{name}", text


def _earlier(folder: Path) -> set[str]:
    """The files of the export that is in the folder. Raises CannotExport when something else is."""
    if not folder.exists():
        return set()
    if not folder.is_dir():
        raise CannotExport(_("`%(folder)s` is a file", folder=folder), _("name a folder that is new or empty"))
    if not any(folder.iterdir()):
        return set()
    try:
        listed = json.loads((folder / LIST).read_text("utf-8"))
    except (OSError, ValueError):
        message = _("`%(folder)s` contains files that no export put there", folder=folder)
        raise CannotExport(message, _("name a folder that is new or empty")) from None
    return set(_inside(folder, listed))


def _inside(folder: Path, listed: object) -> Iterator[str]:
    """The names that are below the folder, in case someone has edited the list."""
    root = folder.resolve()
    for name in listed if isinstance(listed, list) else ():
        try:
            if isinstance(name, str) and root in (folder / name).resolve().parents:
                yield name
        except ValueError:  # no file can have this name
            continue
