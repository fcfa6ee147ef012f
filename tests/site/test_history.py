"""The history of the files says when each record last changed, exactly as `git blame` would."""

from __future__ import annotations

import datetime as dt
import random
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from playbook import git
from playbook.model import Home
from playbook.ref import Ref
from playbook.site.history import changes
from playbook.views.changes import Change
from tests.repository import Repository

TODAY = dt.date(2026, 9, 9)
FILE = "playbook_data/tips.yml"
HOMES = {Ref("tip", "smile"): Home(FILE, 1), Ref("tip", "walk"): Home(FILE, 3)}
SMILE, WALK = "smile:\n  why: it helps\n", "walk:\n  why: it helps\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "house")


def test_a_record_is_new_on_the_day_of_its_first_line_and_changed_when_another_line_is_younger(
    repository: Repository,
) -> None:
    repository.commit(SMILE, dt.date(2026, 7, 1))
    repository.commit(SMILE + WALK, dt.date(2026, 8, 1))
    repository.commit(SMILE.replace("helps", "shows") + WALK, dt.date(2026, 9, 1))
    assert changes(repository.data, HOMES, TODAY) == (
        Change("tip", "smile", dt.date(2026, 9, 1), "changed"),
        Change("tip", "walk", dt.date(2026, 8, 1), "new"),
    )


def test_lines_of_text_that_look_like_headers_are_text(repository: Repository) -> None:
    repository.commit(SMILE, dt.date(2026, 7, 1))
    repository.commit(SMILE + WALK + "++ b/elsewhere\n-- a/x\n@@ -1 +1 @@\nrename to x\n", dt.date(2026, 8, 1))
    assert [(change.id, change.day.month) for change in changes(repository.data, HOMES, TODAY)] == [
        ("walk", 8),
        ("smile", 7),
    ]


def test_a_missing_end_of_line_does_not_move_anything(repository: Repository) -> None:
    repository.commit(SMILE.rstrip(), dt.date(2026, 7, 1))
    repository.commit(SMILE + WALK.rstrip(), dt.date(2026, 8, 1))
    repository.commit(SMILE + WALK.replace("helps", "shows").rstrip(), dt.date(2026, 9, 1))
    assert [(change.id, change.day.month) for change in changes(repository.data, HOMES, TODAY)] == [
        ("walk", 9),
        ("smile", 7),
    ]


def test_a_file_that_moved_keeps_its_past(repository: Repository) -> None:
    repository.commit(SMILE + WALK, dt.date(2026, 7, 1), "old.yml")
    (repository.data / "old.yml").unlink()
    repository.commit(SMILE + WALK, dt.date(2026, 8, 1))
    assert {change.day.month for change in changes(repository.data, HOMES, TODAY)} == {7}


def test_what_came_by_a_branch_counts_as_of_its_merge(repository: Repository) -> None:
    repository.commit(SMILE, dt.date(2026, 6, 1))
    repository.git("switch", "--quiet", "--create", "branch")
    repository.commit(SMILE + WALK, dt.date(2026, 7, 1))
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "branch", "--message=merge", day=dt.date(2026, 8, 1))
    assert [(change.id, change.day.month) for change in changes(repository.data, HOMES, TODAY)] == [
        ("walk", 8),
        ("smile", 6),
    ]


def test_what_is_older_than_a_year_has_no_date(repository: Repository) -> None:
    repository.commit(SMILE + WALK, dt.date(2024, 7, 1))
    repository.commit(SMILE.replace("helps", "shows") + WALK, dt.date(2026, 8, 1))
    assert changes(repository.data, HOMES, TODAY) == (Change("tip", "smile", dt.date(2026, 8, 1), "changed"),)


def test_what_is_not_committed_yet_counts_as_of_today(repository: Repository) -> None:
    repository.commit(SMILE + WALK, dt.date(2026, 7, 1))
    (repository.data / "tips.yml").write_text(SMILE + "  say: hello\n" + WALK)
    homes = {Ref("tip", "smile"): Home(FILE, 1), Ref("tip", "walk"): Home(FILE, 4)}
    assert [(change.id, change.day) for change in changes(repository.data, homes, TODAY)] == [
        ("smile", TODAY),
        ("walk", dt.date(2026, 7, 1)),
    ]


@pytest.mark.parametrize(
    "setting",
    [
        ("diff.interHunkContext", "20"),
        ("diff.algorithm", "patience"),
        ("diff.external", "false"),
        ("diff.mnemonicPrefix", "true"),
        ("diff.noprefix", "true"),
        ("diff.renames", "false"),
        ("diff.context", "9"),
        ("diff.relative", "false"),
        ("diff.orderFile", "nowhere"),
        ("i18n.logOutputEncoding", "utf-16"),
        ("color.diff", "always"),
        ("core.quotePath", "true"),
        ("core.attributesFile", "attributes"),
        ("log.showRoot", "false"),
        ("log.showSignature", "true"),
        ("log.follow", "true"),
        ("log.diffMerges", "combined"),
        ("log.date", "relative"),
        ("format.pretty", "oneline"),
    ],
)
def test_no_configuration_of_git_changes_the_history(repository: Repository, setting: tuple[str, str]) -> None:
    repository.commit(SMILE + WALK.replace("helps", "shows"), dt.date(2026, 6, 1), "old é.yml")
    (repository.data / "old é.yml").unlink()
    repository.commit(SMILE + WALK, dt.date(2026, 7, 1))
    repository.commit(SMILE.replace("why", "say") + WALK.replace("why", "say"), dt.date(2026, 8, 1))
    (repository.folder / "attributes").write_text("*.yml -diff\n")
    before = changes(repository.data, HOMES, TODAY)
    assert len(before) == 2
    repository.git("config", *setting)
    assert changes(repository.data, HOMES, TODAY) == before


def test_a_variable_that_git_sets_for_hooks_leads_nowhere_else(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit(SMILE, dt.date(2026, 7, 1))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    assert [change.id for change in changes(repository.data, HOMES, TODAY)] == ["smile"]


@pytest.mark.parametrize(
    "layout",
    [lambda text: text.replace("\n", "\r\n"), lambda text: text.replace("  why", "    why"), str.rstrip],
    ids=["line ends", "indentation", "no line end after the last line"],
)
def test_a_commit_that_changes_only_the_layout_changes_no_record(
    repository: Repository, layout: Callable[[str], str]
) -> None:
    repository.commit(SMILE + WALK, dt.date(2026, 7, 1))
    (repository.data / "tips.yml").write_bytes(layout(SMILE + WALK).encode())
    assert {change.day.month for change in changes(repository.data, HOMES, TODAY)} == {7}
    repository.git("commit", "--quiet", "--all", "--message=layout", day=dt.date(2026, 8, 1))
    assert {change.day.month for change in changes(repository.data, HOMES, TODAY)} == {7}


def test_a_data_folder_may_be_a_repository_of_its_own(repository: Repository, tmp_path: Path) -> None:
    repository.commit(SMILE, dt.date(2026, 7, 1))
    repository.git("filter-branch", "--subdirectory-filter", "playbook_data", "--", "--all")
    house = tmp_path / "another house"
    (house / "playbook_data").parent.mkdir()
    repository.folder.rename(house / "playbook_data")
    assert [change.day.month for change in changes(house / "playbook_data", HOMES, TODAY)] == [7]


@pytest.mark.parametrize("setting", [("diff.algorithm", "bogus"), ("core.bare", "true"), ("core.worktree", "/")])
def test_a_setting_that_stops_git_is_told_and_leaves_nothing_in_the_cache(
    repository: Repository, tmp_path: Path, setting: tuple[str, str]
) -> None:
    repository.commit(SMILE, dt.date(2026, 7, 1))
    before = changes(repository.data, HOMES, TODAY)
    repository.git("config", *setting)
    if changes(repository.data, HOMES, TODAY, tmp_path / "cache") == ():
        assert "no page can say what has changed" in str(git.trouble(repository.data))
    repository.git("config", "--unset", setting[0])
    assert changes(repository.data, HOMES, TODAY, tmp_path / "cache") == before


def test_whoever_builds_is_told_why_there_is_no_history(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit(SMILE, dt.date(2026, 7, 1))
    repository.commit(SMILE + WALK, dt.date(2026, 8, 1))
    assert git.trouble(repository.data) is None
    assert git.trouble(tmp_path) is None
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(shallow)], check=True)
    assert "run: git fetch --unshallow" in str(git.trouble(shallow / "playbook_data"))
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setattr(git, "_OURS", {"GIT_TEST_ASSUME_DIFFERENT_OWNER"})
    assert "git config --global --add safe.directory" in str(git.trouble(repository.data))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git is not installed" in str(git.trouble(repository.data))


def test_without_a_repository_there_is_no_history(tmp_path: Path) -> None:
    (tmp_path / "playbook_data").mkdir()
    assert changes(tmp_path / "playbook_data", HOMES, TODAY) == ()


def test_a_shallow_copy_has_no_history_rather_than_a_wrong_one(repository: Repository, tmp_path: Path) -> None:
    repository.commit(SMILE, dt.date(2026, 7, 1))
    repository.commit(SMILE + WALK, dt.date(2026, 8, 1))
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(shallow)], check=True)
    assert changes(shallow / "playbook_data", HOMES, TODAY) == ()


def test_a_cached_history_is_used_for_the_same_commit_and_not_for_the_next(
    repository: Repository, tmp_path: Path
) -> None:
    repository.commit(SMILE, dt.date(2026, 7, 1))
    first = changes(repository.data, HOMES, TODAY, tmp_path / "cache")
    assert changes(repository.data, HOMES, TODAY, tmp_path / "cache") == first
    repository.commit(SMILE + WALK, dt.date(2026, 8, 1))
    assert [change.id for change in changes(repository.data, HOMES, TODAY, tmp_path / "cache")] == ["walk", "smile"]


def test_a_cache_that_cannot_be_read_is_ignored(repository: Repository, tmp_path: Path) -> None:
    repository.commit(SMILE, dt.date(2026, 7, 1))
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "history.json").write_text("[")
    assert [change.id for change in changes(repository.data, HOMES, TODAY, tmp_path / "cache")] == ["smile"]


@pytest.mark.parametrize("seed", range(4))
def test_random_edits_are_dated_as_git_blame_dates_them(repository: Repository, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    lines: list[str] = []
    for day in range(25):
        for _ in range(chance.randrange(1, 4)):
            place = chance.randrange(len(lines) + 1)
            lines[place : place + chance.randrange(3)] = [
                f"line-{day}-{chance.random()}" for _ in range(chance.randrange(4))
            ]
        repository.commit("".join(f"{line}\n" for line in lines), dt.date(2026, 7, 1) + dt.timedelta(day))
    homes = {Ref("tip", f"t{number}"): Home(FILE, number) for number in range(1, len(lines) + 1)}
    blamed = repository.git("blame", "--line-porcelain", "HEAD", "--", FILE).splitlines()
    stamps = [int(line.split()[1]) for line in blamed if line.startswith("committer-time ")]
    expected = {f"t{number}": dt.datetime.fromtimestamp(stamp, dt.UTC).date() for number, stamp in enumerate(stamps, 1)}
    assert {change.id: change.day for change in changes(repository.data, homes, TODAY)} == expected
