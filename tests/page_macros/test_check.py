"""What a build would refuse in a hand-written page, `check` reports as well, without a host and without any HTML."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment

import macros as door
from playbook.check_cache import checked
from playbook.days import Days
from playbook.folders import Folders
from playbook.opening import open_playbook
from playbook.page_macros.check import page_problems
from playbook.page_macros.hand_written import check_calls, run_macros
from playbook.page_macros.session import Session, open_session
from playbook.page_macros.slots import NoSlots, Slots
from playbook.page_macros.written_page import HandWrittenPage
from playbook.problems import Problem
from playbook.site import docs_folder
from playbook.site.build import Build
from tests.building import ROOT, SMALL
from tests.conftest import TODAY

FRONT = "---\nrender_macros: true\n---\n\n"
DAYS = Days.on(TODAY)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """A project with the small playbook, the macros, and no hand-written page yet."""
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / "macros.py", tmp_path)
    return Folders(root=tmp_path, data=SMALL, site=tmp_path / "site", cache=tmp_path / "cache")


def build_of(folders: Folders) -> Build:
    """What a build would be made from."""
    opened = open_playbook(folders.data, DAYS)
    return Build(opened, DAYS, folders, hand_written=docs_folder.read(folders.docs))


def problems(folders: Folders) -> list[Problem]:
    """What `check` says of the hand-written pages."""
    return list(page_problems(build_of(folders)))


def write(folders: Folders, name: str, text: str) -> None:
    """A file in docs/."""
    file = folders.docs / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def offered(docs: Path, session: Session) -> dict[str, Callable[..., Any]]:
    """The macros of macros.py at work in a session."""
    open_session(docs, session)
    found: dict[str, Callable[..., Any]] = {}
    page = SimpleNamespace(file=SimpleNamespace(src_uri="a-page.md"))

    def offer(macro: Callable[..., Any]) -> Callable[..., Any]:
        found[macro.__name__] = macro
        return macro

    door.define_env(SimpleNamespace(macro=offer, conf={"docs_dir": str(docs)}, page=page))
    return found


CALLS = [
    '{{ show_tip("look-up") }}',
    '{{ show_tip("look-pu") }} or {{ show_tip("look-pu") }}',
    'Words.\n\n{{ show_role(3) }} {{ show_role() }}\n{{ show_touchpoint(touchpoint="nowhere") }}',
    '{{ show_department("a", "b") }}',
    '{{ list_tips(limit="3", efort="now", level="basik") }}',
    '{{ list_tips(limit=3, department="nobody") }}',
    '{{ link_to("page", "jorney") }}, {{ link_to("tipp", "x") }}, {{ link_to("page") }}',
    '{{ fact("incident-chanel") }} {{ fact(1) }} {{ fact("emergency-number") }} {{ fact() }}',
    '{% if has_page("clok") %}there{% endif %}',
    '{{ show_tips("look-up") }} and {{ show_journey }}',
    'Words.\n\n{{ show_tip("look-up" }}',
    '{{ list_problems(only="all") | upper }}',
    'Call `{{ fact("emergency-number") }}` or {{ fact() }} and `{{ link_to("tip") }}`.\n\n```\n{{ show_tip() }}\n```',
    "{% raw %}{{ show_tip(1) }}{% endraw %} {# {{ show_tip(2) }} #} {{ show_journey() ~ show_tip(3) }}",
]


@pytest.mark.parametrize("text", CALLS)
def test_a_check_reports_of_a_page_what_running_it_reports(text: str, folders: Folders) -> None:
    page, build = HandWrittenPage("docs/a-page.md", text, 4), build_of(folders)
    seen = check_calls(page, offered(folders.docs, Session(build, NoSlots())))
    _, met = run_macros(page, Environment(autoescape=True), {}, offered(folders.docs, Session(build, Slots())))
    assert seen == met
    assert [problem.place for problem in seen] == [problem.place for problem in met]


@pytest.mark.parametrize(
    "text",
    [
        '{% if config.is_ours %}{{ show_tip("gone") }}{% endif %}',
        '{% for tip in [] %}{{ show_tip("gone") }}{% endfor %}',
        '{{ show_tip("gone") if false else "nothing" }}',
        "{{ show_tip(chosen) }}",
        '{{ of_the_house("gone") }}',
        '{% of_the_host %}{{ show_tip("gone") }}',
    ],
)
def test_what_only_a_build_can_know_is_left_to_it(text: str, folders: Folders) -> None:
    write(folders, "a-page.md", FRONT + text)
    assert problems(folders) == []


def test_the_command_reports_pages_and_blocks_with_their_lines(folders: Folders) -> None:
    write(folders, "tips/look-up.md", "# Mine\n")
    write(folders, "blocks/roles/usher.md", 'Ask.\n\n{{ show_role("ushr") }}\n')
    found = checked(folders, DAYS)
    assert [(problem.code, problem.place.file, problem.place.line) for problem in found if problem.is_error] == [
        ("unknown-role", "docs/blocks/roles/usher.md", 3),
        ("taken-address", "docs/tips/look-up.md", 1),
    ]


@pytest.mark.parametrize("word", ["true", "True", "yes", "on"])
def test_a_page_asks_for_macros_in_every_way_that_yaml_knows(word: str, folders: Folders) -> None:
    write(folders, "a-page.md", f'---\nrender_macros: {word}\n---\n{{{{ show_tip("gone") }}}}\n')
    assert [problem.code for problem in problems(folders)] == ["unknown-tip"]


def test_a_page_that_refuses_macros_is_text(folders: Folders) -> None:
    write(folders, "another.md", '---\nrender_macros: false\n---\n{{ show_tip("gone") }}\n')
    write(folders, "blocks/tips.md", '---\nrender_macros: false\n---\n{{ show_tip("gone") }}\n')
    assert problems(folders) == []


@pytest.mark.parametrize("text", ["", "raise RuntimeError", "def define_env(env):\n    env.of_the_plugin()\n"])
def test_a_macros_file_that_needs_the_plugin_itself_is_left_to_the_build(text: str, folders: Folders) -> None:
    (folders.root / "macros.py").write_text(text, "utf-8")
    write(folders, "a-page.md", FRONT + '{{ show_tip("gone") }}')
    assert problems(folders) == []


@pytest.mark.parametrize("raised", ["KeyError(1)", "SystemExit(0)"])
def test_a_macro_of_the_house_that_fails_is_left_to_the_build(raised: str, folders: Folders) -> None:
    code = f"def define_env(env):\n    @env.macro\n    def ours():\n        raise {raised}\n"
    (folders.root / "macros.py").write_text(code, "utf-8")
    write(folders, "a-page.md", FRONT + "{{ ours() }}")
    assert problems(folders) == []


def test_nothing_is_rendered_for_a_check(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Build, "renderer", lambda *_: pytest.fail("a page was rendered"))
    write(
        folders, "a-page.md", FRONT + '{{ show_tip() }} {{ link_to("tip") }} {{ show_blueprint() }} {{ list_tips() }}'
    )
    assert problems(folders) == []


def test_a_page_shows_a_fact_of_the_house_as_text(folders: Folders) -> None:
    build, slots = build_of(folders), Slots()
    build.playbook.organisation.facts["of-the-bar"] = "tea & <cake>"
    fact = offered(folders.docs, Session(build, slots))["fact"]
    shown = slots.fill(" ".join([fact("of-the-bar"), fact("emergency-number"), fact()]))
    assert shown == "tea &amp; &lt;cake&gt; 999 radio channel 1"


def test_a_fact_that_is_not_stated_is_told_with_the_nearest(folders: Folders) -> None:
    write(folders, "a-page.md", FRONT + '{{ fact("incident-chanel") }} {{ fact(1) }}')
    assert [(problem.code, problem.message, problem.help) for problem in problems(folders)] == [
        (
            "unknown-fact",
            "`incident-chanel` is not a fact of the house",
            "did you mean `incident-channel`?",
        ),
        ("wrong-argument", "`1` is not the name of a fact", 'put it in quotes, such as "box-office"'),
    ]


IN_CODE = {
    "backticks": 'Call `{{ fact("emergency-number") }}`.',
    "two backticks": 'Call `` ` {{ fact("emergency-number") }} ``.',
    "backticks over two lines": 'Call `999\nor {{ fact("emergency-number") }}`.',
    "a link in backticks": 'See `{{ link_to("tip") }}`.',
    "a block of code": "Words.\n\n```text\n{{ show_tip() }}\n```\n",
    "a block of code in a list": "- Words\n\n    ~~~~\n    {{ fact() }}\n    ~~~~\n",
}


@pytest.mark.parametrize("text", IN_CODE.values(), ids=IN_CODE.keys())
def test_a_macro_in_code_is_refused_with_what_to_write_instead(text: str, folders: Folders) -> None:
    write(folders, "a-page.md", FRONT + text)
    (problem,) = problems(folders)
    before, _, _ = (FRONT + text).partition("{{ ")
    assert (problem.code, problem.is_error, problem.place.line) == ("macro-in-code", True, before.count("\n") + 1)
    assert (
        problem.help == "write <code> before it and </code> after it instead of backticks, or move it out of the code"
    )


NOT_IN_CODE = [
    "<code>{{ fact() }}</code>",
    "`code` {{ fact() }} `code`",
    "`a {% raw %}{{ fact() }}{% endraw %}` {{ fact() }}",
    "A lone ` and\n\n{{ fact() }} another `.",
    "\\`{{ fact() }}\\`",
    "```\ncode\n```\n\n{{ show_tip() }}\n\n```\ncode\n```",
    "`{% if has_page('clock') %}there{% endif %}`",
]


@pytest.mark.parametrize("text", NOT_IN_CODE)
def test_a_macro_beside_code_is_not(text: str, folders: Folders) -> None:
    write(folders, "a-page.md", FRONT + text)
    assert problems(folders) == []


def test_a_macro_of_the_house_may_write_code(folders: Folders) -> None:
    page = HandWrittenPage("docs/a-page.md", "`{{ version() }}`")
    assert run_macros(page, Environment(autoescape=True), {}, {"version": lambda: "3"}) == ("`3`", ())
