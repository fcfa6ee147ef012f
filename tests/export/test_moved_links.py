"""Links of hand-written pages lead to where their targets lie in the export."""

from __future__ import annotations

import pytest

from playbook.export.moved_links import with_moved_links

MOVED = {
    "index.md": "index.md",
    "welcome.md": "welcome/index.md",
    "more/deeper.md": "more/deeper/index.md",
    "more/README.md": "more/index.md",
    "with space.md": "with space/index.md",
    "plan.svg": "plan.svg",
}


@pytest.mark.parametrize(
    ("source", "written", "moved"),
    [
        ("welcome.md", "[a](index.md)", "[a](../index.md)"),
        ("welcome.md", "[a](more/deeper.md#part)", "[a](../more/deeper/index.md#part)"),
        ("welcome.md", "[a](./more/README.md)", "[a](../more/index.md)"),
        ("welcome.md", '![a](plan.svg "Title")', '![a](../plan.svg "Title")'),
        ("welcome.md", "[a](<plan.svg>)", "[a](<../plan.svg>)"),
        ("welcome.md", "[a](with%20space.md)", "[a](../with%20space/index.md)"),
        ("welcome.md", "[![a](plan.svg)](index.md)", "[![a](../plan.svg)](../index.md)"),
        ("welcome.md", "[a][b]\n\n[b]: index.md 'Title'\n", "[a][b]\n\n[b]: ../index.md 'Title'\n"),
        ("index.md", "[a](welcome.md)", "[a](welcome/index.md)"),
        ("more/deeper.md", "[a](../welcome.md) [b](README.md)", "[a](../../welcome/index.md) [b](../index.md)"),
        ("more/README.md", "[a](deeper.md)", "[a](deeper/index.md)"),
        ("welcome.md", "[a](welcome.md)", "[a](index.md)"),
    ],
)
def test_a_link_to_a_file_of_ours_is_moved(source: str, written: str, moved: str) -> None:
    assert with_moved_links(written, source, MOVED) == moved


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://example.org/index.md)",
        "[a](mailto:index.md@example.org)",
        "[a](#index.md)",
        "[a](/index.md)",
        "[a](unknown.md)",
        "[a](../tips/)",
        "`[a](index.md)` and ``[a](index.md) ` ``",
        "```\n[a](index.md)\n```\n",
        "~~~~ text\n[a](index.md)\n~~~\n[a](index.md)\n~~~~\n",
        "index.md (index.md) [index.md]",
    ],
)
def test_everything_else_is_left_as_it_is(text: str) -> None:
    assert with_moved_links(text, "welcome.md", MOVED) == text


def test_what_follows_code_is_moved_again() -> None:
    text = "`[a](index.md)` [a](index.md)\n\n```\n[a](index.md)\n```\n\n[a](index.md)\n"
    moved = "`[a](index.md)` [a](../index.md)\n\n```\n[a](index.md)\n```\n\n[a](../index.md)\n"
    assert with_moved_links(text, "welcome.md", MOVED) == moved
