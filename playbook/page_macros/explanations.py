"""What every code of a problem means, for the editors' guide."""

from __future__ import annotations

from playbook import checking
from playbook.model import fields
from playbook.problems import Code
from playbook.reading import codes as reading_codes
from playbook.site import page_codes


def explanations() -> tuple[Code, ...]:
    """Every code, errors before advice, in the order of the alphabet."""
    codes = (*fields.CODES, *reading_codes.CODES, *checking.CODES, *page_codes.CODES)
    return tuple(sorted(codes, key=lambda code: (code.is_advice, code.word)))
