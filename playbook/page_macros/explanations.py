"""What every code of a problem means, for the editors' guide."""

from __future__ import annotations

from dataclasses import dataclass

from playbook import checking
from playbook.model import fields
from playbook.problems import Code
from playbook.reading import codes as reading_codes
from playbook.site import page_codes, setting_codes


@dataclass(frozen=True)
class Explanations:
    """What a hand-written page shows of the codes."""

    codes: tuple[Code, ...]


def explanations() -> tuple[Code, ...]:
    """Every code, errors before advice, in the order of the alphabet."""
    codes = (*fields.CODES, *reading_codes.CODES, *checking.CODES, *page_codes.CODES, *setting_codes.CODES)
    return tuple(sorted(codes, key=lambda code: (code.is_advice, code.word)))
