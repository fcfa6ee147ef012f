"""Imports go one way: from doors to pages, from pages to records, and never back."""

from __future__ import annotations

import pytest

from tests.architecture.imports import imported_by, modules

MAY_IMPORT: dict[str, set[str]] = {
    "folders": set(),
    "problems": set(),
    "publishing": set(),
    "edition": {"problems"},
    "model": set(),
    "schema": {"model"},
    "urls": {"model"},
    "problem_formats": {"problems"},
    "reading": {"model", "problems"},
    "checking": {"model", "problems", "urls"},
    "opening": {"model", "problems", "reading", "checking"},
    "views": {"model", "problems", "urls", "checking"},
    "rendering": {"model", "problems", "urls", "checking", "views"},
    "search": {"model", "problems", "urls", "views", "rendering"},
    "full_check": {"problems", "opening", "search"},
    "check_cache": {"problems", "folders", "full_check"},
    "pages": {"model", "urls", "views", "rendering"},
    "site": {"folders", "model", "schema", "urls", "opening", "views", "rendering", "pages", "search"},
    "page_macros": {"model", "problems", "urls", "views", "rendering", "site"},
    "export": {"pages", "page_macros", "site"},
    "preview": {"folders", "problems", "problem_formats", "opening", "full_check", "site", "edition"},
    "hosts": {
        *("folders", "model", "problems", "problem_formats", "urls", "opening", "full_check", "edition", "views"),
        *("rendering", "pages", "publishing", "site", "page_macros", "preview", "export"),
    },
}
"""For each part of the package, the parts it may import, besides itself. The doors may import every part.

`problems`, `folders` and `publishing` are below everything; `urls` knows the kinds of record and nothing else;
`opening` is the one way in, above reading and checking, and `full_check` adds the searches that fail; `pages` is the
list of pages, above the views and below what publishes them. The site never reads YAML and never checks: it is given
what was opened.
"""
DOORS = {"cli", "macros", "hooks"}
ONLY_IN = {
    "yaml": {"reading"},
    "jinja2": {"rendering", "page_macros", "hosts"},
    "mkdocs": {"hosts"},
    "markdown_it": {"rendering"},
    "click": {"cli", "preview"},
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
    allowed = {part_of(module), *MAY_IMPORT[part_of(module)]}
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


def test_a_host_needs_jinja_for_types_only() -> None:
    using = [
        module
        for module, path in modules().items()
        if part_of(module) == "hosts"
        and any(name.startswith("jinja2.") and name != "jinja2.Environment" for name in imported_by(path))
    ]
    assert using == []
