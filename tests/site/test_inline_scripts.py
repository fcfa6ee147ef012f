"""A script in a hand-written page is refused with its line and with what to do instead; an example of one is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.site.inline_scripts import in_html, inline_scripts, written_problems
from tests import building
from tests.conftest import TODAY

RUNNING = {
    "a script": ("x\n\n<script>go()</script>", 3, "a script inside a page never runs"),
    "a script in capitals": ("x\n<SCRIPT type='module'>go()</SCRIPT>", 2, "a script inside a page never runs"),
    "a script from elsewhere": (
        "<script src='https://x.example/a.js'></script>",
        1,
        "the script `https://x.example/a.js`",
    ),
    "an event": ("x\n\n<b onclick='go()'>x</b>", 3, "`onclick` never runs"),
    "an event of attr_list": ("x\n\nWords {: onmouseover='go()' }", 3, "`onmouseover` never runs"),
    "a link that is a script": ("[x](javascript:go())", 1, "`javascript:go(` is a script, not an address"),
    "a hidden link": ("<a href=' java\tscript:go()'>x</a>", 1, "is a script, not an address"),
    "a page that leads on": ("<meta http-equiv='refresh' content='0;url=x'>", 1, "`<meta http-equiv>`"),
    "a title that is a script": ("---\ntitle: <script>go()</script>\n---\nx", 2, "a script inside a page never runs"),
}


@pytest.mark.parametrize(("markdown", "line", "message"), RUNNING.values(), ids=RUNNING.keys())
def test_what_would_run_is_refused_at_its_line(markdown: str, line: int, message: str) -> None:
    (problem,) = written_problems("docs/mine.md", markdown)
    assert (problem.place.file, problem.place.line, problem.code) == ("docs/mine.md", line, "inline-script")
    assert message in problem.message
    assert problem.help


@pytest.mark.parametrize(
    "markdown", ["[x](ftp://x.example/a)", "<a href='data:text/html,x'>x</a>", "[x](file:///c:/plans)", "[a]: blob:x"]
)
def test_an_address_of_a_kind_that_is_none_of_ours_is_refused(markdown: str) -> None:
    assert [problem.code for problem in written_problems("docs/mine.md", markdown)] == ["unusable-address"]


@pytest.mark.parametrize(
    "markdown",
    [
        "```html\n<script>go()</script>\n```",
        "Write `<script>` never.",
        "    <script>go()</script>",
        "<!-- <script>go()</script> -->",
        "<script src='../js/ours.js'></script>",
        "<script type='application/json'>{}</script>",
        "[a](https://x.example) [b](mailto:a@b.example) [c](tel:999) [d](../plan.pdf) ![e](data:image/png;base64,AA)",
        "Doors open at 9:30; see note: below. {: .on-time }",
        "| on | off |\n|---|---|\n| a | b |",
    ],
)
def test_what_only_looks_like_it_is_left_alone(markdown: str) -> None:
    assert written_problems("docs/mine.md", markdown) == ()


def test_with_the_finished_html_an_example_is_no_problem_and_what_markdown_hides_is_one() -> None:
    assert written_problems("docs/a.md", "<script>go()</script>", "<p>&lt;script&gt;go()&lt;/script&gt;</p>") == ()
    (problem,) = written_problems("docs/a.md", "- x\n\n    <b onclick=go()>x</b>", "<ul><li><b onclick=go()>x</b></ul>")
    assert (problem.place.line, problem.message.split(" ")[0]) == (1, "`onclick`")


@pytest.mark.parametrize(
    "html",
    [
        "<script>go()</script>",
        "<ScRiPt\n>go()</script>",
        "<svg><script href=x.js /></svg>",
        '<script src="https://x.example/a.js"></script>',
        '<script src="//x.example/a.js"></script>',
        '<script src="data:text/javascript,go()"></script>',
        '<script data-src="a.js">go()</script>',
        '<script type="application/json" type="module">go()</script>',
    ],
)
def test_a_script_within_a_finished_page_is_noticed(html: str) -> None:
    assert len(inline_scripts(f"<p>{html}</p>")) == 1


@pytest.mark.parametrize(
    "html",
    [
        '<script src="../playbook/other.js"></script>',
        '<script src="../playbook/playbook.js" defer></script>',
        '<script id="__config" type="application/json">{}</script>',
        "<p>&lt;script&gt; <scripture></p>",
    ],
)
def test_files_of_the_site_and_data_are_none(html: str) -> None:
    assert inline_scripts(html) == ()


def test_html_is_looked_through_as_browsers_read_it() -> None:
    html = "<a href='&#106;avascript:go()'>x</a><img src=x OnError=go()><a title='<script>'>x</a>"
    assert [found.message.split("`")[1] for found in in_html(html)] == ["javascript:go()", "onerror"]


def test_a_build_refuses_scripts_in_pages_and_blocks_and_says_what_to_do(small_data: Path, tmp_path: Path) -> None:
    project = building.copied_project(tmp_path / "project")
    blocks = project / "docs/blocks"
    blocks.mkdir()
    (project / "docs/mine.md").write_text("---\ndescription: M.\n---\n\n# Mine\n\n<script>go()</script>\n", "utf-8")
    (blocks / "tips.md").write_text("Words [x](javascript:go()).\n", "utf-8")
    (project / "docs/example.md").write_text("---\ndescription: M.\n---\n\n# E\n\n`<script>go()</script>`\n", "utf-8")
    with pytest.raises(building.BuildFailed) as failed:
        building.build(small_data, tmp_path / "site", project=project, environment=building.on_day(TODAY))
    said = str(failed.value)
    assert "docs/mine.md:7:1: error[inline-script] a script inside a page never runs" in said
    assert "docs/blocks/tips.md:1:1: error[inline-script] `javascript:go(" in said
    assert "put the script in a file in docs/, such as docs/js/ours.js, and name it under `extra_javascript`" in said
    assert said.count("error[") == 2
