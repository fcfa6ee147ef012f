"""Which language has which grammar."""

from __future__ import annotations

from collections.abc import Mapping

from playbook.wording.english_grammar import EnglishGrammar
from playbook.wording.grammar import Grammar, SideBySide

GRAMMARS: Mapping[str, Grammar] = {"en": EnglishGrammar()}
"""By language, the grammar of its own; a language that is not here has a frame."""
FRAME = SideBySide()


def grammar_of(language: str) -> Grammar:
    """The grammar of the language in which records are written, such as `en`."""
    return GRAMMARS.get(language, FRAME)
