"""The colours of a house: what an adopter gives under `extra: colours:` in mkdocs.yml, as rules of the style sheet.

A colour that could not be read on its background is refused, because no one would notice until someone cannot read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from playbook.problems import Code, nearest
from playbook.site.setting_codes import UNKNOWN_OPTION, UNUSABLE_COLOUR
from playbook.wording import _

PAPERS = {"light": "#fbf9f5", "dark": "#18161b"}
"""The background of text in each scheme, as in assets/css/00-tokens.css; a house may change it."""
SCHEMES = {"light": '[data-md-color-scheme="default"]', "dark": '[data-md-color-scheme="slate"]'}
INKS = ("accent", "ink", "soft", "stage-1", "stage-2", "stage-3", "stage-4", "stage-5")
"""The colours of text."""
NAMES = ("paper", "card", "shade", "line", *INKS)
EXAMPLE = '"#8c2f39"'
MIN_CONTRAST = 4.5
"""Between text and its background (WCAG 2.2, success criterion 1.4.3)."""

_COLOUR = re.compile("#[0-9a-fA-F]{6}")


class ColourFault(ValueError):
    """A colour that cannot be used; the text says which, why, and what fixes it."""

    def __init__(self, path: tuple[str, ...], code: Code, message: str, help_text: str) -> None:
        self.path = path
        """The keys below `extra: colours:` that lead to what is wrong."""
        self.code = code
        self.message = message
        self.help = help_text
        super().__init__(f"{message}; {help_text}")


def style_of(colours: object) -> str:
    """The rules for these colours; empty when none are given. Raises ColourFault for the first that cannot be used."""
    for fault in colour_faults(colours):
        raise fault
    if not isinstance(colours, Mapping):
        return ""
    return "".join(_rule(scheme, colours[scheme]) for scheme in SCHEMES if scheme in colours)


def _rule(scheme: str, colours: Mapping[str, str]) -> str:
    declarations = "".join(f"  --pb-{name}: {value};\n" for name, value in colours.items())
    return f"{SCHEMES[scheme]} {{\n{declarations}}}\n"


def colour_faults(colours: object) -> Iterator[ColourFault]:
    """Everything that is wrong with these colours; nothing when none are given."""
    if not colours:
        return
    if not isinstance(colours, Mapping):
        message = _("`extra: colours:` in mkdocs.yml needs `light` or `dark`, each with names of colours")
        yield ColourFault((), UNUSABLE_COLOUR, message, _example("light"))
        return
    for scheme, given in colours.items():
        if scheme not in SCHEMES:
            near = nearest(str(scheme), SCHEMES)
            message = _("`extra: colours:` in mkdocs.yml has no part `%(name)s`, only `light` and `dark`", name=scheme)
            help_text = _("did you mean `%(name)s`?", name=near) if near else _example("light")
            yield ColourFault((str(scheme),), UNKNOWN_OPTION, message, help_text)
        elif not isinstance(given, Mapping):
            message = _("`extra: colours: %(scheme)s:` in mkdocs.yml needs names of colours", scheme=scheme)
            yield ColourFault((scheme,), UNUSABLE_COLOUR, message, _example(scheme))
        else:
            yield from _faults_of_names(scheme, given)
            yield from _faults_of_contrast(scheme, {name: str(value) for name, value in given.items()})


def _example(scheme: str) -> str:
    return _("write %(example)s", example=f'{scheme}: {{accent: "#123456"}}')


def _faults_of_names(scheme: str, colours: Mapping[Any, object]) -> Iterator[ColourFault]:
    where = f"mkdocs.yml, extra: colours: {scheme}"
    for name, value in colours.items():
        if name not in NAMES:
            near = nearest(str(name), NAMES)
            names = _("the names are: %(names)s", names=", ".join(NAMES))
            help_text = _("did you mean `%(name)s`?", name=near) if near else names
            message = _("`%(name)s` is not the name of a colour (%(where)s)", name=name, where=where)
            yield ColourFault((scheme, str(name)), UNKNOWN_OPTION, message, help_text)
        elif not _COLOUR.fullmatch(str(value)):
            message = _("`%(name)s: %(value)s` is not a colour (%(where)s)", name=name, value=value, where=where)
            yield ColourFault(
                (scheme, name), UNUSABLE_COLOUR, message, _("write it like this: %(example)s", example=EXAMPLE)
            )


def _faults_of_contrast(scheme: str, colours: Mapping[str, str]) -> Iterator[ColourFault]:
    usable = {name: value for name, value in colours.items() if _COLOUR.fullmatch(value)}
    paper = usable.get("paper", PAPERS[scheme])
    for name in INKS:
        if name in usable and (found := contrast(usable[name], paper)) < MIN_CONTRAST:
            message = _(
                "`%(name)s: %(value)s` is too hard to read on %(paper)s (%(where)s): "
                "the contrast is %(contrast)s and must be at least %(least)s",
                name=name,
                value=usable[name],
                paper=paper,
                where=f"mkdocs.yml, extra: colours: {scheme}",
                contrast=f"{found:.1f}",
                least=MIN_CONTRAST,
            )
            help_text = _("choose a darker one") if scheme == "light" else _("choose a lighter one")
            yield ColourFault((scheme, name), UNUSABLE_COLOUR, message, help_text)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    return sum(value * weight for value, weight in zip(_linear(colour), (0.2126, 0.7152, 0.0722), strict=True))


def _linear(colour: str) -> Iterator[float]:
    for at in (1, 3, 5):
        value = int(colour[at : at + 2], 16) / 255
        yield value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
