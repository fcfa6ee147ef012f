"""What was typed is what is shown: only whole emphasis, code and links lose their marks, and nothing else is lost."""

from __future__ import annotations

import re
import sys

import pytest

from playbook.rendering.links import Links
from playbook.rendering.rich_text import inline, paragraphs, plain, shortened

AS_TYPED = (
    "front_of_house@theatre_royal.org",
    "5*3*2 = 30, and 5 * 3 is 15",
    "2**10** and snake_case_name",
    r"\\server\foh\rota",
    r"C:\_x",
    r"C:\_old\_new and \server\*.*",
    "`an open tick, *an open star, _an open line, [an open bracket",
    "[the map]()",
    "[the map](maps/first.pdf)",
    "[the map](//elsewhere.example/map)",
    "[up](/../secret.txt) [up](/forms/%2E%2e/x)",
    "[](https://www.example.org)",
    "[note] (see below) [1][2] ]( ][",
    r"[share](\\server\foh) [run](javascript:alert(1))",
    'https://www.example.org/a_b_c?x=*y*z <b>bold</b> & "quoted"',
    "https://x.example/?a=*b*&c=_d_#e 2=*2* /*.*/",
    "~~gone~~ ^up^ {attribute} $1*2$",
    "日本*語*です",
)
SHOWN = (
    ("*Hamlet* tonight", "Hamlet tonight", "<em>Hamlet</em> tonight"),
    ("**never** _ever_ __run__", "never ever run", "<strong>never</strong> <em>ever</em> <strong>run</strong>"),
    ("(*now*), “*then*”", "(now), “then”", "(<em>now</em>), “<em>then</em>”"),
    ("***both*** **_both_** *Hamlet*’s *it*, _“so”_", "both both Hamlet’s it, “so”", None),
    ("press `*9*`", "press *9*", "press <code>*9*</code>"),
    (r"in `C:\` look", r"in C:\ look", r"in <code>C:\</code> look"),
    (r"press \*9\* now", "press *9* now", "press *9* now"),
    (r"\[not a link](https://x.example) \_x\_", "[not a link](https://x.example) _x_", None),
    (r"*really* \*9\* on C:\_x", r"really *9* on C:\_x", None),
    ("[form](https://x.example/a_b_c(1)) here", "form here", '<a href="https://x.example/a_b_c(1)">form</a> here'),
    ("[ring us](tel:+44-20-7946)", "ring us", '<a href="tel:+44-20-7946">ring us</a>'),
    ("[write](mailto:a_b@c.example)", "write", '<a href="mailto:a_b@c.example">write</a>'),
    ("two\nlines  *of*\ttext", "two lines of text", "two\nlines  <em>of</em>\ttext"),
)


@pytest.mark.parametrize("typed", AS_TYPED)
def test_what_is_no_markdown_is_shown_as_typed_on_pages_and_in_descriptions(typed: str) -> None:
    assert inline(typed).unescape() == typed
    assert plain(typed) == " ".join(typed.split())


@pytest.mark.parametrize(("typed", "words", "html"), SHOWN)
def test_markdown_loses_its_marks_and_nothing_else(typed: str, words: str, html: str | None) -> None:
    assert plain(typed) == words
    if html is not None:
        assert inline(typed) == html


def test_a_description_says_what_the_page_shows() -> None:
    for typed in (*AS_TYPED, *(typed for typed, _, _ in SHOWN)):
        assert plain(typed) == " ".join(inline(typed).striptags().split())


@pytest.mark.parametrize(
    ("path", "has_folders", "address", "expected"),
    [
        ("tips/look-up", True, "/forms/x.pdf", "../../forms/x.pdf"),
        ("", True, "/forms/x.pdf", "forms/x.pdf"),
        ("", True, "/", "./"),
        ("tips/look-up", False, "/forms/x.pdf", "../forms/x.pdf"),
        ("tips/look-up", True, "/journey/#arriving", "../../journey/#arriving"),
        ("tips/look-up", False, "/journey/#arriving", "../journey.html#arriving"),
        ("tips/look-up", False, "/", "../index.html"),
    ],
)
def test_a_link_below_the_site_is_written_from_the_page_it_is_on(
    path: str, has_folders: bool, address: str, expected: str
) -> None:
    links = Links(path, has_folders)
    assert inline(f"[form]({address})", links) == f'<a href="{expected}">form</a>'
    assert paragraphs(f"See [form]({address})", links) == f'<p>See <a href="{expected}">form</a></p>'


def test_no_text_can_pass_for_a_link_below_the_site() -> None:
    typed = '<a href="/x"> `<a href="/y">` [z](/z)'
    assert re.findall(r'<a href="([^"]*)', inline(typed, Links("a/b"))) == ["../../z"]


def test_a_text_is_cut_at_a_word() -> None:
    assert plain("one *two* three", 9) == "one two…"
    assert shortened("one *two*\nthree", 11) == "one *two*…"


@pytest.mark.parametrize(
    "repeated",
    ["[", "*", "_", "`", "*a ", "a* ", "[a](", "[a](b", "[x](https://a(", "``a`", r"\*", r"\[", "_*", "**a_"],
)
def test_the_work_grows_with_the_length_and_not_with_its_square(repeated: str) -> None:
    assert _steps(repeated * 400) <= 2.6 * _steps(repeated * 200)


def _steps(text: str) -> int:
    """How many lines of Python are run to take the words of a text."""
    count = 0

    def trace(*_: object) -> object:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        plain(text)
    finally:
        sys.settrace(before)
    return count
