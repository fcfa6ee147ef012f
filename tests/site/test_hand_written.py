"""Pages written by hand keep to their own addresses; a block is how text is added to a page made from records."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.days import Days
from playbook.folders import Folders
from playbook.full_check import check_everything
from playbook.problem_formats import as_text
from playbook.site.docs_folder import read
from tests import building
from tests.conftest import TODAY
from tests.site.documents import HTML, document, shown
from tests.site.hand_written import BLOCK, build, written
from tests.site.references import broken
from tests.site.test_references import SMALL_URL

TAKEN = {
    "tips/look-up.md": ("Look up from the list", "docs/blocks/tips/look-up.md"),
    "Tips/Look-Up.md": ("Look up from the list", "docs/blocks/tips/look-up.md"),
    "departments.md": ("Departments", "docs/blocks/departments.md"),
    "tips/README.md": ("Tips", "docs/blocks/tips.md"),
    "clock/index.md": ("Tonight’s running order", "docs/blocks/clock.md"),
    "index.md": ("Mill Lane Theatre", "docs/blocks/index.md"),
}
"""By source of a page, the title of the page that its address belongs to, and where a block for that page goes."""


@pytest.mark.parametrize("name", TAKEN)
def test_a_page_at_an_address_made_from_records_is_an_error_that_says_what_to_do(
    name: str, project: Path, small_data: Path, tmp_path: Path
) -> None:
    written(project, name)
    with pytest.raises(building.BuildFailed) as failed:
        build(project, small_data, tmp_path / "site")
    title, block = TAKEN[name]
    assert f"docs/{name}:1:1: error[taken-address] the address of this page belongs to “{title}”" in str(failed.value)
    assert f"to add text to that page, move it to {block}" in str(failed.value)
    assert "Traceback" not in str(failed.value)
    assert not (tmp_path / "site").exists()


def test_the_address_of_a_view_is_kept_free_although_this_playbook_has_nothing_to_show_there(
    project: Path, tmp_path: Path
) -> None:
    written(project, "clock.md")
    with pytest.raises(building.BuildFailed, match=r"error\[taken-address\]"):
        build(project, building.MINIMAL, tmp_path / "site")


def test_a_block_is_shown_below_the_promise_with_its_macros_and_links(
    project: Path, small_data: Path, tmp_path: Path
) -> None:
    written(project, "blocks/departments/box-office.md", BLOCK)
    site = build(project, small_data, tmp_path / "site")
    page = document(site / "departments/box-office/index.html")
    (block,) = page.with_class("pb-block")
    assert shown(block).startswith("We keep the float in the drawer.")
    assert "Look up from the list" in shown(block)
    assert [link.get("href") for link in block.iter(f"{HTML}a")][:2] == ["../../welcome/", "../../how-to-read/"]
    order = [element.get("class") for element in page.all("header", "div", "nav")]
    assert order.index("pb-head") < order.index("pb-block") < order.index("pb-columns pb-summary")
    assert "Written by hand: docs/blocks/departments/box-office.md, line 1" in shown(next(page.with_class("pb-foot")))
    assert not (site / "blocks").exists()
    assert broken(site, site_url=SMALL_URL) == []


def test_a_block_can_stand_on_a_page_of_many_records_and_on_home(
    project: Path, small_data: Path, tmp_path: Path
) -> None:
    written(project, "blocks/tips.md", "Read one a day.\n")
    written(project, "blocks/index.md", "The lift is out of order this week.\n")
    site = build(project, small_data, tmp_path / "site")
    for path, text in (("tips/index.html", "Read one a day."), ("index.html", "The lift is out of order this week.")):
        assert [shown(block) for block in document(site / path).with_class("pb-block")] == [text]


def test_the_title_of_a_block_and_all_its_headings_are_one_level_below_the_title_of_the_page(
    project: Path, small_data: Path, tmp_path: Path
) -> None:
    written(project, "blocks/tips.md", "# Ours\n\n## More\n\n###### Least\n\n{{ show_tip() }}\n")
    written(project, "blocks/roles.md", "## Ours\n")
    site = build(project, small_data, tmp_path / "site")
    headings = [*document(site / "tips/index.html").all("h1", "h2", "h3", "h6")]
    assert [shown(heading) for heading in headings if heading.tag == f"{HTML}h1"] == ["Tips"]
    assert {"Ours": "h2", "More": "h3", "Least": "h6"}.items() <= {
        shown(heading): heading.tag.removeprefix(HTML) for heading in headings
    }.items()
    (block,) = document(site / "roles/index.html").with_class("pb-block")
    assert [element.tag for element in block] == [f"{HTML}h2"]


def test_a_block_for_no_page_and_a_call_that_fails_in_one_stop_the_build(
    project: Path, small_data: Path, tmp_path: Path
) -> None:
    written(project, "blocks/departments/box-ofice.md", "Hello.\n")
    written(project, "blocks/departments/box-office.md", 'Hello.\n\n{{ show_tip("look-upp") }}\n')
    with pytest.raises(building.BuildFailed) as failed:
        build(project, small_data, tmp_path / "site")
    said = str(failed.value)
    assert "docs/blocks/departments/box-ofice.md:1:1: error[unknown-page] this block is for a page" in said
    assert "did you mean `departments/box-office`?" in said
    assert "docs/blocks/departments/box-office.md:3:14: error[unknown-tip] `look-upp` is not a tip" in said


def test_a_file_that_is_not_utf_8_and_a_second_block_for_a_page_are_refused(tmp_path: Path) -> None:
    blocks = tmp_path / "docs" / "blocks"
    (blocks / "tips").mkdir(parents=True)
    (blocks / "roles.md").write_bytes(b"Caf\xe9\n")
    (blocks / "tips" / "index.md").write_text("Second.\n", "utf-8")
    (blocks / "tips.markdown").write_text("First.\n", "utf-8")
    (blocks / ".hidden.md").write_text("Not ours.\n", "utf-8")
    (blocks / "folder.md").mkdir()
    (blocks / "gone.md").symlink_to(tmp_path / "nowhere")
    (blocks / "round").symlink_to(blocks)
    found = read(tmp_path / "docs")
    assert found.blocks == {"tips": "blocks/tips/index.md"}
    titles = {"tips": "Tips", "roles": "Roles"}
    problems = sorted((problem.place.file, problem.code) for problem in found.problems(titles, {}))
    assert problems == [
        ("docs/blocks/gone.md", "linked-file"),
        ("docs/blocks/roles.md", "unreadable-page"),
        ("docs/blocks/round", "linked-file"),
        ("docs/blocks/tips.markdown", "taken-address"),
    ]


def test_a_block_for_no_page_made_from_records_says_where_its_text_belongs(tmp_path: Path) -> None:
    blocks = tmp_path / "docs" / "blocks"
    blocks.mkdir(parents=True)
    for name in ("welcome.md", "blocks/welcome.md", "blocks/kitchen.md", "blocks/departmnts.md"):
        (tmp_path / "docs" / name).write_text("Hello.\n", "utf-8")
    found = read(tmp_path / "docs").problems({"departments": "Departments"}, {})
    assert {problem.place.file: problem.help for problem in found} == {
        "docs/blocks/welcome.md": "add it to docs/welcome.md",
        "docs/blocks/kitchen.md": "name the file after the address of its page: docs/blocks/roles.md is for `roles`",
        "docs/blocks/departmnts.md": "did you mean `departments`?",
    }


def test_a_file_that_is_not_utf_8_stops_the_build_with_one_sentence(
    project: Path, small_data: Path, tmp_path: Path
) -> None:
    written(project, "mine.md").write_bytes(b"# Caf\xe9\n")
    with pytest.raises(building.BuildFailed) as failed:
        build(project, small_data, tmp_path / "site")
    assert "docs/mine.md:1:6: error[unreadable-page] this file is not saved as UTF-8" in str(failed.value)
    assert "Traceback" not in str(failed.value)


MISTAKES = {
    "list.md": (
        '- one\n- {{ show_tip("look-up") }}\n',
        ":6:6: error[misplaced-macro] `show_tip` cannot be on the line",
    ),
    "quotes.md": ("{{ show_tip(“look-up”) }}\n", ":5:13: error[invalid-call] `“` is a typographic quotation mark"),
}
"""By source of a page that asks for macros, its text below the front matter, and what is said of it."""
OTHERS = {
    "front.md": (
        b"---\ntitle: a: b\n---\n",
        ":2:8: error[invalid-front-matter] a colon and a space inside a text start a new field in YAML",
    ),
    "not-run.md": (b'\n{{ show_tip("look-up") }}\n', ":2:4: error[macro-not-run] readers would see this call"),
    "old.md": ("# Café\n".encode("cp1252"), ":1:6: error[unreadable-page] this file is not saved as UTF-8: `é`"),
    "tips/look-up.md": (b"# Mine\n", ":1:1: error[taken-address] the address of this page belongs to"),
    "Welcome.md": (b"# Mine\n", None),
    "welcome.md": (b"# Mine\n", ":1:1: error[same-name] on Windows and Macs this file is the same as"),
    "Plans/a.md": (b"# Mine\n", None),
    "plans/b.md": (b"# Mine\n", ":1:1: error[same-name] on Windows and Macs this folder is the same as"),
}
"""By source of another page, its bytes, and what is said of it."""


def test_a_build_and_a_check_report_the_same_of_pages_that_nobody_could_read(
    project: Path, small_data: Path, tmp_path: Path
) -> None:
    expected = []
    for name, (text, said) in MISTAKES.items():
        written(project, name, f"---\nrender_macros: true\n---\n\n{text}")
        expected.append(f"docs/{name}{said}")
    for name, (content, said_of_it) in OTHERS.items():
        written(project, name).write_bytes(content)
        where = "plans/" if name == "plans/b.md" else name
        expected += [f"docs/{where}{said_of_it}"] if said_of_it else []
    with pytest.raises(building.BuildFailed) as failed:
        build(project, small_data, tmp_path / "site")
    checked = as_text(check_everything(Folders(project, small_data, tmp_path, tmp_path / "cache"), Days.on(TODAY)))
    assert [words for words in expected if words not in str(failed.value)] == []
    assert [words for words in expected if words not in checked] == []
    assert str(failed.value).count("error[") == checked.count("error[") == len(expected)
    assert "Traceback" not in str(failed.value)
    assert not (tmp_path / "site").exists()
