"""A card needs lines of its own: inside a step or an admonition it gets them, elsewhere the page says how."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from playbook.folders import Folders
from playbook.page_macros.hand_written import check_calls, run_macros
from playbook.page_macros.session import Session
from playbook.page_macros.slots import NoSlots, Slots
from playbook.page_macros.written_page import HandWrittenPage
from playbook.problems import Problem
from tests.page_macros.test_check import build_of, folders, offered

__all__ = ["folders"]

LINK = '; a link also fits there: `link_to("tip", "…")`'
OUT = "give it a line of its own, without `>` and with an empty line before it"
OWN_LINE = "give it a line of its own with an empty line before it"
BELOW = "give it a line of its own with an empty line and 4 spaces before it"
LINES = "what it makes needs lines of its own"
AFTER_DASH = f"cannot be on the line of a list’s dash or number: {LINES}"
MISPLACED = {
    "a list": ('- one\n- {{ show_tip("look-up") }}\n', AFTER_DASH, BELOW),
    "a list with words": ('* See {{ show_tip("look-up") }}\n', AFTER_DASH, BELOW),
    "steps": ('1. one\n2. {{ show_tip("look-up") }}\n3. three\n', AFTER_DASH, BELOW),
    "a step within a step": (
        '1. one\n    - {{ show_tip("look-up") }}\n',
        AFTER_DASH,
        BELOW,
    ),
    "a definition": ('Term\n:   {{ show_tip("look-up") }}\n', AFTER_DASH, BELOW),
    "a table": (
        '| a | b |\n|---|---|\n| 1 | {{ show_tip("look-up") }} |\n',
        f"cannot be in a table: {LINES}",
        "put it above or below the table",
    ),
    "a table without its outer lines": (
        'a | b\n:-- | --:\n{{ show_tip("look-up") }} | 2\n',
        f"cannot be in a table: {LINES}",
        "put it above or below the table",
    ),
    "a heading": (
        '## Read {{ show_tip("look-up") }}\n',
        f"cannot be in a heading: {LINES}",
        "put it below the heading",
    ),
    "a quotation": ('> {{ show_tip("look-up") }}\n', f"cannot be in a quotation: {LINES}", OUT),
    "bold words": ('**{{ show_tip("look-up") }}**\n', f"cannot be in the middle of words: {LINES}", OWN_LINE),
    "a step with words after it": (
        '1. one\n\n    {{ show_tip("look-up") }} and more\n',
        f"cannot have words after it: {LINES}",
        f"{OWN_LINE}, and put the words below it",
    ),
    "a list with two spaces": (
        '- one\n\n  {{ show_tip("look-up") }}\n',
        "is not indented far enough to belong to the list",
        "put 4 spaces before it",
    ),
    "between two steps": (
        '1. one\n   goes on\n\n{{ show_tip("look-up") }}\n\n2. two\n',
        "is between two steps, so their numbers would start from 1 again",
        "put 4 spaces before it",
    ),
}


def run(text: str, folders: Folders) -> tuple[str, tuple[Problem, ...]]:
    """What a page becomes before Markdown is made of it, and what is wrong with it, in a check and when it is run."""
    page, build = HandWrittenPage("docs/a-page.md", text, 4), build_of(folders)
    seen = check_calls(page, offered(folders.docs, Session(build, NoSlots())))
    markdown = Environment()  # noqa: S701 - as of the macros plugin: pages are Markdown
    made, met = run_macros(page, markdown, {}, offered(folders.docs, Session(build, Slots())))
    assert seen == met
    return made, met


@pytest.mark.parametrize("case", MISPLACED)
def test_a_card_where_markdown_has_no_room_is_an_error_with_the_way_that_works(case: str, folders: Folders) -> None:
    text, where, fix = MISPLACED[case]
    _, (problem,) = run(text, folders)
    before, _, _ = text.partition("show_tip")
    assert (problem.code, problem.is_error) == ("misplaced-macro", True)
    assert problem.message == f"`show_tip` {where}"
    assert problem.help == fix + LINK
    assert (problem.place.line, problem.place.column) == (before.count("\n") + 4, len(before.rpartition("\n")[2]) + 1)


@pytest.mark.parametrize(
    ("call", "instead"),
    [
        ("show_role()", '; a link also fits there: `link_to("role", "…")`'),
        ("show_journey()", '; a link also fits there: `link_to("page", "journey")`'),
        ("list_tips(limit=1)", '; a link also fits there: `link_to("page", "tips")`'),
        ("list_problems()", ""),
    ],
)
def test_whoever_wants_a_link_is_told_which(call: str, instead: str, folders: Folders) -> None:
    _, (problem,) = run(f"- {{{{ {call} }}}}\n", folders)
    assert problem.help == BELOW + instead


PLACE = '<div class="pb-slot" id="pb-slot-0"></div>'
HELD = {
    "a step": '1. one\n\n    {{ show_tip("look-up") }}\n\n2. two\n',
    "a step without an empty line": '1. one\n    {{ show_tip("look-up") }}\n2. two\n',
    "an item whose words go on": 'Intro\n\n- one\ntwo\n\n    {{ show_tip("look-up") }}\n',
    "an admonition": '!!! note "Read"\n    {{ show_tip("look-up") }}\n',
    "an admonition with words before the card": '!!! note\n    Read {{ show_tip("look-up") }}\n',
    "a definition": 'Term\n:   Words\n\n    {{ show_tip("look-up") }}\n',
    "a tab": '- one\n\n\t{{ show_tip("look-up") }}\n',
}


@pytest.mark.parametrize("case", HELD)
def test_a_card_belongs_to_the_step_or_admonition_that_it_is_written_in(case: str, folders: Folders) -> None:
    made, problems = run(HELD[case], folders)
    assert problems == ()
    assert f"\n\n    {PLACE}\n\n" in made


FREE = {
    "by itself": '{{ show_tip("look-up") }}\n',
    "after a list": '- one\n- two\n\n{{ show_tip("look-up") }}\n\nWords.\n',
    "between two lists": '- one\n\n{{ show_tip("look-up") }}\n\n- two\n',
    "before steps": 'Words.\n\n{{ show_tip("look-up") }}\n\n1. one\n2. two\n',
    "among words": 'Words {{ show_tip("look-up") }} and more.\n',
    "far in, below nothing": 'Words.\n\n    {{ show_tip("look-up") }}\n',
    "in a condition": '{% if true %}{{ show_tip("look-up") }}{% endif %}\n',
    "in HTML": '<div class="two">\n  {{ show_tip("look-up") }}\n</div>\n',
    "below a table": '| a | b |\n|---|---|\n| 1 | 2 |\n\n{{ show_tip("look-up") }}\n',
    "in a line with a bar that is no table": 'This | that {{ show_tip("look-up") }}\n',
}


@pytest.mark.parametrize("case", FREE)
def test_elsewhere_a_card_stands_at_the_very_left(case: str, folders: Folders) -> None:
    made, problems = run(FREE[case], folders)
    assert problems == ()
    assert f"\n\n{PLACE}\n\n" in made


def test_words_may_stand_wherever_words_may(folders: Folders) -> None:
    fact = '{{ fact("emergency-number") }}'
    text = (
        f'- {fact}\n\n1. {{{{ link_to("tip", "look-up") }}}}\n\n| a |\n|---|\n| {fact} |\n\n# **{fact}**\n\n> {fact}\n'
    )
    assert run(text, folders)[1] == ()


def test_two_cards_in_one_step_each_need_a_line(folders: Folders) -> None:
    _, problems = run('1. one\n\n    {{ show_tip("look-up") }} {{ show_role("usher") }}\n', folders)
    assert [problem.code for problem in problems] == ["misplaced-macro"]
    _, problems = run('1. one\n\n    {{ show_tip("look-up") }}\n\n    {{ show_role("usher") }}\n', folders)
    assert problems == ()


CURLY = {
    "English": ("{{ show_tip(“look-up”) }}", [("“", 13)]),
    "German": ("{{ show_tip(„look-up“) }}", [("„", 13)]),
    "French": ("{{ show_tip(«look-up») }}", [("«", 13)]),
    "single": ("{{ show_tip(‘look-up’) }}", [("‘", 13)]),
    "only the second": ('{{ show_tip("look-up”) }}', [("”", 21)]),
    "a named argument": ("{{ list_tips(level=“basic”) }}", [("“", 20)]),
    "behind a text with such quotes": ('{{ link_to("tip", "look-up", "“now”", ”x”) }}', [("”", 39)]),
}


@pytest.mark.parametrize("case", CURLY)
def test_typographic_quotes_in_a_call_are_named_with_what_to_type(case: str, folders: Folders) -> None:
    text, marks = CURLY[case]
    _, problems = run(f"Words.\n\n{text}\n", folders)
    assert [(problem.code, problem.message, problem.place.line, problem.place.column) for problem in problems] == [
        ("invalid-call", f"`{mark}` is a typographic quotation mark, which means nothing in a call", 6, column)
        for mark, column in marks
    ]
    assert problems[0].help == 'use straight quotes, as in `show_tip("smile-first")`; a plain text editor types them'


def test_typographic_quotes_are_named_in_every_line_and_not_in_words_or_code(folders: Folders) -> None:
    text = (
        "“Words”\n\n{{ fact(“a”) }}\n\n`{{ fact(“b”) }}`\n\n{{ fact(“c”) }}\n\n{% raw %}{{ fact(“d”) }}{% endraw %}\n"
    )
    _, problems = run(text, folders)
    assert [problem.place.line for problem in problems] == [6, 10]
