"""The menu follows from the pages: each has a place of its own, and what mkdocs.yml lists stands where it is listed."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest
import yaml

from playbook.ref import PAGE
from playbook.site.menu import HAND_WRITTEN, SECTIONS, header_doors, header_links, menu
from playbook.urls import page_path
from playbook.views import catalogue
from playbook.wording import speaking
from playbook.wording.pseudo import accented
from tests.building import ROOT
from tests.site.documents import HTML, document, shown

EVERYTHING = frozenset(page_path(PAGE, page.id) for page in catalogue.overviews())
"""The paths of a playbook that has something to show everywhere."""
BY_HAND = [{"About": [{"Welcome": "welcome.md"}, {"How to read": "how-to-read.md"}, {"Data": "data.md"}]}]


def site(*paths: str) -> Collection[str]:
    """The paths of a site with these pages made from the playbook; of everything when none is named."""
    return {*paths} or EVERYTHING


def sections(made: list[Any]) -> dict[str, list[Any]]:
    """The entries by heading."""
    return {heading: entries for entry in made for heading, entries in entry.items() if isinstance(entries, list)}


def test_the_menu_of_the_default_playbook_is_in_the_order_in_which_people_look_for_things(default_site: Path) -> None:
    page = document(default_site / "index.html")
    parts = next(iter(page.with_class("pb-menu"))).findall(f"{HTML}ul/{HTML}li")
    assert [" | ".join(filter(str.strip, part.itertext())) for part in parts] == [
        "Emergency",
        "Harbour House",
        "My part | Departments | Roles | Who serves whom",
        "The visit | The journey | Blueprint | Touchpoints",
        "What to do | Tip finder | They said… | When it goes wrong | Tips | Standards | Access",
        "Tonight | Tonight’s running order | Routines",
        "Ideas | Our view, their view | Equal and special | Loyalty ladder | Service theatre | Looking after each other"
        " | Principles",
        "Keeping it up to date | Pick one thing | What changed | Coverage | Health | Words we use"
        " | Where this comes from",
        "About | Welcome | How to read this playbook | Trainer’s room | For trainers | Suggest or edit"
        " | For page authors | Data for screens and bots",
    ]


def test_the_header_leads_to_the_pages_that_people_open_most(default_site: Path, minimal_site: Path) -> None:
    def shown_in(folder: Path) -> list[str]:
        return [shown(link) for link in next(iter(document(folder / "index.html").with_class("pb-top")))]

    assert shown_in(default_site) == ["My department", "Journey", "Tips", "When it goes wrong", "Tonight"]
    assert shown_in(minimal_site) == ["My department", "Journey", "Tips"]


def test_mkdocs_yml_lists_hand_written_pages_only() -> None:
    config = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - makes texts only
    listed = [
        source
        for section in config["nav"]
        for entries in section.values()
        for entry in entries
        for source in entry.values()
    ]
    assert [source for source in listed if not (ROOT / "docs" / source).is_file()] == []


def test_every_title_in_mkdocs_yml_is_in_the_catalogue() -> None:
    config = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - makes texts only
    headings = [heading for section in config["nav"] for heading in section]
    titles = [
        title for section in config["nav"] for entries in section.values() for entry in entries for title in entry
    ]
    assert {*headings} <= {*SECTIONS}
    assert titles == [*HAND_WRITTEN]


def test_a_menu_in_another_language_has_its_titles_and_headings_in_that_language() -> None:
    with speaking("en-XA"):
        made = menu([{"About": [{"Welcome": "welcome.md"}]}, {"Ideas": [{"More": ["own.md"]}]}], site("", "clock"))
        doors = header_links(site("clock"))
    assert made == [
        {accented("Home"): "index.md"},
        {accented("Tonight"): [{accented("Tonight’s running order"): "clock.md"}]},
        {accented("Ideas"): [{accented("More"): ["own.md"]}]},
        {accented("About"): [{accented("Welcome"): "welcome.md"}]},
    ]
    assert doors == [("clock", accented("Tonight"))]


def test_a_page_stands_between_hand_written_ones_by_its_place() -> None:
    assert sections(menu(BY_HAND, site()))["About"] == [
        {"Welcome": "welcome.md"},
        {"How to read": "how-to-read.md"},
        {"Trainer’s room": "trainers-room.md"},
        {"Data": "data.md"},
    ]


def test_a_page_that_nav_lists_stands_there_and_nowhere_else() -> None:
    made = menu([{"Ideas": [{"Tonight’s times": "clock.md"}, "journey.md"]}], site("clock", "journey", "blueprint"))
    assert sections(made) == {
        "The visit": [{"Blueprint": "blueprint.md"}],
        "Ideas": [{"Tonight’s times": "clock.md"}, "journey.md"],
    }


def test_a_menu_that_nav_lists_as_a_whole_is_left_as_it_is() -> None:
    whole = menu(BY_HAND, site())
    assert menu(whole, site()) == whole


@pytest.mark.parametrize("nav", [[], BY_HAND, [{"Ideas": ["clock.md"]}], ["clock.md"]])
def test_a_page_with_nothing_to_show_has_no_entry_and_a_section_without_entries_no_heading(nav: list[Any]) -> None:
    assert menu(nav, site("", "journey"))[:2] == [{"Home": "index.md"}, {"The visit": [{"The journey": "journey.md"}]}]
    assert "clock.md" not in str(menu(nav, site("", "journey")))


def test_a_section_that_nobody_knows_comes_last_and_an_entry_without_one_first() -> None:
    made = menu([{"Our own": ["own.md"]}, {"Contact": "contact.md"}, {"About": ["welcome.md"]}], site("", "coverage"))
    assert made == [
        {"Home": "index.md"},
        {"Contact": "contact.md"},
        {"Keeping it up to date": [{"Coverage": "coverage.md"}]},
        {"About": ["welcome.md"]},
        {"Our own": ["own.md"]},
    ]


def test_the_entries_of_a_heading_below_another_are_looked_through_too() -> None:
    made = menu([{"About": [{"More": ["clock.md", "coverage.md"]}, {"Less": ["health.md"]}]}], site("coverage"))
    assert made == [{"About": [{"More": ["coverage.md"]}]}]


def test_a_wrong_path_to_a_hand_written_page_is_left_for_the_host_to_complain_about() -> None:
    assert menu([{"About": ["wellcome.md"]}], site("")) == [{"Home": "index.md"}, {"About": ["wellcome.md"]}]


def test_every_page_stands_under_a_heading_that_has_its_place_in_the_order() -> None:
    assert {place.section for place, _ in catalogue.menu_places()} - {*SECTIONS} == set()


def test_no_two_pages_claim_the_same_place() -> None:
    places = [(place.section, place.place) for place, _ in catalogue.menu_places()]
    assert len(set(places)) == len(places)


def test_the_way_to_emergencies_is_first_in_the_menu_and_a_door_in_the_header() -> None:
    assert menu(BY_HAND, site())[:2] == [{"Emergency": "emergency.md"}, {"Home": "index.md"}]
    assert header_doors(site()) == [("emergency", "Emergency")]
    assert "emergency" not in dict(header_links(site()))


def test_the_header_leads_only_where_there_is_a_page() -> None:
    assert header_doors(site("departments", "clock")) == []
    assert header_links(site("departments", "clock")) == [("departments", "My department"), ("clock", "Tonight")]
