"""How unseen work reaches a patron: the way is right, and the sentence is English.

`because_of_you.txt` holds every sentence of the default playbook under the id of the contribution that it begins with,
and every other link of that contribution, one to a line. When contributions change on purpose, write it anew with
`python -m tests.views.test_because_of_you`, then read `git diff tests/views/because_of_you.txt` aloud: is what follows
"so" possible, easier or better because of what stands before it? If not, change the link, not this file.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

from playbook.days import Days
from playbook.model import Playbook
from playbook.model.people import Contribution
from playbook.opening import open_playbook
from playbook.views.because_of_you import Because, because_of
from tests import building

SENTENCES = Path(__file__).with_name("because_of_you.txt")


def sentence_of(because: Because) -> str:
    """The whole way as one sentence, from "You" to what the patron says."""
    acts = because.joint.join(f"{act.who} {act.does}" for act in because.acts)
    return f"{acts}; {because.so_that}: “{because.patron_says}”"


def lines_about(playbook: Playbook, act: Contribution) -> list[str]:
    """The sentence about a contribution that no patron sees, and below it each of its links that is not in it."""
    way = because_of(playbook, act)
    lines = [f"{act.id}: {sentence_of(way) if way else 'reaches nobody'}"]
    for after in act.enables:
        link = because_of(with_changed(playbook, act.id, enables=(after,)), act)
        if link is None:
            lines.append(f"    also: {after} reaches nobody")
        elif way is None or link.between[0] != way.between[0]:
            lines.append(f"    also: {link.acts[1].who} {link.acts[1].does}")
    return lines


def sentences(playbook: Playbook) -> list[str]:
    """What `because_of_you.txt` holds."""
    unseen = (act for act in playbook.contributions.values() if act.lane != "frontstage")
    return [line for act in unseen for line in lines_about(playbook, act)]


def with_changed(playbook: Playbook, contribution_id: str, **fields: Any) -> Playbook:
    """The playbook with other fields in one contribution."""
    changed: Contribution = playbook.contributions[contribution_id].model_copy(update=fields)
    return replace(playbook, contributions={**playbook.contributions, contribution_id: changed})


def test_the_sentences_of_the_default_playbook_are_those_that_were_approved(default_playbook: Playbook) -> None:
    assert sentences(default_playbook) == SENTENCES.read_text("utf-8").splitlines()


def test_every_unseen_contribution_of_the_default_playbook_reaches_a_patron_in_three_steps(
    default_playbook: Playbook,
) -> None:
    unseen = [act for act in default_playbook.contributions.values() if act.lane != "frontstage"]
    ways = {act.id: because_of(default_playbook, act) for act in unseen}
    assert [act_id for act_id, way in ways.items() if way is None or len(way.between) > 3] == []


def test_no_word_and_no_link_changes_without_a_change_in_the_sentences(default_playbook: Playbook) -> None:
    unnoticed = []
    for act in default_playbook.contributions.values():
        if act.lane == "frontstage":
            continue
        approved = lines_about(default_playbook, act)
        fewer = [tuple(other for other in act.enables if other != one) for one in act.enables]
        changes: list[dict[str, Any]] = [{"does": f"{act.does} twice"}, *({"enables": others} for others in fewer)]
        for change in changes:
            playbook = with_changed(default_playbook, act.id, **change)
            if lines_about(playbook, playbook.contributions[act.id]) == approved:
                unnoticed.append((act.id, change))
    assert unnoticed == []


def test_it_is_said_to_whoever_does_it(small_playbook: Playbook) -> None:
    because = because_of(small_playbook, small_playbook.contributions["lights-the-aisle"])
    assert because is not None
    assert sentence_of(because).startswith(
        "You check every aisle light before the doors open, so the usher can walk with everybody who hesitates"
    )


def test_it_can_be_said_about_them(small_playbook: Playbook) -> None:
    because = because_of(small_playbook, small_playbook.contributions["lights-the-aisle"], to_you=False)
    assert because is not None
    assert (because.acts[0].who, because.acts[0].does) == (
        "The stage electrician",
        "checks every aisle light before the doors open",
    )


def test_words_that_cannot_be_said_to_you_stay_in_the_third_person(small_playbook: Playbook) -> None:
    playbook = with_changed(small_playbook, "lights-the-aisle", does="greets everyone who comes in and shows the way")
    because = because_of(playbook, playbook.contributions["lights-the-aisle"])
    assert because is not None
    assert because.acts[0].who == "The stage electrician"
    assert because.acts[0].does == "greets everyone who comes in and shows the way"


def outcome(playbook: Playbook, **fields: Any) -> tuple[str, str]:
    """What comes of checking the aisle lights when the moment has other fields."""
    moment = playbook.touchpoints["finds-seat"].model_copy(update=fields)
    changed = replace(playbook, touchpoints={**playbook.touchpoints, "finds-seat": moment})
    because = because_of(changed, changed.contributions["lights-the-aisle"])
    assert because is not None
    return because.so_that, because.patron_says


def test_the_patron_remembers_it_or_can_say_how_they_feel_or_no_longer_has_to_ask(small_playbook: Playbook) -> None:
    moment = small_playbook.touchpoints["finds-seat"]
    patron = small_playbook.organisation.audience.definite
    assert moment.remembered
    assert outcome(small_playbook) == (f"and {patron} remembers", moment.remembered)
    playbook = with_changed(small_playbook, "shows-the-row", remembered="He lent me his arm.")
    assert outcome(playbook) == (f"and {patron} remembers", "He lent me his arm.")
    assert outcome(small_playbook, remembered=None, feel="safe.") == (f"and {patron} can say", "I feel safe.")
    assert outcome(small_playbook, remembered=None, feel=None) == (
        f"and {patron} no longer has to ask",
        moment.patron_asks,
    )


def test_what_enables_nobody_reaches_nobody(small_playbook: Playbook) -> None:
    playbook = with_changed(small_playbook, "lights-the-aisle", enables=())
    assert because_of(playbook, playbook.contributions["lights-the-aisle"]) is None


def test_the_shortest_way_is_shown(small_playbook: Playbook) -> None:
    playbook = with_changed(small_playbook, "clears-the-rows", enables=("lights-the-aisle", "shows-the-row"))
    because = because_of(playbook, playbook.contributions["clears-the-rows"])
    assert because is not None
    assert [act.id for act in because.between] == ["shows-the-row"]


if __name__ == "__main__":
    opened = open_playbook(building.DEFAULT, Days.on(dt.date.today())).playbook
    if opened is None:
        raise SystemExit("the default playbook cannot be read")
    SENTENCES.write_text("\n".join(sentences(opened.published())) + "\n", "utf-8")
