"""What shows of a hand-written page before it is run: how it is saved, its first lines, calls that nobody will run."""

from __future__ import annotations

import pytest

from playbook.folders import Folders
from tests.page_macros.test_check import folders, problems, write

__all__ = ["folders"]

ABOVE = "write three lines at the very top: `---`, `render_macros: true` and `---`"
BETWEEN = "add the line `render_macros: true` between the lines of dashes at the top of the page"


@pytest.mark.parametrize(
    ("text", "line", "column", "fix"),
    [
        ('# Mine\n\n{{ show_tip("look-up") }}\n', 3, 4, ABOVE),
        ('---\ntitle: Mine\n---\n\n- Read {{ link_to("tip", "look-up") }}.\n', 5, 11, BETWEEN),
        ("Ring {{fact()}}.\n", 1, 8, ABOVE),
        ("Ring {{ fact(“emergency-number”) }}.\n", 1, 9, ABOVE),
    ],
)
def test_a_call_on_a_page_that_does_not_ask_for_macros_is_an_error(
    text: str, line: int, column: int, fix: str, folders: Folders
) -> None:
    write(folders, "a-page.md", text)
    (problem,) = problems(folders)
    assert (problem.code, problem.is_error, problem.help) == ("macro-not-run", True, fix)
    assert problem.message.endswith("as typed: the page does not ask for macros")
    assert (problem.place.line, problem.place.column) == (line, column)


@pytest.mark.parametrize(
    "text",
    [
        "Write `{{ show_tip() }}` to show a tip.\n",
        "```\n{{ show_tip() }}\n```\n",
        "{{ title }}, {{ name_of_the_guest() }} and {{ 7*7 }}\n",
        "show_tip() shows a tip.\n",
        "---\nrender_macros: no\n---\n\n{{ show_tip() }}\n",
        "{# {{ show_tip() }} #}\n",
    ],
)
def test_other_braces_are_text(text: str, folders: Folders) -> None:
    write(folders, "a-page.md", text)
    assert problems(folders) == []


def test_a_macro_of_the_house_counts_as_well(folders: Folders) -> None:
    code = "def define_env(env):\n    @env.macro\n    def ours():\n        return ''\n    env.filter(len)\n"
    (folders.root / "macros.py").write_text(code, "utf-8")
    write(folders, "a-page.md", "{{ ours() }} {{ show_tip() }}\n")
    assert [(problem.code, problem.place.column) for problem in problems(folders)] == [("macro-not-run", 4)]


FRONT_MATTER = {
    "a colon in a text": (
        "---\ntitle: Doors: how they open\n---\n\n# Doors\n",
        (2, 8),
        "a colon and a space inside a text start a new field in YAML",
        'write `title: "Doors: how they open"`',
    ),
    "no space after the colon": (
        "---\ntitle:Doors\n---\n",
        (2, 1),
        "the lines between the dashes at the top of a page are its settings, but this is not a setting",
        "write each as a name, a colon, a space and a value, such as `title: Welcome`",
    ),
    "a quotation mark that is never closed": (
        '---\nrender_macros: true\ndescription: "Doors\n---\n',
        (3, 14),
        "the double quotation mark here is never closed",
        "close it at the end of the text; for the same mark inside the text, type it twice or use ’",
    ),
    "no end": (
        "---\ntitle: Doors\n\n# Doors\n",
        (1, 1),
        "the settings at the top of this page start with a line of dashes and never end",
        "write a line with three dashes, `---`, below the last of them",
    ),
    "no such day": (
        "---\ndate: 2026-02-30\n---\n",
        (2, 1),
        "one of these values cannot be read",
        "check the dates, or put the value in quotes",
    ),
}


@pytest.mark.parametrize("case", FRONT_MATTER)
@pytest.mark.parametrize("name", ["a-page.md", "blocks/tips.md"])
def test_front_matter_that_cannot_be_read_is_an_error_at_its_line(case: str, name: str, folders: Folders) -> None:
    text, place, message, fix = FRONT_MATTER[case]
    write(folders, name, text.replace("\n", "\r\n"))
    (problem,) = problems(folders)
    assert (problem.code, problem.is_error) == ("invalid-front-matter", True)
    assert (problem.place.line, problem.place.column) == place
    assert (problem.message, problem.help) == (message, fix)


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nHello *there*, [you](welcome.md)\n\n---\n\nMore.\n",
        "---\n- a list between two rules\n---\n",
        "---\n---\n# Empty\n",
        "---\ntitle: Doors\ndate: 2026-02-28\ntags: [a, b]\n---\n# Doors\n",
        "# Doors\n\n---\nnote: a: b\n---\n",
        "---\n\nWords.\n",
    ],
)
def test_front_matter_that_can_be_read_and_rules_between_texts_are_none(text: str, folders: Folders) -> None:
    write(folders, "a-page.md", text)
    assert problems(folders) == []


@pytest.mark.parametrize("name", ["a-page.md", "blocks/tips.md"])
def test_a_page_that_is_saved_by_an_old_editor_is_named_with_the_line_and_what_to_choose(
    name: str, folders: Folders
) -> None:
    write(folders, name, "")
    (folders.docs / name).write_bytes("# Doors\r\n\r\nThe café opens.\r\n".encode("cp1252"))
    (problem,) = problems(folders)
    assert (problem.code, problem.is_error) == ("unreadable-page", True)
    assert (problem.place.line, problem.place.column, problem.place.excerpt) == (3, 8, "The café opens.")
    assert problem.message == "this file is not saved as UTF-8: `é` is in Windows or Latin-1 encoding"
    assert problem.help == "save the file as UTF-8 (in most editors: Save as, Encoding)"


def test_a_page_in_utf_16_is_named_as_such(folders: Folders) -> None:
    (folders.docs / "a-page.md").write_bytes("# Doors\n".encode("utf-16"))
    (problem,) = problems(folders)
    assert (problem.code, problem.message) == ("unreadable-page", "this file is saved as UTF-16, not as UTF-8")


SAME = "on Windows and Macs this {} is the same as docs/{}"
ALIKE = {
    "a page": (["Welcome.md", "welcome.md"], [("docs/welcome.md", SAME.format("file", "Welcome.md"))]),
    "a picture": (["Plan.png", "plan.png"], [("docs/plan.png", SAME.format("file", "Plan.png"))]),
    "a folder": (
        ["Guides/a.md", "Guides/b.md", "guides/c.md", "guides/d.md"],
        [("docs/guides/", SAME.format("folder", "Guides/"))],
    ),
    "a block": (["blocks/Tips.md", "blocks/tips.md"], [("docs/blocks/tips.md", SAME.format("file", "blocks/Tips.md"))]),
    "an accent": (["Cafe\u0301.md", "Café.md"], [("docs/Café.md", SAME.format("file", "Cafe\u0301.md"))]),
    "a page and a folder": (
        ["guide.md", "guide/index.md"],
        [
            (
                "docs/guide.md",
                "this file and docs/guide/index.md become the same page, so readers would see only one of them",
            )
        ],
    ),
    "an index and a README": (
        ["guide/README.md", "guide/index.md"],
        [
            (
                "docs/guide/index.md",
                "this file and docs/guide/README.md become the same page, so readers would see only one of them",
            )
        ],
    ),
}


@pytest.mark.parametrize("case", ALIKE)
def test_two_files_that_are_one_elsewhere_are_an_error(case: str, folders: Folders) -> None:
    names, expected = ALIKE[case]
    for name in names:
        write(folders, name, "# Mine\n")
    found = [problem for problem in problems(folders) if problem.code == "same-name"]
    assert [(problem.place.file, problem.message) for problem in found] == expected
    assert all(problem.is_error and problem.help for problem in found)


def test_files_that_only_resemble_each_other_are_two(folders: Folders) -> None:
    for name in ("guide.md", "guides.md", "guides/a.md", "more/a.md", "a.png"):
        write(folders, name, "# Mine\n")
    assert problems(folders) == []


@pytest.mark.parametrize("name", ["tips/look-up.md", "TIPS/Look-Up.markdown", "tips/look-up/index.md"])
def test_a_page_at_the_address_of_a_record_is_an_error(name: str, folders: Folders) -> None:
    write(folders, name, "# Mine\n")
    (problem,) = problems(folders)
    assert (problem.code, problem.place.file) == ("taken-address", f"docs/{name}")
