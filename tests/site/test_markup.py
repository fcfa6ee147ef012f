"""Every page is well-formed HTML with one heading of the first rank, a title of its own and nothing from elsewhere."""

from __future__ import annotations

import itertools
from collections import Counter
from pathlib import Path

import pytest

from tests.site.documents import document, parse
from tests.site.references import pages

SITES = ("default_site", "small_site", "minimal_site")
MAX_BYTES_OF_A_TIP = 25_000


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> Path:
    """Each of the built sites in turn."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


def test_every_page_parses_without_errors(site: Path) -> None:
    faulty = {path.relative_to(site).as_posix(): document(path).errors for path in pages(site)}
    assert {path: errors for path, errors in faulty.items() if errors} == {}


@pytest.mark.parametrize("html", ["<p><b>x</p>", "<p>x</b>", "<p a a>x", "<p>&nosuch;", "<table><p>x</table>"])
def test_a_parse_error_is_noticed(html: str) -> None:
    start = "<!doctype html><html><head><title>t</title></head><body>"
    assert parse(f"{start}<p>x</p></body></html>").errors == ()
    assert parse(f"{start}{html}</body></html>").errors != ()


def test_every_page_has_one_heading_of_the_first_rank(site: Path) -> None:
    counts = {path.relative_to(site).as_posix(): len(document(path).text_of("h1")) for path in pages(site)}
    assert {path: count for path, count in counts.items() if count != 1} == {}


def test_no_rank_of_headings_is_left_out(site: Path) -> None:
    leaps = []
    for path in pages(site):
        ranks = [
            int(heading.tag[-1])
            for heading in document(path).root.iter()
            if heading.tag[-2:] in ("h1", "h2", "h3", "h4")
        ]
        leaps += [f"{path.relative_to(site)}: {a} to {b}" for a, b in itertools.pairwise(ranks) if b > a + 1]
    assert leaps == []


def test_every_page_has_a_title_and_a_description(site: Path) -> None:
    titles: Counter[tuple[str, str]] = Counter()
    for path in pages(site):
        found = document(path).text_of("title")
        # Drawings have titles too; the page's is the first.
        assert found[:1] not in ([], [""])
        if path.name == "404.html":
            continue
        descriptions = [meta.get("content") for meta in document(path).all("meta") if meta.get("name") == "description"]
        assert (path, len(descriptions)) == (path, 1)
        assert descriptions != [""]
        titles[found[0], path.parent.parent.name] += 1
    # A principle may be called like the page about it; two records of one kind may not.
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_page_names_its_language(site: Path) -> None:
    assert {html.get("lang") for path in pages(site) for html in document(path).all("html")} == {"en"}


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    fetched = [
        f"{path.relative_to(site)}: {address}"
        for path in pages(site)
        for element in document(path).all("link", "script", "img", "iframe", "source", "video", "audio", "object")
        for address in (element.get("href"), element.get("src"), element.get("srcset"), element.get("data"))
        if address and address.startswith(("http:", "https:", "//")) and element.get("rel") != "canonical"
    ]
    assert fetched == []


def test_no_page_has_inline_styles_or_event_attributes(site: Path) -> None:
    found = {
        f"{path.relative_to(site).as_posix()}: {element.tag.rpartition('}')[2]} {name}"
        for path in pages(site)
        for element in document(path).root.iter()
        for name in element.keys()  # noqa: SIM118 - an element's items are its children
        if name == "style" or name.startswith("on")
    }
    assert found == set()


def test_every_page_carries_a_policy_that_allows_nothing_inline(site: Path) -> None:
    for path in pages(site):
        found = [
            meta.get("content") or ""
            for meta in document(path).all("meta")
            if meta.get("http-equiv") == "Content-Security-Policy"
        ]
        assert (path, len(found)) == (path, 1)
        assert "default-src 'none'" in found[0]
        assert "unsafe" not in found[0]


def test_a_tip_s_page_is_light(site: Path) -> None:
    sizes = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.glob("tips/*/index.html")}
    assert sizes != {}
    assert {path: size for path, size in sizes.items() if size > MAX_BYTES_OF_A_TIP} == {}
