"""The words of the theme's own pages and parts: the header, the search box, the not-found page, the switch of colours.

Their templates are also those of an export, whose hosts know no gettext, so they are given the words translated.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from playbook.model.people import Organisation
from playbook.site.theme_text import for_theme
from playbook.wording import N_, _

WORDS: Mapping[str, str] = {
    "breadcrumb": N_("Breadcrumb"),
    "home": N_("Home"),
    "search": N_("Search"),
    "search_label": N_("Search by what %(the_patron)s said"),
    "search_hint": N_("Type what %(the_patron)s said"),
    "search_failed": N_("Search could not be loaded. Check your connection, then keep typing to try again."),
    "results": N_("Results"),
    "close": N_("Close"),
    "not_found": N_("Page not found"),
    "not_found_lead": N_("It may have moved, or the address may be incomplete."),
    "did_you_mean": N_("Did you mean one of these?"),
    "start_again": N_("Start again"),
    "choose_department": N_("%(house)s: choose your department"),
}
"""By the names that the templates in `overrides/` use."""
PALETTE = (N_("Use dark colours"), N_("Use light colours"))
"""What mkdocs.yml calls the buttons of the switch; other names stay as they are."""


def theme_words(house: Organisation) -> dict[str, Markup]:
    """The words of the theme in the language of the house, fit for places that print what they are given as it is."""
    values = {**house.audience.names, "house": house.name}
    return {name: for_theme(_(words, **values)) for name, words in WORDS.items()}


def palette_name(name: str) -> str:
    """What a button of the switch is called, in the language of the house."""
    return _(name) if name in PALETTE else name
