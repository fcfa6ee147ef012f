"""The `mkdocs.yml` of the exported project, which MkDocs, ProperDocs and Zensical all read. It names no hook."""

from __future__ import annotations

from collections.abc import Iterable

from playbook.export.plain_yaml import as_yaml
from playbook.export.project import MenuEntry, Project
from playbook.wording import N_, _

HEAD = (
    N_("Written by `run.py export`, and replaced each time: change the playbook instead."),
    N_("The theme is in overrides/, so none need be installed. Its licence is in licences/."),
)
"""The comment at the top."""
_NOT_OPTIONS = {"name", "locale", "custom_dir", "static_templates"}
"""Keys of the theme that are set here or are no options."""


def configuration(project: Project) -> str:
    """The whole file."""
    settings, build = project.settings, project.build
    options = {key: value for key, value in settings.theme.items() if key not in _NOT_OPTIONS}
    extra = {key: value for key, value in settings.extra.items() if key != "colours"}  # those are in the style sheet
    values = {
        "site_name": settings.site_name,
        **({"site_url": settings.site_url} if settings.site_url else {}),
        "use_directory_urls": build.has_folders,
        "theme": {
            "name": None,
            "custom_dir": "overrides",
            "static_templates": ["404.html"],
            **options,
            # Zensical's for the look of Material; in its other one it asks for icons of another set.
            "variant": "classic",
            "icon": options.get("icon") or {},
        },
        # Search is ours, so that of the host is switched off.
        "plugins": [{"search": {"enabled": False}}],
        "extra_css": list(settings.extra_css),
        "extra_javascript": list(settings.extra_javascript),
        "extra": extra,
        "markdown_extensions": list(settings.markdown_extensions),
        "validation": {"omitted_files": "ignore"},
        "nav": list(_menu(project, project.menu)),
    }
    return "".join(f"# {_(line)}\n" for line in HEAD) + as_yaml(values)


def _menu(project: Project, entries: Iterable[MenuEntry]) -> Iterable[dict[str, object]]:
    sources = {page.path: page.source for page in project.written}
    for entry in entries:
        if entry.entries:
            yield {entry.title: list(_menu(project, entry.entries))}
        elif entry.page is not None:
            yield {entry.title: project.source(entry.page, sources.get(entry.page))}
        else:
            yield {entry.title: entry.address}
