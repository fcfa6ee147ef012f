"""Where an export may be written, and what is left of the one before. Without any host: a project is a value."""

from __future__ import annotations

import dataclasses
import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from playbook.days import Days
from playbook.export.export_folder import LIST, export
from playbook.export.project import CannotExport, Project, Settings
from playbook.folders import Folders
from playbook.opening import open_playbook
from playbook.page_macros.slots import Slots
from playbook.site.build import Build
from playbook.site.site_files import STYLE_SHEET, asset_files
from tests.building import MINIMAL, ROOT
from tests.conftest import TODAY


@pytest.fixture(scope="module")
def project() -> Project:
    """The minimal playbook, with nothing written by hand."""
    material = find_spec("material")
    assert material is not None
    assert material.submodule_search_locations
    theme = Path(material.submodule_search_locations[0]) / "templates"
    settings = Settings(
        site_name="Village Hall",
        site_url=None,
        colours="",
        theme={"language": "de", "font": False},
        theme_folders=(ROOT / "overrides", theme),
        extra={},
        extra_css=(),
        extra_javascript=(),
        markdown_extensions=("tables",),
    )
    days, folders = Days.on(TODAY), Folders.of({})
    build = Build(open_playbook(MINIMAL, days), days, folders)
    return Project(build, settings, menu=(), written=(), slots=Slots(), attachments={"plan.svg": b"<svg/>"})


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_new_folder_gets_everything_that_a_host_needs(project: Project, tmp_path: Path) -> None:
    export(project, tmp_path / "far/away")
    assert {
        "README.md",
        "mkdocs.yml",
        "docs/index.md",
        "docs/plan.svg",
        f"docs/{asset_files()[STYLE_SHEET][0]}",
        "docs/data/playbook.json",
        "docs/tips/hold-the-door/index.md",
        "overrides/base.html",
        "overrides/main.html",
        "overrides/sitemap.xml",
        "overrides/partials/languages/de.html",
        "overrides/partials/languages/en.html",
        "overrides/.icons/material/menu.svg",
        "licences/material-for-mkdocs.txt",
        "licences/material-design-icons.txt",
    } <= _files(tmp_path / "far/away")


def test_the_next_export_leaves_nothing_of_the_last_and_everything_of_hosts(project: Project, tmp_path: Path) -> None:
    export(project, tmp_path)
    before = _files(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("built")
    export(dataclasses.replace(project, attachments={"other.svg": b"<svg/>"}), tmp_path)
    assert _files(tmp_path) == before - {"docs/plan.svg"} | {"docs/other.svg", "site/index.html"}


def test_a_list_that_lists_nothing_is_no_harm(project: Project, tmp_path: Path) -> None:
    (tmp_path / LIST).write_text("7")
    export(project, tmp_path)
    assert "mkdocs.yml" in json.loads((tmp_path / LIST).read_text("utf-8"))


@pytest.mark.parametrize("name", ["holiday.jpg", "mkdocs.yml", LIST])
def test_a_folder_with_anything_else_in_it_is_left_alone(name: str, project: Project, tmp_path: Path) -> None:
    (tmp_path / name).write_text("not ours")
    with pytest.raises(CannotExport, match="contains files that no export put there"):
        export(project, tmp_path)
    assert _files(tmp_path) == {name}


def test_nothing_outside_the_folder_is_deleted(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "export"
    export(project, folder)
    (tmp_path / "precious.txt").write_text("mine")
    listed = json.loads((folder / LIST).read_text("utf-8"))
    edited = [*listed, "../precious.txt", str(tmp_path / "precious.txt"), 7, "docs/gone.md"]
    (folder / LIST).write_text(json.dumps(edited))
    export(project, folder)
    assert (tmp_path / "precious.txt").read_text() == "mine"


def test_the_same_playbook_gives_the_same_bytes(project: Project, tmp_path: Path) -> None:
    for name in ("one", "two"):
        export(project, tmp_path / name)
    assert {name: (tmp_path / "one" / name).read_bytes() for name in _files(tmp_path / "one")} == {
        name: (tmp_path / "two" / name).read_bytes() for name in _files(tmp_path / "two")
    }


def test_a_theme_that_has_changed_is_noticed(project: Project, tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    (theme / "partials").mkdir(parents=True)
    (theme / "base.html").write_text('<meta charset="utf-8">')
    settings = dataclasses.replace(project.settings, theme_folders=(ROOT / "overrides", theme))
    with pytest.raises(CannotExport, match=r"the theme’s base\.html no longer contains"):
        export(dataclasses.replace(project, settings=settings), tmp_path / "export")
    assert not (tmp_path / "export").exists()


def test_templates_of_the_house_are_taken_as_they_are(project: Project, tmp_path: Path) -> None:
    house = tmp_path / "overrides"
    (house / "partials").mkdir(parents=True)
    (house / "partials/actions.html").write_text("<p>Ours</p>")
    (house / "main.html").write_text('{% extends "base.html" %}')
    (house / "stamp.png").write_bytes(b"png")
    (house / ".icons").mkdir()
    (house / ".icons/ours.svg").write_text("<svg/>")
    folders = (house, *project.settings.theme_folders[1:])
    settings = dataclasses.replace(project.settings, theme_folders=folders)
    export(dataclasses.replace(project, settings=settings), tmp_path / "export")
    assert (tmp_path / "export/overrides/partials/actions.html").read_text() == "<p>Ours</p>"
    assert (tmp_path / "export/docs/stamp.png").read_bytes() == b"png"
    assert (tmp_path / "export/overrides/.icons/ours.svg").read_text() == "<svg/>"


def test_a_file_that_no_export_wrote_is_never_written_over(project: Project, tmp_path: Path) -> None:
    export(project, tmp_path)
    (tmp_path / "docs/other.svg").write_text("mine")
    before = _files(tmp_path)
    with pytest.raises(CannotExport, match=r"no export put `.*other\.svg` there"):
        export(dataclasses.replace(project, attachments={"other.svg": b"<svg/>"}), tmp_path)
    assert _files(tmp_path) == before
    assert (tmp_path / "docs/other.svg").read_text() == "mine"


@pytest.mark.parametrize("listed", ["{}", "null", "[1]", '[".."]', '["docs"]', '[""]', '["a\\u0000"]', '["\\ud800"]'])
def test_a_list_that_someone_has_edited_permits_nothing(listed: str, project: Project, tmp_path: Path) -> None:
    (tmp_path / LIST).write_text(listed)
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("mine")
    with pytest.raises(CannotExport):
        export(project, tmp_path)
    assert _files(tmp_path) == {LIST, "mkdocs.yml"}


def test_a_link_that_leads_out_of_the_folder_is_not_followed(project: Project, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    export(project, tmp_path / "export")
    (tmp_path / "export/docs").rename(tmp_path / "export/old")
    (tmp_path / "export/docs").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CannotExport):
        export(project, tmp_path / "export")
    assert _files(tmp_path / "elsewhere") == set()


def test_an_export_that_was_interrupted_is_taken_up(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, written = Path.write_bytes, []

    def failing(path: Path, content: bytes) -> int:
        written.append(path)
        if len(written) == 20:
            raise OSError(28, "No space left on device", str(path))
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", failing)
    with pytest.raises(OSError, match="No space left"):
        export(project, tmp_path / "export")
    monkeypatch.undo()
    export(project, tmp_path / "export")
    export(project, tmp_path / "other")
    assert _files(tmp_path / "export") == _files(tmp_path / "other")


def test_a_file_may_become_a_folder(project: Project, tmp_path: Path) -> None:
    export(dataclasses.replace(project, attachments={"plans": b"x"}), tmp_path)
    export(dataclasses.replace(project, attachments={"plans/hall.svg": b"x"}), tmp_path)
    assert (tmp_path / "docs/plans/hall.svg").read_bytes() == b"x"
    export(dataclasses.replace(project, attachments={"plans": b"y"}), tmp_path)
    assert (tmp_path / "docs/plans").read_bytes() == b"y"


@pytest.mark.parametrize("name", ["docs", "docs/deep/inside", "playbook", "overrides/x"])
def test_an_export_into_what_it_is_made_from_is_refused(name: str, project: Project) -> None:
    with pytest.raises(CannotExport, match="belongs to the playbook\n"):
        export(project, ROOT / name)
