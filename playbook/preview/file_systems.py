"""Decides from the file system of a folder whether the system reports changes in it.

A network drive or a folder shared with a container or a virtual machine is often changed by another machine, and the
kernel of this one is not notified. Nothing is written to find out: the type of the file system says it.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from playbook.wording import _

_NETWORK_DRIVES = "nfs nfs4 cifs smb2 smb3 smbfs afs afpfs ncpfs webdav davfs ceph glusterfs lustre gpfs network"
_SHARED_FOLDERS = "9p virtiofs vboxsf vmhgfs prl_fs drvfs osxfs grpcfuse fakeowner fuse macfuse osxfuse"
SILENT = frozenset(f"{_NETWORK_DRIVES} {_SHARED_FOLDERS}".split())
"""Types of file systems that other machines change: network drives, and folders shared with virtual machines and
containers. Every type that begins with `fuse.` counts as well."""
_DRIVE_REMOTE = 4
"""What `GetDriveTypeW` of Windows says of a network drive."""
_MOUNT_OF_MACOS = re.compile(r"^.+? on (?P<folder>.+) \((?P<type>[^,)]+)")
_ESCAPE = re.compile(r"\\([0-7]{3})")
Mount = tuple[Path, str]
"""A folder where a file system is mounted, and the type of the file system."""


def silent_file_system(paths: Iterable[Path]) -> str:
    """Says which of these paths is on a file system that reports no changes, and its type; empty when none is."""
    mounts = list(_mounts())
    for path in paths:
        kind = file_system_of(path, mounts)
        if kind in SILENT or kind.startswith("fuse."):
            return _("%(folder)s is on %(kind)s", folder=path.name or path, kind=kind)
    return ""


def file_system_of(path: Path, mounts: Iterable[Mount]) -> str:
    """The type of the file system that a path is on, such as `ext4` or `nfs4`; empty when it is not known."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - of use on Windows only

        return "network" if ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _DRIVE_REMOTE else ""
    depth, kind = -1, ""
    for folder, mounted in mounts:
        if path.is_relative_to(folder) and len(folder.parts) >= depth:  # of two at one folder the later one is seen
            depth, kind = len(folder.parts), mounted
    return kind


def _mounts() -> Iterable[Mount]:
    with suppress(OSError):
        if sys.platform == "linux":
            return linux_mounts(Path("/proc/self/mounts").read_text("utf-8", "surrogateescape"))
        if sys.platform == "darwin":
            return macos_mounts(subprocess.run(["mount"], check=False, capture_output=True, text=True).stdout)
    return ()


def linux_mounts(table: str) -> Iterable[Mount]:
    """The mounts in a table such as `/proc/self/mounts`, where odd characters are written as `\\040`."""
    for line in table.splitlines():
        _device, folder, kind, *_ = line.split(" ")
        yield Path(_ESCAPE.sub(lambda code: chr(int(code[1], 8)), folder)), kind


def macos_mounts(table: str) -> Iterable[Mount]:
    """The mounts as the command `mount` of macOS prints them: `//us@server/share on /Volumes/share (smbfs, nodev)`."""
    for line in table.splitlines():
        if found := _MOUNT_OF_MACOS.match(line):
            yield Path(found["folder"]), found["type"]
