"""Pages written by hand are Markdown in the export as well; their links, pictures and macros lead where they did."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import building
from tests.conftest import TODAY
from tests.export import built_by
from tests.export.built_by import HOSTS
from tests.export.same_pages import as_read, pages
from tests.site.documents import HTML, document, shown

GUIDE = """\
---
title: "A guide: what & why {{ 7 * 7 }}"
description: It has everything that a page can have.
reviewed: 2026-01-05
order: [1, two, {three: null}]
render_macros: true
---

# A guide

[Welcome](welcome.md), [a part of it](welcome.md#who-we-are "With a title"), [how to read][read],
[deeper](more/deeper.md) and [departments](departments.md). ![The plan](plan.svg) <a href="../tips/">Raw</a> [elsewhere](https://example.org/a.md)

[read]: how-to-read.md#the-map

`[left alone](welcome.md)`

```
[left alone as well](welcome.md)
```

- {{ link_to("tip", "look-up") }} in a list, {{ link_to("tip", "look-up", "*not* [bold](x.md) | {: .red }") }}

{{ link_to("page", "journey", "1. no list") }}

{{ show_tip("look-up") }}

| one | two |
|-----|-----|
| {{ link_to("page", "journey") }} | {{ link_to("tip", "look-up", "a | b") }} |
"""
STEPS = """---
render_macros: true
---

# Steps

1. Look

    {{ show_tip("look-up") }}

2. Ask
    {{ list_tips(limit=2) }}

!!! note "In a box"
    {{ show_role("usher") }}
"""
"""Not the same line by line: Markdown puts an empty paragraph before and behind what stands in a step."""
DEEPER = "# Deeper\n\n[Back](../guide.md) ![The plan](../plan.svg) [folder](index.md) [top](#deeper)\n"
FOLDER = "---\ndescription: A folder.\n---\n\n# More\n\n[Deeper](deeper.md)\n"
PLAN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'
BLOCK = "## Ours\n\nA word with {{ link_to('page', 'journey') }} and [a guide](../../guide.md).\n"
FILES = {
    "blocks/tips/look-up.md": BLOCK,
    "guide.md": GUIDE,
    "more/deeper.md": DEEPER,
    "more/index.md": FOLDER,
    "plan.svg": PLAN,
    "steps.md": STEPS,
}


@pytest.fixture(scope="session")
def project(shared_folder: Path) -> Path:
    """A project with pages that have everything, and with a logo."""

    def make(folder: Path) -> None:
        building.copied_project(folder)
        for name, text in FILES.items():
            (folder / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "docs" / name).write_text(text, "utf-8")
        settings = (folder / "mkdocs.yml").read_text("utf-8")
        settings = settings.replace("  name: material\n", "  name: material\n  logo: plan.svg\n", 1)
        (folder / "mkdocs.yml").write_text(settings, "utf-8")

    return building.made_once(shared_folder, "guide-project", make)


@pytest.fixture(scope="session")
def ordinary(built: Callable[..., Path], small_data: Path, project: Path) -> Path:
    """The site as we build it."""
    return built("guide", small_data, project=project, environment=building.on_day(TODAY))


@pytest.fixture(scope="session")
def guide_export(exported: Callable[..., Path], small_data: Path, project: Path) -> Path:
    """The same as a project."""
    return exported("guide", small_data, project=project, environment=building.on_day(TODAY))


@pytest.mark.parametrize("host", HOSTS)
def test_they_read_the_same(host: str, site_of: Callable[..., Path], guide_export: Path, ordinary: Path) -> None:
    site = site_of(host, guide_export)
    assert pages(site) == pages(ordinary)
    alike = pages(ordinary) - {"steps/index.html"}
    assert [name for name in alike if as_read(site, name) != as_read(ordinary, name)] == []


@pytest.mark.parametrize("host", HOSTS)
def test_cards_in_steps_stay_in_them(
    host: str, site_of: Callable[..., Path], guide_export: Path, ordinary: Path
) -> None:
    name = "steps/index.html"
    assert _steps(site_of(host, guide_export) / name) == _steps(ordinary / name)
    beginnings = ["Look Look up from the list", "Ask Look up from the list", "In a box Usher"]
    assert [words.startswith(begin) for words, begin in zip(_steps(ordinary / name), beginnings, strict=True)] == [
        True
    ] * 3


def _steps(path: Path) -> list[str]:
    """What each step shows, and each box."""
    page = document(path)
    (article,) = page.with_class("md-content__inner")
    steps = article.findall(f"{HTML}ol/{HTML}li")
    return [shown(part) for part in (*steps, *page.with_class("admonition"))]


def test_the_comparison_is_about_something(ordinary: Path) -> None:
    guide = document(ordinary / "guide/index.html")
    links = [link.get("href") for link in guide.all("a")]
    assert {"../welcome/#who-we-are", "../how-to-read/#the-map", "../more/deeper/", "../departments/"} <= set(links)
    assert [link.get("rel") for link in guide.with_class("md-content__button")] == ["edit"]
    assert [picture.get("src") for picture in guide.all("img")] == ["../plan.svg", "../plan.svg"]
    assert document(ordinary / "more/deeper/index.html").text_of("h1") == ["Deeper"]
    assert "Ours" in document(ordinary / "tips/look-up/index.html").text_of("h2")


@pytest.fixture(scope="session")
def ordinary_files(built: Callable[..., Path], small_data: Path, project: Path) -> Path:
    """The site as we build it for a file share."""
    day = building.on_day(TODAY)
    return built("guide-files", small_data, project=project, environment=day, options=("--no-directory-urls",))


@pytest.fixture(scope="session")
def files_export(exported: Callable[..., Path], small_data: Path, project: Path) -> Path:
    """The same as a project."""
    day = building.on_day(TODAY)
    return exported("guide-files", small_data, project=project, environment=day, options=("--offline",))


@pytest.mark.parametrize("host", ["mkdocs", "zensical"])
def test_pages_for_a_file_share_read_the_same(
    host: str, site_of: Callable[..., Path], files_export: Path, ordinary_files: Path
) -> None:
    site = site_of(host, files_export)
    assert pages(site) == pages(ordinary_files)
    # Of pages for a file share, the full addresses are nobody's concern.
    differing = [
        name
        for name in pages(ordinary_files) - {"steps.html"}
        if _without_address(site, name) != _without_address(ordinary_files, name)
    ]
    assert differing == []


def _without_address(site: Path, name: str) -> list[str]:
    return [line for line in as_read(site, name) if 'rel="canonical"' not in line]


def test_a_macro_that_comes_to_nothing_stops_the_export(small_data: Path, tmp_path: Path) -> None:
    project = building.copied_project(tmp_path / "project")
    page = project / "docs/welcome.md"
    page.write_text(page.read_text("utf-8") + "\n{{ show_tips() }}\n", "utf-8")
    with pytest.raises(building.BuildFailed, match=r"docs/welcome\.md:\d+:4: error\[unknown-macro\]"):
        built_by.export(small_data, tmp_path / "export", project=project)
    assert not (tmp_path / "export").exists()


@pytest.mark.parametrize("host", HOSTS)
def test_the_not_found_page_knows_where_the_site_begins(
    host: str, site_of: Callable[..., Path], small_export: Path
) -> None:
    html = (site_of(host, small_export) / "404.html").read_text("utf-8")
    assert set(re.findall(r'data-root="([^"]*)"', html)) == {"/mill-lane/"}


def test_text_of_records_is_text_whatever_it_holds(
    hostile_export: Path, hostile_site: Path, site_of: Callable[..., Path]
) -> None:
    for host in ("mkdocs", "zensical"):
        site = site_of(host, hostile_export)
        assert pages(site) == pages(hostile_site)
        assert [name for name in pages(site) if as_read(site, name) != as_read(hostile_site, name)] == []
