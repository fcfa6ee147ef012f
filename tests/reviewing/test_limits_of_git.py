"""Where the history in git ends, is missing or cannot be read, nothing wrong is said of a review."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import pytest

from playbook import git
from playbook.reviewing import past_texts
from tests.repository import Repository
from tests.reviewing.houses import reworded, standard

FEBRUARY, MARCH, APRIL = (dt.date(2026, month, 1) for month in (2, 3, 4))
FILE = "standards.yml"


def test_what_cannot_be_read_any_more_is_not_compared(repository: Repository) -> None:
    repository.commit(standard("'Smile"), FEBRUARY, FILE)
    repository.commit(standard("Grin."), MARCH, FILE)
    repository.commit(standard("Wave."), APRIL, FILE)
    assert reworded(repository.data) == {"greeting": "2026-04-01"}


def test_a_shallow_clone_claims_nothing(repository: Repository, tmp_path: Path) -> None:
    repository.commit(standard(), FEBRUARY, FILE)
    repository.commit(standard("Grin."), MARCH, FILE)
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(shallow)], check=True)
    assert reworded(shallow / "playbook_data") is None


def test_a_folder_that_git_has_yet_to_be_told_of_claims_nothing_and_one_that_it_ignores_has_a_ledger(
    repository: Repository, tmp_path: Path
) -> None:
    repository.git("rm", "-r", "--quiet", "--cached", "playbook_data")
    repository.git("commit", "--quiet", "--message=not ours any more")
    assert reworded(repository.data) is None
    (repository.folder / ".gitignore").write_text("/playbook_data/\n")
    assert reworded(repository.data) == {}


def test_a_data_folder_may_be_a_repository_itself(repository: Repository, tmp_path: Path) -> None:
    repository.commit(standard(), FEBRUARY, FILE)
    repository.commit(standard("Grin."), MARCH, FILE)
    repository.git("filter-branch", "--subdirectory-filter", "playbook_data", "--", "--all")
    assert reworded(repository.folder) == {"greeting": "2026-03-01"}


def test_the_history_is_read_once_for_each_commit(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit(standard(), FEBRUARY, FILE)
    repository.commit(standard("Grin."), MARCH, FILE)
    first = reworded(repository.data, tmp_path / "cache")
    asked: list[str] = []
    lines = git.lines
    monkeypatch.setattr(git, "lines", lambda folder, *words: asked.append(words[0]) or lines(folder, *words))
    assert reworded(repository.data, tmp_path / "cache") == first
    assert "log" not in asked
    repository.commit(standard("Grin.", "2026-04-01"), APRIL, FILE)
    assert reworded(repository.data, tmp_path / "cache") == {}
    assert "log" in asked


@pytest.mark.parametrize("text", ["[", "{}", '{"key": 1, "texts": 2}'])
def test_a_cache_that_cannot_be_read_is_ignored(repository: Repository, tmp_path: Path, text: str) -> None:
    repository.commit(standard(), FEBRUARY, FILE)
    repository.commit(standard("Grin."), MARCH, FILE)
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "reviewed.json").write_text(text)
    assert reworded(repository.data, tmp_path / "cache") == {"greeting": "2026-03-01"}


def test_what_is_older_than_what_is_read_is_compared_with_the_oldest_text_that_is(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit(standard(), FEBRUARY, FILE)
    repository.commit(standard("Grin."), MARCH, FILE)
    repository.commit(standard("Wave."), APRIL, FILE)
    monkeypatch.setattr(past_texts, "MAX_COMMITS", 1)
    assert reworded(repository.data) == {"greeting": "2026-04-01"}
