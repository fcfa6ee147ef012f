"""The content security policy: nothing runs but files of the site, and one inline script whose text is known.

Written into each page, because a site on a file share has no server to send headers. It is the same on every page and
does not look at what is on the page: a text that came through unescaped cannot talk it into anything (decision 22).
"""

from __future__ import annotations

import base64
import hashlib

FIRST_SCRIPT = "7dXQXQmMB0plzraTmzBBayYnN7huZomC9zw7SgxuRXk="
"""The hash of the script in overrides/partials/javascripts/base.html, the only one that may be inside a page."""
POLICY = (
    f"default-src 'none'; script-src 'self' 'sha256-{FIRST_SCRIPT}'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
TAG = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
_PLACE = '<meta charset="utf-8">'


def allows(code: str) -> bool:
    """Whether a script within a page is the one that may be there."""
    return base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() == FIRST_SCRIPT


def with_policy(html: str) -> str:
    """The page, or the theme's template, with the policy in the head, before anything that could run.

    Raises ValueError when there is no place for one.
    """
    if _PLACE not in html:
        raise ValueError("the theme's page has no character set line to put the policy after")
    return html.replace(_PLACE, _PLACE + TAG, 1)
