"""The theme speaks the language of the house, where it can and mkdocs.yml does not say otherwise."""

from __future__ import annotations

import shutil
from pathlib import Path

import material
import pytest

from playbook.hosts.mkdocs.language import theme_language
from tests import building
from tests.site.documents import Document, document, shown

MATERIAL = str(Path(material.__file__).parent / "templates")
NAMES = {"de-DE": "de", "pt-BR": "pt-BR", "pt-PT": "pt", "en-GB": "en", "ar": "ar", "ga-IE": None}


@pytest.mark.parametrize(("locale", "expected"), NAMES.items())
def test_the_nearest_language_of_the_theme_is_taken(locale: str, expected: str | None) -> None:
    assert theme_language(locale, [MATERIAL]) == expected


def home_of(locale: str, folder: Path, language: str | None = None) -> Document:
    """The home page of a house with this locale, with or without a language in mkdocs.yml."""
    data = shutil.copytree(building.MINIMAL, folder / "data")
    (data / "organisation.yml").write_text(f"name: House\nsector: theatre\nlocale: {locale}\n")
    project = building.copied_project(folder / "project")
    if language:
        text = (project / "mkdocs.yml").read_text()
        (project / "mkdocs.yml").write_text(text.replace("  language: en\n", f"  language: {language}\n"))
    return document(building.build(data, folder / "site", project=project) / "index.html")


EXPECTED = {
    "a house in Germany": ("de-DE", None, ("de", "ltr", "Zum Inhalt")),
    "a house that writes from right to left": ("ar", None, ("ar", "rtl", "انتقل إلى المحتوى")),
    "a house whose language the theme lacks": ("ga-IE", None, ("en", "ltr", "Skip to content")),
    "a house that sets another language for the theme": ("de-DE", "fr", ("fr", "ltr", "Aller au contenu")),
}


@pytest.mark.parametrize(("locale", "language", "expected"), EXPECTED.values(), ids=EXPECTED.keys())
def test_pages_are_in_the_language_of_the_house(
    locale: str, language: str | None, expected: tuple[str, str, str], tmp_path: Path
) -> None:
    page = home_of(locale, tmp_path, language)
    (html,), (body,) = page.all("html"), page.all("body")
    skip = next(iter(page.with_class("md-skip")))
    assert (html.get("lang"), body.get("dir"), shown(skip)) == expected
