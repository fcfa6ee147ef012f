"""Every kind of problem with a house's settings in mkdocs.yml, with what it means."""

from __future__ import annotations

from playbook.problems import Code
from playbook.wording import N_

MISSING_PICTURE = Code(
    "missing-picture",
    N_("The logo or icon named in `mkdocs.yml` is not in `docs/`. Correct the name, or add the file."),
)
UNKNOWN_OPTION = Code(
    "unknown-option",
    N_("A key in `mkdocs.yml` is not one of those that set the look of a house. Usually it is misspelt: correct it."),
)
UNUSABLE_COLOUR = Code(
    "unusable-colour",
    N_("A colour in `mkdocs.yml` is not a colour, or words in it would be too hard to read. Choose another."),
)
CODES = tuple(value for value in vars().values() if isinstance(value, Code))
"""All of the above."""
