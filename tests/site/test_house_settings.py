"""A mistake among a house's settings in mkdocs.yml is reported with its line and with what fixes it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from playbook.problem_formats import as_text
from playbook.site.house_settings import HouseSettings, setting_problems
from tests import building

CONFIG = """site_name: Our house
theme:
  name: material
  logo: pictures/logo.svg
# extra: colors: below is what counts
extra:
  generator: false
  # colours: are set for light and dark
  colours:
    light: {accent: "#8c2f39", acent: "#123456"}
    drak:
      ink: "#ffffff"
  colors: {}
  colour_of_the_month: green
"""
EXTRA: dict[str, Any] = {
    "generator": False,
    "colours": {"light": {"accent": "#8c2f39", "acent": "#123456"}, "drak": {"ink": "#ffffff"}},
    "colors": {},
    "colour_of_the_month": "green",
}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder of pages with a picture."""
    (tmp_path / "docs/images").mkdir(parents=True)
    (tmp_path / "docs/images/our-logo.svg").write_text("<svg/>")
    return tmp_path / "docs"


def reported(docs: Path, text: str = "", extra: dict[str, Any] | None = None, **pictures: object) -> str:
    return as_text(setting_problems(HouseSettings(text, extra or {}, pictures, [docs])))


def test_every_mistake_is_reported_at_once_with_its_line_and_the_nearest_name(docs: Path) -> None:
    assert reported(docs, CONFIG, EXTRA, logo="pictures/logo.svg") == (
        "mkdocs.yml:4:3: error[missing-picture] `theme: logo:` names `pictures/logo.svg`, but there is no such file"
        " in docs/\n"
        "  |\n4 |   logo: pictures/logo.svg\n  |   ^^^^\n"
        "  = help: did you mean `images/our-logo.svg`?\n\n"
        "mkdocs.yml:10:32: error[unknown-option] `acent` is not the name of a colour"
        " (mkdocs.yml, extra: colours: light)\n"
        '   |\n10 |     light: {accent: "#8c2f39", acent: "#123456"}\n   |                                ^^^^^\n'
        "   = help: did you mean `accent`?\n\n"
        "mkdocs.yml:11:5: error[unknown-option] `extra: colours:` in mkdocs.yml has no part `drak`, only `light` and"
        " `dark`\n"
        "   |\n11 |     drak:\n   |     ^^^^\n"
        "   = help: did you mean `dark`?\n\n"
        "mkdocs.yml:13:3: error[unknown-option] `colors` means nothing under `extra:`\n"
        "   |\n13 |   colors: {}\n   |   ^^^^^^\n"
        "   = help: did you mean `colours`?\n"
    )


@pytest.mark.parametrize("key", ["site_url", "repo_url", "edit_uri", "edit_uri_template"])
@pytest.mark.parametrize(
    "address", ["javascript:pwned(1)", "javascript://x/%0apwned(1)", "file:///etc", "//x.example/"]
)
def test_an_address_in_the_settings_that_no_browser_opens_as_a_page_is_refused(
    docs: Path, key: str, address: str
) -> None:
    settings = HouseSettings(f"site_name: x\n{key}: {address}\n", {}, {}, [docs], {key: address})
    said = as_text(setting_problems(settings))
    assert said.startswith(
        f"mkdocs.yml:2:1: error[unusable-address] `{address}` is not an address that a browser can open"
    )
    assert "write one that starts with https://" in said


@pytest.mark.parametrize(
    "address", ["edit/main/docs/", "https://code.example.org/house/src/trunk/docs/", "?query=docs/"]
)
def test_where_pages_are_edited_may_begin_at_the_repository(docs: Path, address: str) -> None:
    assert setting_problems(HouseSettings("", {}, {}, [docs], {"edit_uri": address})) == []


def test_the_menu_leads_to_pages_and_addresses_and_nowhere_else(docs: Path) -> None:
    links = ("welcome.md", "https://www.example.org", "mailto:desk@example.org", "java\tscript:pwned(1)")
    (problem,) = setting_problems(HouseSettings("nav:\n", {}, {}, [docs], links=links))
    assert (problem.code, problem.place.line) == ("unusable-address", 1)


@pytest.mark.parametrize("key", ["colors", "colour", "Colours", "colurs", "coulors", "color"])
def test_a_mistyped_key_of_ours_is_reported(docs: Path, key: str) -> None:
    assert "did you mean `colours`?" in reported(docs, f"extra:\n  {key}: {{}}\n", {key: {}})


@pytest.mark.parametrize(
    "key", ["generator", "social", "analytics", "alternate", "consent", "columns", "scope", "house"]
)
def test_a_key_of_the_theme_or_of_a_page_author_is_left_alone(docs: Path, key: str) -> None:
    assert reported(docs, "", {key: {}}) == ""


def test_a_setting_that_is_inherited_from_another_file_is_reported_at_the_start(docs: Path) -> None:
    assert reported(docs, "INHERIT: base.yml\n", {"colors": {}}).startswith("mkdocs.yml:1:1: error[unknown-option]")


@pytest.mark.parametrize("logo", ["images/our-logo.svg", "data:image/svg+xml;base64,AAAA", None])
def test_a_picture_that_is_there_is_fine(docs: Path, logo: str | None) -> None:
    assert reported(docs, logo=logo) == ""


@pytest.mark.parametrize(
    ("logo", "help_text"),
    [
        ("our-logo.svg", "did you mean `images/our-logo.svg`?"),
        ("images/our-logo.png", "did you mean `images/our-logo.svg`?"),
        ("/images/our-logo.svg", "did you mean `images/our-logo.svg`?"),
        ("../docs.svg", "put the picture in docs/, or correct its path"),
        ("images", "put the picture in docs/, or correct its path"),
        ("https://www.example.org/logo.svg", "put the picture in docs/ and write its path from there"),
    ],
)
def test_a_picture_that_is_not_there_is_reported(docs: Path, logo: str, help_text: str) -> None:
    (docs.parent / "docs.svg").write_text("<svg/>")
    assert f"= help: {help_text}\n" in reported(docs, logo=logo)
    assert f"= help: {help_text}\n" in reported(docs, favicon=logo)


def test_a_mistake_ends_the_build_and_a_logo_that_is_there_is_shown(
    small_data: Path, small_project: Path, tmp_path: Path
) -> None:
    project = Path(shutil.copytree(small_project, tmp_path / "project"))
    config = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(config.replace("theme:\n", "theme:\n  logo: logo.svg\n", 1), "utf-8")
    with pytest.raises(
        building.BuildFailed, match=r"mkdocs\.yml:\d+:3: error\[missing-picture\] `theme: logo:` names `logo\.svg`"
    ):
        building.build(small_data, tmp_path / "site", project=project)
    (project / "docs/logo.svg").write_text("<svg/>")
    site = building.build(small_data, tmp_path / "site", project=project)
    assert '<img src="logo.svg" alt="">' in (site / "index.html").read_text("utf-8")
