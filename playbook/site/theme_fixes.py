"""Fixes faults in the theme's own markup that cannot be reached by overriding a block of its templates.

A fix that no longer finds its target fails loudly: the theme has changed, and the fix must be looked at again.
"""

from __future__ import annotations

FIXES = (
    # `autocomplete` is not allowed on a checkbox (HTML standard, 4.10.18.7.1); menu.js clears the drawer instead.
    ('id="__drawer" autocomplete="off">', 'id="__drawer">'),
    ('id="__search" autocomplete="off">', 'id="__search">'),
)
"""Pairs of text that the theme writes near the top of every page and its replacement; each replaces one occurrence."""


def fixed(html: str) -> str:
    """A page of the theme without its faults. Raises ValueError when a fault is not found."""
    for fault, instead in FIXES:
        if fault not in html:
            raise ValueError(f"the theme's page no longer has `{fault}`; check whether the fix is still needed")
        html = html.replace(fault, instead, 1)
    return html
