"""Every word of a script that people read comes from the catalogue, in one language only, and English needs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract
from babel.messages.jslexer import Token, tokenize, unquote_string
from playwright.sync_api import Page

from playbook.wording.catalogues import Wording, read_catalogue, wording_for
from playbook.wording.pseudo import PSEUDO_LOCALE
from playbook.wording.scripts import Message, as_module, as_script, messages_of, words_of_script
from tests.building import ROOT

ASSETS = ROOT / "playbook" / "assets"
SCRIPTS = sorted(ASSETS.rglob("*.js"))
IN_WORDS = re.compile(r"[A-Za-z’]{2,}[,.:;]? [A-Za-z’]{2,}|[A-Z][a-z]+[.:…]?")
"""What a person would read: two words, or one with a capital."""
CLASSES = re.compile(r"(?:pb-[\w-]+ ?)+")
NOT_READ = {
    "use strict",
    # Selectors.
    "thead th[data-touchpoint]",
    "label:not([hidden]) :is(select, input)",
    # What keys are called.
    *("Enter", "Escape"),
    # Errors that only a programmer sees.
    "a part of another build",
    "the numbers of the tips are those of another build",
}
SCRIPT = """
gettext("Close"); gettext("Printed on %(day)s", { day }); gettext("Ctrl+C “now”");
ngettext("%(count)s step", "%(count)s steps", 3); gettext("Close");
"""
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
GERMAN = """
msgid "Close"
msgstr "Schließen"

msgid "%(count)s step"
msgid_plural "%(count)s steps"
msgstr[0] "%(count)s Schritt"
msgstr[1] "%(count)s Schritte"
"""
POLISH = """
msgid "%(count)s step"
msgid_plural "%(count)s steps"
msgstr[0] "%(count)s krok"
msgstr[1] "%(count)s kroki"
msgstr[2] "%(count)s kroków"
"""


def wording(folder: Path, language: str, entries: str) -> Wording:
    """The wording of a catalogue with these entries."""
    path = folder / f"{language}.po"
    path.write_text(HEAD + entries, "utf-8")
    return Wording(language, read_catalogue(path))


def babel_messages(script: str) -> Iterator[Message]:
    """The messages that Babel finds in a script."""
    for _, message, _, _ in extract("javascript", BytesIO(script.encode())):
        yield (message[0], message[1]) if isinstance(message, tuple) else (message, None)


def texts_outside(script: str) -> Iterator[str]:
    """What people would read of the texts in a script that are no messages."""
    before: list[Token] = []
    is_message = False
    for token in tokenize(script, jsx=False, dotted=False):
        if token.type in ("linecomment", "multilinecomment"):
            continue
        is_call = token.value == "(" and bool(before) and before[-1].value in ("gettext", "ngettext")
        is_message = is_call or (is_message and (token.type == "string" or token.value == ","))
        if token.type in ("string", "template_string") and not is_message:
            text = re.sub(r"\$\{[^}]*\}", " … ", unquote_string(token.value.replace("`", '"')))
            is_words = re.search(IN_WORDS, text) if " " in text else re.fullmatch(IN_WORDS, text)
            if is_words and not CLASSES.fullmatch(text) and text not in NOT_READ:
                yield text
        before.append(token)


def said_in_browser(page: Page, wording: Wording, expression: str) -> Any:
    """What an expression gives in the browser, beside the words of SCRIPT."""
    return page.evaluate(f"(() => {{ {as_script(SCRIPT, wording)}; return {expression}; }})()")


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_says_the_messages_that_babel_finds(path: Path) -> None:
    script = path.read_text("utf-8")
    assert list(messages_of(script)) == list(dict.fromkeys(babel_messages(script)))


def test_the_scripts_say_something() -> None:
    assert len({message for path in SCRIPTS for message in messages_of(path.read_text("utf-8"))}) > 40


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_nothing_that_people_read_stands_outside_a_message(path: Path) -> None:
    assert list(texts_outside(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ('say("No tip matches.");', ["No tip matches."]),
        ("say(`${count} tips left`);", [" …  tips left"]),
        ('say("Copied");', ["Copied"]),
        ('say(gettext("Two words"), "two more");', ["two more"]),
        ('say(gettext("Two words", { name: "two more" }));', ["two more"]),
        ('say(ngettext("one tip", "many tips", count));', []),
        ('find("pb-found pb-found-urgent", "data-value");', []),
    ],
)
def test_texts_outside_a_message_are_found(script: str, found: list[str]) -> None:
    assert list(texts_outside(script)) == found


@pytest.mark.parametrize("locale", ["en", "en-GB", "en-US"])
def test_english_needs_no_words(locale: str) -> None:
    scripts = "".join(path.read_text("utf-8") for path in SCRIPTS)
    assert words_of_script(scripts, wording_for(locale)) == {}
    assert as_module(scripts, wording_for(locale)).startswith("const WORDS = {};\n")


def test_only_translated_messages_of_the_script_travel_with_it(tmp_path: Path) -> None:
    entries = GERMAN + '\nmsgid "Elsewhere"\nmsgstr "Anderswo"\n\n#, fuzzy\nmsgid "Printed on %(day)s"\nmsgstr "?"\n'
    assert words_of_script(SCRIPT, wording(tmp_path, "de", entries)) == {
        "Close": "Schließen",
        "%(count)s step": {"one": "%(count)s Schritt", "other": "%(count)s Schritte"},
    }


def test_plurals_have_the_names_that_the_browser_gives_them(tmp_path: Path) -> None:
    polish = wording(tmp_path, "pl", POLISH)
    assert words_of_script(SCRIPT, polish) == {
        "%(count)s step": {"one": "%(count)s krok", "few": "%(count)s kroki", "many": "%(count)s kroków"},
    }


def test_the_pseudo_language_says_every_message_with_accents() -> None:
    words = words_of_script(SCRIPT, wording_for(PSEUDO_LOCALE))
    assert words["%(count)s step"] == {"one": "⟦%(count)s šţéþ⟧", "other": "⟦%(count)s šţéþš⟧"}
    assert len(words) == len([*messages_of(SCRIPT)])


def test_the_browser_takes_the_form_that_a_number_needs(tmp_path: Path, page: Page) -> None:
    counted = '[0, 1, 2, 5, 22].map((count) => ngettext("%(count)s step", "%(count)s steps", count))'
    polish, german = wording(tmp_path, "pl", POLISH), wording(tmp_path, "de", GERMAN)
    assert said_in_browser(page, polish, counted) == ["0 kroków", "1 krok", "2 kroki", "5 kroków", "22 kroki"]
    assert said_in_browser(page, german, counted)[:3] == ["0 Schritte", "1 Schritt", "2 Schritte"]
    assert said_in_browser(page, wording_for("en"), counted)[:3] == ["0 steps", "1 step", "2 steps"]


def test_the_browser_fills_the_places_of_a_message_once(page: Page) -> None:
    said = 'gettext("“%(words)s” in %(place)s", { words: "%(place)s $& {title}", place: 0 })'
    assert said_in_browser(page, wording_for("en"), said) == "“%(place)s $& {title}” in 0"


def test_the_browser_keeps_places_for_nodes(page: Page) -> None:
    said = 'withNodes(gettext("Nothing found for “%(words)s”."), { words: [1] })'
    assert said_in_browser(page, wording_for("en"), said) == ["Nothing found for “", [1], "”."]
