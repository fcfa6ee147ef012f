"""UTF-8 with and without its mark and both usual line ends are the same text; nothing else is text at all."""

from __future__ import annotations

import pytest

from playbook.reading.data_files import DataFile
from playbook.reading.decoding import SourceFile, decode, text_problems

TEXT = "name: Café “Rouge” 👩‍🦽\nwhy: |\n  one\n"


def decoded(data: bytes) -> SourceFile:
    return decode(DataFile("tips.yml", "tip", data))


def codes(data: bytes) -> list[str]:
    return [problem.code for problem in text_problems(decoded(data))]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(),
    ],
    ids=["plain", "mark", "CRLF", "mark and CRLF"],
)
def test_marks_and_line_ends_do_not_matter(data: bytes) -> None:
    assert decoded(data).text == TEXT
    assert codes(data) == []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (TEXT.encode("utf-16"), "not-utf-8"),
        (TEXT.encode("utf-16-le"), "not-utf-8"),
        (TEXT.encode("utf-16-be"), "not-utf-8"),
        (TEXT.encode("utf-32"), "not-utf-8"),
        ("name: Café\n".encode("latin-1"), "not-utf-8"),
        ("name: “Rouge”\n".encode("cp1252"), "not-utf-8"),
        (b"a: \xed\xa0\x80\n", "not-utf-8"),
        (b"a: \xc0\xaf\n", "not-utf-8"),
        ("a: é".encode()[:-1], "cut-off"),
        (b"a: b\rc: d\r", "old-line-ends"),
        (b"a: b\n\rc: d\n", "forbidden-character"),
        (b"a: \0\n", "forbidden-character"),
        (b"a: \x1b[31m\n", "forbidden-character"),
        ("a: \u0085b\n".encode(), "forbidden-character"),
        ("a: b\u2028c\n".encode(), "forbidden-character"),
        ("a: \ufeffb\n".encode(), "forbidden-character"),
        ("a: \ue000\n".encode(), "forbidden-character"),
        ("a: \u2066b\n".encode(), "forbidden-character"),
        (b"a:\n\tb: c\n", "tab-indentation"),
        ("a:\n\u3000b: c\n".encode(), "odd-space"),
    ],
)
def test_everything_else_is_refused(data: bytes, code: str) -> None:
    assert codes(data) == [code]


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"a: b", b"a: b\r\nc: d", b"a: b\tc\n", "a: 10\u00a0€\n".encode(), b"a: ======= b\n"]
)
def test_what_only_looks_odd_is_fine(data: bytes) -> None:
    assert codes(data) == []


def test_the_line_is_shown_as_it_was_meant() -> None:
    (problem,) = text_problems(decoded("a: b\r\nname: Café am Eck\r\n".encode("latin-1")))
    assert (problem.place.line, problem.place.column, problem.place.excerpt) == (2, 10, "name: Café am Eck")


def test_a_place_never_lies_outside_the_text() -> None:
    source = decoded(b"ab\n")
    places = [source.place(line, column, length) for line in (0, 1, 9) for column in (0, 1, 9) for length in (0, 9)]
    assert {(place.line, place.column, place.length) for place in places} <= {
        (1, 1, 1),
        (1, 1, 2),
        (1, 3, 1),
        (2, 1, 1),
    }
