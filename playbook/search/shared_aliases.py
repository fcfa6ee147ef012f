"""Advice about aliases that lead to two records: search finds both, so it is chance which one people open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import takewhile

from playbook.checking.search_codes import SHARED_ALIAS
from playbook.model import Playbook, Record
from playbook.model.references import referred_to
from playbook.problems import Place, Problem, one_line
from playbook.ref import PAGE, Ref
from playbook.search.analysis import Language
from playbook.search.entries import kinds_found
from playbook.views import catalogue
from playbook.views.labels import label
from playbook.wording import _

Locate = Callable[[Ref, tuple[str | int, ...]], Place]
"""The place of a value, from its record and the path to it there."""

_FAMILIES = frozenset({"touchpoint", "department", "concept"})
"""Kinds whose records tie everything that belongs to one of them together."""
_SURROUNDINGS = frozenset({"setting", "evidence"})
"""Kinds whose titles people type to find what happens there, such as cloakroom or ticket."""


def shared_alias(playbook: Playbook, locate: Locate) -> Iterator[Problem]:
    """Aliases that are also the title or an alias of another record, in any inflection and spelling.

    Records of different kinds may share an alias if they belong together: if one refers to the other, or both belong to
    one touchpoint, department or concept. Search shows them in the fixed order of their kinds, and each is one step
    from the other. The same holds for the title of a setting or a piece of evidence, but not of any other record. Terms
    are compared only with one another, because no one opens a term. An alias that is the query of a search test is no
    problem, because the test says what it must find.
    """
    names = _Names(playbook)
    for kind, record in _findable(playbook):
        for number, alias in enumerate(record.aliases):
            about = Ref(kind, record.id)
            conflict = names.conflict(about, alias)
            if conflict is not None:
                place = locate(about, ("aliases", number))
                yield SHARED_ALIAS.at(place, *conflict, about)


def _findable(playbook: Playbook) -> Iterator[tuple[str, Record]]:
    for kind in kinds_found():
        if kind != PAGE:
            for record in playbook.of_kind(kind).values():
                yield kind, record


class _Names:
    """The titles and aliases of everything that can be found."""

    def __init__(self, playbook: Playbook) -> None:
        self._language = Language.of(playbook.organisation.locale)
        self._titles: defaultdict[str, list[Ref]] = defaultdict(list)
        """By the stems of a title, whose it is."""
        self._aliases: defaultdict[str, list[Ref]] = defaultdict(list)
        """By the stems of an alias, whose it is: pages first, then records in the order in which search shows them."""
        self._belongs = _belongs(playbook)
        self._decided = {self._stems(test.query) for test in playbook.search_tests.values()}
        """The stems of which a search test says where they must lead."""
        for view, found in catalogue.found_views():
            self._titles[self._stems(_(view.title))].append(view.ref)
            for alias in found.aliases:
                self._aliases[self._stems(alias)].append(view.ref)
        for kind, record in _findable(playbook):
            if kind != "term":
                self._titles[self._stems(label(playbook, kind, record))].append(Ref(kind, record.id))
            for alias in record.aliases:
                self._aliases[self._stems(alias)].append(Ref(kind, record.id))

    def _stems(self, text: str) -> str:
        return " ".join(word.stem for word in self._language.words(text))

    def conflict(self, target: Ref, alias: str) -> tuple[str, str] | None:
        """What is wrong with an alias of `target` that leads elsewhere too, and what fixes it; None when nothing is."""
        stems = self._stems(alias)
        if stems in self._decided:
            return None
        for other in self._titles[stems] if target[0] != "term" else ():
            if other != target and not (other[0] in _SURROUNDINGS and self._may_share(target, other)):
                message = _("the alias “%(alias)s” is the title of `%(other)s`", alias=one_line(alias), other=other)
                return message, _("delete it here, or add a search test that says what it must find")
        for other in takewhile(lambda known: known != target, self._aliases[stems]):
            if not self._may_share(target, other):
                message = _("`%(other)s` also has the alias “%(alias)s”", alias=one_line(alias), other=other)
                return message, _("keep it on the one people should reach, or add a search test that says which")
        return None

    def _may_share(self, target: Ref, other: Ref) -> bool:
        if target[0] == other[0]:
            return False
        if "term" in (target[0], other[0]):
            return True
        common = self._belongs[target] & self._belongs[other]
        return target in common or other in common or any(kind in _FAMILIES for kind, ref in common)


def _belongs(playbook: Playbook) -> defaultdict[Ref, set[Ref]]:
    """For everything that can be found, itself and what it belongs to."""
    belongs: defaultdict[Ref, set[Ref]] = defaultdict(set)
    for ref, record in playbook.records():
        belongs[ref].add(ref)
        for other in referred_to(ref.kind, record):
            belongs[ref].add(other)
            if ref.kind in _FAMILIES:
                belongs[other].add(ref)
    for contribution in playbook.contributions.values():
        role = playbook.roles.get(contribution.role)
        department = [Ref("department", role.department)] if role else []
        for actor in (Ref("role", contribution.role), *department):
            belongs[actor].add(Ref("touchpoint", contribution.touchpoint))
    for concept in playbook.concepts.values():
        for home in concept.home:
            belongs[Ref.parse(home)].add(Ref("concept", concept.id))
    for view, _found in catalogue.found_views():
        belongs[view.ref].add(view.ref)
    return belongs
