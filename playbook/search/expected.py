"""What people type and what they must find: runs a playbook's search tests and says what fixes a failing one.

A test counts when it is in the playbook's language and everything that it expects is published. Others never stop a
build: an editor who takes back a tip, or a house that translates the playbook, has made no mistake.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from playbook.checking.search_codes import FAILING_EMERGENCY, FAILING_SEARCH, OTHER_LANGUAGE, UNPUBLISHED_ANSWER
from playbook.model import Playbook
from playbook.model.editorial import SearchTest
from playbook.problems import Problem, nearest, one_line
from playbook.ref import PAGE, Ref
from playbook.search.idle_signs import sign_without_meaning
from playbook.search.inverted_index import Index, build_index
from playbook.search.ranking import Result, search
from playbook.search.shared_aliases import Locate, shared_alias
from playbook.search.unanswered_aliases import alias_unanswered

EMERGENCY = "emergency"
"""The kind of search tests that must find an urgent scenario."""


def failing_searches(
    playbook: Playbook, locate: Locate, index: Index | None = None, cache: Path | None = None
) -> Iterator[Problem]:
    """Searches that do not find what they must, then advice: about tests, signs and aliases."""
    tests = [test for test in playbook.search_tests.values() if test.language == playbook.organisation.language]
    if index is None and tests:
        index = build_index(playbook, cache=cache)
    if index is not None:
        known = {entry.key for entry in index.entries}
        for test in tests:
            yield from _failing_search(playbook, index, known, test, locate)
    yield from _other_language(playbook, locate)
    yield from sign_without_meaning(playbook, locate)
    yield from shared_alias(playbook, locate)
    yield from alias_unanswered(playbook, locate)


def _other_language(playbook: Playbook, locate: Locate) -> Iterator[Problem]:
    """One piece of advice for all tests in the same language, at the first of them: they have one cause."""
    ours = playbook.organisation.language
    others = sorted((test for test in playbook.search_tests.values() if test.language != ours), key=_language)
    for language, group in groupby(others, key=_language):
        first, *rest = group
        query = f"“{one_line(first.query)}”"
        which = f"{query} and {len(rest)} more search tests are" if rest else f"the search test {query} is"
        about = Ref("search_test", first.id)
        yield OTHER_LANGUAGE.at(
            locate(about, ("query",)),
            f"{which} in `{language}`, and this playbook is in `{ours}`",
            f"write what people type in your language, with `language: {ours}`, and delete what you do not need",
            about,
        )


def _language(test: SearchTest) -> str:
    return test.language


def _failing_search(
    playbook: Playbook, index: Index, known: set[str], test: SearchTest, locate: Locate
) -> Iterator[Problem]:
    found = search(index, test.query, test.top)
    if any(result.id in test.expect for result in found):
        return
    wanted = " or ".join(f"`{reference}`" for reference in test.expect)
    rank = "first" if test.top == 1 else f"among the first {test.top}"
    message = f"searching for “{one_line(test.query)}” does not find {wanted} {rank}"
    about = Ref("search_test", test.id)
    place = locate(about, ("query",))
    unpublished = _unpublished(playbook, test)
    if unpublished:
        why = f"{' and '.join(unpublished)} {'is' if len(unpublished) == 1 else 'are'} not published"
        fix = "publish it again, or expect something else"
        yield UNPUBLISHED_ANSWER.at(place, f"{message}: {why}", fix, about)
        return
    code = FAILING_EMERGENCY if test.kind == EMERGENCY else FAILING_SEARCH
    yield code.at(place, message, f"{_found_instead(found)}; {_fix(playbook, known, test)}", about)


def _unpublished(playbook: Playbook, test: SearchTest) -> list[str]:
    """What a test expects and is a draft or retired. That every reference leads to a record has been checked before."""
    targets = map(Ref.parse, test.expect)
    return [f"`{target}`" for target in targets if target.kind != PAGE and playbook.find(*target) is None]


def _found_instead(found: list[Result]) -> str:
    if not found:
        return "it finds nothing"
    return "it finds " + ", ".join(f"`{result.id}`" for result in found[:3])


def _fix(playbook: Playbook, known: set[str], test: SearchTest) -> str:
    target = next((reference for reference in test.expect if reference in known), None)
    if target is None:
        near = nearest(test.expect[0], known)
        return f"`{test.expect[0]}` cannot be found by any search" + (f"; `{near}` can" if near else "")
    home = playbook.homes.get(Ref.parse(target))
    where = f" in {home.file}, line {home.line}" if home else ""
    if Ref.parse(target).id in {scenario.id for scenario in playbook.urgent_scenarios()} and test.kind == EMERGENCY:
        return f"add the telling words of “{one_line(test.query)}” to the `signs` of `{target}`{where}"
    return f"add “{one_line(test.query)}” to the aliases of `{target}`{where}"
