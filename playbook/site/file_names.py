"""Names and bytes of the site's files: names that change with the content, bytes that need no header to be read."""

from __future__ import annotations

from pathlib import PurePosixPath

from playbook.search.shards import short_hash

MARK = "\ufeff"
"""Begins a text in UTF-8. A browser that finds it does not ask the server, which may name another character set,
nor the page, which may not have said it yet."""
MARKED = {".css", ".html", ".js"}
"""Kinds of file that begin with the mark. JSON must not, and XML says itself what it is."""


def hashed_name(path: str, content: str) -> str:
    """`path` with a hash of the content before its suffix, so that no cache takes yesterday's file for today's."""
    name = PurePosixPath(path)
    return str(name.with_name(f"{name.stem}.{short_hash(content)}{name.suffix}"))


def as_bytes(path: str, text: str) -> bytes:
    """The content of the file at `path` as it is written."""
    is_marked = PurePosixPath(path).suffix in MARKED and not text.startswith(MARK)
    return (MARK + text if is_marked else text).encode()
