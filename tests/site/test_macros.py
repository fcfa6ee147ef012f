"""A macro call that fails on a hand-written page stops the build: nothing is published, and every call is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.model import Playbook
from playbook.model.practice import Tip
from playbook.page_macros.macros import example
from tests import building
from tests.conftest import TODAY
from tests.site.documents import HTML, document, shown
from tests.site.references import broken

PAGE = """---
description: What people mistype.
render_macros: true
---

# Mistyped

{% raw %}{{ show_tip("smile-frist") }}{% endraw %} is an example that is not run.

{{ show_tip("look-upp") }} {{ show_tipp("look-up") }} {{ show_tip(3) }}

{{ list_tips(limit="three") }} {{ list_tips(effort="nwo") }} {{ list_tips(level="Basic") }}

{{ list_tips(department="barr", efort="now") }}

{{ link_to("page", "jurney") }} {{ link_to("tpi", "look-up") }} {{ list_problems(only="advise") }}
"""
REPORTED = {
    "10:14: error[unknown-tip] `look-upp` is not a tip": "did you mean `look-up`?",
    "10:31: error[unknown-macro] `show_tipp` is not a macro": "did you mean `show_tip`?",
    "10:67: error[wrong-argument] `3` is not an id": 'put it in quotes, such as "box-office"',
    "12:21: error[invalid-number] `three` is not a number of tips": "write digits only, without quotes: limit=3",
    "12:53: error[invalid-choice] `nwo` is not allowed in `effort`": ("did you mean `now`? Allowed: now, plan"),
    "12:82: error[invalid-choice] `Basic` is not allowed in `level`": (
        "did you mean `basic`? Allowed: basic, advanced"
    ),
    "14:26: error[unknown-department] `barr` is not a department": "did you mean `bar-firm`?",
    "14:33: error[unknown-filter] `list_tips` has no filter `efort`": "did you mean `effort`?",
    "16:21: error[unknown-page] `jurney` is not a page": "did you mean `journey`?",
    "16:45: error[unknown-kind] `tpi` is not a kind of record": "did you mean `tip`?",
    "16:88: error[invalid-choice] `advise` is not allowed in `only`": (
        "did you mean `advice`? Allowed: errors, advice"
    ),
}
"""By place and message, the help."""


@pytest.mark.parametrize("strictness", ["--strict", "--no-strict"])
def test_every_call_that_fails_is_reported_and_nothing_is_published(
    strictness: str, small_data: Path, tmp_path: Path
) -> None:
    project = building.copied_project(tmp_path / "project")
    (project / "docs/welcome.md").write_text(PAGE)
    with pytest.raises(building.BuildFailed) as failed:
        building.build(
            small_data, tmp_path / "site", project=project, options=(strictness,), environment=building.on_day(TODAY)
        )
    assert reported(str(failed.value)) == REPORTED
    assert "Traceback" not in str(failed.value)
    assert not (tmp_path / "site").exists()


def reported(output: str) -> dict[str, str]:
    """The help of each problem that was printed, by what stands in its first line after the file."""
    lines = output.splitlines()
    heads = [number for number, line in enumerate(lines) if line.startswith("docs/welcome.md:")]
    return {lines[at].removeprefix("docs/welcome.md:"): lines[at + 4].partition("= help: ")[2] for at in heads}


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ('{{ show_tip("look-up" }}', "docs/welcome.md:7:1: error[invalid-call]"),
        ("{{ show_tip(look_up) }}", "docs/welcome.md:7:13: error[unknown-name] `look_up` is not defined"),
    ],
)
def test_a_page_that_cannot_be_run_stops_the_build(call: str, expected: str, small_data: Path, tmp_path: Path) -> None:
    project = building.copied_project(tmp_path / "project")
    (project / "docs/welcome.md").write_text(f"---\ndescription: x\nrender_macros: true\n---\n# Mistyped\n\n{call}\n")
    with pytest.raises(building.BuildFailed) as failed:
        building.build(small_data, tmp_path / "site", project=project, options=("--no-strict",))
    assert expected in str(failed.value)
    assert "Traceback" not in str(failed.value)
    assert not (tmp_path / "site").exists()


def test_a_heading_may_be_run_too(small_data: Path, tmp_path: Path) -> None:
    project = building.copied_project(tmp_path / "project")
    text = '---\ndescription: x\nrender_macros: true\n---\n# Why {{ "look up" | title }}\n\nBecause.\n'
    (project / "docs/why.md").write_text(text)
    site = building.build(small_data, tmp_path / "site", project=project, environment=building.on_day(TODAY))
    assert document(site / "why/index.html").text_of("title")[0].startswith("Why Look Up - ")


def test_the_example_of_a_kind_is_the_first_of_the_records_with_most_fields(small_playbook: Playbook) -> None:
    tip = small_playbook.tips["look-up"]
    bare = Tip.model_construct({"title", "aliases", "sources", "notes"}, id="bare", title="Bare")
    fuller = Tip.model_construct({"title", "why"}, id="fuller", title="Fuller", why="So.")
    assert example({"bare": bare, "fuller": fuller}) is fuller
    assert example({"bare": bare, "fuller": fuller, "look-up": tip, "again": tip.model_copy()}) is tip
    assert example({}) is None


def test_a_macro_without_an_id_shows_an_example_or_nothing(tmp_path: Path) -> None:
    project = building.copied_project(tmp_path / "project")
    text = """---
description: Examples.
render_macros: true
---

# Examples

{{ show_tip() }}

one{{ link_to("standard") }}{{ show_role() }}{{ show_scenario() }}{% if has_page("clock") %}clock{% endif %}two

{{ link_to("standard", text="a promise") }}, {{ link_to("page", "clock") }}, {{ link_to("page", "tips") }},
{{ link_to("department") }}
"""
    (project / "docs/welcome.md").write_text(text)
    site = building.build(building.MINIMAL, tmp_path / "site", project=project, environment=building.on_day(TODAY))
    article = next(iter(document(site / "welcome/index.html").all("article")))
    assert "Examples Hold the door “Is anybody" in shown(article)
    assert shown(article).endswith("onetwo a promise, Tonight’s running order, Tips, Everybody")
    links = [shown(link) for link in article.iter(f"{HTML}a")]
    assert links[-2:] == ["Tips", "Everybody"]
    assert broken(site) == []
