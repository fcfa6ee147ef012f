"""In Firefox: paper, one pass through every view, and search. Skipped, with the reason, where there is no Firefox."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests import firefox
from tests.firefox import Firefox
from tests.kinds_of_pages import one_of_each_kind

PROGRAM = firefox.installed()
pytestmark = pytest.mark.skipif(
    PROGRAM is None, reason="no Firefox on this machine: install one, or name one in PLAYBOOK_FIREFOX"
)
FOUND = """let end;
const promise = new Promise((resolve) => { end = resolve; });
const input = document.querySelector("#pb-query");
input.focus();
input.value = arguments[0];
input.dispatchEvent(new Event("input"));
const looking = setInterval(() => {
  const first = document.querySelector("#pb-found [role=option]");
  if (first) { clearInterval(looking); end(first.getAttribute("href")); }
}, 50);
return promise;"""


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    assert PROGRAM is not None
    with firefox.started(PROGRAM, tmp_path_factory.mktemp("firefox")) as window:
        yield window


def sheets(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each sheet, in points."""
    texts = [pdf]
    for stream in re.finditer(rb"stream\r?\n", pdf):
        with suppress(zlib.error):
            texts.append(zlib.decompressobj().decompress(pdf[stream.end() :]))
    boxes = re.findall(rb"/MediaBox \[ ?0 0 ([\d.]+) ([\d.]+) ?\]", b"\n".join(texts))
    return [(round(float(width)), round(float(height))) for width, height in boxes]


@pytest.mark.parametrize("path", ["blueprint/", "coverage/"])
def test_a_wide_table_is_printed_along_every_sheet(path: str, window: Firefox, site_url: str) -> None:
    window.open(site_url + path)
    found = sheets(window.printed())
    assert found
    assert [(width, height) for width, height in found if width < height] == []


def test_a_sheet_of_a_department_stands_upright(window: Firefox, site_url: str) -> None:
    window.open(f"{site_url}departments/finance/")
    found = sheets(window.printed())
    assert found
    assert all(width < height for width, height in found)


def test_no_page_has_an_error_or_is_too_wide(window: Firefox, default_site: Path, site_url: str) -> None:
    too_wide = []
    for path in one_of_each_kind(default_site):
        window.open(site_url + path)
        if window.run("return document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            too_wide.append(path)
        assert window.run("return document.documentElement.classList.contains('js')"), path
    assert too_wide == []
    assert [fault for fault in window.faults(site_url) if "Error" in fault] == []


def test_an_error_is_noticed(window: Firefox, site_url: str) -> None:
    window.open(site_url)
    window.run("document.head.append(Object.assign(document.createElement('script'), { src: 'index.html' }))")
    window.run("return new Promise((end) => { setTimeout(end, 500); })")
    assert [fault for fault in window.faults(site_url) if "SyntaxError" in fault]


def test_search_answers(window: Firefox, site_url: str) -> None:
    window.open(site_url)
    assert "scenarios/seat-already-taken/" in window.run(FOUND, "someone is in my seat")
