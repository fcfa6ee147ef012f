"""Switches the escaping of every text off, inside the build, as a fault in our own code would."""

from __future__ import annotations

from pathlib import Path

ESCAPING_OFF = """
import jinja2.runtime
import markdown_it.renderer
import markupsafe


def as_it_is(text):
    return markupsafe.Markup(text.__html__() if hasattr(text, "__html__") else str(text))


markupsafe.escape = jinja2.runtime.escape = as_it_is
markdown_it.renderer.escapeHtml = str
"""
"""What the door for MkDocs does before anything of ours is imported."""
LOOKING_OFF = """
import playbook.site.inline_scripts

playbook.site.inline_scripts.inline_scripts = lambda html: ()
"""
"""The same for the search for inline scripts, so that nothing is left but the policy."""
_BEFORE = "from playbook.days import Days"


def sabotaged(project: Path, *, is_looked_for_scripts: bool) -> Path:
    """The project, changed so that its builds escape nothing; returned."""
    hooks = project / "hooks.py"
    door = hooks.read_text("utf-8")
    assert _BEFORE in door
    switched_off = ESCAPING_OFF if is_looked_for_scripts else ESCAPING_OFF + LOOKING_OFF
    hooks.write_text(door.replace(_BEFORE, switched_off + _BEFORE, 1), "utf-8")
    return project
