"""What search knows about English: stop words, variant spellings and irregular inflections.

These are tables only. They apply to playbooks with an English locale and travel to the browser with the index.
"""

from __future__ import annotations

STOP_WORDS = """
    a about also am an and any anybody anyone are arent as at be been being but by can cant could couldnt did didnt
    do does doesnt doing done dont either even every for from get gets getting give got had hadnt has hasnt have
    havent having he her here heres hers him his how hows i if im in into is isnt it its ive just know let lets like
    may me might mine must my myself need needs next no now of on one onto or our ours ourselves please really say
    says shall she should shouldnt so some somehow still such tell than that thats the their theirs them then there
    theres these they theyre this those to too upon us very want wants was wasnt we were werent weve what whatever
    whats when whens where wheres which while who whos whose why will wish with wont would wouldnt yes you youd
    youll your youre yours yourself youve
"""
"""Folded words that carry no meaning; a query of nothing else keeps them all."""

NOT_ALONE = "again away down never not off out up"
"""Words that count in a query, and mean no emergency by themselves: there is no sign of nothing else."""

HALVES = "by in no on up"
"""Stop words that are the first half of compounds: on line, up grade, no show."""

SPELLING: tuple[tuple[str, str], ...] = (
    (r"^(.{2,})([iy])z", "$1$2s"),  # organize, analyze
    (r"^(.{2,})our", "$1or"),  # colour, neighbour
    (r"^(.{2,}[tb])re(s?)$", "$1er$2"),  # theatre, centre
    (r"^(.{2,})ogue(s?)$", "$1og$2"),  # catalogue
    (r"^(.*)grammes?$", "$1gram"),  # programme
    (r"^(lic|def|off|pret)ence", "$1ense"),
    (r"^(.{4,}[eo])ll(or|er)(s?)$", "$1l$2$3"),  # traveller, counsellor
    (r"^practis", "practic"),
    (r"^enquir", "inquir"),
    (r"^cheque", "check"),
    (r"^grey", "gray"),
    (r"^jeweller", "jewelr"),
    (r"^(.*)thru$", "$1through"),
    (r"^(.*)nite$", "$1night"),
    (r"^okay$", "ok"),
)
"""Patterns, applied in turn, that give all spellings of a word the same letters. JavaScript reads them too."""

IRREGULAR = {
    "ate": "eat",
    "began": "begin",
    "begun": "begin",
    "bent": "bend",
    "bitten": "bite",
    "bled": "bleed",
    "blew": "blow",
    "blown": "blow",
    "bought": "buy",
    "broke": "broken",
    "broken": "broken",
    "brought": "bring",
    "bus": "bus",
    "buses": "bus",
    "came": "come",
    "caught": "catch",
    "children": "child",
    "chose": "choos",
    "chosen": "choos",
    "drank": "drink",
    "drawn": "draw",
    "drew": "draw",
    "driven": "drive",
    "drove": "drive",
    "eaten": "eat",
    "evening": "evening",
    "everything": "everything",
    "fallen": "fall",
    "fed": "feed",
    "feet": "foot",
    "fell": "fall",
    "forgot": "forget",
    "forgotten": "forget",
    "froze": "freez",
    "frozen": "freez",
    "goes": "go",
    "going": "go",
    "grew": "grow",
    "grown": "grow",
    "heard": "hear",
    "hung": "hang",
    "kept": "keep",
    "knives": "knife",
    "left": "leave",
    "lent": "lend",
    "lost": "lose",
    "men": "man",
    "menus": "menu",
    "met": "meet",
    "mice": "mous",
    "news": "news",
    "nothing": "nothing",
    "paid": "pay",
    "people": "person",
    "ran": "run",
    "rang": "ring",
    "refugee": "refugee",
    "sang": "sing",
    "sat": "sit",
    "scarves": "scarf",
    "sent": "send",
    "shelves": "shelf",
    "slept": "sleep",
    "sold": "sell",
    "something": "something",
    "spat": "spit",
    "spent": "spend",
    "spoke": "speak",
    "spoken": "speak",
    "stole": "steal",
    "stolen": "steal",
    "stood": "stand",
    "sung": "sing",
    "swore": "swear",
    "sworn": "swear",
    "taken": "take",
    "taught": "teach",
    "taxis": "taxi",
    "teeth": "tooth",
    "thieves": "thief",
    "threw": "throw",
    "thrown": "throw",
    "took": "take",
    "trainee": "training",
    "trainer": "training",
    "training": "training",
    "went": "go",
    "wives": "wife",
    "woke": "wake",
    "woken": "wake",
    "women": "woman",
    "wore": "wear",
    "worn": "wear",
    "written": "write",
    "wrote": "write",
}
"""The stems of forms that no rule covers, and of words that a rule would spoil."""

ROOT_SUFFIXES = """
    ational ation ition ness ment ship less ator ance ence able ible anc enc abl ibl ful ant ent ist ism ous iti ise ion
    ive iv al er or is li
"""
"""Endings that derive one word from another (cancel, cancellation), longest first: a looser tie than an inflection."""
