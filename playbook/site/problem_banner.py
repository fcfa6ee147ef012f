"""The problems on top of a previewed page."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from playbook.problem_formats import as_text
from playbook.problems import Problem
from playbook.wording import _, ngettext


def with_problems(html: str, problems: Sequence[Problem]) -> str:
    """The page with the problems on top; unchanged when there are none."""
    if not problems:
        return html
    words = ngettext(
        "%(count)s thing to fix before this can be published.",
        "%(count)s things to fix before this can be published.",
        len(problems),
    )
    banner = Markup('<div class="pb-problems" role="alert"><p><strong>{}</strong> {}</p><pre>{}</pre></div>').format(
        words, _("You are seeing the last version that worked."), as_text(problems)
    )
    before, body, after = html.partition("<body")
    opening, bracket, rest = after.partition(">")
    return f"{before}{body}{opening}{bracket}{banner}{rest}" if body else html
