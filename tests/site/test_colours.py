"""An adopter's colours are set in mkdocs.yml; what is hard to read, or not a colour, is refused with a reason."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from playbook.site.colours import ColourFault, colour_faults, contrast, style_of
from tests import building

ACCENT = "getComputedStyle(document.documentElement.querySelector('body')).getPropertyValue('--pb-accent').trim()"


def test_a_colour_is_set_for_its_scheme() -> None:
    style = style_of({"dark": {"accent": "#80d0c0"}})
    assert "slate" in style
    assert "--pb-accent: #80d0c0;" in style
    assert "default" not in style


@pytest.mark.parametrize("nothing", [None, {}, ""])
def test_without_colours_there_is_no_style(nothing: object) -> None:
    assert style_of(nothing) == ""


@pytest.mark.parametrize(
    ("colours", "words"),
    [
        ("#123456", "needs `light` or `dark`"),
        ({"night": {}}, "has no part `night`"),
        ({"light": "#123456"}, "needs names of colours"),
        ({"light": {"accnt": "#123456"}}, "`accnt` is not the name of a colour .*; did you mean `accent`?"),
        ({"light": {"zebra": "#123456"}}, "`zebra` is not the name of a colour .*; the names are: paper, card"),
        ({"lihgt": {}}, "has no part `lihgt`, only .*; did you mean `light`?"),
        ({"light": {"accent": "red"}}, "`accent: red` is not a colour"),
        ({"light": {"accent": "#12345678"}}, "is not a colour"),
        ({"light": {"accent": "#ffd700"}}, "is too hard to read on #fbf9f5"),
        ({"dark": {"stage-1": "#222222"}}, "choose a lighter one"),
        ({"light": {"paper": "#8c2f39", "accent": "#8c2f39"}}, "the contrast is 1.0"),
    ],
)
def test_what_cannot_be_used_is_refused(colours: object, words: str) -> None:
    with pytest.raises(ColourFault, match=words):
        style_of(colours)


def test_every_fault_is_found_at_once() -> None:
    colours = {"lihgt": {}, "light": {"accnt": "#123456", "ink": "#eeeeee"}, "dark": "black"}
    assert [fault.path for fault in colour_faults(colours)] == [
        ("lihgt",), ("light", "accnt"), ("light", "ink"), ("dark",)
    ]  # fmt: skip


def test_contrast_is_that_of_wcag() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def test_a_house_has_its_own_accent(
    small_data: Path, small_project: Path, tmp_path: Path, serve: Callable[[Path], str], new_page: Callable[..., Page]
) -> None:
    project = shutil.copytree(small_project, tmp_path / "project")
    config = (project / "mkdocs.yml").read_text("utf-8")
    colours = 'extra:\n  colours:\n    light: {accent: "#0a5c63"}\n    dark: {accent: "#7fd6d0"}\n'
    (project / "mkdocs.yml").write_text(config.replace("extra:\n", colours, 1), "utf-8")
    url = serve(building.build(small_data, tmp_path / "site", project=project))
    for scheme, expected in (("light", "#0a5c63"), ("dark", "#7fd6d0")):
        page = new_page(color_scheme=scheme)
        page.goto(url)
        assert page.evaluate(ACCENT) == expected
