"""No page but the lists grows with the number of records, even when all of them refer to one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from playbook.views.strip import MAX_STOPS
from tests import building, crowded_playbook
from tests.crowded_playbook import HUB

FEW, MANY = 50, 150
"""Records of each kind that refer to the hub of that kind; both more than a page has room for."""
PAGES = (
    f"departments/{HUB}",
    f"evidence/{HUB}",
    "internal-services/given-100",
    f"principles/{HUB}",
    f"roles/{HUB}",
    f"rungs/{HUB}",
    f"settings/{HUB}",
    f"sources/{HUB}",
    f"standards/{HUB}",
    f"tips/{HUB}",
    f"touchpoints/{HUB}",
)
"""Each to which any number of other records may refer."""
DIGITS = 40
"""Bytes by which a page may grow, since numbers on it have one more digit: "and 120 more" instead of "and 20 more"."""


@pytest.fixture(scope="session")
def crowded(built: Callable[..., Path], shared_folder: Path) -> Callable[[int], Path]:
    """The folder of the site of a crowded playbook, given how many records of each kind refer to one."""

    def build(count: int) -> Path:
        def lay_out(folder: Path) -> None:
            crowded_playbook.write(folder / "data", count)

        return built(f"crowded-{count}", building.made_once(shared_folder, f"crowded-{count}", lay_out) / "data")

    return build


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_one_size_however_many_refer_to_its_record(crowded: Callable[[int], Path], page: str) -> None:
    few, many = (len((crowded(count) / page / "index.html").read_bytes()) for count in (FEW, MANY))
    assert few <= many <= few + DIGITS


def test_what_has_no_room_is_counted_and_found_elsewhere(crowded: Callable[[int], Path]) -> None:
    page = (crowded(MANY) / "roles" / HUB / "index.html").read_text("utf-8")
    assert '<p class="pb-rest"><a href="../../scenarios/">and 120 more</a></p>' in page


def test_the_strip_names_a_few_moments_of_a_crowded_stage(crowded: Callable[[int], Path]) -> None:
    page = (crowded(MANY) / "index.html").read_text("utf-8")
    assert page.count('class="pb-stop"') == MAX_STOPS
    assert f'<a href="touchpoints/#arriving">all {MANY + 1} moments</a>' in page


def test_a_touchpoint_shows_all_that_is_done_there(crowded: Callable[[int], Path]) -> None:
    page = (crowded(MANY) / "touchpoints" / "t-100" / "index.html").read_text("utf-8")
    assert [name for name in ("seen-100", "unseen-100", "by-100", "lost-100") if f'id="{name}"' not in page] == []
