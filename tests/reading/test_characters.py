"""What people can see is allowed, what hides or reorders text is not, and joiners are allowed where they join."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from playbook.reading.characters import forbidden_characters, is_plain


@pytest.mark.parametrize(
    "text",
    [
        "Grüße, “Ça va?” – 100 % 座席 Ω שלום مرحبا",
        "👩‍🦽 👨‍👩‍👧‍👦 ❤️ ☎︎ 1️⃣ 🏳️‍🌈",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "می‌خواهم",
        "e\u0301",
        "a\nb\tc",
    ],
)
def test_text_that_people_write_is_allowed(text: str) -> None:
    assert [*forbidden_characters(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "a\u200db",
        "a\u200cb",
        "a\ufe0fb",
        "a\u200bb",
        "a\u00adb",
        "\u202a",
        "\u2069",
        "\u061c",
        "\u2028",
        "\x7f",
        "\x85",
        "\ue123",
        "\U000e0041",
        "\ufff9",
        "\ufffe",
        "\u3164",
    ],
)
def test_what_hides_or_reorders_text_is_not(text: str) -> None:
    assert len([*forbidden_characters(text)]) == 1


def test_no_control_or_format_character_is_allowed_by_itself() -> None:
    everything = (chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000)
    unseen = {char for char in everything if unicodedata.category(char) in ("Cc", "Cf", "Co", "Zl", "Zp")}
    visible_formats = {char for char in unseen if "ARABIC" in unicodedata.name(char, "") or ord(char) in SCRIPT_SIGNS}
    let_through = {char for char in unseen if not [*forbidden_characters(f"a{char}b")]}
    assert let_through - visible_formats == {"\t", "\n"}


SCRIPT_SIGNS = {0x70F, 0x110BD, 0x110CD, *range(0x13430, 0x13440), *range(0x1BCA0, 0x1BCA4)}
"""Format characters of Syriac, Kaithi, hieroglyphs and shorthand, which have a shape or belong to their script."""


def test_the_quick_look_agrees_with_the_close_one() -> None:
    for code in range(0x110):
        if is_plain(chr(code)):
            assert [*forbidden_characters(chr(code))] == []
