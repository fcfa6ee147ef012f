"""What search knows of each record: one entry with the texts to find it by and the words to show for it.

Which fields are read is stated beside each kind, in the model; how much each counts is decided by `strengths`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from playbook.model import BY_NAME, KINDS, Kind, Playbook, Record
from playbook.model.editorial import Term
from playbook.model.experience import Touchpoint
from playbook.model.people import InternalService
from playbook.model.practice import Scenario
from playbook.model.records import ForeignUtterance, Utterance
from playbook.ref import PAGE, Ref
from playbook.rendering.rich_text import plain, shortened
from playbook.search.vocabulary import forms_of
from playbook.views import catalogue
from playbook.views.labels import label
from playbook.views.spec import Found, ViewSpec
from playbook.wording import _

SHOWN_LENGTH = 130
"""Characters of a text that a search result shows."""

PAGE_PLACE = 10
"""The place among equal results of a page that is no record."""


def kinds_found() -> tuple[str, ...]:
    """The kinds that can be found, `page` among them, in the order that decides between equal results."""
    places = {PAGE: PAGE_PLACE} | {kind.name: kind.search.place for kind in KINDS if kind.search}
    return tuple(sorted(places, key=places.__getitem__))


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found."""

    kind: str
    id: str
    title: str
    where: str
    """What it belongs to, in names: the stage of a touchpoint, the department of a role."""
    said: tuple[str, ...]
    """What patrons say there: their question, then their sentences. A result shows the one most like what was typed."""
    say: str
    """The first words to say; empty where there are none."""
    about: str
    """The beginning of the text, where there are no words to say."""
    aliases: tuple[str, ...]
    utterances: tuple[str, ...]
    foreign: tuple[str, ...]
    """Those of the utterances that are in another language."""
    signs: tuple[str, ...]
    """Words that mean an emergency, as they are written."""
    body: str
    is_urgent: bool
    """Whether somebody is in danger: a scenario that comes before everything else."""
    mark: str
    """What a reader should know before opening it: that nobody has confirmed it in time; empty for most."""
    file: str
    """Where it is written down, from the project's root; empty for a page that is no record."""

    @property
    def key(self) -> str:
        """`kind:id`, as search tests and `run.py search` write it."""
        return f"{self.kind}:{self.id}"


def entries_of(playbook: Playbook, marks: Mapping[Ref, str] | None = None) -> tuple[Entry, ...]:
    """Every entry, by kind in the order of `kinds_found` and within a kind in the order of the files."""
    live = playbook.published()
    entries: list[Entry] = []
    for kind in kinds_found():
        if kind == PAGE:
            entries.extend(_page_entry(view, found, live) for view, found in catalogue.found_views())
            continue
        of_kind = live.of_kind(kind).values()
        entries.extend(
            _entry(live, BY_NAME[kind], record, (marks or {}).get(Ref(kind, record.id), "")) for record in of_kind
        )
    return tuple(entries)


def _page_entry(view: ViewSpec, found: Found, playbook: Playbook) -> Entry:
    return Entry(
        kind=PAGE,
        id=view.id,
        title=_(view.title),
        where="",
        said=(),
        say="",
        about=_(found.about, **playbook.organisation.audience.names),
        aliases=found.aliases,
        utterances=(),
        foreign=(),
        signs=(),
        body=found.names(playbook),
        is_urgent=False,
        mark="",
        file="",
    )


def _entry(playbook: Playbook, kind: Kind, record: Record, mark: str) -> Entry:
    search = kind.search
    assert search is not None
    names = _related_names(playbook, kind, search.related, record)
    heard: tuple[Utterance, ...] = getattr(record, "utterances", ())
    utterances = tuple(words for utterance in heard for words in _ways_of_saying(utterance))
    said = tuple(map(_as_shown, heard))
    asks = getattr(record, "patron_asks", "")
    if asks:
        utterances, said = (asks, *utterances), (asks, *said)
    by_field = {field: [*texts_in(getattr(record, field))] for field in search.body}
    body = [text for texts in by_field.values() for text in texts]
    is_urgent = isinstance(record, Scenario) and record.urgent
    say = next(iter(getattr(record, "say", ())), "") if kind.name != "term" and not is_urgent else ""
    home = playbook.homes.get(Ref(kind.name, record.id))
    title = label(playbook, kind.name, record)
    aliases = tuple(forms_of(record)) if isinstance(record, Term) else record.aliases
    if title != record.label:
        aliases = (record.label, *aliases)
    if isinstance(record, Touchpoint) and title != record.name:
        aliases = (record.name, *aliases)
    if kind.name == "department":
        aliases = (*aliases, f"{title} department")
    return Entry(
        kind=kind.name,
        id=record.id,
        title=_shown(title),
        where=_shown(", ".join(names[:2])),
        said=tuple(map(_shown, said)),
        say=_shown(say),
        about="" if say else _about(kind, by_field),
        aliases=aliases,
        utterances=utterances,
        foreign=tuple(map(str, (utterance for utterance in heard if isinstance(utterance, ForeignUtterance)))),
        signs=record.signs if isinstance(record, Scenario) else (),
        body="\n".join((*body, *names, *_both_sides(playbook, record))),
        is_urgent=is_urgent,
        mark=mark,
        file=home.file if home else "",
    )


def _ways_of_saying(utterance: Utterance) -> Iterator[str]:
    """What is said, and what it means if that is another language."""
    yield str(utterance)
    if isinstance(utterance, ForeignUtterance):
        yield utterance.means


def _as_shown(utterance: Utterance) -> str:
    return f"{utterance} ({utterance.means})" if isinstance(utterance, ForeignUtterance) else utterance


def texts_in(value: object) -> Iterator[str]:
    """Every text in the value of a field: of a list, of a group of fields, of a mapping's values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_in(getattr(value, name))
    elif isinstance(value, Mapping):
        yield from texts_in(tuple(value.values()))
    elif isinstance(value, Iterable):
        for part in value:
            yield from texts_in(part)


def _related_names(playbook: Playbook, kind: Kind, fields: Iterable[str], record: Record) -> list[str]:
    names = []
    for field in fields:
        value = getattr(record, field)
        for record_id in (value,) if isinstance(value, str) else value or ():
            related = playbook.find(kind.target_of(field), record_id)
            if related is not None:
                names.append(related.label)
    return names


def _both_sides(playbook: Playbook, record: Record) -> Iterator[str]:
    """What people call the two departments of an internal service."""
    if isinstance(record, InternalService):
        for side in (record.provider, record.receiver):
            department = playbook.departments.get(side)
            yield from department.aliases if department else ()


def _about(kind: Kind, body: Mapping[str, list[str]]) -> str:
    """The beginning of the first text of a record, without its Markdown; `body` has the texts of each field."""
    for field, texts in body.items():
        if texts:
            return plain(texts[0], SHOWN_LENGTH) if kind.has_markdown(field) else _shown(texts[0])
    return ""


def _shown(line: str) -> str:
    return shortened(line, SHOWN_LENGTH)
