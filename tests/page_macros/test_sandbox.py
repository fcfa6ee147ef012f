"""A page with macros knows nothing of the machine or the day, reaches nothing of Python's, and comes to an end."""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
import pytest

from playbook.page_macros import sandbox
from playbook.page_macros.hand_written import check_calls, run_macros
from playbook.page_macros.sandbox import WITHHELD, page_environment, page_words
from playbook.page_macros.written_page import HandWrittenPage
from tests import building
from tests.conftest import TODAY

PLUGIN = jinja2.Environment(undefined=jinja2.StrictUndefined)  # noqa: S701 - as of the macros plugin: pages are Markdown
FRONT = "---\ndescription: Mine.\nrender_macros: true\n---\n\n# Mine\n\n"


def run(source: str, macros: dict[str, Callable[..., Any]] | None = None, **words: Any) -> tuple[str, list[str]]:
    """What the page becomes, and each problem."""
    page = HandWrittenPage("docs/page.md", source)
    text, problems = run_macros(page, page_environment(PLUGIN), words, macros or {})
    return text, [f"{problem.place.line}: {problem.code} {problem.message}" for problem in problems]


ORDINARY = {
    "a loop": ("{% for name in names %}{{ loop.index }} {{ name|upper }} {% endfor %}", "1 A 2 B "),
    "a sum": ("{{ 2 + 3 * 4 ** 2 }} {{ 'a' ~ 1 ~ '-' * 3 }} {{ 7 % 4 }}", "50 a1--- 3"),
    "a count kept": (
        "{% set ns = namespace(n=0) %}{% for it in names if it %}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }}",
        "2",
    ),
    "a macro of its own": ("{% macro card(x) %}[{{ x }}]{% endmacro %}{{ card(names[0]) }}", "[a]"),
    "filters": ("{{ names|join(', ')|replace('a', 'c') }} {{ 2.345|round(1) }} {{ names|length }}", "c, b 2.3 2"),
    "filters of a piece": ("{% filter upper %}a{% endfilter %}", "A"),
    "a choice": ("{{ 'x' if names else 'y' }} {{ none|default('z', true) }}", "x z"),
    "methods": ("{{ names[0].upper() }} {{ 'a b'.split() }}", "A ['a', 'b']"),
    "an else of a loop": ("{% for it in [] %}x{% else %}none{% endfor %}", "none"),
}


@pytest.mark.parametrize(("source", "text"), ORDINARY.values(), ids=ORDINARY.keys())
def test_what_page_authors_write_works(source: str, text: str) -> None:
    assert run(source, names=["a", "b"]) == (text, [])


ESCAPES = [
    "{{ cycler.__init__.__globals__.os.system('true') }}",
    "{{ lipsum.__globals__ }}",
    "{{ joiner.__init__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ show.__globals__ }}",
    "{{ show.__code__.co_filename }}",
    "{{ show['__globals__'] }}",
    "{{ (show|attr('__globals__')) }}",
    "{{ self.__init__.__globals__ }}",
    "{{ names.append('x') }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ '%s' % show }}",
    "{% include '/etc/passwd' %}",
    "{% include 'mkdocs.yml' %}",
    "{% import 'macros.py' as m %}{{ m }}",
]


@pytest.mark.parametrize("source", ESCAPES)
def test_nothing_of_python_s_and_no_file_is_reached(source: str) -> None:
    text, problems = run(source, {"show": lambda: "x"}, names=["a"])
    assert text == ""
    assert len(problems) == 1
    assert "/" not in problems[0].replace("'/etc/passwd'", "")


ENDLESS = {
    "loops within loops": "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(99) %}{% endfor %}"
    "{% endfor %}{% endfor %}",
    "loops over one list": "{% set r = range(99999) %}{% for a in r %}{% for b in r %}{% set x = 1 %}"
    "{% endfor %}{% endfor %}",
    "a macro that calls itself twice": "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}"
    "{{ f(60) }}",
}


@pytest.mark.parametrize("source", ENDLESS.values(), ids=ENDLESS.keys())
def test_a_page_that_never_ends_is_ended(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "SECONDS", 0.2)
    before = time.thread_time()
    text, (problem,) = run(source)
    assert text == ""
    assert "failing-macro this fails with TooLong: the page has run for more than 0.2 seconds" in problem
    assert time.thread_time() - before < 2


HUGE = {
    "a text repeated": "{{ 'a' * 10 ** 10 }}",
    "a list repeated": "{{ [1] * 10000000000 }}",
    "a list of long texts": "{{ (['a' * 900000] * 900000)|join|length }}",
    "an indent": "{{ ('x\\n' * 100000)|indent(99999)|length }}",
    "a power": "{{ 9 ** 9 ** 9 }}",
    "a power of powers": "{{ (10 ** 60) ** 60 }}",
    "a width": "{{ 'a'.ljust(9999999999) }}",
    "a width of a format": "{{ '%9999999999d' % 1 }}",
    "a filter": "{{ 'a'|center(9999999999) }}",
    "a doubling": "{% set ns = namespace(t='ab') %}{% for it in range(60) %}{% set ns.t = ns.t ~ ns.t %}{% endfor %}",
    "a doubling by a filter": "{% set ns = namespace(t='ab') %}{% for it in range(60) %}"
    "{% set ns.t = ns.t|replace('a', 'aa') %}{% endfor %}",
    "a doubling by a method": "{% set ns = namespace(t='ab') %}{% for it in range(60) %}"
    "{% set ns.t = ns.t.replace('a', 'aa') %}{% endfor %}",
    "a range": "{{ range(999999999)|list }}",
}


@pytest.mark.parametrize("source", HUGE.values(), ids=HUGE.keys())
def test_a_page_that_grows_without_end_is_ended(source: str) -> None:
    before = time.thread_time()
    text, problems = run(source)
    assert (text, len(problems)) == ("", 1)
    assert time.thread_time() - before < 2


def test_a_page_is_given_what_is_meant_for_pages_and_nothing_else() -> None:
    variables = {**dict.fromkeys(WITHHELD, "secret"), "house": "ours"}
    words = page_words(variables, {"site_name": "Mill Lane", "extra": {"colour": "green"}}, {"title": "Mine"})
    assert words == {"house": "ours", "site_name": "Mill Lane", "colour": "green", "title": "Mine"}


@pytest.mark.parametrize("name", ["now", "macros_info", "context"])
def test_what_is_withheld_is_told_before_a_build(name: str) -> None:
    (problem,) = check_calls(HandWrittenPage("docs/page.md", f"{{{{ {name}() }}}}"), {})
    assert (problem.code, problem.message) == ("unknown-macro", f"pages cannot use `{name}`")
    assert problem.help == WITHHELD[name]


def test_a_build_offers_nothing_of_the_machine_the_day_or_the_build(small_data: Path, tmp_path: Path) -> None:
    project = building.copied_project(tmp_path / "project")
    calls = (
        "now()",
        "environment",
        "git",
        "macros_info()",
        "config.docs_dir",
        "plugin",
        "files",
        "page.file.abs_src_path",
    )
    for number, call in enumerate(calls):
        (project / f"docs/mine-{number}.md").write_text(f"{FRONT}{{{{ {call} }}}}\n", "utf-8")
    with pytest.raises(building.BuildFailed) as failed:
        building.build(small_data, tmp_path / "site", project=project, environment=building.on_day(TODAY))
    said = re.findall(r"docs/mine-(\d)\.md:8:\d+: error\[unknown-\w+\] pages cannot use `(\w+)`", str(failed.value))
    assert said == [(str(number), re.split(r"\W", call)[0]) for number, call in enumerate(calls)]


def test_a_build_lets_pages_use_extra_and_the_words_and_macros_of_the_house(small_data: Path, tmp_path: Path) -> None:
    project = building.copied_project(tmp_path / "project")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("extra:\n", "extra:\n  stage_door: Mill Street\n", 1), "utf-8")
    door = (project / "macros.py").read_text("utf-8")
    ours = (
        '    env.variables["motto"] = "Everybody plays a part"\n    env.filter(lambda text: text[::-1], "backwards")\n'
    )
    start = "    macros = Macros("
    (project / "macros.py").write_text(door.replace(start, ours + start, 1), "utf-8")
    text = "{{ stage_door }}; {{ motto }}; {{ 'abc'|backwards }}; {{ site_name }}; {{ description }}"
    (project / "docs/mine.md").write_text(f"{FRONT}{text}\n", "utf-8")
    site = building.build(small_data, tmp_path / "site", project=project, environment=building.on_day(TODAY))
    html = (site / "mine/index.html").read_text("utf-8")
    assert "Mill Street; Everybody plays a part; cba; Mill Lane Theatre; Mine." in html
    pages = [page for page in site.rglob("*") if page.is_file() and str(tmp_path).encode() in page.read_bytes()]
    assert pages == []
    assert dt.date.today().isoformat() not in html
