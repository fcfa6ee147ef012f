"""What the Nu checker knows of HTML and a parser does not: which element may stand in which, and which roles fit.

Only the rules that pages of ours have broken once; `python -m benchmarks.valid_markup` knows them all.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.documents import HTML, Document, document, parse
from tests.site.references import pages

RUNNING_TEXT = frozenset({"a", "abbr", "b", "br", "small", "span", "strong", "svg", "time"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
PARTS_OF_TABLES = ("table", "thead", "tbody", "tr", "th", "td")


def faults_of(page: Document) -> Iterator[str]:
    """Each broken rule, in words."""
    for summary in page.all("summary"):
        for child in summary:
            name = child.tag.removeprefix(HTML)
            if name not in RUNNING_TEXT | HEADINGS:
                yield f"a summary may not hold a {name}"
    for part in page.all(*PARTS_OF_TABLES):
        if part.get("role"):
            yield f"a {part.tag.removeprefix(HTML)} keeps the role that it has by itself"
    for field in page.all("input"):
        if field.get("role") == "combobox" and field.get("type") != "text":
            yield "a combobox is a field of type text"


@pytest.mark.parametrize("name", ["default_site", "small_site"])
def test_elements_stand_where_html_allows_them(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    found = {path.relative_to(site).as_posix(): set(faults_of(document(path))) for path in pages(site)}
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    "html",
    [
        "<details><summary><ul><li>x</ul></summary></details>",
        "<table><tr><td role=cell>x</table>",
        "<input type=search role=combobox>",
    ],
)
def test_a_broken_rule_is_noticed(html: str) -> None:
    assert len(list(faults_of(parse(f"<!doctype html><title>t</title>{html}")))) == 1
