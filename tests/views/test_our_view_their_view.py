"""Every pair of views stands at its first touchpoint; a page of thousands shows some of each."""

from __future__ import annotations

from typing import Any

from playbook.views import our_view_their_view
from playbook.views.context import Context
from tests.views.evening import by_id, house, tip


def _values(context: Context) -> Any:
    return our_view_their_view.VIEW.prepare(context)


def test_a_house_whose_tips_have_only_the_patron_s_side_has_no_such_page() -> None:
    assert not our_view_their_view.VIEW.exists(house(tips=by_id(tip("smile", "door"))))


def test_pairs_stand_once_at_their_first_touchpoint_in_the_order_of_the_journey() -> None:
    tips = by_id(
        tip("sit", "seat", our_view="They find it."),
        tip("smile", "door", our_view="We are busy."),
        tip("walk", "door", touchpoints=("door", "seat"), our_view="It is signed."),
        tip("plain", "door"),
    )
    values = _values(house(tips=tips))
    shown = [
        (moment.touchpoint.id, [tip.id for tip in moment.tips], moment.more) for moment in values.chapters[0].moments
    ]
    assert shown == [("door", ["smile", "walk"], 0), ("seat", ["sit"], 0)]
    assert (values.pairs, values.one_sided, values.chapters[0].count) == (3, 1, 3)


def test_a_large_playbook_shows_a_share_of_each_touchpoint_and_counts_the_rest() -> None:
    tips = by_id(
        *(tip(f"{place}-{number}", place, our_view="Ours.") for place in ("door", "seat") for number in range(150))
    )
    moments = _values(house(tips=tips)).chapters[0].moments
    assert [(len(moment.tips), moment.more) for moment in moments] == [(100, 50), (100, 50)]
