"""The words that fields choose from, as people read them: `let go` is shown as “decided against”."""

from __future__ import annotations

from playbook.wording import _, pgettext


def choices() -> dict[str, str]:
    """What each choice is called inside a line, in the language that is spoken now."""
    return {
        "frontstage": _("frontstage"),
        "backstage": _("backstage"),
        "support": pgettext("lane", "support"),
        "in person": _("in person"),
        "phone": _("phone"),
        "web": _("web"),
        "e-mail": _("e-mail"),
        "post": pgettext("channel", "post"),
        "signage": _("signage"),
        "noticed": _("noticed"),
        "chosen": _("chosen"),
        "trying": pgettext("status", "trying"),
        "fixed": _("fixed"),
        "let go": _("decided against"),
        "practice": pgettext("sort of tip", "practice"),
        "experiment": _("experiment"),
        "recovery": _("recovery"),
    }


def sorts_of_sources() -> dict[str, str]:
    """What each sort of source is called by itself."""
    return {
        "essay": _("Essay"),
        "book": _("Book"),
        "article": _("Article"),
        "guidance": _("Guidance"),
        "standard": pgettext("sort of source", "Law or standard"),
        "practice": pgettext("sort of source", "Practice"),
    }
