"""No script of ours holds syntax, and none calls a method, that the oldest browsers README.md names do not know."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.building import ROOT
from tests.site.newer_syntax import newer_in_script, newer_in_style

ASSETS = ROOT / "playbook" / "assets"
OLDEST = ("Safari 15", "Chrome and Edge 88", "Firefox 85")


def test_the_readme_names_the_oldest_browsers() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [browser for browser in OLDEST if browser not in readme] == []


def test_no_script_needs_a_newer_browser() -> None:
    scripts = [*ASSETS.rglob("*.js"), *(ROOT / "overrides").rglob("*.html")]
    found = {path.relative_to(ROOT).as_posix(): newer_in_script(path.read_text("utf-8")) for path in scripts}
    assert len(scripts) > 30
    assert {path: newer for path, newer in found.items() if newer} == {}


@pytest.mark.parametrize("pattern", ["playbook/playbook.*.js", "search/*.js"])
def test_no_pattern_of_a_built_site_looks_behind(pattern: str, small_site: Path) -> None:
    scripts = list(small_site.glob(pattern))
    assert scripts
    # Patterns travel with the index as well, as text.
    assert [path.name for path in scripts if re.search(r"\(\?<[=!]", path.read_text("utf-8"))] == []


def test_no_style_sheet_needs_a_newer_browser() -> None:
    found = {path.name: newer_in_style(path.read_text("utf-8")) for path in ASSETS.rglob("*.css")}
    assert {name: newer for name, newer in found.items() if newer} == {}


@pytest.mark.parametrize(
    "script",
    [
        "const y = /(?<=[a-z])y/;",
        "const y = /(?<![a-z])y/;",
        "const y = /(?i:a)b/;",
        "const y = /[a--b]/v;",
        "class Box { static { start(); } }",
        "class Box { #held = 1; }",
        "class Box { close() { this.#held(); } }",
        "await start();",
        "words.at(-1);",
        'Object.hasOwn(words, "a");',
        "const copy = structuredClone(words);",
        "words.findLast(isShort);",
        "words.toSorted();",
        "words.with(0, word);",
        "few.isSubsetOf(many);",
        "words.values().map(length);",
        "Promise.withResolvers();",
        "reportError(fault);",
        'document.querySelector("li:has(a)");',
    ],
)
def test_what_is_newer_in_a_script_is_noticed(script: str) -> None:
    assert len(newer_in_script(f"const a = 1;\n{script}\n")) == 1


@pytest.mark.parametrize(
    "script",
    [
        "const a = b?.c ?? d; // not words.at(-1)",
        "list ??= [];",
        '"structuredClone is not called";',
        "const t = /^(?<hour>\\d+)(?!\\d)/u.exec(text);",
        "text.replaceAll(\"'\", '');",
        "/* await outside\nawait nothing; */ const half = whole / 2;",
        "async function f() {\n  await start();\n}",
        "const colour = '#abc';",
    ],
)
def test_what_older_browsers_know_is_let_through(script: str) -> None:
    assert newer_in_script(script) == []


@pytest.mark.parametrize(
    "rules",
    [
        ".a { color: red; .b { color: blue; } }",
        "@container (width > 3em) { .a { color: red; } }",
        "@layer base { .a { color: red; } }",
        ".a { color: color-mix(in srgb, red, blue); }",
        ".a { height: 100dvh; }",
        "@media (width >= 30em) { .a { color: red; } }",
        ".a:has(b), .c { color: red; }",
        "button:hover, button:focus-visible { color: red; }",
    ],
)
def test_what_is_newer_in_a_style_sheet_is_noticed(rules: str) -> None:
    assert newer_in_style(f".z {{ color: red; }}\n{rules}\n") != []


@pytest.mark.parametrize(
    "rules",
    [
        "@media print { .a:has(b), .c:has(d) { color: red; } }",
        "@page { margin: 1cm; @bottom-left { content: counter(page); } }",
        "@supports (display: grid) {\n  @media (min-width: 3em) { .a { color: red; } }\n}",
        ".a:is(.b, .c), .d { color: red; } /* .e { .f { } } */",
    ],
)
def test_what_older_browsers_know_of_style_is_let_through(rules: str) -> None:
    assert newer_in_style(rules) == []
