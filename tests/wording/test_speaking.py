"""What is said in which language: English by itself, others from a catalogue, the pseudo-language with accents."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.wording import N_, _, catalogues, current, ngettext, pgettext, speak, speaking
from playbook.wording.audience import Audience
from playbook.wording.house_locale import house_locale
from playbook.wording.lists import listed
from playbook.wording.pseudo import accented

GERMAN = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=n != 1;\\n"

msgid "Owner"
msgstr "Zuständig"

msgid "%(count)s tip"
msgid_plural "%(count)s tips"
msgstr[0] "%(count)s Tipp"
msgstr[1] "%(count)s Tipps"

msgctxt "audience"
msgid "patron"
msgstr "Gast"

msgid "patrons"
msgstr "Gäste"

#, fuzzy
msgid "Close"
msgstr "Vielleicht"
"""


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a catalogue of German."""
    (tmp_path / "de.po").write_text(GERMAN, "utf-8")
    monkeypatch.setattr(catalogues, "CATALOGUES", tmp_path)
    catalogues.wording_for.cache_clear()


def test_english_says_what_is_written() -> None:
    assert _("Owner") == "Owner"
    assert _("Kept by %(name)s, 100%%", name="Bar") == "Kept by Bar, 100%"
    assert (ngettext("%(count)s tip", "%(count)s tips", 1), ngettext("%(count)s tip", "%(count)s tips", 0)) == (
        "1 tip",
        "0 tips",
    )
    assert pgettext("verb", "Open") == "Open"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("locale", ["de", "de-DE", "de-AT"])
def test_another_language_says_what_its_catalogue_says(locale: str) -> None:
    with speaking(locale) as wording:
        assert wording.language == "de"
        assert _("Owner") == "Zuständig"
        assert [ngettext("%(count)s tip", "%(count)s tips", count) for count in (1, 2)] == ["1 Tipp", "2 Tipps"]
        assert Audience.usual().one == "Gast"
    assert _("Owner") == "Owner"


@pytest.mark.usefixtures("german")
def test_what_has_no_translation_yet_is_said_in_english() -> None:
    with speaking("de"):
        assert (_("Nobody has translated this"), _("Close")) == ("Nobody has translated this", "Close")


def test_a_language_without_a_catalogue_is_said_in_english() -> None:
    with speaking("fr-FR") as wording:
        assert (wording.language, _("Owner")) == ("en", "Owner")


@pytest.mark.usefixtures("german")
def test_a_message_that_is_written_down_early_is_said_in_the_language_of_later() -> None:
    written = N_("Owner")
    with speaking("de"):
        assert _(written) == "Zuständig"


def test_a_language_is_spoken_until_another_is() -> None:
    with speaking("en-GB"):
        speak("en-XA")
        assert _("Owner") == "⟦Öŵñéŕ⟧"
        assert current().language == "en"
    assert _("Owner") == "Owner"


@pytest.mark.parametrize(
    ("message", "marked"),
    [
        ("Kept by %(name)s", "⟦Ķéþţ ƀý %(name)s⟧"),
        ("write `x: y`, then <b>save</b> &amp; go", "⟦ŵŕíţé `x: y`, ţĥéñ <b>šáṽé</b> &amp; ĝó⟧"),
        ("100%%", "⟦100%%⟧"),
    ],
)
def test_the_pseudo_language_marks_words_and_nothing_else(message: str, marked: str) -> None:
    assert accented(message) == marked


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("name: House\nlocale: de-DE\n", "de-DE"),
        ('locale: "en-XA" # a comment\n', "en-XA"),
        ("name: House\n", "en-GB"),
        ("facts:\n  locale: de\n", "en-GB"),
        ("locale: [\n", "en-GB"),
    ],
)
def test_the_language_of_a_house_is_known_before_its_files_are_read(tmp_path: Path, text: str, locale: str) -> None:
    (tmp_path / "organisation.yml").write_text(text, "utf-8")
    assert house_locale(tmp_path) == locale


def test_a_folder_without_a_house_is_spoken_to_in_english(tmp_path: Path) -> None:
    assert house_locale(tmp_path / "nowhere") == "en-GB"


def test_a_house_s_own_word_has_all_its_forms() -> None:
    assert Audience.called("visitor").names["Of_the_patron"] == "The visitor’s"
    assert Audience.called("audience member").indefinite == "an audience member"
    assert Audience.called("lady").many == "ladies"
    assert Audience.called("user").indefinite == "a user"
    own = Audience.called("Gast", many="Gäste", definite="der Gast", possessive="des Gastes")
    assert (own.many, own.definite, own.possessive) == ("Gäste", "der Gast", "des Gastes")


def test_items_are_listed_as_the_language_lists_them() -> None:
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "b"], "or") == "a or b"
    assert listed(["a"]) == "a"


@pytest.mark.usefixtures("german")
def test_a_list_is_in_the_language_of_the_words_around_it() -> None:
    with speaking("de-DE"):
        assert listed(["a", "b"]) == "a und b"
    with speaking("fr-FR"):  # has no catalogue, so the words around it are English
        assert listed(["a", "b"]) == "a and b"
