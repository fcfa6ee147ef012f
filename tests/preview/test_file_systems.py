"""The type of a file system tells whether changes in a folder are reported; nothing is written to find out."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.preview import file_systems
from playbook.preview.file_systems import file_system_of, linux_mounts, macos_mounts, silent_file_system

LINUX = r"""/dev/vda / ext4 rw,relatime 0 0
server:/share /srv/our\040share nfs4 rw,vers=4.2 0 0
drvfs /mnt/c 9p rw,aname=drvfs 0 0
overlay /srv/container overlay rw 0 0
/host_mark /srv/container/data fuse.grpcfuse rw 0 0
server:/share /srv/twice nfs4 rw 0 0
tmpfs /srv/twice tmpfs rw 0 0
"""
MACOS = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//us@server/share on /Volumes/our share (smbfs, nodev, nosuid, mounted by us)
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/playbook", "ext4"),
        ("/srv/our share/playbook_data", "nfs4"),
        ("/srv/our share", "nfs4"),
        ("/srv/our shares", "ext4"),
        ("/mnt/c/playbook", "9p"),
        ("/srv/container/docs", "overlay"),
        ("/srv/container/data/tips", "fuse.grpcfuse"),
        ("/srv/twice", "tmpfs"),
    ],
)
def test_a_folder_has_the_file_system_that_is_mounted_deepest_and_last(path: str, kind: str) -> None:
    assert file_system_of(Path(path), list(linux_mounts(LINUX))) == kind


def test_the_mounts_of_macos_are_understood() -> None:
    mounts = list(macos_mounts(MACOS))
    assert file_system_of(Path("/Volumes/our share/playbook"), mounts) == "smbfs"
    assert file_system_of(Path("/Library/us"), mounts) == "apfs"


def test_a_file_system_that_is_not_known_has_no_type() -> None:
    assert file_system_of(Path("/srv"), []) == ""


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "vboxsf", "drvfs", "fuse.sshfs", "virtiofs"]
)
def test_network_drives_and_shared_folders_are_silent(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_systems, "_mounts", lambda: [(Path("/"), "ext4"), (Path("/srv"), kind)])
    assert silent_file_system([Path("/opt/docs"), Path("/srv/playbook_data")]) == f"playbook_data is on {kind}"


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "xfs", "zfs", "overlay", "tmpfs", "apfs", "fuseblk", ""])
def test_disks_of_this_machine_report_changes(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_systems, "_mounts", lambda: [(Path("/"), kind)])
    assert silent_file_system([Path("/srv/playbook_data")]) == ""


def test_the_mounts_of_this_machine_can_be_read(tmp_path: Path) -> None:
    assert isinstance(silent_file_system([tmp_path]), str)
