"""Joins the ES modules of the browser's search into one classic script, because a file share cannot serve modules.

It understands only what our own modules use: `import { a, b } from "./name.js";` on one line, `export` before a
function, class or constant, and no template literals of several lines. It refuses a module that uses anything else.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from pathlib import Path

COMPILE_AT_ONCE = "//# allFunctionsCalledOnLoad\n"
"""Asks browsers that understand it to compile all functions while the script arrives: nearly all are called at once."""
ASSETS = Path(__file__).resolve().parent.parent / "assets" / "search"

_IMPORT = re.compile(r'^import (\{ [\w, ]+ \}) from "\./([\w-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function\*? |class |const )(\w+)", re.MULTILINE)
_NAME = re.compile(r"\w+")
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)
_COMMENT = re.compile(r"^ */\*.*?\*/\n|[ \t]+// [^\n\"'`]*$", re.MULTILINE | re.DOTALL)
_BLANK = re.compile(r"^\s+", re.MULTILINE)


def joined_script(entry: str, generated: Mapping[str, str], folder: Path = ASSETS) -> str:
    """The module `entry` (`main`) and everything it imports as one classic script.

    `generated` are modules that are not files, by name; they import nothing, and the others see what they hold without
    any code for it. Raises ValueError for a module that cannot be joined.
    """
    written = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.js")}
    modules = dict(_modules(entry, {**written, **generated}, set()))
    # Data between two pieces of code would make both cost more: they are alike, and compression looks back only so far.
    data = "".join(_plain(name, text) for name, text in modules.items() if name in generated)
    code = "".join(_scoped(name, text, generated) for name, text in modules.items() if name not in generated)
    return f'{COMPILE_AT_ONCE}"use strict";\n(() => {{\n{data}{code}}})();\n'


def _modules(name: str, texts: Mapping[str, str], seen: set[str]) -> Iterator[tuple[str, str]]:
    """The modules that a module imports, each once, and then the module itself."""
    if name in seen:
        return
    seen.add(name)
    if name not in texts:
        raise ValueError(f"{name}.js: no such module")
    for match in _IMPORT.finditer(texts[name]):
        yield from _modules(match[2], texts, seen)
        missing = set(_NAME.findall(match[1])) - set(_exports(texts[match[2]]))
        if missing:
            raise ValueError(f"{name}.js: {match[2]}.js exports no {min(missing)}")
    yield name, texts[name]


def _scoped(name: str, text: str, generated: Container[str]) -> str:
    """The module as a function that returns what it exports. What generated modules export, it sees anyway."""
    exported = ", ".join(_exports(text))
    text = _IMPORT.sub(
        lambda match: "" if match[2] in generated else f"const {match[1]} = {_variable(match[2])};", text
    )
    return f"const {_variable(name)} = (() => {{\n{_plain(name, text)}return {{ {exported} }};\n}})();\n"


def _plain(name: str, text: str) -> str:
    """The module without `export`, comments, indentation and blank lines."""
    text = _BLANK.sub("", _COMMENT.sub("", _EXPORT.sub(r"\1\2", text)))
    left = _LEFT_OVER.search(text)
    if left:
        raise ValueError(f"{name}.js: a script cannot be joined with `{left[0]}`")
    return text


def _exports(text: str) -> list[str]:
    return [match[2] for match in _EXPORT.finditer(text)]


def _variable(name: str) -> str:
    return "of_" + name.replace("-", "_")
