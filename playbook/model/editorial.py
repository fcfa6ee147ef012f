"""What editors keep for the playbook as a whole: its vocabulary, its sources, the ideas that must keep a home, and the
searches that must find something.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from playbook.model.fields import Line, Several, SourceId, Text, WholeNumber
from playbook.model.kind import Kind, Named, OnPage, Pages, Search
from playbook.model.locales import LanguageCode
from playbook.model.people import Address
from playbook.model.records import Addressed, Record
from playbook.wording import N_

PAGE_REFERENCE = r"^(page|[a-z]+(_[a-z]+)*):[a-z0-9]+(-[a-z0-9]+)*$"
"""`kind:id`, or `page:name` for a page that is not a record."""

Reference = Annotated[str, Field(pattern=PAGE_REFERENCE)]
"""A record of any kind as `kind:id`, or a page that is not a record as `page:name`."""


class Term(Record):
    """A thing that people call by many words."""

    label_field = "say"

    say: Line
    """The word we use."""
    meaning: Text | None = None
    gb: Several[Line] = ()
    """What people in Britain call it."""
    us: Several[Line] = ()
    """What people in the United States call it."""
    sector_words: Several[Line] = ()
    """What people in theatres, orchestras, museums or libraries call it among themselves."""
    misspellings: Several[Line] = ()
    not_say: Several[Line] = ()
    """Words to avoid in front of patrons."""


TERM = Kind(
    name="term",
    named=Named(N_("term"), N_("a term"), N_("Terms")),
    plural="terms",
    record=Term,
    summary="meaning",
    owner=None,
    shown=OnPage("words"),
    search=Search(place=17, body=("meaning",), weight=0.6, heading=N_("Words we use")),
)


class Source(Addressed):
    """Where an idea comes from."""

    label_field = "title"

    title: Line
    kind: Literal["essay", "book", "article", "guidance", "standard", "practice"]
    author: Line | None = None
    year: Annotated[int, Field(ge=1800, le=2100), WholeNumber] | None = None
    publisher: Line | None = None
    address: Address | None = None
    seed_file: Line | None = None
    """The essay’s file, for the essays that this project grew from."""


SOURCE = Kind(
    name="source",
    named=Named(N_("source"), N_("a source"), N_("Sources")),
    plural="sources",
    record=Source,
    summary="author",
    owner=None,
    shown=Pages(N_("Sources"), N_("Where the ideas come from."), sorted_by="title"),
    search=Search(place=18, body=("author", "publisher"), weight=0.6),
)


class Concept(Record):
    """An idea that must stay visible somewhere on the site."""

    name: Line
    idea: Text
    """The idea in our own words."""
    home: Annotated[Several[Reference], Field(min_length=1)]
    """The records or pages where people find it."""
    source: SourceId


CONCEPT = Kind(
    name="concept",
    named=Named(N_("concept"), N_("a concept"), N_("Concepts")),
    plural="concepts",
    record=Concept,
    summary="idea",
    owner=None,
    shown=OnPage("where-this-comes-from"),
    search=None,
)


class SearchTest(Record):
    """What people type, and what they must find."""

    label_field = "query"

    query: Line
    kind: Line
    """What sort of query this is: everyday, locale, typo, utterance, acronym, question, plural, compound, spelling.
    What people type when someone is in danger is of the kind emergency.
    """
    expect: Annotated[Several[Reference], Field(min_length=1)]
    """Finding any one of these is enough."""
    top: Annotated[int, Field(ge=1, le=10), WholeNumber] = 1
    """Among how many of the first results."""
    language: LanguageCode = "en"
    """The language of the query; `en` when left out. A test in a language other than the playbook’s is not run."""


SEARCH_TEST = Kind(
    name="search_test",
    named=Named(N_("search test"), N_("a search test"), N_("Search tests")),
    plural="search_tests",
    record=SearchTest,
    summary=None,
    owner=None,
    shown=OnPage("home", is_anchored=False),
    search=None,
    is_list=True,
)
