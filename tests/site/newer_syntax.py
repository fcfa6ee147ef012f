"""Finds in our scripts and style sheets what the oldest browsers that README.md names do not know.

It reads tokens and no grammar: comments and the contents of strings are taken out first, patterns stay. So it knows
what is listed here and nothing else, and a name of ours that is also that of a newer method must be another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

SCRIPT: Mapping[str, str] = {
    # Read as a whole before any of it runs: one of these, and nothing of the script runs.
    "a pattern that looks behind (Safari 16.4)": r"\(\?<[=!]",
    "a pattern with flags for a part (Chrome 125)": r"\(\?[ims]*-?[ims]+:",
    "the flags d and v (Chrome 90, Firefox 88; Safari 17)": r"[^\s/]/[gimsuy]*[dv][gimsuy]*(?=[.,;)])",
    "a block for the class (Safari 16.4)": r"\bstatic\s*\{",
    "a private method or field (Firefox 90)": r"(?<![\w\"'&])#[a-zA-Z_]\w*\s*[(=;]|this\.#",
    "`#x in y` (Firefox 90)": r"#\w+\s+in\s",
    "await outside of a function (Chrome 89, Firefox 89)": r"^await\b",
    "import with attributes (Safari 17.2)": r"\bimport\b[^;]*\bwith\s*\{",
    "`using` (Chrome 134)": r"^\s*(?:await\s+)?using\s+\w+\s*=",
    # Not there when it is called.
    ".at() (Safari 15.4, Chrome 92, Firefox 90)": r"\.at\(",
    "Object.hasOwn (Safari 15.4, Chrome 93, Firefox 92)": r"\bObject\.hasOwn\b",
    "Object.groupBy (Safari 17.4)": r"\.groupBy\(",
    "structuredClone (Safari 15.4, Chrome 98, Firefox 94)": r"\bstructuredClone\b",
    "findLast (Safari 15.4, Chrome 97, Firefox 104)": r"\.findLast(?:Index)?\(",
    "arrays copied with a change (Safari 16, Chrome 110)": r"\.(?:toSorted|toReversed|toSpliced|with)\(",
    "sets compared (Safari 17)": r"\.(?:union|intersection|difference|symmetricDifference|is(?:Subset|Superset)Of)\(",
    "iterators with methods (Chrome 122)": r"\.(?:values|keys|entries)\(\)\.(?:map|filter|take|drop|toArray|some)\(",
    "Array.fromAsync (Chrome 121)": r"\bfromAsync\b",
    "Promise.withResolvers, Promise.try (Chrome 119)": r"\bPromise\.(?:withResolvers|try)\b",
    "reportError (Safari 15.4)": r"\breportError\(",
    "crypto.randomUUID (Safari 15.4)": r"\brandomUUID\b",
    "URL.canParse (Safari 17)": r"\bcanParse\b",
    "RegExp.escape (Chrome 136)": r"\bRegExp\.escape\b",
    "isWellFormed (Safari 16.4)": r"\b(?:is|to)WellFormed\b",
    "signals with a time (Safari 16)": r"\bAbortSignal\.(?:timeout|any)\b",
    "requestIdleCallback (no Safari)": r"\brequestIdleCallback\b",
    "scheduler (Safari 18)": r"\bscheduler\.",
    "checkVisibility (Safari 17.4)": r"\bcheckVisibility\b",
    "showModal, dialogs (Safari 15.4)": r"\.showModal\(|\.showPopover\(",
    "setHTML (Chrome 146)": r"\.setHTML",
    ":has() in a selector (Firefox 121)": r":has\(",
    "Intl.Segmenter (Firefox 125)": r"\bIntl\.(?:Segmenter|DurationFormat)\b",
}
"""By what it is and where it began, how it is written."""
STYLE: Mapping[str, str] = {
    "a rule in a rule (Firefox 117)": r"\{[^{}@]*\{",
    "@container (Firefox 110)": r"@container\b",
    "@layer (Safari 15.4, Chrome 99)": r"@layer\b",
    "@scope (Firefox 146)": r"@scope\b",
    "@starting-style (Firefox 129)": r"@starting-style\b",
    "color-mix and other colours (Chrome 111)": r"\b(?:color-mix|oklch|oklab|lch|lab|light-dark)\(",
    "units of a part of the screen (Safari 15.4)": r"\d(?:[sdl]v[hwib]|cq[whib])\b",
    "ranges of a width (Safari 16.4)": r"@media[^{]*[<>]",
}
APART = (
    ":has(",
    ":focus-visible",
    "::details-content",
    ":user-valid",
    ":user-invalid",
    ":popover-open",
    ":modal",
    ":open",
)
"""Selectors that may refine a page, in a rule of their own: a browser that does not know one ignores the whole rule."""
_NOISE = re.compile(r"/\*.*?\*/|//[^\n\"'`]*$|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'", re.DOTALL | re.MULTILINE)


def newer_in_script(text: str) -> list[str]:
    """What a script holds of SCRIPT, each with its line."""
    return list(_found(SCRIPT, _NOISE.sub(_without_content, text)))


def newer_in_style(text: str) -> list[str]:
    """What a style sheet holds of STYLE, and selectors of APART beside others in one rule."""
    plain = re.sub(r"/\*.*?\*/", lambda comment: "\n" * comment[0].count("\n"), text, flags=re.DOTALL)
    # Where a query of a condition, a layer or a sheet begins, a rule begins.
    rules = re.sub(r"@(?:media|supports|page)[^{;]*\{", lambda rule: rule[0][:-1] + ";", plain)
    rules = re.sub(r"@(?:top|bottom)-\w+\s*\{[^}]*\}", "", rules)
    found = [*_found({name: pattern for name, pattern in STYLE.items() if "rule" in name}, rules)]
    found += _found({name: pattern for name, pattern in STYLE.items() if "rule" not in name}, plain)
    return found + [f"one rule for older browsers too: {rule}" for rule in _mixed(rules)]


def _mixed(rules: str) -> Iterator[str]:
    """Selectors of which only some need what is of APART."""
    for match in re.finditer(r"([^{};]+)\{", rules):
        selectors = list(_apart(match[1]))
        needing = [any(newer in selector for newer in APART) for selector in selectors]
        if any(needing) and not all(needing):
            yield match[1].strip()


def _apart(selector_list: str) -> Iterator[str]:
    """The selectors of a list, cut at commas that are in no brackets."""
    depth, start = 0, 0
    for at, letter in enumerate(selector_list):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and not depth:
            yield selector_list[start:at]
            start = at + 1
    yield selector_list[start:]


def _without_content(noise: re.Match[str]) -> str:
    """Nothing of a comment but its lines; of a string the selectors, which the browser must understand as well."""
    text = noise[0]
    return text if ":has(" in text else "\n" * text.count("\n") if text[0] == "/" else '""'


def _found(wanted: Mapping[str, str], text: str) -> Iterator[str]:
    for name, pattern in wanted.items():
        for match in re.finditer(pattern, text, re.MULTILINE):
            yield f"line {text.count(chr(10), 0, match.start()) + 1}: {name}"
