"""What every code of a problem means, for the editors' guide."""

from __future__ import annotations

import inspect
from dataclasses import dataclass

from playbook.checking import DATED_RULES, REFERENCES, RULES, gaps


@dataclass(frozen=True)
class Explanation:
    """One code, explained."""

    code: str
    text: str
    is_advice: bool = False


def explanations() -> tuple[Explanation, ...]:
    """Every code, errors before advice, in the order of the alphabet."""
    found = []
    for rule in (*REFERENCES, *RULES, *DATED_RULES):
        code = rule.__name__.replace("_", "-")
        is_advice = inspect.getmodule(rule) is gaps
        found.append(Explanation(code, inspect.cleandoc(rule.__doc__ or ""), is_advice))
    return tuple(sorted(found, key=lambda it: (it.is_advice, it.code)))
