"""The six words of service theatre, each explained in two sentences of our own."""

from __future__ import annotations

THEATRE_WORDS = {
    "actors": (
        "Everybody who does something for a {patron} plays a part, whether or not anyone is looking. A part comes with "
        "words, with a place to stand, and with things that one may decide alone."
    ),
    "audience": (
        "{patrons} do not merely watch a service: without them nothing takes place, and no two audiences make the same "
        "evening. Each brings hopes and habits, and a memory of the last time."
    ),
    "setting": (
        "Walls, light, signs, a ticket and a web page have spoken before the first of us opens their mouth. Whatever "
        "stands or hangs there answers a question or raises one."
    ),
    "frontstage": (
        "In front is all that {patrons} can see, hear or read, and so the only part that they can praise. It goes well "
        "for just as long as what lies behind it does."
    ),
    "backstage": (
        "Most of the work is done where no {patron} looks, in offices, in corridors and before dawn. It is service all "
        "the same, for each piece of it lets somebody in front do theirs."
    ),
    "performance": (
        "It comes about between the two sides while it lasts, and can be neither kept in stock nor called back. It is "
        "played again for every {patron}, from the first click to their own front door."
    ),
}
