"""The Markdown files of `docs/`: pages of their own, and blocks shown on pages that are made from records.

docs/welcome.md                      a page at welcome/
docs/blocks/departments/finance.md   a block on the page at departments/finance/, below its heading
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from playbook.problems import Place, Problem, nearest
from playbook.site.page_codes import TAKEN_ADDRESS, UNKNOWN_PAGE
from playbook.urls import path_of_source

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

    def problems(self, taken: Mapping[str, str], reserved: Mapping[str, str]) -> Iterator[Problem]:
        """Pages at an address that is not theirs, and blocks for pages that do not exist.

        `taken` has a title for the path of every page that is made from records, `reserved` one for those that other
        records would make.
        """
        folded = {path.casefold(): path for path in (*reserved, *taken)}
        for path, source in self.pages.items():
            meant = folded.get(path.casefold())
            if meant is not None:
                yield self._conflict(source, meant, {**reserved, **taken}[meant])
        for path, source in self.blocks.items():
            if path not in taken:
                yield self._lost_block(source, path, taken)

    def _conflict(self, source: str, path: str, title: str) -> Problem:
        block = f"{self.folder}/{BLOCKS}/{path or 'index'}.md"
        return TAKEN_ADDRESS.at(
            Place(f"{self.folder}/{source}"),
            f"the address of this page belongs to “{title}”, which is made from records",
            f"give the file another name; to add text to that page, move it to {block}",
        )

    def _lost_block(self, source: str, path: str, taken: Mapping[str, str]) -> Problem:
        near = nearest(path, taken)
        return UNKNOWN_PAGE.at(
            Place(f"{self.folder}/{source}"),
            f"this block is for a page that does not exist: `{path}`",
            f"a page with a similar address exists: `{near}`" if near else "name the file as the page's address ends",
        )


def read(docs: Path) -> DocsFolder:
    """What is written by hand in the folder `docs`."""
    # Sorted, so that of `README.md` and `index.md` in one folder the second wins, as it does for MkDocs.
    sources = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    blocks = [source for source in sources if source.startswith(f"{BLOCKS}/")]
    return DocsFolder(
        docs.name,
        {path_of_source(source): source for source in sources if source not in blocks},
        {path_of_source(source.removeprefix(f"{BLOCKS}/")): source for source in blocks},
    )
