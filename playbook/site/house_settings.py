"""What an adopter sets in mkdocs.yml for a house: its colours, its logo, its icon, and addresses.

Finds what is mistyped or missing, with its line and what fixes it. Knows mkdocs.yml as text and as values; reading it
is the work of the host.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playbook.model.addresses import can_be_opened, scheme_of
from playbook.problems import Place, Problem, nearest, one_line
from playbook.site.colours import colour_faults
from playbook.site.inline_scripts import SCHEMES
from playbook.site.page_codes import UNUSABLE_ADDRESS
from playbook.site.setting_codes import MISSING_PICTURE, UNKNOWN_OPTION
from playbook.wording import _

FILE = "mkdocs.yml"
OURS = ("colours",)
"""Our keys under `extra:`. Other keys there belong to the theme or to hand-written pages."""
PICTURES = ("logo", "favicon")
"""The keys under `theme:` that name a picture."""
WEB_ADDRESSES = ("site_url", "repo_url", "edit_uri", "edit_uri_template")
"""The keys that hold an address on the web; the last two may begin at the repository instead."""
CLOSE_CUTOFF = 0.75
"""How alike (0 to 1) a key under `extra:` and one of ours must be for the key to count as mistyped."""
_ENDINGS = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico", ".avif"})
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)


@dataclass(frozen=True)
class HouseSettings:
    """The settings as they are in mkdocs.yml."""

    text: str
    """The file."""
    extra: Mapping[str, object]
    """Everything under `extra:`."""
    pictures: Mapping[str, object]
    """What `theme:` says for each of PICTURES that it mentions."""
    folders: Sequence[Path]
    """The folders in which a picture may be, the folder of the pages first."""
    addresses: Mapping[str, object] = field(default_factory=dict)
    """What it says for each of WEB_ADDRESSES that it mentions."""
    links: Sequence[str] = ()
    """Where the menu leads, besides pages."""


def setting_problems(settings: HouseSettings) -> list[Problem]:
    """Every mistake in the settings, in the order of the file."""
    found = [*_mistyped(settings), *_colours(settings), *_pictures(settings), *_addresses(settings)]
    return sorted(found, key=lambda problem: problem.place)


def _mistyped(settings: HouseSettings) -> Iterator[Problem]:
    for key in settings.extra:
        meant = None if key in OURS else nearest(str(key), OURS, CLOSE_CUTOFF)
        if meant is not None:
            place = _place(settings.text, ("extra", str(key)))
            message = _("`%(name)s` means nothing under `extra:`", name=one_line(str(key)))
            yield UNKNOWN_OPTION.at(place, message, _("did you mean `%(name)s`?", name=meant))


def _colours(settings: HouseSettings) -> Iterator[Problem]:
    for fault in colour_faults(settings.extra.get("colours")):
        place = _place(settings.text, ("extra", "colours", *fault.path))
        yield fault.code.at(place, fault.message, fault.help)


def _pictures(settings: HouseSettings) -> Iterator[Problem]:
    for key in PICTURES:
        value = settings.pictures.get(key)
        if not isinstance(value, str) or value.startswith("data:"):
            continue
        place = _place(settings.text, ("theme", key))
        if "://" in value:
            message = _(
                "the picture `%(address)s` (`theme: %(key)s:`) is on another site, and pages load nothing from there",
                address=one_line(value),
                key=key,
            )
            yield MISSING_PICTURE.at(place, message, _("put the picture in docs/ and write its path from there"))
        elif not any(_has(folder, value) for folder in settings.folders):
            message = _(
                "`theme: %(key)s:` names `%(file)s`, but there is no such file in docs/", key=key, file=one_line(value)
            )
            yield MISSING_PICTURE.at(place, message, _fix(value, settings.folders[0]))


def _addresses(settings: HouseSettings) -> Iterator[Problem]:
    for key in WEB_ADDRESSES:
        value = settings.addresses.get(key)
        if not isinstance(value, str) or not value or (key.startswith("edit_uri") and _is_relative(value)):
            continue
        if not can_be_opened(value):
            message = _("`%(address)s` is not an address that a browser can open", address=one_line(value, 60))
            yield UNUSABLE_ADDRESS.at(_place(settings.text, (key,)), message, _("write one that starts with https://"))
    for link in settings.links:
        if scheme_of(link) and scheme_of(link) not in SCHEMES:
            message = _("the menu links to `%(address)s`, which is not an address", address=one_line(link, 60))
            help_text = _("write one that starts with https://, or the name of a page")
            yield UNUSABLE_ADDRESS.at(_place(settings.text, ("nav",)), message, help_text)


def _is_relative(address: str) -> bool:
    return not scheme_of(address) and not address.startswith(("//", "\\"))


def _has(folder: Path, value: str) -> bool:
    file = (folder / value).resolve()
    return file.is_relative_to(folder.resolve()) and file.is_file()


def _fix(value: str, folder: Path) -> str:
    pictures = [path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS]
    near = nearest(value, [path.relative_to(folder).as_posix() for path in pictures])
    same = [path for path in pictures if path.name == Path(value).name]
    meant = same[0].relative_to(folder).as_posix() if same else near
    return _("did you mean `%(name)s`?", name=meant) if meant else _("put the picture in docs/, or correct its path")


def _place(text: str, keys: Sequence[str]) -> Place:
    """Where the last of these keys is, each below the one before; the start of the file when it cannot be found."""
    bare = _COMMENT.sub(lambda comment: " " * len(comment[0]), text)
    position = 0
    for key in keys:
        found = re.compile(rf"""(?:^|(?<=[\s{{,]))["']?({re.escape(key)})["']?\s*:""", re.MULTILINE).search(
            bare, position
        )
        if found is None:
            return Place(FILE)
        start, position = found.start(1), found.end()
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return Place(FILE, line, column, len(keys[-1]), text.split("\n")[line - 1].rstrip("\r"))
