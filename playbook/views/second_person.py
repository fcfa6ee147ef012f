"""What a role does, said to the person who does it: "checks the doors" becomes "check the doors".

Knows the regular endings of English verbs and the few exceptions. Returns None where it cannot be sure, and the caller
keeps the words as they were typed: they always follow "The duty manager …".
"""

from __future__ import annotations

import re

_EXCEPTIONS = {"is": "are", "has": "have", "does": "do", "goes": "go", "aches": "ache", "lies": "lie", "ties": "tie"}
_ENDINGS = ((r"([^aeiou])ies$", r"\1y"), (r"(ss|sh|ch|x|zz|o)es$", r"\1"), (r"([^s])s$", r"\1"))
"""The ending of the third person and what replaces it; the first that fits is used."""
_BEFORE_A_VERB = frozenset({"also", "always", "first", "never", "often", "only", "then"})
_AFTER_A_VERB = "a|an|the|this|them|it|him|us|you|her|his|its|their|our|your|each|every|all|whoever|everybody|nobody"
_SECOND_VERB = re.compile(rf"\b(?:and|or|then|but) \w+s (?:{_AFTER_A_VERB})\b", re.IGNORECASE)


def base_form(verb: str) -> str | None:
    """The form that follows "you" or "can", of a verb in the third person; None for a word that is in another form.

    `you` needs "are" where "can" needs "be"; phrases that begin with "is" are therefore refused, too.
    """
    if verb in _EXCEPTIONS:
        return _EXCEPTIONS[verb] if verb != "is" else None
    for ending, instead in _ENDINGS:
        if re.search(ending, verb):
            return re.sub(ending, instead, verb)
    return None


def said_to_you(does: str) -> str | None:
    """`does` as it follows "you" or "can"; None when that is not certain.

    A second verb further on ("greets each guest and opens the door") would have to change as well. What tells it from a
    noun is the word after it, such as "the".
    """
    words = does.split(" ")
    at = 0
    while at + 1 < len(words) and (words[at] in _BEFORE_A_VERB or words[at].endswith("ly")):
        at += 1
    base = base_form(words[at])
    if base is None or _SECOND_VERB.search(does):
        return None
    return " ".join([*words[:at], base, *words[at + 1 :]])
