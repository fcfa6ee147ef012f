"""Advice about aliases that lead to two records: search finds both, so it is chance which one people open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import takewhile

from playbook.model import Playbook, Record
from playbook.model.references import referred_to
from playbook.problems import Place, Problem, Severity, one_line
from playbook.search.analysis import Language
from playbook.search.entries import KINDS
from playbook.search.pages import view_pages
from playbook.views.labels import label

Locate = Callable[[str, str, tuple[str | int, ...]], Place]
"""Finds the place of a value from the kind and id of its record and the path from the record to the value."""
Target = tuple[str, str]
"""What an alias leads to: the kind and id of a record, or `page` and the id of a page of no record."""

HELP_FOR_SHARED = "keep it where people should land, or say in search_tests.yml what it must find"
HELP_FOR_TITLE = "delete it here, or say in search_tests.yml what it must find"
_FAMILIES = frozenset({"touchpoint", "department", "concept"})
"""Kinds whose records tie everything that belongs to one of them together."""
_SURROUNDINGS = frozenset({"setting", "evidence"})
"""Kinds whose titles people type to find what happens there, such as cloakroom or ticket."""


def shared_alias(playbook: Playbook, locate: Locate) -> Iterator[Problem]:
    """Aliases that are also the title or an alias of another record, in any inflection and spelling.

    Records of different kinds may share an alias if they belong together: if one refers to the other, or both belong to
    one touchpoint, department or concept. Search shows them in the fixed order of their kinds, and each is one step
    from the other. The same holds for the title of a setting or a piece of evidence, but not of any other record. Terms
    are compared only with one another, because nobody opens a term. An alias that is the query of a search test is no
    problem, because the test says what it must find.
    """
    names = _Names(playbook)
    for kind, record in _findable(playbook):
        for number, alias in enumerate(record.aliases):
            conflict = names.conflict((kind, record.id), alias)
            if conflict is not None:
                message = f"the alias “{one_line(alias)}” {conflict[0]}"
                place = locate(kind, record.id, ("aliases", number))
                yield Problem(place, "shared-alias", message, conflict[1], Severity.ADVICE)


def _findable(playbook: Playbook) -> Iterator[tuple[str, Record]]:
    for kind in KINDS:
        if kind != "page":
            for record in playbook.of_kind(kind).values():
                yield kind, record


class _Names:
    """The titles and aliases of everything that can be found."""

    def __init__(self, playbook: Playbook) -> None:
        self._language = Language.of(playbook.organisation.locale)
        self._titles: defaultdict[str, list[Target]] = defaultdict(list)
        """Whose title it is, by its stems."""
        self._aliases: defaultdict[str, list[Target]] = defaultdict(list)
        """Whose alias it is, by its stems: pages first, then records in the order in which search shows them."""
        self._belongs = _belongs(playbook)
        self._decided = {self._stems(test.query) for test in playbook.search_tests.values()}
        """The stems of the queries of search tests."""
        for page in view_pages(playbook):
            self._titles[self._stems(page.title)].append(("page", page.name))
            for alias in page.aliases:
                self._aliases[self._stems(alias)].append(("page", page.name))
        for kind, record in _findable(playbook):
            if kind != "term":
                self._titles[self._stems(label(playbook, kind, record))].append((kind, record.id))
            for alias in record.aliases:
                self._aliases[self._stems(alias)].append((kind, record.id))

    def _stems(self, text: str) -> str:
        return " ".join(word.stem for word in self._language.words(text))

    def conflict(self, target: Target, alias: str) -> tuple[str, str] | None:
        """Where else an alias of `target` leads, and what fixes that; None if it is no problem."""
        stems = self._stems(alias)
        if stems in self._decided:
            return None
        for other in self._titles[stems] if target[0] != "term" else ():
            if other != target and not (other[0] in _SURROUNDINGS and self._may_share(target, other)):
                return f"is the title of `{':'.join(other)}`", HELP_FOR_TITLE
        for other in takewhile(lambda known: known != target, self._aliases[stems]):
            if not self._may_share(target, other):
                return f"also stands in `{':'.join(other)}`", HELP_FOR_SHARED
        return None

    def _may_share(self, target: Target, other: Target) -> bool:
        if target[0] == other[0]:
            return False
        if "term" in (target[0], other[0]):
            return True
        common = self._belongs[target] & self._belongs[other]
        return target in common or other in common or any(kind in _FAMILIES for kind, _ in common)


def _belongs(playbook: Playbook) -> defaultdict[Target, set[Target]]:
    """What each record and page belongs to, itself included."""
    belongs: defaultdict[Target, set[Target]] = defaultdict(set)
    for kind, record in playbook.records():
        target = (kind, record.id)
        belongs[target].add(target)
        for other in referred_to(kind, record):
            belongs[target].add(other)
            if kind in _FAMILIES:
                belongs[other].add(target)
    for contribution in playbook.contributions.values():
        role = playbook.roles.get(contribution.role)
        department = [("department", role.department)] if role else []
        for actor in (("role", contribution.role), *department):
            belongs[actor].add(("touchpoint", contribution.touchpoint))
    for concept in playbook.concepts.values():
        for home in concept.home:
            kind, _, home_id = home.partition(":")
            belongs[kind, home_id].add(("concept", concept.id))
    for page in view_pages(playbook):
        belongs["page", page.name].add(("page", page.name))
    return belongs
