"""Mends faults in the theme's own markup that no block of its templates lets us reach.

Each mend says what it replaces, how often, and why. One that no longer finds its target fails loudly: the theme
has changed, and the mend must be looked at again.
"""

from __future__ import annotations

MENDS = (
    # `autocomplete` is not allowed on a checkbox (HTML standard, 4.10.18.7.1); menu.js clears the drawer instead.
    ('id="__drawer" autocomplete="off">', 'id="__drawer">'),
    ('id="__search" autocomplete="off">', 'id="__search">'),
)
"""Pairs of what the theme writes, near the top of every page, and what stands there instead."""


def fixed(html: str) -> str:
    """A page of the theme without its faults. Raises ValueError when a fault is not there to be mended."""
    for fault, instead in MENDS:
        if fault not in html:
            raise ValueError(f"the theme's page no longer has `{fault}`; see whether it still needs mending")
        html = html.replace(fault, instead, 1)
    return html
