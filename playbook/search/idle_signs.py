"""Advice about signs that no query can answer: nothing in them carries a meaning."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checking.search_codes import SIGN_WITHOUT_MEANING
from playbook.model import Playbook
from playbook.problems import Problem, one_line
from playbook.ref import Ref
from playbook.search.analysis import Language
from playbook.search.shared_aliases import Locate
from playbook.search.signs import SignReader
from playbook.search.vocabulary import Vocabulary
from playbook.wording import _


def sign_without_meaning(playbook: Playbook, locate: Locate) -> Iterator[Problem]:
    """Signs of urgent scenarios in which there is no word to look for."""
    language = Language.of(playbook.organisation.locale)
    reader = SignReader(language, Vocabulary.of(playbook.terms.values(), language))
    for scenario in playbook.urgent_scenarios():
        for number, sign in enumerate(scenario.signs):
            if not reader.places_of(sign):
                about = Ref("scenario", scenario.id)
                message = _("the sign “%(sign)s” contains no key word", sign=one_line(sign))
                fix = _("write the words that people type when it happens, such as `gone blue`, or delete it")
                yield SIGN_WITHOUT_MEANING.at(locate(about, ("signs", number)), message, fix, about)
