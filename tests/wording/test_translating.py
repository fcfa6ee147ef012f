"""Translators are told what is missing, uncertain and broken, and lose nothing of what they have written."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from click.testing import CliRunner

from playbook.page_macros.explanations import explanations
from playbook.translating import __main__ as door
from playbook.translating import extraction
from playbook.translating.catalogue_check import faults
from playbook.wording import catalogues


@pytest.fixture(scope="module")
def template() -> Catalog:
    """Every message of the interface."""
    return extraction.messages(explanations())


def test_messages_are_found_in_python_templates_scripts_and_explanations(template: Catalog) -> None:
    endings = {Path(file).suffix for message in template for file, _ in message.locations}
    assert endings == {".py", ".j2", ".js"}
    assert {code.meaning for code in explanations()} <= {message.id for message in template}


def test_a_message_is_a_sentence_or_a_label_and_no_part_of_one(template: Catalog) -> None:
    texts = [message.id if isinstance(message.id, str) else message.id[0] for message in template if message.id]
    assert [text for text in texts if text != text.strip() and any(map(str.isalpha, text))] == []


SOURCE = """
from playbook.wording import _, ngettext
print(_("Owner"), _("Kept by %(name)s"), _("<b>Say</b> it"), ngettext("%(count)s tip", "%(count)s tips", 2))
"""
WHOLE = {
    "Owner": "Zuständig",
    "Kept by %(name)s": "Bei %(name)s",
    "<b>Say</b> it": "<b>Sagen</b> Sie es",
    ("%(count)s tip", "%(count)s tips"): ("ein Tipp", "%(count)s Tipps"),
}


@pytest.fixture
def small_template(tmp_path: Path) -> Catalog:
    """The messages of one module."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "module.py").write_text(SOURCE, "utf-8")
    return extraction.messages((), tmp_path / "source")


def catalogue(translations: dict) -> Catalog:
    """A German catalogue with these translations."""
    made = Catalog(locale="de")
    for message, said in translations.items():
        made.add(message, said)
    return made


def test_a_whole_catalogue_has_no_faults(small_template: Catalog) -> None:
    assert [*faults(catalogue(WHOLE), small_template)] == []


@pytest.mark.parametrize(
    ("message", "said", "fault"),
    [
        ("Owner", "", "not translated"),
        ("Kept by %(name)s", "Bei %(nam)s", "`%(nam)s` is no place of this message"),
        ("Kept by %(name)s", "Bei uns", "`%(name)s` is missing"),
        ("Kept by %(name)s", "Zu 100 % bei %(name)s", "written twice"),
        ("Owner", "Zuständig zu 100 %", "written twice"),
        ("Owner", 'Wer "zuständig" ist', "straight double quotes"),
        ("Owner", "  ", "not translated"),
        ("<b>Say</b> it", "Sagen Sie es", "HTML differs"),
        (("%(count)s tip", "%(count)s tips"), ("ein Tipp", ""), "not translated"),
    ],
)
def test_what_is_wrong_is_told_with_what_fixes_it(small_template: Catalog, message: str, said: str, fault: str) -> None:
    found = [*faults(catalogue({**WHOLE, message: said}), small_template)]
    assert found != []
    assert fault in str(found[0])


def test_a_guess_and_a_message_that_nobody_says_are_told(small_template: Catalog) -> None:
    guessed = catalogue(WHOLE)
    guessed["Owner"].flags.add("fuzzy")
    guessed.add("Gone", "Weg")
    assert [fault.message for fault in faults(guessed, small_template)] == ["Owner", "Gone"]


def test_every_delivered_catalogue_is_whole(template: Catalog) -> None:
    for name in catalogues.languages():
        with (catalogues.CATALOGUES / f"{name}.po").open("rb") as file:
            assert [*map(str, faults(read_po(file, locale=name), template))] == []


def test_a_catalogue_is_begun_renewed_and_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "CATALOGUES", tmp_path)
    monkeypatch.setattr(catalogues, "CATALOGUES", tmp_path)
    runner = CliRunner()
    assert runner.invoke(door.main, ["update", "de"]).exit_code == 0
    path = tmp_path / "de.po"
    begun = path.read_text("utf-8")
    translated = begun.replace('msgid "Owner"\nmsgstr ""', 'msgid "Owner"\nmsgstr "Zuständig"')
    assert translated != begun
    path.write_text(translated, "utf-8")
    assert runner.invoke(door.main, ["update", "de"]).exit_code == 0
    assert path.read_text("utf-8") == translated
    assert runner.invoke(door.main, ["check"]).exit_code == 1
    assert [runner.invoke(door.main, ["update", code]).exit_code for code in ("klingon", "DE", "de-de")] == [2, 2, 2]


@pytest.mark.parametrize(
    "broken",
    [
        b"no catalogue at all",
        b"\xff\xfe\x00",
        b'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=n+++;\\n"\n',
    ],
    ids=["no catalogue", "no text", "no rule for plurals"],
)
def test_a_catalogue_that_cannot_be_read_is_told_and_the_words_stay_english(
    broken: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "de.po").write_bytes(broken)
    monkeypatch.setattr(door, "CATALOGUES", tmp_path)
    monkeypatch.setattr(catalogues, "CATALOGUES", tmp_path)
    catalogues.wording_for.cache_clear()
    assert catalogues.wording_for("de-DE").language == "en"
    assert "the catalogue de.po cannot be read" in capsys.readouterr().err
    done = CliRunner().invoke(door.main, ["check"])
    assert (done.exit_code, "Traceback" in done.output) == (1, False)
