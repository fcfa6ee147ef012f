"""The lock files agree with each other and with pyproject.toml, and name hashes but no addresses."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = {
    "requirements.lock": [],
    "requirements-test.lock": ["test"],
    "requirements-bench.lock": ["bench"],
    "requirements-supply.lock": ["supply"],
}
"""Each lock with the extras of pyproject.toml that it adds."""
PACKAGE = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)(?: ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:(?P<hash>[0-9a-f]{64})(?: \\)?")


def locked(lock: str) -> dict[str, set[str]]:
    """The hashes of each `name==version`; a name has several versions where systems differ.

    Fails on any line that is neither a package nor a hash.
    """
    hashes: set[str] = set()
    packages = {}
    for line in (ROOT / lock).read_text("ascii").splitlines():
        if package := PACKAGE.fullmatch(line):
            hashes = packages[f"{package['name']}=={package['version']}"] = set()
        else:
            digest = HASH.fullmatch(line)
            assert digest, f"neither a package nor a hash: {line}"
            hashes.add(digest["hash"])
    return packages


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_a_hash(lock: str) -> None:
    assert [name for name, hashes in locked(lock).items() if not hashes] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_is_named(lock: str) -> None:
    text = (ROOT / lock).read_text("ascii")
    assert re.findall(r"://| @ |--(?:extra-)?index|--find-links|www\.|#", text) == []


@pytest.mark.parametrize("lock", [lock for lock, extras in LOCKS.items() if extras])
def test_the_other_locks_contain_the_base_lock(lock: str) -> None:
    base = locked("requirements.lock")
    other = locked(lock)
    assert {name: other.get(name) for name in base} == base


@pytest.mark.parametrize(("lock", "extras"), LOCKS.items())
def test_what_pyproject_asks_for_is_locked_within_its_range(lock: str, extras: list[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    versions: dict[str, list[str]] = {}
    for package in locked(lock):
        name, version = package.split("==")
        versions.setdefault(canonicalize_name(name), []).append(version)
    for requirement in map(Requirement, asked):
        found = versions[canonicalize_name(requirement.name)]
        assert list(requirement.specifier.filter(found)) == found
