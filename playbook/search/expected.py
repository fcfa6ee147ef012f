"""What people type and what they must find: runs a playbook's search tests and says what would mend a failing one."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checking.search_codes import FAILING_SEARCH
from playbook.model import Playbook
from playbook.model.editorial import SearchTest
from playbook.problems import Problem, nearest, one_line
from playbook.ref import Ref
from playbook.search.index import Index, build_index
from playbook.search.ranking import Result, search
from playbook.search.shared_aliases import Locate, shared_alias


def failing_searches(playbook: Playbook, locate: Locate, index: Index | None = None) -> Iterator[Problem]:
    """Searches that do not find what they must, and aliases that lead to two records. Errors first, then advice."""
    if index is None and playbook.search_tests:
        index = build_index(playbook)
    if index is not None:
        known = {entry.key for entry in index.entries}
        for test in playbook.search_tests.values():
            yield from _failing_search(playbook, index, known, test, locate)
    yield from shared_alias(playbook, locate)


def _failing_search(
    playbook: Playbook, index: Index, known: set[str], test: SearchTest, locate: Locate
) -> Iterator[Problem]:
    found = search(index, test.query, test.top)
    if any(result.id in test.expect for result in found):
        return
    wanted = " or ".join(f"`{reference}`" for reference in test.expect)
    place = "first" if test.top == 1 else f"among the first {test.top}"
    about = Ref("search_test", test.id)
    yield FAILING_SEARCH.at(
        locate(about, ("query",)),
        f"searching for “{one_line(test.query)}” does not find {wanted} {place}",
        f"{_found_instead(found)}; {_mend(playbook, known, test)}",
        about,
    )


def _found_instead(found: list[Result]) -> str:
    if not found:
        return "it finds nothing"
    return "it finds " + ", ".join(f"`{result.id}`" for result in found[:3])


def _mend(playbook: Playbook, known: set[str], test: SearchTest) -> str:
    target = next((reference for reference in test.expect if reference in known), None)
    if target is None:
        near = nearest(test.expect[0], known)
        return f"`{test.expect[0]}` cannot be found by any search" + (f"; `{near}` can" if near else "")
    home = playbook.homes.get(Ref.parse(target))
    where = f" in {home.file}, line {home.line}" if home else ""
    return f"add “{one_line(test.query)}” to the aliases of `{target}`{where}"
