"""What every code of a problem means, for the editors' guide."""

from __future__ import annotations

import inspect
from dataclasses import dataclass

from playbook.checking import DATED_RULES, REFERENCES, RULES, gaps, references
from playbook.model import KINDS
from playbook.rendering.meanings import MEANINGS

ADVICE = frozenset({"other-language", "shared-alias", "unpublished-answer"})
"""Codes of advice that no rule in `gaps` gives."""


@dataclass(frozen=True)
class Explanation:
    """One code, explained."""

    code: str
    text: str
    is_advice: bool = False


@dataclass(frozen=True)
class Explanations:
    """What a hand-written page shows of the codes."""

    problems: tuple[Explanation, ...]


def explanations() -> tuple[Explanation, ...]:
    """Every code, errors before advice, in the order of the alphabet."""
    found = [Explanation(code, text, code in ADVICE) for code, text in MEANINGS.items()]
    for rule in (*REFERENCES, *RULES, *DATED_RULES):
        if rule is references.unknown_record:
            continue
        text = inspect.cleandoc(rule.__doc__ or "")
        found.append(Explanation(rule.__name__.replace("_", "-"), text, inspect.getmodule(rule) is gaps))
    unknown = inspect.cleandoc(references.unknown_record.__doc__ or "")
    found += [Explanation(f"unknown-{target}", unknown) for target in _referred_to()]
    return tuple(sorted(found, key=lambda it: (it.is_advice, it.code)))


def _referred_to() -> set[str]:
    """The kinds that some field refers to, as their codes write them."""
    return {target.replace("_", "-") for kind in KINDS for _, target in kind.references}
