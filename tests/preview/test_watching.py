"""Every change of what the site is made of is noticed, however it is saved, and asks for no more than it needs."""

from __future__ import annotations

import errno
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from playbook.preview import watching
from playbook.preview.watching import SourceChange, Watcher
from playbook.site.sources import Sources

PATIENCE = 30
"""Seconds until a change counts as not noticed, on a busy machine."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """What a site is made of, in small."""
    root = tmp_path / "our théâtre"
    for path in (
        "playbook_data/tips/everyday.yml", "playbook_data/roles.yml", "docs/welcome.md", "overrides/main.html",
        "playbook/views/home.py", "playbook/assets/a.css", "mkdocs.yml", "macros.py", "hooks.py", "docs/example.py",
    ):  # fmt: skip
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("as it was\n")
    return root


def sources_of(root: Path) -> Sources:
    site = (root / "mkdocs.yml", root / "docs", root / "overrides", root / "playbook_data", root / "playbook")
    return Sources(root / "playbook_data", site, (root / "playbook", root / "macros.py", root / "hooks.py"))


@pytest.fixture(params=["events", "polling"])
def watcher(request: pytest.FixtureRequest, project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watcher]:
    """A watcher of the project, in both ways."""
    monkeypatch.setattr(watching, "POLLING_INTERVAL", 0.05)
    made = Watcher(lambda: sources_of(project), is_polling=request.param == "polling")
    made.start()
    yield made
    made.stop()


def noticed(watcher: Watcher) -> SourceChange | None:
    """The next change; fails when none comes."""
    found: list[SourceChange | None] = []
    waiting = threading.Thread(target=lambda: found.append(watcher.next_change()), daemon=True)
    waiting.start()
    waiting.join(PATIENCE)
    if not found:
        watcher.stop()
        pytest.fail("no change was noticed")
    return found[0]


def written(path: str) -> Callable[[Path], object]:
    return lambda root: (root / path).write_text("changed, and longer than before\n")


def replaced(path: str, temporary: str) -> Callable[[Path], object]:
    """Saved as many editors do: a new file under another name takes the place of the old."""

    def save(root: Path) -> None:
        new = (root / path).with_name(temporary)
        new.write_text("changed, and longer than before\n")
        new.replace(root / path)

    return save


CHANGES: dict[str, tuple[Callable[[Path], object], SourceChange]] = {
    "a record": (written("playbook_data/tips/everyday.yml"), SourceChange.DATA),
    "a record, replaced": (replaced("playbook_data/roles.yml", ".roles.yml.swp"), SourceChange.DATA),
    "a new file of records": (written("playbook_data/tips/new.yml"), SourceChange.DATA),
    "a file of records deleted": (lambda root: (root / "playbook_data/roles.yml").unlink(), SourceChange.DATA),
    "a folder of records moved away": (
        lambda root: (root / "playbook_data/tips").rename(root / "tips"),
        SourceChange.DATA,
    ),
    "a module among the records": (written("playbook_data/tips/odd.py"), SourceChange.DATA),
    "a page": (written("docs/welcome.md"), SourceChange.SITE),
    "a module that a page offers": (written("docs/example.py"), SourceChange.SITE),
    "a template of the theme": (written("overrides/main.html"), SourceChange.SITE),
    "a style sheet": (written("playbook/assets/a.css"), SourceChange.SITE),
    "the configuration": (written("mkdocs.yml"), SourceChange.SITE),
    "the configuration, replaced": (replaced("mkdocs.yml", "mkdocs.yml~"), SourceChange.SITE),
    "the configuration, replaced by a hidden file": (replaced("mkdocs.yml", ".mkdocs.yml.new"), SourceChange.SITE),
    "a module": (written("playbook/views/home.py"), SourceChange.CODE),
    "a new module": (written("playbook/views/fresh.py"), SourceChange.CODE),
    "a catalogue": (written("playbook/views/de.po"), SourceChange.CODE),
    "the macros": (written("macros.py"), SourceChange.CODE),
    "the hooks, replaced": (replaced("hooks.py", "4913"), SourceChange.CODE),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_noticed_and_asks_for_what_it_needs(watcher: Watcher, project: Path, what: str) -> None:
    make, expected = CHANGES[what]
    make(project)
    assert noticed(watcher) is expected


def test_what_the_site_is_not_made_of_is_ignored(watcher: Watcher, project: Path) -> None:
    (project / "playbook/__pycache__").mkdir()
    (project / "playbook/__pycache__/home.cpython-311.pyc").write_text("compiled")
    (project / "playbook/views/.home.py.swp").write_text("an editor's copy")
    (project / "playbook/views/home.py~").write_text("an editor's copy")
    (project / "notes.py").write_text("beside everything")
    (project / "mkdocs.yml").read_text()
    (project / "playbook_data/roles.yml").write_text("changed, and longer than before\n")
    assert noticed(watcher) is SourceChange.DATA


def test_of_several_changes_the_greatest_counts_and_is_handed_out_once(project: Path) -> None:
    watcher = Watcher(lambda: sources_of(project))
    for path in ("docs/welcome.md", "playbook/views/home.py", "playbook_data/roles.yml"):
        watcher._notice(project / path, is_folder=False)
    assert noticed(watcher) is SourceChange.CODE
    watcher._notice(project / "playbook_data/roles.yml", is_folder=False)
    assert noticed(watcher) is SourceChange.DATA


def test_a_folder_put_in_the_place_of_another_is_watched_again(watcher: Watcher, project: Path) -> None:
    data = project / "playbook_data"
    shutil.copytree(data, project / "copy")
    shutil.rmtree(data)
    assert noticed(watcher) is SourceChange.DATA
    (project / "copy").rename(data)
    assert noticed(watcher) is SourceChange.DATA
    for text in ("once", "and once more, longer"):
        (data / "tips/everyday.yml").write_text(text)
        assert noticed(watcher) is SourceChange.DATA


def test_a_folder_that_the_configuration_adds_is_watched_from_then_on(project: Path) -> None:
    more = project / "more"
    more.mkdir()
    found = sources_of(project)
    watcher = Watcher(lambda: found)
    watcher.start()
    found = Sources(found.data, (*found.site, more), found.code)
    watcher.refresh()
    (more / "logo.svg").write_text("<svg/>")
    assert noticed(watcher) is SourceChange.SITE
    watcher.stop()


def test_a_folder_that_is_not_there_is_watched_when_it_comes(project: Path) -> None:
    shutil.rmtree(project / "playbook_data")
    watcher = Watcher(lambda: sources_of(project))
    watcher.start()
    (project / "playbook_data").mkdir()
    assert noticed(watcher) is SourceChange.DATA
    (project / "playbook_data/roles.yml").write_text("new")
    assert noticed(watcher) is SourceChange.DATA
    watcher.stop()


@pytest.mark.skipif(os.name == "nt", reason="links need permission on Windows")
def test_a_folder_behind_a_link_is_watched(project: Path) -> None:
    (project / "playbook_data").rename(project / "elsewhere")
    (project / "playbook_data").symlink_to(project / "elsewhere", target_is_directory=True)
    watcher = Watcher(lambda: sources_of(project))
    watcher.start()
    (project / "elsewhere/roles.yml").write_text("changed, and longer than before\n")
    assert noticed(watcher) is SourceChange.DATA
    watcher.stop()


def test_the_end_of_watching_ends_the_wait(watcher: Watcher) -> None:
    watcher.stop()
    assert noticed(watcher) is None


def test_while_the_system_reports_changes_nothing_is_polled(project: Path) -> None:
    watcher = Watcher(lambda: sources_of(project))
    watcher.start()
    watcher.stop()
    assert watcher.polling_because == ""


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EMFILE, "the system cannot watch files: Too many open files"),
        (errno.ENOSPC, "the system cannot watch files: No space left on device"),
    ],
)
def test_when_the_system_has_no_watches_left_files_are_polled(
    project: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    class Exhausted(watching.Observer):  # type: ignore[misc, valid-type]
        def start(self) -> None:
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(watching, "Observer", Exhausted)
    monkeypatch.setattr(watching, "POLLING_INTERVAL", 0.05)
    watcher = Watcher(lambda: sources_of(project))
    watcher.start()
    assert watcher.polling_because == reason
    (project / "mkdocs.yml").write_text("changed, and longer than before\n")
    assert noticed(watcher) is SourceChange.SITE
    watcher.stop()


def test_on_a_network_drive_files_are_polled(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "silent_file_system", lambda paths: f"{next(iter(paths)).name} is on nfs4")
    monkeypatch.setattr(watching, "POLLING_INTERVAL", 0.05)
    watcher = Watcher(lambda: sources_of(project))
    watcher.start()
    assert watcher.polling_because == "playbook_data is on nfs4"
    (project / "playbook_data/roles.yml").write_text("changed, and longer than before\n")
    assert noticed(watcher) is SourceChange.DATA
    watcher.stop()


class Deaf(watching.Observer):  # type: ignore[misc, valid-type]
    """Reports nothing, as where another machine saves the files."""

    def schedule(self, *_arguments: object, **_settings: object) -> None:
        """Watches no folder."""


def test_a_change_that_the_system_does_not_report_is_found_by_a_look_and_files_are_polled_from_then_on(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "Observer", Deaf)
    monkeypatch.setattr(watching, "GRACE", 0.05)
    monkeypatch.setattr(watching, "POLLING_INTERVAL", 0.05)
    watcher = Watcher(lambda: sources_of(project))
    watcher.start()
    assert watcher.polling_because == ""
    (project / "playbook_data/roles.yml").write_text("changed, and longer than before\n")
    watcher.look()
    assert noticed(watcher) is SourceChange.DATA
    assert watcher.polling_because == "the system did not report a change to roles.yml"
    (project / "docs/welcome.md").write_text("changed, and longer than before\n")
    assert noticed(watcher) is SourceChange.SITE
    watcher.stop()


@pytest.mark.parametrize("what", ["a record", "a record, replaced", "a folder of records moved away", "a page"])
def test_a_look_takes_no_change_for_unreported_that_the_system_reports(
    project: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setattr(watching, "GRACE", PATIENCE)
    watcher = Watcher(lambda: sources_of(project))
    watcher.start()
    make, expected = CHANGES[what]
    for _ in range(2):
        watcher.look()
    make(project)
    watcher.look()
    assert noticed(watcher) is expected
    watcher.look()
    watcher.stop()
    watcher._looking.join(PATIENCE)
    assert watcher.polling_because == ""


def test_data_that_go_with_the_folder_around_them_and_come_back_are_noticed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "GRACE", 0.05)
    monkeypatch.setattr(watching, "POLLING_INTERVAL", 0.05)
    for is_polling in (False, True):
        sources = Sources(project / "playbook_data", (), ())
        watcher = Watcher(lambda sources=sources: sources, is_polling=is_polling)  # type: ignore[misc]
        watcher.start()
        gone = project.rename(project.with_name("gone"))
        watcher.look()  # as a browser that reloads the page asks for
        assert noticed(watcher) is SourceChange.DATA
        gone.rename(project)
        assert noticed(watcher) is SourceChange.DATA
        (project / "playbook_data/roles.yml").write_text(f"changed, and longer than before: {is_polling}\n")
        assert noticed(watcher) is SourceChange.DATA
        watcher.stop()


def test_a_change_is_reported_when_its_file_is_or_a_folder_that_it_is_in(project: Path) -> None:
    tips = project / "playbook_data" / "tips"
    changed = {tips / "everyday.yml", project / "docs" / "welcome.md"}
    assert watching._without(changed, {tips}) == {project / "docs" / "welcome.md"}
    assert watching._without(changed, changed) == set()
    assert watching._without(changed, {tips / "everyday.yml.new"}) == changed
