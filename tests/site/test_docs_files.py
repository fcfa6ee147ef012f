"""`docs/` publishes what houses publish, and refuses what nobody means to, each with a message that says what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from playbook.problems import Problem
from playbook.site.docs_files import PUBLISHED, file_problem
from playbook.site.docs_folder import read
from playbook.site.drawings import drawing_fault
from tests import building
from tests.conftest import TODAY

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def put(docs: Path, name: str, content: str = "x") -> Path:
    """A file in docs/."""
    file = docs / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(SVG.format("") if name.lower().endswith(".svg") and content == "x" else content, "utf-8")
    return file


def found(docs: Path, name: str, content: str = "x") -> Problem | None:
    """What is wrong with one file of docs/ as a host sees it that has read the settings."""
    return file_problem(docs, put(docs, name, content), named={"js/ours.js", "css/ours.css"})


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder of pages."""
    (tmp_path / "docs").mkdir()
    return tmp_path / "docs"


@pytest.mark.parametrize(
    "name",
    [
        *(f"files/Plan of the balcony{suffix}" for suffix in sorted(PUBLISHED)),
        *("IMG_0001.JPG", "CNAME", "assets/logo.svg", "js/ours.js", "css/ours.css", "datasheet.pdf", "searching/x.png"),
    ],
)
def test_what_houses_publish_is_published(name: str, docs: Path) -> None:
    assert found(docs, name) is None


REFUSED = {
    "page.html": ("unpublished-kind", "write the page in Markdown (.md)"),
    "Page.HTM": ("unpublished-kind", "write the page in Markdown (.md)"),
    "feed.xhtml": ("unpublished-kind", "write the page in Markdown (.md)"),
    "rules.xml": ("unpublished-kind", "write the page in Markdown (.md)"),
    "README.MD": ("unpublished-kind", "write the end of its name in small letters"),
    "photo.heic": ("unpublished-kind", "save it as .jpg or .png"),
    "rota.xlsm": ("unpublished-kind", "save it without macros"),
    "tips.yml": ("unpublished-kind", "records belong in playbook_data/"),
    "run.exe": ("unpublished-kind", "move it out of docs/"),
    "notes": ("unpublished-kind", "move it out of docs/"),
    "js/other.js": ("unpublished-kind", "name it under `extra_javascript` in mkdocs.yml"),
    "css/other.css": ("unpublished-kind", "name it under `extra_css` in mkdocs.yml"),
    "~$rota.docx": ("leftover-file", "close the program and delete the file"),
    "welcome.md~": ("leftover-file", "close the program and delete the file"),
    "welcome.md.bak": ("leftover-file", "close the program and delete the file"),
    "old/plan.PDF.OLD": ("leftover-file", "close the program and delete the file"),
    "#welcome.md#": ("leftover-file", "close the program and delete the file"),
    "playbook/playbook.js": ("reserved-path", "move it to another folder"),
    "Playbook/Playbook.CSS": ("reserved-path", "move it to another folder"),
    "assets/stylesheets/main.css": ("reserved-path", "move it to another folder"),
    "assets/javascripts/bundle.js": ("reserved-path", "move it to another folder"),
    "assets/images/favicon.png": ("reserved-path", "move it to another folder"),
    "search/search.js": ("reserved-path", "move it to another folder"),
    "data/playbook.json": ("reserved-path", "move it to another folder"),
    "404.html": ("reserved-path", "move it to another folder"),
    "sitemap.xml": ("reserved-path", "move it to another folder"),
    "feed.xml": ("reserved-path", "move it to another folder"),
    "departments/box-office/reviews.ics": ("reserved-path", "move it to another folder"),
}
"""By name, the code and what the help begins with."""


@pytest.mark.parametrize("name", REFUSED)
def test_what_nobody_means_to_publish_is_refused_with_what_to_do(name: str, docs: Path) -> None:
    problem = found(docs, name)
    assert problem is not None
    code, help_text = REFUSED[name]
    assert (problem.place.file, problem.code) == (f"docs/{name}", code)
    assert (problem.help or "").startswith(help_text)


def test_a_page_that_would_be_the_not_found_page_is_refused(docs: Path) -> None:
    put(docs, "404.md")
    assert [problem.code for problem in read(docs).refused.values()] == ["reserved-path"]


def test_a_link_is_refused_wherever_it_leads(docs: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "passwords.txt").write_text("swordfish")
    (docs / "file.txt").symlink_to(secret / "passwords.txt")
    (docs / "page.md").symlink_to(secret / "passwords.txt")
    (docs / "folder").symlink_to(secret)
    (docs / "nowhere.md").symlink_to(tmp_path / "nowhere")
    (docs / "round").symlink_to(docs)
    refused = read(docs).refused
    assert {source: problem.code for source, problem in refused.items()} == dict.fromkeys(
        ("file.txt", "folder", "nowhere.md", "page.md", "round"), "linked-file"
    )
    assert "this is a link to another folder" in refused["folder"].message
    assert refused["file.txt"].help == "put the file itself in docs/, or delete the link"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_file_is_refused_and_never_waited_for(docs: Path) -> None:
    os.mkfifo(docs / "pipe.txt")
    os.mkfifo(docs / "pipe.svg")
    assert [problem.code for problem in read(docs).refused.values()] == ["unpublished-kind"] * 2


def test_what_systems_keep_in_folders_is_left_out_without_a_word(docs: Path) -> None:
    for name in ("Thumbs.db", "plans/desktop.ini", ".DS_Store", ".git/config", "templates/page.html"):
        put(docs, name)
    assert (read(docs).refused, read(docs).left_out) == ({}, {"Thumbs.db", "plans/desktop.ini"})


def test_what_the_settings_keep_out_is_not_looked_at(docs: Path) -> None:
    put(docs, "drafts/page.html")
    assert read(docs, set(), lambda source: source.startswith("drafts/")).refused == {}


FAULTY = {
    "a script": "<script>pwned(1)</script>",
    "a script by another name": '<s:script xmlns:s="http://www.w3.org/2000/svg" href="x.js"/>',
    "an event": '<rect onload="pwned(1)"/>',
    "a link that is a script": '<a xlink:href="java&#10;script:pwned(1)"><text>x</text></a>',
    "a link that becomes one": '<a href="#x"><set attributeName="href" to="javascript:pwned(1)"/></a>',
    "a piece of a page": '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
    "an element of pages": '<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="https://x.example"/>',
    "a picture from elsewhere": '<image href="https://x.example/x.png"/>',
    "a drawing within": '<use href="data:image/svg+xml;base64,PHN2Zz4="/>',
    "a style from elsewhere": "<style>@import 'https://x.example/x.css';</style>",
    "a filter from elsewhere": '<rect style="fill: url( https://x.example/x.svg#a)"/>',
    "no end": "<g>",
}


@pytest.mark.parametrize("inside", FAULTY.values(), ids=FAULTY.keys())
def test_a_drawing_that_is_more_than_a_picture_is_refused(inside: str, docs: Path) -> None:
    problem = found(docs, "plan.svg", SVG.format(inside))
    assert problem is not None
    assert problem.code == "unsafe-drawing"
    assert problem.help == "save it as plain or optimised SVG, or as a PNG"


@pytest.mark.parametrize(
    "before",
    ['<?xml-stylesheet href="x.css"?>', '<!DOCTYPE svg [<!ENTITY a "b">]>', "<!DOCTYPE svg [<!ENTITY % a 'b'>]>"],
)
def test_a_drawing_that_begins_with_more_than_its_kind_is_refused(before: str) -> None:
    assert drawing_fault((before + SVG.format("")).encode()) is not None


def test_a_drawing_as_programs_save_it_is_published() -> None:
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    )
    inside = (
        '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>'
        '<defs><linearGradient id="a"/><path id="b" d="M0 0h9"/></defs><style>.a{fill:url(#a)}</style>'
        '<use xlink:href="#b" style="fill:url(&quot;#a&quot;)"/><image href="data:image/png;base64,AAAA"/>'
        '<a href="https://www.example.org"><text>x</text></a><animate attributeName="opacity" to="0"/>'
    )
    assert drawing_fault((head + SVG.format(inside)).encode()) is None


def test_a_build_names_all_that_it_will_not_publish_and_publishes_nothing(small_data: Path, tmp_path: Path) -> None:
    project = building.copied_project(tmp_path / "project")
    secret = tmp_path / "passwords"
    secret.write_text("swordfish")
    for name in ("raw.html", "files/~$rota.docx", "playbook/playbook.js", "js/other.js"):
        put(project / "docs", name)
    (project / "docs/passwd.txt").symlink_to(secret)
    with pytest.raises(building.BuildFailed) as failed:
        building.build(small_data, tmp_path / "site", project=project, environment=building.on_day(TODAY))
    said = str(failed.value)
    assert [
        code for code in ("unpublished-kind", "leftover-file", "reserved-path", "linked-file") if code not in said
    ] == []
    assert said.count("error[") == 5
    assert not (tmp_path / "site").exists()


def test_a_build_publishes_files_and_scripts_that_the_settings_name(small_data: Path, tmp_path: Path) -> None:
    project = building.copied_project(tmp_path / "project")
    for name in ("plans/Balcony.pdf", "js/ours.js", "Thumbs.db", "logo.svg", "drafts/raw.html"):
        put(project / "docs", name)
    settings = (project / "mkdocs.yml").read_text("utf-8")
    named = settings.replace("extra_javascript:\n", "exclude_docs: drafts/\nextra_javascript:\n  - js/ours.js\n")
    (project / "mkdocs.yml").write_text(named, "utf-8")
    site = building.build(small_data, tmp_path / "site", project=project, environment=building.on_day(TODAY))
    published = [name for name in ("plans/Balcony.pdf", "js/ours.js", "logo.svg") if (site / name).exists()]
    assert published == ["plans/Balcony.pdf", "js/ours.js", "logo.svg"]
    assert not (site / "Thumbs.db").exists()
    assert not (site / "drafts").exists()
