"""What people type and what they must find: runs a playbook's search tests and says what fixes a failing one.

A test applies when it is in the playbook's language and everything that it expects is published. Others never stop a
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
from playbook.wording import N_, _, ngettext
from playbook.wording.lists import listed

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
        message = ngettext(
            "%(count)s search test is in `%(language)s`, but this playbook is in `%(ours)s`",
            "%(count)s search tests are in `%(language)s`, but this playbook is in `%(ours)s`",
            len(rest) + 1,
            language=language,
            ours=ours,
        )
        fix = _(
            "write what people type in your language, with `language: %(ours)s`, and delete what you do not need",
            ours=ours,
        )
        about = Ref("search_test", first.id)
        yield OTHER_LANGUAGE.at(locate(about, ("query",)), message, fix, about)


def _language(test: SearchTest) -> str:
    return test.language


def _failing_search(
    playbook: Playbook, index: Index, known: set[str], test: SearchTest, locate: Locate
) -> Iterator[Problem]:
    found = search(index, test.query, test.top)
    if any(result.id in test.expect for result in found):
        return
    query = one_line(test.query)
    about = Ref("search_test", test.id)
    place = locate(about, ("query",))
    unpublished = _unpublished(playbook, test)
    if unpublished:
        message = ngettext(
            "the search test “%(query)s” expects %(ids)s, which is not published",
            "the search test “%(query)s” expects %(ids)s, which are not published",
            len(unpublished),
            query=query,
            ids=listed(unpublished),
        )
        fix = _("publish it again, or expect something else")
        yield UNPUBLISHED_ANSWER.at(place, message, fix, about)
        return
    wanted = listed((f"`{reference}`" for reference in test.expect), "or")
    if test.top == 1:
        message = _("a search for “%(query)s” does not find %(ids)s first", query=query, ids=wanted)
    else:
        message = _(
            "a search for “%(query)s” does not find %(ids)s among the first %(count)s results",
            query=query,
            ids=wanted,
            count=test.top,
        )
    code = FAILING_EMERGENCY if test.kind == EMERGENCY else FAILING_SEARCH
    yield code.at(place, message, f"{_found_instead(found)}; {_fix(playbook, known, test)}", about)


def _unpublished(playbook: Playbook, test: SearchTest) -> list[str]:
    """What a test expects and is a draft or retired. That every reference leads to a record has been checked before."""
    targets = map(Ref.parse, test.expect)
    return [f"`{target}`" for target in targets if target.kind != PAGE and playbook.find(*target) is None]


def _found_instead(found: list[Result]) -> str:
    if not found:
        return _("it finds nothing")
    return _("it finds %(ids)s", ids=listed(f"`{result.id}`" for result in found[:3]))


def _fix(playbook: Playbook, known: set[str], test: SearchTest) -> str:
    target = next((reference for reference in test.expect if reference in known), None)
    if target is None:
        near = nearest(test.expect[0], known)
        if near:
            return _("no search can find `%(id)s`; did you mean `%(near)s`?", id=test.expect[0], near=near)
        return _("no search can find `%(id)s`", id=test.expect[0])
    home = playbook.homes.get(Ref.parse(target))
    query = one_line(test.query)
    is_emergency = Ref.parse(target).id in {scenario.id for scenario in playbook.urgent_scenarios()}
    if is_emergency and test.kind == EMERGENCY:
        if home is None:
            return _("add the key words of “%(query)s” to the `signs` of `%(id)s`", query=query, id=target)
        message = N_("add the key words of “%(query)s” to the `signs` of `%(id)s` in %(file)s, line %(line)s")
    else:
        if home is None:
            return _("add “%(query)s” to the aliases of `%(id)s`", query=query, id=target)
        message = N_("add “%(query)s” to the aliases of `%(id)s` in %(file)s, line %(line)s")
    return _(message, query=query, id=target, file=home.file, line=home.line)
