"""The words of the interface, in the language of the house: gettext, as the GNU manual and Python's `gettext` know it.

English is written in the source and is its own catalogue. Another language is one file, `po/<language>.po`.
"""

from __future__ import annotations

from playbook.wording.speaking import N_, _, current, ngettext, pgettext, speak, speaking

__all__ = ["N_", "_", "current", "ngettext", "pgettext", "speak", "speaking"]
