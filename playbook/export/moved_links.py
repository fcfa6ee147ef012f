"""Links in Markdown from and to files that are elsewhere in the export than in `docs/`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import quote, unquote

_LINK = re.compile(
    r"(?P<code>^(?P<fence> {0,3}(?:`{3,}|~{3,})).*?^(?P=fence)|(?P<ticks>`+)[^`].*?(?P=ticks)(?!`))"
    r"|(?P<before>\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:[ \t]*<?)(?P<file>[^\s#?()<>]+)",
    re.DOTALL | re.MULTILINE,
)
"""What is shown as code and left alone, or a link, a picture or the definition of a reference."""


def with_moved_links(markdown: str, source: str, moved: Mapping[str, str]) -> str:
    """The text of the file `source`, its links to files in `moved` leading to where they are now.

    `moved` has every file below `docs/`, also those that stay where they were, by where it was. Other links, and
    all that is shown as code, are left as they are.
    """
    folder = posixpath.dirname(source)
    folder_now = posixpath.dirname(moved[source])

    def replaced(found: re.Match[str]) -> str:
        if found["code"]:
            return found.group()
        file = posixpath.normpath(posixpath.join(folder, unquote(found["file"])))
        if file not in moved or found["file"].startswith("/"):
            return found.group()
        return found["before"] + quote(posixpath.relpath(moved[file], folder_now or "."))

    return _LINK.sub(replaced, markdown)
