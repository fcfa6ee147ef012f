"""Every kind of problem with a house's settings in mkdocs.yml, with what it means."""

from __future__ import annotations

from playbook.problems import Code

MISSING_PICTURE = Code("missing-picture", "The logo or icon that `mkdocs.yml` names is not in `docs/`.")
UNKNOWN_OPTION = Code(
    "unknown-option", "A key in `mkdocs.yml` is none of those that set the look of a house; usually it is misspelt."
)
UNUSABLE_COLOUR = Code(
    "unusable-colour", "A colour in `mkdocs.yml` is none, or words in that colour could not be read."
)
CODES = tuple(value for value in vars().values() if isinstance(value, Code))
"""All of the above."""
