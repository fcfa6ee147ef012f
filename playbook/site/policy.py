"""The content security policy: nothing runs but our own files and the theme's few inline scripts, named by hash.

Written into each page, because a site on a file share has no server to send headers.
"""

from __future__ import annotations

import base64
import hashlib
import re

_INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_PLACE = '<meta charset="utf-8">'


def policy(html: str) -> str:
    """The policy that lets exactly this page's inline scripts run."""
    hashes = []
    for script in _INLINE_SCRIPT.finditer(html):
        attributes = script["attributes"]
        if "src=" in attributes or "application/json" in attributes:
            continue
        digest = hashlib.sha256(script["code"].encode()).digest()
        hashes.append(f"'sha256-{base64.b64encode(digest).decode()}'")
    scripts = " ".join(["'self'", *dict.fromkeys(hashes)])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )


def with_policy(html: str) -> str:
    """The page with its policy in the head. Raises ValueError when the page has no place for one."""
    if _PLACE not in html:
        raise ValueError("the theme's page has no character set line to put the policy after")
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    return html.replace(_PLACE, _PLACE + tag, 1)
