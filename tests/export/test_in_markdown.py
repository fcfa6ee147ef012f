"""Markdown hands our HTML on as it is, whatever the text of a record holds: the three hosts all use Python-Markdown."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import markdown
from markupsafe import escape

from playbook.page_macros.in_markdown import block, inline
from tests.hostile.payloads import GROUPS
from tests.site.documents import parse

EXTENSIONS = [
    "tables",
    "fenced_code",
    "toc",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
]
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn")), min_size=1, max_size=40)
"""No control characters: reading a playbook refuses them."""
MARKED = st.text(st.sampled_from("ab1 *_`[](){}<>&|#-+.:!~^=\\\"'/"), min_size=1, max_size=30)
"""Text that is hardly anything but what Markdown acts on."""
PAYLOADS = [text for texts in GROUPS.values() for text in texts]
AT_START = [
    "1. one",
    "- one",
    "# one",
    "    code",
    "> said",
    ": meant",
    "!!! note",
    "| a | b |",
    "[^1]: foot",
    "=== one",
]


def _read(html: str) -> str:
    return tostring(parse(f"<!doctype html><title>t</title>{html}").root, "unicode")


def _assert_kept(html: str) -> None:
    for source, expected in (
        (f"Before {inline(html)} after", f"<p>Before {html} after</p>"),
        (f"{inline(html)} after", f"<p>{html} after</p>"),
    ):
        assert _read(markdown(source, extensions=EXTENSIONS)) == _read(expected)


@pytest.mark.parametrize("text", [*PAYLOADS, *AT_START])
def test_a_link_within_a_line_is_kept(text: str) -> None:
    _assert_kept(f'<a href="../tips/x/" title="{escape(text)}">{escape(text)}</a>')


@pytest.mark.parametrize("text", [*PAYLOADS, *AT_START])
def test_words_within_a_line_are_kept(text: str) -> None:
    _assert_kept(str(escape(text)))


@settings(max_examples=150, deadline=None)
@given(TEXTS | MARKED)
def test_any_words_are_kept(text: str) -> None:
    _assert_kept(f'<a href="../tips/x/">{escape(text)}</a>')
    _assert_kept(str(escape(text)))


@settings(max_examples=150, deadline=None)
@given(TEXTS | MARKED)
def test_a_block_is_kept_to_the_byte(text: str) -> None:
    html = f'<div class="pb" title="{escape(text)}">\n\n<p>{escape(text)}</p>\n\nAnd {escape(text)}\n</div>'
    made = markdown(f"Before\n{block(html)}\nAfter", extensions=EXTENSIONS)
    assert made.partition(html) == ("<p>Before</p>\n", html, "\n\n<p>After</p>")


def test_tabs_are_kept_by_a_name() -> None:
    assert block("<pre>a\tb</pre>") == "\n\n<pre>a&#9;b</pre>\n\n"


def test_plain_words_stay_readable() -> None:
    assert inline('<a href="../tips/x/">Car park (partner)</a>') == '<a href="../tips/x/">Car park (partner)</a>'
