"""What must hold between records, and what is worth doing. Each function is one rule, and all run every time.

Knows nothing of YAML: the caller says where a record is written down.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from playbook.checking import (
    due_reviews,
    emergencies,
    gaps,
    rules,
    search_codes,
    sentence_shapes,
    text_shapes,
    unknown_references,
)
from playbook.checking.rule import Finding, Rule, Subject
from playbook.problems import Code, HealthSection

_DECLARED = tuple(
    value
    for module in (unknown_references, rules, emergencies, due_reviews, gaps, text_shapes, sentence_shapes)
    for value in vars(module).values()
    if isinstance(value, Rule | Code)
)
RULES: tuple[Rule, ...] = (
    *unknown_references.UNKNOWN_RECORD.values(),
    *(rule for rule in _DECLARED if isinstance(rule, Rule)),
)
"""Every rule, in the order in which the modules declare them."""
CODES: tuple[Code, ...] = (
    *(rule.code for rule in unknown_references.UNKNOWN_RECORD.values()),
    *(value.code if isinstance(value, Rule) else value for value in _DECLARED),
    *search_codes.CODES,
)
"""The codes of all problems between records, those that only search or the history of the files can find included."""
ADVICE: tuple[tuple[Code, HealthSection], ...] = tuple((code, code.section) for code in CODES if code.section)
"""Every kind of advice with its section of the health page, in the order of that page."""


def check(subject: Subject, lacking: Collection[str] = ()) -> Iterator[tuple[Code, Finding]]:
    """Everything that the rules find, errors and advice, each with its code.

    `lacking` names the kinds of which records are missing because of faults that are reported already: no one can say
    what they would have filled.
    """
    for rule in RULES:
        if not any(kind in lacking for kind in rule.looks_among):
            for finding in rule.check(subject):
                yield rule.code, finding
