"""The problems on top of a previewed page."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from playbook.problem_formats import as_text
from playbook.problems import Problem


def with_problems(html: str, problems: Sequence[Problem]) -> str:
    """The page with the problems on top; unchanged when there are none."""
    if not problems:
        return html
    count = len(problems)
    words = "1 thing must be mended" if count == 1 else f"{count} things must be mended"
    banner = Markup(
        '<div class="pb-problems" role="alert"><p><strong>{} before this can be published.</strong> '
        "You see the last version that worked.</p><pre>{}</pre></div>"
    ).format(words, as_text(problems))
    before, body, after = html.partition("<body")
    opening, bracket, rest = after.partition(">")
    return f"{before}{body}{opening}{bracket}{banner}{rest}" if body else html
