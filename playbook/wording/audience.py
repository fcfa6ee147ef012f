"""What a house calls the people it is for, in the forms that sentences need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from playbook.wording.catalogues import SOURCE_LANGUAGE
from playbook.wording.english_grammar import plural, with_article
from playbook.wording.speaking import _, current, pgettext


@dataclass(frozen=True)
class Audience:
    """One word for the people a house is for, in its forms."""

    one: str
    """One of them: `patron`."""
    many: str
    """Several: `patrons`."""
    indefinite: str
    """Any one of them, with the article: `a patron`."""
    definite: str
    """A certain one, with the article: `the patron`."""
    possessive: str
    """What belongs to that one, before a noun or after it, as the language has it: `the patron’s`."""

    @classmethod
    def usual(cls) -> Audience:
        """The word of a house that has chosen none, in the language that is spoken now."""
        return cls(
            pgettext("audience", "patron"),
            _("patrons"),
            _("a patron"),
            _("the patron"),
            _("the patron’s"),
        )

    @classmethod
    def called(cls, one: str, **forms: str | None) -> Audience:
        """The forms of a house's own word; those that are not given as the spoken language usually makes them."""
        is_english = current().language == SOURCE_LANGUAGE
        definite = forms.get("definite") or _("the %(word)s", word=one)
        return cls(
            one=one,
            many=forms.get("many") or (plural(one) if is_english else one),
            indefinite=forms.get("indefinite") or (with_article(one) if is_english else one),
            definite=definite,
            possessive=forms.get("possessive") or pgettext("what belongs to them", "%(word)s’s", word=definite),
        )

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The forms by the names that messages have for them; a name with a capital is for the start of a sentence."""
        forms = {
            "patron": self.one,
            "patrons": self.many,
            "a_patron": self.indefinite,
            "the_patron": self.definite,
            "of_the_patron": self.possessive,
        }
        return {**forms, **{_capital(name): _capital(form) for name, form in forms.items()}}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
