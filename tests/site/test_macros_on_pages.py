"""Macros on pages written by hand: in steps and boxes, with our hooks and without them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from playbook.folders import Folders
from playbook.hosts.mkdocs.commands import build_site
from playbook.site.failure import BuildFailed
from tests import building
from tests.conftest import TODAY
from tests.site.documents import HTML, document, shown
from tests.site.hand_written import BLOCK, build, written

STEPS = """---
render_macros: true
---

# Steps

1. One

    {{ show_tip("look-up") }}

2. Two
    {{ list_tips(limit=1) }}
3. Three

!!! note "Read"
    {{ show_role("usher") }}

!!! tip
    Before {{ show_tip("look-up") }}

    After

Term
:   Words

    {{ show_scenario() }}
"""


def test_a_card_in_a_step_an_admonition_or_a_definition_stays_in_it(
    project: Path, small_data: Path, tmp_path: Path
) -> None:
    written(project, "steps.md", STEPS)
    page = document(build(project, small_data, tmp_path / "site") / "steps/index.html")
    (article,) = page.with_class("md-content__inner")
    (steps,) = article.findall(f"{HTML}ol")
    assert [len(list(step.iter(f"{HTML}article"))) for step in steps.findall(f"{HTML}li")] == [1, 0, 0]
    assert [len(step.findall(f"{HTML}div")) for step in steps.findall(f"{HTML}li")] == [1, 1, 0]
    notes = [shown(note) for note in page.with_class("admonition")]
    assert notes[0].startswith("Read Usher")
    assert notes[1].startswith("Tip Before Look up from the list")
    assert notes[1].endswith("After")
    (definition,) = page.all("dd")
    assert len(list(definition.iter(f"{HTML}article"))) == 1
    assert [shown(part) for part in article.iter(f"{HTML}p") if not shown(part)] == []
    assert page.errors == ()


def test_a_hand_written_page_is_no_template_unless_it_says_so(small_site: Path) -> None:
    page = document(small_site / "how-to-read/index.html")
    assert "{{ 7*7 }}" in [shown(code) for code in page.all("code")]


def test_macros_show_records(small_site: Path) -> None:
    (main,) = document(small_site / "welcome/index.html").all("main")
    text = shown(main)
    assert [name for name in ("Finding the seat", "Front of house", "Corner Bar") if name not in text] == []


@pytest.fixture
def without_hooks(project: Path) -> Path:
    """The project as a host meets it that knows no hooks of ours."""
    settings, nav, _ = (project / "mkdocs.yml").read_text("utf-8").partition("\nnav:")
    assert nav
    settings = settings.replace("hooks:\n  - hooks.py\n", "")
    (project / "mkdocs.yml").write_text(re.sub(r"\nwatch:\n(  - .*\n)+", "\n", settings + "\n"), "utf-8")
    (project / "overrides/main.html").write_text('{% extends "base.html" %}\n', "utf-8")
    written(project, "index.md")
    return project


SHOW = "---\nrender_macros: true\n---\n\n# Show\n\n" + BLOCK.replace("../../", "../")


def test_macros_show_records_where_no_hook_has_run(without_hooks: Path, small_data: Path, tmp_path: Path) -> None:
    written(without_hooks, "sub/show.md", SHOW)
    site = building.build(
        small_data,
        tmp_path / "site",
        project=without_hooks,
        environment=building.on_day(TODAY),
        options=("--no-strict",),
    )
    page = document(site / "sub/show/index.html")
    (card,) = page.with_class("pb-tip")
    assert shown(card).startswith("Look up from the list")
    assert "../../roles/usher/" in [link.get("href") for link in page.all("a")]


def test_a_wrong_call_ends_the_build_where_no_hook_has_run(
    without_hooks: Path, small_data: Path, tmp_path: Path
) -> None:
    written(without_hooks, "show.md", SHOW.replace("usher", "ushr"))
    with pytest.raises(building.BuildFailed) as failed:
        build(without_hooks, small_data, tmp_path / "site")
    assert "docs/show.md:14:25: error[unknown-role] `ushr` is not a role" in str(failed.value)


def test_zensical_runs_the_macros_itself(without_hooks: Path, small_data: Path) -> None:
    written(without_hooks, "sub/show.md", SHOW)
    environment = {**os.environ, **building.on_day(TODAY), "PLAYBOOK_DATA": str(small_data)}
    command = [sys.executable, "-m", "zensical", "build"]
    subprocess.run(command, cwd=without_hooks, env=environment, check=True, capture_output=True)
    html = (without_hooks / "site/sub/show/index.html").read_text("utf-8")
    assert "Look up from the list" in html
    assert "Macro" not in html
    assert "Error" not in html


def test_the_command_refuses_to_build_without_the_hook_that_protects_the_published_site(
    without_hooks: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "site" / "thesis.txt"
    kept.parent.mkdir()
    kept.write_text("mine", "utf-8")
    with pytest.raises(BuildFailed, match=r"mkdocs\.yml does not name hooks\.py under `hooks`"):
        build_site(Folders.of({"PLAYBOOK_SITE": str(kept.parent)}, without_hooks))
    assert kept.read_text("utf-8") == "mine"
