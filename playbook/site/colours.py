"""The colours of a house: what an adopter gives under `extra: colours:` in mkdocs.yml, as rules of the style sheet.

A colour that could not be read on the paper is refused, because nobody would notice until somebody cannot read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

PAPERS = {"light": "#fbf9f5", "dark": "#18161b"}
"""What text stands on in each scheme, as in assets/css/00-tokens.css; a house may change it."""
SCHEMES = {"light": '[data-md-color-scheme="default"]', "dark": '[data-md-color-scheme="slate"]'}
INKS = ("accent", "ink", "soft", "stage-1", "stage-2", "stage-3", "stage-4", "stage-5")
"""The colours that words are set in."""
NAMES = ("paper", "card", "shade", "line", *INKS)
LEAST_CONTRAST = 4.5
"""Between words and what they stand on (WCAG 2.2, success criterion 1.4.3)."""

_COLOUR = re.compile("#[0-9a-fA-F]{6}")


class ColourFault(ValueError):
    """A colour that cannot be used; the text says which, why, and what would mend it."""


def style_of(colours: object) -> str:
    """The rules for these colours; empty when none are given. Raises ColourFault."""
    if not colours:
        return ""
    if not isinstance(colours, Mapping) or not set(colours) <= set(SCHEMES):
        raise ColourFault("extra: colours: in mkdocs.yml has two parts, `light` and `dark`, each with names of colours")
    return "".join(_rule(scheme, colours[scheme]) for scheme in SCHEMES if scheme in colours)


def _rule(scheme: str, colours: Any) -> str:
    if not isinstance(colours, Mapping):
        raise ColourFault(
            f'extra: colours: {scheme}: in mkdocs.yml needs names of colours: {scheme}: {{accent: "#123456"}}'
        )
    for name, value in colours.items():
        if name not in NAMES:
            raise ColourFault(
                f"`{name}` is no colour of ours (mkdocs.yml, extra: colours: {scheme}); there are {', '.join(NAMES)}"
            )
        if not _COLOUR.fullmatch(str(value)):
            raise ColourFault(
                f'`{name}: {value}` is no colour (mkdocs.yml, extra: colours: {scheme}); write it as "#8c2f39"'
            )
    _check_contrasts(scheme, {name: str(value) for name, value in colours.items()})
    declarations = "".join(f"  --pb-{name}: {value};\n" for name, value in colours.items())
    return f"{SCHEMES[scheme]} {{\n{declarations}}}\n"


def _check_contrasts(scheme: str, colours: Mapping[str, str]) -> None:
    paper = colours.get("paper", PAPERS[scheme])
    for name in (it for it in INKS if it in colours):
        found = contrast(colours[name], paper)
        if found < LEAST_CONTRAST:
            wanted = "darker" if scheme == "light" else "lighter"
            raise ColourFault(
                f"`{name}: {colours[name]}` cannot be read on {paper} (mkdocs.yml, extra: colours: {scheme}): "
                f"the contrast is {found:.1f} and must be {LEAST_CONTRAST}; take a {wanted} one"
            )


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    return sum(part * weight for part, weight in zip(_linear(colour), (0.2126, 0.7152, 0.0722), strict=True))


def _linear(colour: str) -> Iterator[float]:
    for at in (1, 3, 5):
        part = int(colour[at : at + 2], 16) / 255
        yield part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
