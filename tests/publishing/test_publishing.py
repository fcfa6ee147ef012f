"""A build is made beside the published one and replaces it at the end; nothing foreign is replaced or deleted."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from playbook.publishing import build_folders, manifest, renaming
from playbook.publishing.staging import PublishingError, begin, discard, publish, rollback
from tests.publishing.synthetic_site import build, fill, leftovers, which_build


@pytest.fixture(params=["one step", "two renames"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where to publish; every test runs with both ways of swapping two folders."""
    if request.param == "two renames":
        monkeypatch.setattr(renaming, "exchange", lambda _one, _other: False)
    return tmp_path / "our théâtre" / "site"


def test_a_first_build_makes_the_folders_it_needs(site: Path) -> None:
    build(site, 1)
    assert which_build(site) == 1


def test_nothing_is_published_before_the_end(site: Path) -> None:
    build(site, 1)
    staging = begin(site)
    fill(staging.folder, 2)
    assert which_build(site) == 1
    publish(staging)
    assert which_build(site) == 2
    assert leftovers(site) == []


def test_the_new_build_starts_empty_on_the_same_disk(site: Path) -> None:
    staging = begin(site)
    assert list(staging.folder.iterdir()) == []
    assert staging.folder.stat().st_dev == site.parent.stat().st_dev
    discard(staging)


def test_a_discarded_build_leaves_the_site_as_it_was(site: Path) -> None:
    build(site, 1)
    staging = begin(site)
    fill(staging.folder, 2)
    discard(staging)
    discard(staging)
    assert which_build(site) == 1
    assert leftovers(site) == []


def test_discarding_after_publishing_changes_nothing(site: Path) -> None:
    build(site, 1)
    staging = begin(site)
    fill(staging.folder, 2)
    publish(staging)
    discard(staging)
    assert which_build(site) == 2
    assert which_build(build_folders.previous_build(site)) == 1


def test_rollback_and_rollback_again(site: Path) -> None:
    build(site, 1)
    build(site, 2)
    build(site, 3)
    rollback(site)
    assert which_build(site) == 2
    rollback(site)
    assert which_build(site) == 3


def test_rollback_brings_back_a_published_folder_that_someone_deleted(site: Path) -> None:
    build(site, 1)
    build(site, 2)
    manifest.remove(site)
    rollback(site)
    assert which_build(site) == 1


def test_rollback_without_a_previous_build_is_refused(site: Path) -> None:
    build(site, 1)
    with pytest.raises(PublishingError, match="there is no previous build of `site`"):
        rollback(site)
    assert which_build(site) == 1


def test_rollback_to_a_damaged_build_is_refused(site: Path) -> None:
    build(site, 1)
    build(site, 2)
    (build_folders.previous_build(site) / "index.html").unlink()
    with pytest.raises(
        PublishingError, match=r"files of the previous build of `site` are missing or damaged: `index\.html`"
    ):
        rollback(site)
    assert which_build(site) == 2


def test_rollback_does_not_publish_a_file_that_no_build_made(site: Path) -> None:
    build(site, 1)
    build(site, 2)
    (build_folders.previous_build(site) / "extra.txt").write_text("mine")
    with pytest.raises(PublishingError, match=r"contains files that no build put there: `extra\.txt`"):
        rollback(site)
    assert which_build(site) == 2


def test_an_empty_folder_is_adopted(site: Path) -> None:
    site.mkdir(parents=True)
    (site / ".DS_Store").write_text("left by a file browser")
    build(site, 1)
    assert which_build(site) == 1
    assert not build_folders.previous_build(site).exists()


def test_a_published_folder_that_was_emptied_does_not_cost_the_previous_build(site: Path) -> None:
    build(site, 1)
    build(site, 2)
    manifest.remove(site)
    site.mkdir()
    build(site, 3)
    rollback(site)
    assert which_build(site) == 1


def test_a_folder_with_foreign_files_is_refused_before_the_build(site: Path) -> None:
    site.mkdir(parents=True)
    for name in ("thesis.odt", "b.txt", "c.txt", "d.txt"):
        (site / name).write_text("mine")
    with pytest.raises(PublishingError) as refusal:
        begin(site)
    assert str(refusal.value) == (
        "`site` contains files that no build of this project put there: `b.txt`, `c.txt`, `d.txt` and 1 more\n"
        "  = help: move them away, or set `site_dir` to an empty folder"
    )
    assert (site / "thesis.odt").read_text() == "mine"
    assert leftovers(site) == []


def test_a_foreign_file_that_arrives_during_the_build_stops_it(site: Path) -> None:
    build(site, 1)
    staging = begin(site)
    fill(staging.folder, 2)
    (site / "tips").mkdir(exist_ok=True)
    (site / "tips" / "mine.txt").write_text("mine")
    with pytest.raises(PublishingError, match=r"`tips/mine\.txt`"):
        publish(staging)
    assert (site / "tips" / "mine.txt").read_text() == "mine"
    (site / "tips" / "mine.txt").unlink()
    build(site, 2)
    assert which_build(site) == 2


def test_a_foreign_empty_folder_counts(site: Path) -> None:
    build(site, 1)
    (site / "uploads").mkdir()
    with pytest.raises(PublishingError, match="`uploads`"):
        begin(site)


def test_a_foreign_file_in_a_kept_build_is_never_deleted(site: Path) -> None:
    build(site, 1)
    build(site, 2)
    (build_folders.previous_build(site) / "mine.txt").write_text("mine")
    build(site, 3)
    build(site, 4)
    assert [path.read_text() for path in build_folders.beside(site).rglob("mine.txt")] == ["mine"]
    assert not list(build_folders.beside(site).glob("trash-*/*.html"))


def test_a_file_in_the_place_of_the_folder_is_refused(site: Path) -> None:
    site.parent.mkdir(parents=True)
    site.write_text("mine")
    with pytest.raises(PublishingError, match="`site` is a file"):
        begin(site)
    assert site.read_text() == "mine"


def test_a_mounted_folder_is_refused_with_what_to_do(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == site)
    with pytest.raises(PublishingError) as refusal:
        begin(site)
    assert refusal.value.help == "set `site_dir` to a folder inside it"


def test_an_empty_build_is_never_published(site: Path) -> None:
    build(site, 1)
    with pytest.raises(PublishingError, match="the new build of `site` is empty"):
        publish(begin(site))
    assert which_build(site) == 1
    build(site, 2)


def test_two_builds_at_once_are_refused(site: Path) -> None:
    staging = begin(site)
    with pytest.raises(PublishingError) as refusal:
        begin(site)
    assert str(refusal.value) == (
        f"another build of `site` is running (process {os.getpid()})\n"
        "  = help: wait until it has finished, then build again"
    )
    with pytest.raises(PublishingError, match="another build"):
        rollback(site)
    fill(staging.folder, 1)
    publish(staging)
    assert which_build(site) == 1


def test_two_sites_side_by_side_do_not_disturb_each_other(site: Path) -> None:
    staging = begin(site)
    build(site.with_name("offline"), 7)
    fill(staging.folder, 1)
    publish(staging)
    assert (which_build(site), which_build(site.with_name("offline"))) == (1, 7)


def test_a_link_to_the_published_folder_stays(site: Path) -> None:
    real = site.with_name("real")
    real.mkdir(parents=True)
    site.symlink_to(real, target_is_directory=True)
    build(site, 1)
    build(site, 2)
    assert site.is_symlink()
    assert which_build(real) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_permissions_of_the_published_folder_are_kept(site: Path) -> None:
    site.mkdir(parents=True)
    site.chmod(0o2775)
    build(site, 1)
    assert site.stat().st_mode & 0o7777 == 0o2775


def test_a_link_inside_a_build_is_deleted_but_not_what_it_leads_to(site: Path) -> None:
    outside = site.with_name("outside")
    outside.mkdir(parents=True)
    (outside / "mine.txt").write_text("mine")
    for number in (1, 2, 3, 4):
        staging = begin(site)
        fill(staging.folder, number)
        if number == 1:
            (staging.folder / "link").symlink_to(outside, target_is_directory=True)
        publish(staging)
    assert (outside / "mine.txt").read_text() == "mine"
    assert leftovers(site) == []
