"""The Markdown files of `docs/`: pages of their own, and blocks shown on pages that are made from records.

docs/welcome.md                      a page at welcome/
docs/blocks/departments/finance.md   a block on the page at departments/finance/, below its heading
docs/plans/balcony.pdf               published as it is, if it is of a kind that is (docs_files.py)
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from playbook.problems import Place, Problem, nearest
from playbook.site.docs_files import LEFT_OUT, file_problem, link_problem, reserved_problem
from playbook.site.docs_names import alike, folded
from playbook.site.page_codes import SAME_NAME, TAKEN_ADDRESS, UNKNOWN_PAGE, UNREADABLE_PAGE
from playbook.urls import path_of_source
from playbook.wording import _

SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""The ends of names by which hosts know Markdown; the first is the usual one."""
BLOCKS = "blocks"
"""The folder in `docs/` that holds blocks."""


@dataclass(frozen=True)
class DocsFolder:
    """What is written by hand. Sources are paths below `docs/`, with forward slashes."""

    folder: str = "docs"
    """The name of the folder, as problems show it."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """By the path of the page, its source."""
    blocks: Mapping[str, str] = field(default_factory=dict)
    """By the path of the page that shows it, the source of a block."""
    refused: Mapping[str, Problem] = field(default_factory=dict)
    """By its source, what is wrong with a file that is not published: unreadable, of no kind that is, a link."""
    left_out: frozenset[str] = frozenset()
    """Sources of what systems keep in folders; it is neither published nor reported."""
    sources: tuple[str, ...] = ()
    """Every file in the folder."""
    doubled: tuple[tuple[str, str], ...] = ()
    """Each page that has the same address as an earlier one, with that other."""

    def problems(self, taken: Mapping[str, str], reserved: Mapping[str, str]) -> Iterator[Problem]:
        """Pages at an address that is not theirs, blocks for pages that do not exist, and files that are refused.

        `taken` has a title for the path of every page that is made from records, `reserved` one for those that other
        records would make.
        """
        yield from self.refused.values()
        yield from self._same_names()
        meant_by = {folded(path): path for path in (*reserved, *taken)}
        for path, source in self.pages.items():
            meant = meant_by.get(folded(path))
            if meant is not None:
                yield self._conflict(source, meant, {**reserved, **taken}[meant])
        for path, source in self.blocks.items():
            if path not in taken:
                yield self._lost_block(source, path, taken)

    def _same_names(self) -> Iterator[Problem]:
        for source, other in alike(self.sources):
            place, path = Place(f"{self.folder}/{source}"), f"{self.folder}/{other}"
            if source.endswith("/"):
                message = _("on Windows and Macs this folder is the same as %(path)s", path=path)
                yield SAME_NAME.at(place, message, _("move what is in it into the other"))
            else:
                message = _("on Windows and Macs this file is the same as %(path)s", path=path)
                yield SAME_NAME.at(place, message, _("delete one of the two, or rename it"))
        for source, other in self.doubled:
            place, path = Place(f"{self.folder}/{source}"), f"{self.folder}/{other}"
            message = _("this file and %(path)s become the same page, so readers would see only one of them", path=path)
            yield SAME_NAME.at(place, message, _("put both texts in one file, or rename one of the two"))

    def _conflict(self, source: str, path: str, title: str) -> Problem:
        block = f"{self.folder}/{BLOCKS}/{path or 'index'}.md"
        return TAKEN_ADDRESS.at(
            Place(f"{self.folder}/{source}"),
            _("the address of this page belongs to “%(title)s”, which is made from records", title=title),
            _("give the file another name; to add text to that page, move it to %(file)s", file=block),
        )

    def _lost_block(self, source: str, path: str, taken: Mapping[str, str]) -> Problem:
        place, near = Place(f"{self.folder}/{source}"), nearest(path, taken)
        if path in self.pages:
            own = f"{self.folder}/{self.pages[path]}"
            message = _("this block is for a page that is itself written by hand")
            return UNKNOWN_PAGE.at(place, message, _("add it to %(file)s", file=own))
        if near is None:
            file = f"{self.folder}/{BLOCKS}/roles.md"
            help_text = _("name the file after the address of its page: %(file)s is for `roles`", file=file)
        else:
            help_text = _("did you mean `%(name)s`?", name=near)
        return UNKNOWN_PAGE.at(
            place, _("this block is for a page that does not exist: `%(path)s`", path=path), help_text
        )


def is_kept_out(source: str) -> bool:
    """Whether hosts leave a file of `docs/` out of the site when no setting says anything about it."""
    return source.startswith("templates/") or any(part.startswith(".") for part in source.split("/"))


def read(
    docs: Path, named: Collection[str] | None = None, is_excluded: Callable[[str], object] = is_kept_out
) -> DocsFolder:
    """What is written by hand in the folder `docs`, and what else is there.

    `named` are the scripts and style sheets that the settings name, `is_excluded` says of a source whether they keep
    it out of the site. Without `named` no one has read the settings.
    """
    found = {path: path.relative_to(docs).as_posix() for path in _files(docs)}
    # Sorted, so that of `README.md` and `index.md` in one folder the second wins, as it does for MkDocs.
    files = sorted(path for path, source in found.items() if not is_excluded(source))
    pages: dict[str, str] = {}
    blocks: dict[str, str] = {}
    refused: dict[str, Problem] = {}
    doubled: list[tuple[str, str]] = []
    by_folded: dict[str, str] = {}
    for file in files:
        source = found[file]
        place = Place(f"{docs.name}/{source}")
        if _is_link(file):
            refused[source] = link_problem(docs, file)
            continue
        if file.suffix not in SUFFIXES:
            problem = None if file.name.casefold() in LEFT_OUT else file_problem(docs, file, named)
            refused.update({source: problem} if problem else {})
            continue
        path = path_of_source(source.removeprefix(f"{BLOCKS}/").removesuffix(file.suffix) + SUFFIXES[0])
        if not _is_utf_8(file):
            refused[source] = UNREADABLE_PAGE.at(place, _("this file is not saved as UTF-8"), _("save it as UTF-8"))
        elif path == "404":
            refused[source] = reserved_problem(docs, source)
        elif not source.startswith(f"{BLOCKS}/"):
            other = by_folded.setdefault(folded(path), source)
            if folded(other) != folded(source):
                doubled.append((source, other))
            pages[path] = source
        elif path in blocks:
            message = _(
                "the page `%(path)s` already has a block: %(file)s", path=path, file=f"{docs.name}/{blocks[path]}"
            )
            refused[source] = TAKEN_ADDRESS.at(place, message, _("put both texts in one file"))
        else:
            blocks[path] = source
    sources = tuple(found[file] for file in files)
    left_out = frozenset(
        source for source, file in zip(sources, files, strict=True) if file.name.casefold() in LEFT_OUT
    )
    return DocsFolder(docs.name, pages, blocks, refused, left_out, sources, tuple(doubled))


def _files(folder: Path) -> Iterator[Path]:
    """Every file and every link; links are not followed."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.is_dir() and not _is_link(path):
            yield from _files(path)
        else:
            yield path


def _is_link(path: Path) -> bool:
    """Whether a path is a link, or what Windows calls a junction."""
    is_junction = getattr(path, "is_junction", None)
    return path.is_symlink() or bool(is_junction and is_junction())


def _is_utf_8(file: Path) -> bool:
    try:
        file.read_text("utf-8")
    except (UnicodeDecodeError, OSError):
        return False
    return True
