"""How times, measures, lists and choices are said."""

from __future__ import annotations

import typing
from decimal import Decimal

import pytest
from markupsafe import Markup

from playbook.model import KINDS
from playbook.model.editorial import Source
from playbook.model.learning import Improvement
from playbook.model.practice import Tip
from playbook.model.records import Channel, Clock, Measure, Side
from playbook.rendering.phrases import Phrases
from playbook.views.labels import PATTERNS
from playbook.wording import speaking
from playbook.wording.pseudo import PSEUDO_LOCALE, accented
from tests.views.evening import HOUSE

PHRASES = Phrases(HOUSE.organisation)


@pytest.mark.parametrize(
    ("anchor", "start", "end", "words"),
    [
        ("start", 0, None, "as the performance starts"),
        ("start", -1, None, "1 minute before the performance starts"),
        ("start", -90, None, "90 minutes before the performance starts"),
        ("start", -240, None, "4 hours before the performance starts"),
        ("start", -450, None, "7½ hours before the performance starts"),
        ("start", 5, 5, "5 minutes after the performance starts"),
        ("start", -45, -5, "45 to 5 minutes before the performance starts"),
        ("start", -240, -180, "4 to 3 hours before the performance starts"),
        ("start", -120, -60, "2 to 1 hour before the performance starts"),
        ("start", -120, -90, "2 hours to 90 minutes before the performance starts"),
        ("start", -60, 0, "in the last 60 minutes before the performance starts"),
        ("start", -60, 10, "from 60 minutes before to 10 minutes after the performance starts"),
        ("start", 0, 25, "in the first 25 minutes of the performance"),
        ("interval", 0, 1, "in the first minute of the interval"),
        ("interval", 1, 15, "1 to 15 minutes after the interval starts"),
        ("interval", -30, None, "30 minutes before the interval"),
        ("end", -1, 0, "in the last minute of the performance"),
        ("end", 0, 15, "in the first 15 minutes after the performance"),
    ],
)
def test_a_time_is_said_as_people_say_it(
    anchor: typing.Literal["start", "interval", "end"], start: int, end: int | None, words: str
) -> None:
    assert PHRASES.clock(Clock(anchor=anchor, start=start, end=end)) == words


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (Measure(value=Decimal(24), unit="hours"), "at most 24 hours"),
        (Measure(value=Decimal(2), unit="people at the door", limit="at least"), "at least 2 people at the door"),
        (Measure(value=Decimal(6), unit="rings", words="by the sixth ring"), "by the sixth ring"),
    ],
)
def test_a_measure_is_said_with_its_limit_or_in_its_own_words(measure: Measure, words: str) -> None:
    assert PHRASES.measure(measure) == words


def test_a_list_ends_with_and_and_is_escaped() -> None:
    assert PHRASES.list_of(["phone", "web", "e-mail"]) == "phone, web and e-mail"
    assert PHRASES.list_of(["<b>", Markup("<i>{0}</i>")]) == "&lt;b&gt; and <i>{0}</i>"
    assert PHRASES.list_of(["web"]) == "web"
    assert PHRASES.list_of([]) == ""


def choices_of(annotation: object) -> set[str]:
    """The words that a field may choose from."""
    return set(typing.get_args(annotation))


def test_every_choice_that_a_page_shows_has_words() -> None:
    fields = (Improvement.model_fields["status"].annotation, Tip.model_fields["kind"].annotation)
    values = set().union(*(choices_of(shape) for shape in (Channel, Side, *fields)))
    assert {PHRASES.choice(value) for value in values} & {"let go"} == set()
    sources = choices_of(Source.model_fields["kind"].annotation)
    assert len({PHRASES.sort_of_source(value) for value in sources}) == len(sources)


def test_the_title_of_every_kind_is_in_the_catalogue() -> None:
    titles = {kind.title.replace("{", "%(").replace("}", ")s") for kind in KINDS if kind.title}
    assert titles == set(PATTERNS)


def test_phrases_are_said_in_the_language_that_is_spoken() -> None:
    with speaking(PSEUDO_LOCALE):
        assert Phrases(HOUSE.organisation).choice("fixed") == accented("fixed")
        assert accented("as the interval starts") == PHRASES.clock(Clock(anchor="interval", start=0))
