"""The templates of the theme that travel with an export say only words that the house's catalogue gave them."""

from __future__ import annotations

import re

import pytest

from playbook.model.people import Organisation
from playbook.site.theme_words import PALETTE, WORDS, palette_name, theme_words
from playbook.wording import speaking
from playbook.wording.pseudo import PSEUDO_LOCALE, accented
from tests.building import ROOT
from tests.views.evening import HOUSE

TEMPLATES = {path.name: path.read_text("utf-8") for path in sorted((ROOT / "overrides").rglob("*.html"))}
NAMED = re.compile(r"\(config\.extra\.words or \{\}\)\.(\w+)")
HIDDEN = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<script.*?</script>", re.DOTALL)
SHOWN = re.compile(r"""(?:aria-label|title|placeholder|alt|data-failed)="([^"]*)"|>([^<>]*)<""")


def house(**fields: object) -> Organisation:
    """The house of other tests with these fields."""
    return HOUSE.organisation.model_copy(update=fields)


def test_the_templates_use_every_word_and_no_other() -> None:
    assert {name for text in TEMPLATES.values() for name in NAMED.findall(text)} == {*WORDS}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_no_words_of_its_own(name: str) -> None:
    found = SHOWN.findall(HIDDEN.sub("", f">{TEMPLATES[name]}<"))
    assert [text for pair in found for text in pair if re.search(r"[A-Za-z]{2}", text)] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_needs_no_gettext_because_other_hosts_have_none(name: str) -> None:
    assert re.findall(r"\{%-?\s*trans\b|\bn?gettext\(|\b_\(", TEMPLATES[name]) == []


def test_the_search_box_says_what_the_house_calls_its_people() -> None:
    assert theme_words(house())["search_hint"] == "Type what the patron said"
    assert theme_words(house(audience_word="visitor"))["search_hint"] == "Type what the visitor said"


def test_a_name_that_looks_like_markup_is_escaped() -> None:
    words = theme_words(house(name='<b>"R&D" {{ 7 * 7 }} 100%</b>'))
    expected = "&lt;b&gt;&#34;R&amp;D&#34; &#123;&#123; 7 * 7 &#125;&#125; 100%&lt;/b&gt;: choose your department"
    assert words["choose_department"] == expected


def test_the_buttons_that_switch_colours_are_those_of_the_catalogue() -> None:
    names = re.findall(r"^ +name: (.+)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert [name for name in names if name != "material"] == [*PALETTE]


def test_a_button_that_the_house_has_named_keeps_its_name() -> None:
    with speaking(PSEUDO_LOCALE):
        assert palette_name("Use dark colours") == accented("Use dark colours")
        assert palette_name("Abendfarben") == "Abendfarben"
