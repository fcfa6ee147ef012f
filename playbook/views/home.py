"""The home page: what this is, my department, what the patron said, one tip for today."""

from __future__ import annotations

from typing import Any

from playbook.model.practice import Tip
from playbook.views.context import Context, View
from playbook.views.strip import strip


def view(context: Context) -> View:
    """The home page."""
    playbook = context.playbook

    def prepare() -> dict[str, Any]:
        return {
            "strip": strip(context),
            "tip": tip_of_the_day(context),
            "own": [it for it in playbook.departments.values() if not it.partner],
            "partners": [it for it in playbook.departments.values() if it.partner],
        }

    lead = playbook.organisation.strapline or "What our patrons live through, and everybody’s part in it."
    return View("home", playbook.organisation.name, lead, "home.html.j2", prepare)


def tip_of_the_day(context: Context) -> Tip | None:
    """One tip that can start on the next shift, the same for everybody on the same day; None without such tips."""
    ready = [tip for tip in context.playbook.tips.values() if tip.effort == "now"]
    return ready[context.today.toordinal() % len(ready)] if ready else None
