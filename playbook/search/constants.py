"""Constants on which Python and the browser must agree.

Every name in capitals travels to the browser in a generated module, `constants.js`, so each is written only here. A
`FACTOR` says in percent how well a token answers a word of the query; lengths are in letters unless something else is
said.
"""

from __future__ import annotations

import json

PREFIX_MARK = "*"
"""Ends the token of a prefix: `sea*`. All marks sort before letters and digits, so that in a sorted list everything
that starts with one word stays together, and folded text contains none of them."""
CONCEPT_MARK = "#"
"""Ends the token of a concept of the vocabulary, after its house word: `interval#`."""
BIGRAM_MARK = "+"
"""Ends the token of a bigram, two words that follow each other, written as one: `boxoffic+`."""
SENTENCE_MARK = "."
"""Ends the token of a whole sentence: `angri patron#.`."""
SIGN_MARK = "!"
"""Ends the token of the signs of an emergency that are looked up by a word: `breath!`."""
EITHER = "/"
"""Is between words of a sign that are all as good: `cut/burnt hand/arm/leg`."""

MAX_QUERY_LENGTH, MAX_QUERY_WORDS = 200, 16
"""Characters and words of a query that are read; the rest is ignored."""

EXACT_FACTOR = 100
COMPOUND_FACTOR = 95
"""Two words of the query written as one, or one word read as two."""
SPAN_FACTOR, CONCEPT_FACTOR = 98, 92
"""A concept, for a form of several words and for a single word."""
FAMILY_FACTOR = 55
"""A word made from the same root."""
ONE_EDIT_FACTOR, TWO_EDITS_FACTOR = 68, 48
"""A word at this edit distance from an unknown one."""
SHORT_SLIP_FACTOR, SHORT_SLIP_LENGTH = 64, 5
"""A word one edit away from one of at most so many letters, in which one letter is much: it may be another language."""
SOUND_FACTOR = 46
"""A word that sounds the same as an unknown one."""
UNFINISHED_EDIT_FACTOR = 42
"""A word whose prefix is one edit away from what has been typed so far."""
MIN_PREFIX_FACTOR, MAX_PREFIX_FACTOR = 40, 80
"""A longer word: the nearer its prefix comes to the whole word, the more."""
SURE_FACTOR = 90
"""From here on a token says how rare the word of the query is, and not only what the word resembles."""

SIGN_FACTOR = 44
"""From here on what a word resembles may be a sign of an emergency: a slip must not keep help away."""
RELATIVE_FACTORS = (FAMILY_FACTOR, FAMILY_FACTOR * CONCEPT_FACTOR // 100)
"""But a word of the same root is none: terrible traffic is no terrorist."""

DOUBTFUL_FACTORS = tuple(
    factor * of_concept // 100 for factor in (SHORT_SLIP_FACTOR, SOUND_FACTOR) for of_concept in (100, CONCEPT_FACTOR)
)
"""A slip in a short word and a word that sounds the same are worth nothing among other words; alone they are
answered."""
CLEAR_SIGN_FACTOR = ONE_EDIT_FACTOR * CONCEPT_FACTOR // 100
"""From here on a word may be a sign in a query that means nothing otherwise, unless its factor is a doubtful one."""

PREFIX_LENGTHS = (2, 3)
"""Prefixes with tokens of their own; longer ones have few completions, which are looked up one by one."""
MAX_COMPLETIONS, MAX_CORRECTIONS, MAX_FAMILY = 16, 8, 8
"""Longer words, corrected words and words of the same root that one word of the query may stand for."""
MIN_COMPOUND_LENGTH = 5
"""A shorter word is not read as two written as one."""
MIN_TRUNCATED_LENGTH = 4
"""A shorter word is not read as a longer one cut short, once it is finished."""
MIN_LENGTH_FOR_ONE_EDIT, MIN_LENGTH_FOR_TWO_EDITS = 4, 8
"""One edit makes another word of a shorter one, so shorter words must be typed correctly."""
MAX_FORM_WORDS = 4
"""Words in the longest form of a concept that is recognised inside a text."""

MIN_INFLECTED_LENGTH = 3
"""Shorter words have no inflection to take off."""
SHORT_WORD_LENGTH = 4
"""Up to this length -ie and -ue belong to the word itself: ties, died, blue."""
MIN_ROOT_LENGTH = 4
"""What must remain when an ending is taken off to find a root."""
BASE_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ħ": "h"}
"""Letters that Unicode does not decompose, as people type them on a keyboard without them."""

SOUNDS = (
    ("gh(?=t|$)", ""),
    ("[tc]i(?=on|an|ou)", "sh"),
    ("ph|th|v", "f"),
    ("c(?=[eiy])|z", "s"),
    ("x", "ks"),
    ("c|q", "k"),
    ("(?!^)[aeiouhwy]", ""),
    ("(.)(?=\\1)", ""),
)
"""What is heard where these letters are written, one after the other; the last takes one of two equal letters away."""
MIN_SOUND_LENGTH, MAX_SOUND_EDITS = 3, 2
"""Letters that must be heard, and the edits by which a word that sounds the same may be written."""

MIN_SCORE_SHARE = 0.15
"""The share of the best score below which an entry is noise."""
MIN_COVERAGE = 0.33
"""The share of the query that an entry must answer if it misses more than one word and other entries do better."""
SURE_WORTH, LIKELY_WORTH, LEAST_WORTH = 2, 1, 1
"""What a known word, a corrected one and each word of a query are worth. A query is understood when its words are worth
at least as much as there are words, each counted with the last figure: half of them known, or all corrected."""
UNKNOWN_DIVISOR = 4
"""A word that finds nothing counts this many times less than the rarest word: people say more than they search for."""

RECEIVER, MANIFEST_RECEIVER, CURRENT_RECEIVER = "playbookSearch", "playbookManifest", "playbookCurrent"
"""The functions that every shard calls, the manifest when it comes alone, and the file of the next name."""
CURRENT = "search/current.js"
"""The one file of the index whose name stays the same: it names those of the build that is published now.
`assets/js/search-loader.js` asks for it as well. No page does, so that a page stays the same when others change."""
OF_INPUT_METHOD = 229
"""The code of a key that belongs to an input method (UI Events, 7.3.1). `assets/js/search-loader.js` knows it too."""
RADIX = 36
"""The base in which postings are written."""
ENTRIES_PER_SHARD = 8
FETCHED_RESULTS, FETCHED_RESULTS_OF_PREFIX = 2, 1
"""Results whose texts are fetched if they did not arrive with the words; further results are shown only if they did.
Fewer while the last word is a prefix, because the next letter changes all results."""


def as_javascript() -> str:
    """The constants as an ES module that exports each under its name here."""
    constants = {name: value for name, value in globals().items() if name.isupper()}
    written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    return "".join(f"export const {name} = {written(value)};\n" for name, value in constants.items())
