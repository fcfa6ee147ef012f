"""Whether a text fits the sentence in which pages show it: “The duty manager …”, “They should feel …”, or words that
someone says.

All of it is advice: the page can be read, but a reader stumbles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.checking.rule import FieldPath, Finding, Rule, Subject
from playbook.model.records import ForeignUtterance
from playbook.problems import HealthSection, one_line
from playbook.ref import Ref
from playbook.wording import N_, _

_WIDTH = 100
"""How much of a text is shown as it should be written."""
_SUBJECTS = frozenset({"the", "a", "an", "i", "you", "he", "she", "it", "we", "they"})
"""English words with which a sentence starts that has a subject of its own."""
_FEELING = re.compile(
    r"(?:i|they|you|we|the \w+)(?: should)? feels? |i am |i[’']m |they are |they[’']re ", re.IGNORECASE
)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_ENDS_WITH_STOP = re.compile(r"(?<!\.)\b(?!(?:etc|usw|bzw|[A-Z]\w{0,2}|[ap]\.?m)\.)[^\s.]+\.$")
"""A full stop that is not the end of an abbreviation."""
_SPOKEN = ("say", "avoid", "utterances")
"""The lists of what people say, round which pages put quotation marks."""
_MARKS = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»", "„": "“”"}


def unfit_phrase(subject: Subject) -> Iterator[Finding]:
    """A text does not fit the sentence in which pages show it.

    `does` follows the name of the role, `patron_action` the word for the people you serve, and `feel` the words “They
    should feel”. Write only the rest of the sentence, without a capital or a full stop: `does: checks the doors`, not
    `does: The duty manager checks the doors.`.
    """
    playbook = subject.playbook
    is_english = playbook.organisation.language == "en"
    for contribution in playbook.contributions.values():
        role = playbook.roles.get(contribution.role)
        names = (role.label, f"{role.label}s") if role else ()
        ref = Ref("contribution", contribution.id)
        yield from _unfit_verb(ref, "does", contribution.does, names, is_english=is_english)
    audience = playbook.organisation.audience
    for touchpoint in playbook.touchpoints.values():
        ref = Ref("touchpoint", touchpoint.id)
        names = (audience.one, audience.many)
        yield from _unfit_verb(ref, "patron_action", touchpoint.patron_action, names, is_english=is_english)
        if touchpoint.feel:
            yield from _unfit_feeling(ref, touchpoint.feel, is_english=is_english)


def _unfit_verb(ref: Ref, field: str, text: str, names: tuple[str, ...], *, is_english: bool) -> Iterator[Finding]:
    """A text that starts with its subject instead of its verb, or reads as a whole sentence."""
    one, *several = (_after_name(text, name) for name in names) if names else (None,)
    first = text.split(maxsplit=1)[0].casefold()
    if one is not None:
        yield _repeats(ref, field, one)
    elif any(several) or (is_english and first in _SUBJECTS):
        yield Finding(ref, _repetition(field), _("start with the verb"), (field,))
    elif is_english and _has_capital(text):
        message = _("`%(field)s` starts with a capital", field=field)
        yield Finding(ref, message, _instead(text), (field,))
    else:
        yield from _full_stop(ref, field, text)


def _after_name(text: str, name: str) -> str | None:
    """What follows the name of the person who acts, with or without an article; None for any other text."""
    found = re.match(rf"(?:\w+ )?{re.escape(name)} (?=\S)", text, re.IGNORECASE)
    return text[found.end() :] if found else None


def _unfit_feeling(ref: Ref, text: str, *, is_english: bool) -> Iterator[Finding]:
    start = _FEELING.match(text) if is_english else None
    if start is not None:
        yield _repeats(ref, "feel", text[start.end() :])
    elif is_english and _has_capital(text):
        yield Finding(ref, _("`%(field)s` starts with a capital", field="feel"), _instead(text), ("feel",))
    else:
        yield from _full_stop(ref, "feel", text)


def _has_capital(text: str) -> bool:
    """Whether a text starts with a word such as `Checks`, and not with a name such as `UV` or `WhatsApp`."""
    word = _FIRST_WORD.match(text)
    return word is not None and word[0][:1].isupper() and word[0][1:].islower()


def _full_stop(ref: Ref, field: str, text: str) -> Iterator[Finding]:
    if _ENDS_WITH_STOP.search(text):
        yield Finding(ref, _("`%(field)s` ends with a full stop", field=field), _instead(text), (field,))


def _repeats(ref: Ref, field: str, rest: str) -> Finding:
    return Finding(ref, _repetition(field), _instead(rest), (field,))


def _repetition(field: str) -> str:
    return _("`%(field)s` repeats the beginning of its sentence", field=field)


def _instead(text: str) -> str:
    """How to write a text as the rest of a sentence."""
    bare = text.removesuffix(".") if _ENDS_WITH_STOP.search(text) else text
    if _has_capital(bare):
        bare = bare[0].lower() + bare[1:]
    return _("write `%(text)s`", text=one_line(bare, _WIDTH))


UNFIT_PHRASE = Rule(
    "unfit-phrase",
    unfit_phrase,
    HealthSection(N_("Texts that do not fit their sentence"), N_("Every text fits the sentence it is shown in")),
    looks_among=("organisation",),
)


def quotes_typed(subject: Subject) -> Iterator[Finding]:
    """An entry of `say`, `avoid` or `utterances` is in quotation marks, but the page adds them. Delete them."""
    for ref, record in subject.playbook.records():
        for field in _SPOKEN:
            entries = getattr(record, field, ()) if field in type(record).model_fields else ()
            for index, entry in enumerate(entries if isinstance(entries, tuple) else ()):
                is_foreign = isinstance(entry, ForeignUtterance)
                path: FieldPath = (field, index, "says") if is_foreign else (field, index)
                inside = _inside_marks(str(entry))
                if inside is not None:
                    message = _("the page adds the quotation marks round this")
                    yield Finding(ref, message, _("write `%(text)s`", text=one_line(inside, _WIDTH)), path)


def _inside_marks(text: str) -> str | None:
    """What is between quotation marks round a whole text; None when they are not round all of it."""
    closing = _MARKS.get(text[0])
    if closing is None or len(text) < 3 or text[-1] not in closing:
        return None
    inside = text[1:-1]
    in_words = re.sub(r"(?<=\w)['’](?=\w)", "", inside)
    return None if any(mark in in_words for mark in (text[0], *closing)) else inside


QUOTES_TYPED = Rule(
    "quotes-typed",
    quotes_typed,
    HealthSection(N_("Quotation marks typed round speech"), N_("No quotation marks are typed round speech")),
)
