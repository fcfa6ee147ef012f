"""Imports go one way: from doors to pages, from pages to records, and never back."""

from __future__ import annotations

import pytest

from tests.architecture.imports import imported_by, modules

MAY_IMPORT: dict[str, set[str]] = {
    "ref": set(),
    "environment": set(),
    "folders": set(),
    "spoken_commands": {"wording"},
    "gc_paused": set(),
    "git": {"wording"},
    "problems": {"wording"},
    "wording": set(),
    "publishing": {"wording"},
    "days": {"problems", "wording"},
    "model": {"problems", "wording"},
    "schema": {"model"},
    "urls": {"model"},
    "problem_formats": {"problems", "wording"},
    "reading": {"gc_paused", "model", "problems", "wording"},
    "checking": {"days", "model", "problems", "wording"},
    "views": {"model", "problems", "urls", "checking", "wording"},
    "reviewing": {"wording", "git", "model", "reading", "views"},
    "opening": {"wording", "days", "gc_paused", "model", "problems", "reading", "checking", "views"},
    "rendering": {"wording", "model", "problems", "urls", "views"},
    "search": {"wording", "checking", "model", "problems", "urls", "views", "rendering"},
    "full_check": {"wording", "days", "folders", "problems", "opening", "search", "site", "page_macros"},
    "check_cache": {"days", "folders", "gc_paused", "problems", "full_check"},
    "pages": {"wording", "model", "urls", "views", "rendering"},
    "site": {
        "wording",
        *("days", "folders", "model", "schema", "problems", "problem_formats", "urls", "opening", "views"),
        *("git", "rendering", "pages", "reviewing", "search"),
    },
    "page_macros": {
        "wording",
        *("checking", "days", "folders", "model", "problems", "problem_formats", "reading", "urls", "opening", "views"),
        *("rendering", "site"),
    },
    "review_sheets": {
        "wording",
        *("days", "folders", "model", "problems", "opening", "reading", "rendering", "reviewing", "site", "views"),
    },
    "preview": {"wording", "days", "folders", "problems", "publishing", "opening", "full_check", "pages", "site"},
    "translating": {"model", "page_macros", "problems", "wording"},
    "export": {"wording", "pages", "page_macros", "site"},
    "hosts": {
        *("wording",),
        *("days", "folders", "model", "problems", "problem_formats", "opening", "full_check", "rendering", "pages"),
        *("publishing", "site", "page_macros", "preview", "export", "urls"),
    },
}
"""For each part of the package, the parts it may import, besides itself and `ref`. The doors may import every part.

`environment` is run before anything is installed, and by `run.py` alone. `ref`, `problems`, `folders`, `days`,
`gc_paused`, `git`, `wording` and `publishing` are the ground floor; `urls` knows the kinds
of record and nothing else; `opening` is the one way in, above reading and checking, and tells the checks which pages
there are; `full_check` adds the searches that fail and what is wrong with hand-written pages; `pages` is the list of
pages, above the views and below what publishes them.
`reviewing` finds out whether a review still counts, and reads earlier versions of files for that, which no other part
does; `review_sheets` prints what a team reads again.
`site` is the same for every host, and so are the macros of hand-written pages and the preview: only a folder of `hosts`
knows its site generator. The site never reads YAML and never checks: it is given what was opened.
"""
DOORS = {"cli", "macros", "hooks"}
ONLY_IN = {
    "yaml": {"reading"},
    "jinja2": {"rendering", "page_macros", "hosts"},
    "mkdocs": {"hosts"},
    "markdown_it": {"rendering"},
    "click": {"cli", "preview", "spoken_commands", "translating"},
    "filelock": {"publishing"},
    "watchdog": {"preview"},
}
"""Where a library may be imported."""


def part_of(module: str) -> str:
    """The part of the package that a module belongs to: `playbook.views.home` to `views`."""
    return module.removeprefix("playbook.").split(".")[0]


def test_every_part_is_known() -> None:
    parts = {part_of(module) for module in modules()} - {"playbook"} - DOORS
    assert parts - MAY_IMPORT.keys() == set()


@pytest.mark.parametrize("module", sorted(set(modules()) - {"playbook"}))
def test_a_module_imports_only_what_its_part_may(module: str) -> None:
    if part_of(module) in DOORS:
        return
    allowed = {part_of(module), "ref", *MAY_IMPORT[part_of(module)]}
    ours = {name for name in imported_by(modules()[module]) if name.startswith("playbook.")}
    assert sorted(name for name in ours if part_of(name) not in allowed) == []


@pytest.mark.parametrize(("library", "parts"), ONLY_IN.items(), ids=ONLY_IN.keys())
def test_a_library_is_imported_only_where_it_belongs(library: str, parts: set[str]) -> None:
    elsewhere = [
        module
        for module, path in modules().items()
        if part_of(module) not in parts and any(name.split(".")[0] == library for name in imported_by(path))
    ]
    assert elsewhere == []


def test_a_host_knows_no_other_host_and_no_other_site_generator() -> None:
    hosts = {name: path for name, path in modules().items() if name.startswith("playbook.hosts.")}
    found = [
        f"{name} imports {imported}"
        for name, path in hosts.items()
        for imported in imported_by(path)
        if imported.startswith("playbook.hosts.") or imported.split(".")[0] == "mkdocs"
        if imported.removeprefix("playbook.hosts.").split(".")[0] != name.split(".")[2]
    ]
    assert found == []


def test_the_macros_door_works_without_mkdocs() -> None:
    reached, waiting = set(), {"macros"}
    while waiting:
        module = waiting.pop()
        reached.add(module)
        imported = imported_by(modules()[module])
        assert [name for name in imported if name.split(".")[0] == "mkdocs"] == [], module
        waiting |= (imported & modules().keys()) - reached
    assert "playbook.page_macros.macros" in reached


def test_a_host_needs_jinja_for_types_only() -> None:
    using = [
        module
        for module, path in modules().items()
        if part_of(module) == "hosts"
        and any(name.startswith("jinja2.") and name != "jinja2.Environment" for name in imported_by(path))
    ]
    assert using == []
