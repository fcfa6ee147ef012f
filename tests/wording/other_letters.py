"""A playbook whose records hold no Latin letter, and what is left of Latin letters on a page.

In the pseudo-language every message has accents, so that whatever is read in plain Latin letters on such a site comes
neither from a record nor from a catalogue.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import html5lib
import yaml
from babel import Locale

from playbook.model import KINDS
from playbook.model.kind import FieldPath, Kind
from playbook.model.people import ORGANISATION

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абцдефгхијклмнопќрстувшџыз"
_LETTERS = str.maketrans(_LATIN + _LATIN.upper(), _CYRILLIC + _CYRILLIC.upper())
_KEPT = re.compile(r"\{[a-z0-9-]+\}|\]\([^()]*\)|https?://\S+")
"""Names of facts, and addresses."""
LEFT_OUT = {"search_tests"}
"""What is searched for in English finds nothing here."""


def in_other_letters(text: str) -> str:
    """The text with a Cyrillic letter for each Latin one; names of facts and addresses stay."""
    parts, done = [], 0
    for kept in _KEPT.finditer(text):
        parts += [text[done : kept.start()].translate(_LETTERS), kept[0]]
        done = kept.end()
    return "".join(parts) + text[done:].translate(_LETTERS)


def written_in_other_letters(data: Path, folder: Path) -> Path:
    """A copy of the playbook in `data`, in other letters and the pseudo-language; returns the folder."""
    for kind in KINDS:
        if kind.plural in LEFT_OUT:
            continue
        for path in (data / f"{kind.plural}.yml", *(data / kind.plural).glob("*.yml")):
            if path.is_file():
                records = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - makes texts only
                changed = {name: _changed(record, kind) for name, record in records.items()}
                _write(folder / path.relative_to(data), changed)
    organisation = yaml.load((data / "organisation.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    _write(folder / "organisation.yml", {**_changed(organisation, ORGANISATION), "locale": "en-XA"})
    return folder


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")


def _changed(value: Any, kind: Kind, path: FieldPath = ()) -> Any:
    """The value of a field with its words in other letters."""
    if isinstance(value, dict):
        fields = kind.words_for_people | kind.not_for_people
        is_mapping = path in fields
        return {
            name: _changed(inner, kind, path if is_mapping and (*path, name) not in fields else (*path, name))
            for name, inner in value.items()
        }
    if isinstance(value, list):
        return [_changed(entry, kind, path) for entry in value]
    return in_other_letters(value) if path in kind.words_for_people else value


_READ = {"aria-label", "title", "placeholder", "alt", "content", "label"}
"""Attributes with words for people. Scripts find theirs in attributes whose names begin with `data-`."""
_OF_SCRIPTS = re.compile(r"data-(?!md-)")
"""Attributes that our scripts read; those of the theme hold no words."""
_NO_WORDS = re.compile(r"[a-z0-9 :_-]*|\{.*\}|\S*")
"""Ids, numbers and addresses."""
_NOT_READ = {"script", "style", "code", "kbd", "pre", "template"}
_META_READ = {"description"}


def words_read(html: str) -> Iterator[str]:
    """Every piece of text that people read or hear on a page: of elements, and of attributes with words."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    yield from _read_in(tree)


def _read_in(element: Any) -> Iterator[str]:
    tag = element.tag if isinstance(element.tag, str) else ""
    is_address = tag == "meta" and element.get("name") not in _META_READ
    for name, value in element.items():
        if (name in _READ and not is_address) or (_OF_SCRIPTS.match(name) and not _NO_WORDS.fullmatch(value)):
            yield value
    if tag not in _NOT_READ and element.text and tag:
        yield element.text
    for child in element:
        if tag not in _NOT_READ:
            yield from _read_in(child)
        if child.tail:
            yield child.tail


_WORD = re.compile(r"(?<![\w/@.{-])[A-Za-z]{2,}(?![\w/@}-]|\.\w)")


_ADDRESS = re.compile(r"(?:https?:|urn:|mailto:|tel:)\S+")


def unmarked(texts: Iterable[str], known: Iterable[str] = ()) -> set[str]:
    """The texts that hold a Latin word which is neither marked nor `known`."""
    allowed = {word.casefold() for word in known}
    return {
        " ".join(text.split())[:120]
        for text in texts
        if any(word.casefold() not in allowed for word in _WORD.findall(_ADDRESS.sub(" ", text)))
    }


def theme_words() -> set[str]:
    """What the theme says in its own words: its own catalogues translate them."""
    templates = Path(str(importlib.util.find_spec("material").origin)).parent / "templates"  # type: ignore[union-attr]
    text = (templates / "partials/languages/en.html").read_text("utf-8")
    return {word for said in re.findall(r'": "([^"]*)"', text) for word in re.findall(r"[A-Za-z]{2,}", said)}


DATES = {name for names in (Locale("en").months, Locale("en").days) for name in names["format"]["wide"].values()}
"""Names of months and days, which the Unicode CLDR translates."""
LISTS = {"and", "AM", "PM"}
"""What the CLDR puts between the entries of a list, and after a time."""
NAMES = {"Atom", "JSON", "YAML", "iCalendar", "PDF", "QR", "SVG", "URL", "Windows", "macOS", "Linux", "GitHub", "A4"}
"""Names, which are the same in every language."""
KNOWN = DATES | LISTS | NAMES | theme_words()
