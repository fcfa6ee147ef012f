"""A call on a hand-written page that comes to nothing is reported at its own place; the page never shows an error."""

from __future__ import annotations

import jinja2
import pytest
from markupsafe import Markup, escape

from playbook.model.fields import INVALID_CHOICE
from playbook.page_macros.explanations import explanations
from playbook.page_macros.hand_written import MacroFault, run_macros
from playbook.page_macros.macros import UNKNOWN
from playbook.page_macros.slots import Slots
from playbook.page_macros.written_page import HandWrittenPage
from playbook.problem_formats import as_text

ENVIRONMENT = jinja2.Environment(undefined=jinja2.StrictUndefined)  # noqa: S701 - as of the macros plugin: pages are Markdown


def show(name: str, size: int = 1) -> str:
    """Shows one thing; there is no `nobody`."""
    if name == "nobody":
        raise MacroFault(UNKNOWN["tip"], "`nobody` is not a tip", "did you mean `somebody`?", name)
    return f"<{name}>"


def run(source: str, first_line: int = 1) -> tuple[str, list[str]]:
    """What the page becomes, and the first line of each problem."""
    page = HandWrittenPage("docs/page.md", source, first_line)
    text, problems = run_macros(page, ENVIRONMENT, {"title": "A page"}, {"show": show, "fail": lambda: 1 / 0})
    return text, [f"{problem.place}: {problem.code} {problem.message}" for problem in problems]


def test_a_page_without_mistakes_is_what_its_calls_make():
    assert run('# {{ title }}\n\n{{ show("x") }} and {% raw %}{{ y }}{% endraw %}') == (
        "# A page\n\n<x> and {{ y }}",
        [],
    )


PLACES = {
    "a word": ('a\n\n{{ show("nobody") }}', ["docs/page.md:3:10"]),
    "the second of two alike": (
        '{{ show("nobody") }} {{ show("nobody") }}',
        ["docs/page.md:1:10", "docs/page.md:1:31"],
    ),
    "behind an example that is not run": (
        '{% raw %}{{ show("nobody") }}{% endraw %}\n{{ show("nobody") }}',
        ["docs/page.md:2:10"],
    ),
    "behind an example on the same line": (
        '{%- raw -%}{{ show("nobody") }}{%- endraw -%} {{ show("nobody") }}',
        ["docs/page.md:1:56"],
    ),
    "behind a comment": ('{# {{ show("nobody") }} #} {{ show("nobody") }}', ["docs/page.md:1:37"]),
    "behind the same word in the text": ('show nobody {{ show("nobody") }}', ["docs/page.md:1:22"]),
    "beside a call that is well": ('{{ show("x") }} {{ show("nobody") }}', ["docs/page.md:1:26"]),
    "on a later line of its call": ('{{ show(\n  "nobody"\n) }}', ["docs/page.md:2:4"]),
    "reported once for a call made again and again": (
        '{% for it in [1, 2] %}\n{{ show("nobody") }}\n{% endfor %}',
        ["docs/page.md:2:10"],
    ),
    "in a condition": ('x\n{% if show("nobody") %}x{% endif %}', ["docs/page.md:2:13"]),
    "with a word that the call does not hold": ('{{ show("no" ~ "body") }}', ["docs/page.md:1:4"]),
}


@pytest.mark.parametrize(("source", "places"), PLACES.values(), ids=PLACES.keys())
def test_a_problem_stands_at_the_call(source: str, places: list[str]):
    _, problems = run(source)
    assert problems == [f"{place}: unknown-tip `nobody` is not a tip" for place in places]


def test_lines_are_counted_from_the_top_of_the_file():
    assert run('{{ show("nobody") }}', first_line=6)[1] == ["docs/page.md:6:10: unknown-tip `nobody` is not a tip"]


WORDS = {
    "a mistyped macro": ('{{ shwo("x") }}', "1:4: unknown-macro `shwo` is not a macro"),
    "an argument too few": (
        "{{ show() }}",
        "1:4: wrong-argument `show` cannot be called like this: missing a required argument: `name`",
    ),
    "an argument too many": (
        "{{ show(1, 2, 3) }}",
        "1:4: wrong-argument `show` cannot be called like this: too many positional arguments",
    ),
    "an argument mistyped": (
        '{{ show("x", sise=2) }}',
        "1:14: wrong-argument `show` cannot be called like this: got an unexpected keyword argument `sise`",
    ),
    "a word without quotes": ("x\n{{ lobby }}", "2:4: unknown-name `lobby` is not defined"),
    "a bracket left open": ('x\n{{ show("x" }}', "2:1: invalid-call what is between the braces cannot be read"),
    "a filter that does not exist": ("{{ title | louder }}", "1:1: invalid-call what is between the braces"),
    "a sum that fails": (
        "x\n\ny {{ 1 / 0 }}",
        "3:3: failing-macro this fails with ZeroDivisionError: division by zero",
    ),
    "a macro that fails by itself": (
        "x\n\ny {{ fail() }}",
        "3:6: failing-macro this fails with ZeroDivisionError: division by zero",
    ),
}


@pytest.mark.parametrize(("source", "expected"), WORDS.values(), ids=WORDS.keys())
def test_what_is_wrong_is_said_in_words(source: str, expected: str):
    text, (problem,) = run(source)
    assert problem.startswith(f"docs/page.md:{expected}")
    assert "Error" not in text


def test_every_mistake_of_a_page_is_reported_in_one_run():
    text, problems = run('a {{ shwo("x") }} b {{ show("nobody") }} c {{ show() }} d')
    assert text == "a  b  c  d"
    assert [problem.split(" ")[1] for problem in problems] == ["unknown-macro", "unknown-tip", "wrong-argument"]


def test_every_mistake_of_one_call_is_reported_at_its_own_place():
    def refuse(**values: str) -> str:
        raise ExceptionGroup("both", [MacroFault(INVALID_CHOICE, word, None, word) for word in values.values()])

    page = HandWrittenPage("docs/page.md", '{{ show(a="x1", b="x2") }} {{ show(a="x1", b="x2") }}')
    _, problems = run_macros(page, ENVIRONMENT, {}, {"show": refuse})
    found = [(problem.message, problem.place.column) for problem in problems]
    assert found == [("x1", 12), ("x2", 20), ("x1", 39), ("x2", 47)]


def test_the_nearest_macro_and_the_form_of_a_call_are_offered():
    page = HandWrittenPage("docs/page.md", "{{ shwo() }} {{ show() }}")
    _, problems = run_macros(page, ENVIRONMENT, {}, {"show": show})
    assert [problem.help for problem in problems] == [
        "did you mean `show`?",
        "write it as `show(name, size=1)`",
    ]
    assert "1 | {{ shwo() }} {{ show() }}\n  |    ^^^^\n" in as_text(problems)


def test_every_problem_of_a_page_is_explained():
    codes = {
        "unknown-macro",
        "wrong-argument",
        "unknown-name",
        "invalid-call",
        "failing-macro",
        "unknown-page",
        "unknown-kind",
    }
    assert codes - {code.word for code in explanations()} == set()


def test_the_mark_of_a_place_that_somebody_has_typed_is_left_alone() -> None:
    typed = '<div class="pb-slot" id="pb-slot-99999"></div>'
    assert Slots().fill(typed) == typed


def test_in_code_that_only_markdown_knows_for_code_the_words_are_shown() -> None:
    slots = Slots()
    places = slots.inline(lambda: Markup("<a href='x'>One &amp; two</a>")) + slots.inline(lambda: Markup("116 123"))
    for quote in ('"', "&quot;"):
        code = str(escape(places)).replace("&#34;", quote)
        assert slots.fill(f"<pre><code>{code}</code></pre>") == "<pre><code>One &amp; two116 123</code></pre>"
