"""The browser's search as one script: its ES modules joined, because modules cannot be loaded from a file share.

Understands only what our own modules use: `import { a, b } from "./name.js";` on one line, and `export` before a
function, class or constant; templates of several lines are not used. A module that says more fails loudly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

COMPILE_AT_ONCE = "//# allFunctionsCalledOnLoad\n"
"""Tells browsers that know it to compile all functions while the script arrives: nearly all are called at once."""
ASSETS = Path(__file__).resolve().parent.parent / "assets" / "search"

_IMPORT = re.compile(r'^import (\{ [\w, ]+ \}) from "\./([\w-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function\*? |class |const )(\w+)", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)
_COMMENT = re.compile(r"^ */\*.*?\*/\n", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^ +", re.MULTILINE)


def joined_script(entry: str, made: Mapping[str, str], folder: Path = ASSETS) -> str:
    """The module `entry` (`box`) and what it imports as one classic script. Raises ValueError when it cannot.

    `made` are modules that are in no file, by name.
    """
    written = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.js")}
    modules = dict(_modules(entry, {**written, **made}, set()))
    return (
        COMPILE_AT_ONCE
        + '"use strict";\n(() => {\n'
        + "".join(_scoped(name, text) for name, text in modules.items())
        + "})();\n"
    )


def _modules(name: str, texts: Mapping[str, str], seen: set[str]) -> Iterator[tuple[str, str]]:
    """A module after those that it imports, each once."""
    if name in seen:
        return
    seen.add(name)
    if name not in texts:
        raise ValueError(f"{name}.js: no such module")
    for match in _IMPORT.finditer(texts[name]):
        yield from _modules(match[2], texts, seen)
    yield name, texts[name]


def _scoped(name: str, text: str) -> str:
    """The module as a block of its own that hands out what it exports."""
    exported = ", ".join(match[2] for match in _EXPORT.finditer(text))
    text = _IMPORT.sub(lambda match: f"const {match[1]} = {_variable(match[2])};", text)
    text = _INDENT.sub("", _COMMENT.sub("", _EXPORT.sub(r"\1\2", text)))
    left = _LEFT_OVER.search(text)
    if left:
        raise ValueError(f"{name}.js: a script cannot be joined with `{left[0]}`")
    return f"const {_variable(name)} = (() => {{\n{text}return {{ {exported} }};\n}})();\n"


def _variable(name: str) -> str:
    return "of_" + name.replace("-", "_")
