"""What is wrong with hand-written pages as texts, before anything in them is run: the same for a check and for hosts.

Looked at are how a file is saved, its first lines (the front matter), and calls of macros that will not be run.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from playbook.page_macros.written_page import HandWrittenPage
from playbook.problems import Problem
from playbook.reading.data_files import DataFile
from playbook.reading.decoding import decode
from playbook.reading.front_matter import front_matter_fault
from playbook.site import page_codes
from playbook.site.build import Build
from playbook.site.docs_folder import DocsFolder
from playbook.wording import N_, _

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*\n\n*", re.DOTALL)
_YES = ("true", "yes", "on")
_RENDER_MACROS = re.compile(r"^render_macros:[ \t]*[\"']?(\w+)[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)
_ASK = N_("write three lines at the very top: `---`, `render_macros: true` and `---`")
_ASK_IN_FRONT = N_("add the line `render_macros: true` between the lines of dashes at the top of the page")


@dataclass(frozen=True)
class PageText:
    """One hand-written page or block."""

    file: str
    """The path as a pull request shows it."""
    text: str
    """The whole file, with ordinary line endings."""
    is_block: bool = False

    @property
    def page(self) -> HandWrittenPage:
        """What is below the front matter."""
        front = _FRONT_MATTER.match(self.text)
        begin = front.end() if front else 0
        return HandWrittenPage(self.file, self.text[begin:], self.text.count("\n", 0, begin) + 1)

    @property
    def render_macros(self) -> bool | None:
        """Whether it says that its macros are run, or that they are not; None when it says nothing."""
        front = _FRONT_MATTER.match(self.text)
        asked = _RENDER_MACROS.search(front[1] or "") if front else None
        return asked[1].lower() in _YES if asked else None

    @property
    def is_run(self) -> bool:
        """Whether its macros are run: a page has to ask for that, a block to refuse it."""
        return self.is_block if self.render_macros is None else self.render_macros

    def problems(self, macros: Collection[str]) -> Iterator[Problem]:
        """Front matter that cannot be read, and calls of these macros that readers would see as they are typed."""
        fault = front_matter_fault(self.file, self.text)
        if fault:
            yield page_codes.INVALID_FRONT_MATTER.at(fault.place, fault.message, fault.help)
        elif not self.is_block and self.render_macros is None:
            yield from self._not_run(macros)

    def _not_run(self, macros: Collection[str]) -> Iterator[Problem]:
        page = self.page
        help_text = _(_ASK if page.first_line == 1 else _ASK_IN_FRONT)
        for name, span in page.shown_calls(macros):
            message = _(
                "readers would see this call of `%(name)s` as typed: the page does not ask for macros", name=name
            )
            yield page_codes.MACRO_NOT_RUN.at(page.place_in_call(span, name, None), message, help_text)


def page_texts(written: DocsFolder, docs: Path) -> Iterator[PageText]:
    """Every hand-written page and block of `docs` that can be read."""
    for sources, is_block in ((written.pages, False), (written.blocks, True)):
        for source in sources.values():
            text = (docs / source).read_text("utf-8-sig", errors="replace")
            yield PageText(f"{docs.name}/{source}", text, is_block)


def text_problems(build: Build, docs: Path, macros: Collection[str]) -> Iterator[Problem]:
    """What is wrong with the files of `docs` as far as it shows without running any; `macros` are the names of ours."""
    for problem in build.hand_written.problems(build.titles, build.reserved):
        yield _encoding_fault(docs, problem) if problem.code == page_codes.UNREADABLE_PAGE.word else problem
    for text in page_texts(build.hand_written, docs):
        yield from text.problems(macros)


def _encoding_fault(docs: Path, problem: Problem) -> Problem:
    """The problem of a page in another encoding, in the words that a data file would get."""
    file = docs.parent / problem.place.file
    faults = decode(DataFile(problem.place.file, "", file.read_bytes())).problems if file.is_file() else ()
    return next((page_codes.UNREADABLE_PAGE.at(fault.place, fault.message, fault.help) for fault in faults), problem)
