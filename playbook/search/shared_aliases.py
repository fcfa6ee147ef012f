"""Aliases that lead to two places, so that people who type one of them land by chance. Both are found: it is advice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import takewhile

from playbook.model import Playbook, Record
from playbook.model.references import referred_to
from playbook.problems import Place, Problem, Severity, one_line
from playbook.ref import PAGE
from playbook.search.entries import kinds_found
from playbook.search.language import Language
from playbook.views import catalogue
from playbook.views.labels import label

Locate = Callable[[str, str, tuple[str | int, ...]], Place]
"""Where a value of a record stands: from its kind, its id and the way from the record to the value."""
Name = tuple[str, str]
"""Kind and id of a record, or `page` and the name of a page that is no record."""

HELP_FOR_SHARED = "keep it where people should land, or say in search_tests.yml what it must find"
HELP_FOR_TITLE = "delete it here, or say in search_tests.yml what it must find"
_FAMILIES = frozenset({"touchpoint", "department", "concept"})
"""Kinds of which one record makes a family of all that belongs to it."""
_SURROUNDINGS = frozenset({"setting", "evidence"})
"""Kinds whose titles people type for the sake of what happens there, such as cloakroom or ticket."""


def shared_alias(playbook: Playbook, locate: Locate) -> Iterator[Problem]:
    """Aliases that are another record's title, or its alias as well, in whatever inflection and spelling.

    Records of different kinds may share an alias when they belong together: one refers to the other, or both belong to
    one touchpoint, department or concept. Search shows them in the fixed order of their kinds, and whoever lands on one
    is a step from the other. The same holds for the title of a setting or a piece of evidence, but of no other record.
    Nobody lands on a term, so terms are compared with one another only. Where a search test says what a word must find,
    nobody lands by chance.
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
    for kind in kinds_found():
        if kind != PAGE:
            for record in playbook.of_kind(kind).values():
                yield kind, record


class _Names:
    """What everything that can be found is called."""

    def __init__(self, playbook: Playbook) -> None:
        self._language = Language.of(playbook.organisation.locale)
        self._titles: defaultdict[str, list[Name]] = defaultdict(list)
        """By the stems of a title, whose it is."""
        self._aliases: defaultdict[str, list[Name]] = defaultdict(list)
        """By the stems of an alias, whose it is: pages first, then records in the order in which search shows them."""
        self._belongs = _belongs(playbook)
        self._decided = {self._stems(test.query) for test in playbook.search_tests.values()}
        """The stems of which a search test says where they must lead."""
        for view, found in catalogue.found_views():
            self._titles[self._stems(view.title)].append(view.ref)
            for alias in found.aliases:
                self._aliases[self._stems(alias)].append(view.ref)
        for kind, record in _findable(playbook):
            if kind != "term":
                self._titles[self._stems(label(playbook, kind, record))].append((kind, record.id))
            for alias in record.aliases:
                self._aliases[self._stems(alias)].append((kind, record.id))

    def _stems(self, text: str) -> str:
        return " ".join(word.stem for word in self._language.words(text))

    def conflict(self, name: Name, alias: str) -> tuple[str, str] | None:
        """Where else an alias of `name` leads, and what would mend it; None when that is all right."""
        stems = self._stems(alias)
        if stems in self._decided:
            return None
        for other in self._titles[stems] if name[0] != "term" else ():
            if other != name and not (other[0] in _SURROUNDINGS and self._may_share(name, other)):
                return f"is the title of `{':'.join(other)}`", HELP_FOR_TITLE
        for other in takewhile(lambda known: known != name, self._aliases[stems]):
            if not self._may_share(name, other):
                return f"also stands in `{':'.join(other)}`", HELP_FOR_SHARED
        return None

    def _may_share(self, name: Name, other: Name) -> bool:
        if name[0] == other[0]:
            return False
        if "term" in (name[0], other[0]):
            return True
        common = self._belongs[name] & self._belongs[other]
        return name in common or other in common or any(kind in _FAMILIES for kind, _ in common)


def _belongs(playbook: Playbook) -> defaultdict[Name, set[Name]]:
    """For everything that can be found, itself and what it belongs to."""
    belongs: defaultdict[Name, set[Name]] = defaultdict(set)
    for kind, record in playbook.records():
        name = (kind, record.id)
        belongs[name].add(name)
        for other in referred_to(kind, record):
            belongs[name].add(other)
            if kind in _FAMILIES:
                belongs[other].add(name)
    for contribution in playbook.contributions.values():
        role = playbook.roles.get(contribution.role)
        department = [("department", role.department)] if role else []
        for actor in (("role", contribution.role), *department):
            belongs[actor].add(("touchpoint", contribution.touchpoint))
    for concept in playbook.concepts.values():
        for home in concept.home:
            kind, _, home_id = home.partition(":")
            belongs[kind, home_id].add(("concept", concept.id))
    for view, _ in catalogue.found_views():
        belongs[view.ref].add(view.ref)
    return belongs
