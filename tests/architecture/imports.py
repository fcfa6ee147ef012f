"""Reads which module of the project imports which, without running any of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.building import ROOT

PACKAGE = ROOT / "playbook"


def modules() -> dict[str, Path]:
    """Every module of the package and the doors beside it, by dotted name."""
    found = {}
    for path in [*PACKAGE.rglob("*.py"), *(ROOT / door for door in ("macros.py", "hooks.py"))]:
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = path
    return found


def imported_by(path: Path, *, for_types: bool = True) -> set[str]:
    """The dotted names that a module imports, `from x import y` as both `x` and `x.y`.

    Without `for_types`, what stands under `if TYPE_CHECKING:` is left out.
    """
    return set(_imports(ast.parse(path.read_text("utf-8")), for_types))


def _imports(node: ast.AST, for_types: bool) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names)
        elif isinstance(child, ast.ImportFrom) and child.module and not child.level:
            yield child.module
            yield from (f"{child.module}.{alias.name}" for alias in child.names)
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test) and not for_types:
            continue
        else:
            yield from _imports(child, for_types)
