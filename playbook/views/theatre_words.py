"""The six words of service theatre, each explained in two sentences of our own."""

from __future__ import annotations

from playbook.wording import N_

TERM_NAMES = {
    "actors": N_("Actors"),
    "audience": N_("Audience"),
    "setting": N_("Setting"),
    "frontstage": N_("Frontstage"),
    "backstage": N_("Backstage"),
    "performance": N_("Performance"),
}
"""What each term is called, as messages."""
THEATRE_WORDS = {
    "actors": N_(
        "Everyone who does something for %(a_patron)s plays a part, whether or not anyone is looking. A part comes "
        "with words, with a place to stand, and with things you may decide yourself."
    ),
    "audience": N_(
        "%(Patrons)s do not merely watch a service: without them nothing takes place, and no two audiences make the "
        "same evening. Each brings hopes and habits, and a memory of the last time."
    ),
    "setting": N_(
        "Walls, light, signs, a ticket and a web page have spoken before any of us says a word. Everything on show "
        "either answers a question or raises one."
    ),
    "frontstage": N_(
        "Frontstage is everything %(patrons)s can see, hear or read, and so the only part they can praise. It works "
        "only as well as what is behind it."
    ),
    "backstage": N_(
        "Most of the work is done where no %(patron)s looks: in offices, in corridors and before dawn. It is service "
        "all the same, because each piece of it lets someone out front do theirs."
    ),
    "performance": N_(
        "It happens between the two of you, in the moment, and can be neither stored nor taken back. It is played "
        "again for every %(patron)s, from the first click to their own front door."
    ),
}
"""What each term means, as messages."""
