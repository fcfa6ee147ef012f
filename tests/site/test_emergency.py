"""Emergencies on the built site: a door on every page, the number before all else, the word Urgent in every list."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests import building
from tests.conftest import TODAY
from tests.site.documents import HTML, Document, document, shown
from tests.site.references import broken, pages
from tests.site.test_references import SMALL_URL

WRITTEN = """---
description: What to do at the worst.
render_macros: true
---

# At the worst

{{ show_scenario("taken-ill") }}

{{ show_scenario("seat-taken") }}

{{ list_scenarios() }}
"""
BARE = """
fire:
  name: It burns
  touchpoint: comes-in
  urgent: yes
  utterances: [Fire!]
  do: [Everybody out.]
late:
  name: Someone is late
  touchpoint: comes-in
  utterances: [{says: Ya ha empezado, language: es, means: It has begun}]
  do: [Smile.]
"""
"""The least that an urgent scenario can be, and one that begins in another language."""


@pytest.fixture(scope="session")
def bare_site(built: Callable[..., Path], shared_folder: Path) -> Path:
    """The site of a playbook with the four required files and BARE."""

    def lay_out(folder: Path) -> None:
        shutil.copytree(building.MINIMAL, folder)
        (folder / "scenarios.yml").write_text(BARE, "utf-8")

    return built("bare", building.made_once(shared_folder, "bare", lay_out), environment=building.on_day(TODAY))


def page(site: Path, path: str) -> Document:
    """The page at `path`."""
    return document(site / path / "index.html")


def order(parsed: Document, *classes: str) -> list[str]:
    """Those of these classes that are on the page, in its order."""
    found = [name for element in parsed.root.iter() for name in (element.get("class") or "").split() if name in classes]
    return list(dict.fromkeys(found))


def doors(parsed: Document) -> list[Element]:
    """The doors in the header."""
    return list(parsed.with_class("pb-door"))


def test_every_page_has_the_door_hand_written_ones_and_the_not_found_page_too(small_site: Path) -> None:
    without = []
    for path in pages(small_site):
        addresses = [door.get("href") or "" for door in doors(document(path)) if shown(door) == "Emergency"]
        root = "/mill-lane/" if path.name == "404.html" else "../" * (len(path.relative_to(small_site).parts) - 1)
        is_here = path.parent.name == "emergency"
        if addresses != [f"{root}emergency/"] and not (is_here and addresses == ["./"]):
            without.append((path.relative_to(small_site).as_posix(), addresses))
    assert without == []


def test_a_page_that_opens_without_a_server_has_it_too(
    built: Callable[..., Path], small_data: Path, small_project: Path
) -> None:
    site = built(
        "small-files",
        small_data,
        project=small_project,
        options=("--no-directory-urls",),
        environment=building.on_day(TODAY),
    )
    for name, address in (("scenarios/taken-ill.html", "../emergency.html"), ("welcome.html", "emergency.html")):
        assert [door.get("href") for door in doors(document(site / name))] == [address]
    assert (site / "emergency.html").is_file()


def test_a_house_without_urgent_scenarios_has_neither_door_nor_page(minimal_site: Path) -> None:
    assert [path for path in pages(minimal_site) if doors(document(path))] == []
    assert not (minimal_site / "emergency").exists()


def test_the_number_and_whom_to_call_come_before_the_title_and_the_steps_before_the_words(small_site: Path) -> None:
    parsed = page(small_site, "scenarios/taken-ill")
    assert order(parsed, "pb-ring", "pb-urgent-steps", "pb-urgent-folds") == [
        "pb-ring",
        "pb-urgent-steps",
        "pb-urgent-folds",
    ]
    tags = [element.tag.removeprefix(HTML) for element in next(parsed.with_class("pb-urgent-head")).iter()]
    assert tags.index("a") < tags.index("ol") < tags.index("h1")
    assert [element.get("open") for element in parsed.all("details")] == [None, None, None]
    assert [shown(summary) for summary in parsed.all("summary")] == ["Say", "Avoid", "More"]


CALLED = ["Usher: radio channel 1", "Cleaner: extension 12", "Stage electrician"]


@pytest.mark.parametrize(("path", "called"), [("scenarios/taken-ill", CALLED), ("emergency", CALLED[:1])])
def test_the_number_can_be_pressed_and_everybody_is_named_with_how(
    path: str, called: list[str], small_site: Path
) -> None:
    parsed = page(small_site, path)
    (number,) = next(parsed.with_class("pb-ring-number"))
    assert (number.get("href"), shown(number)) == ("tel:999", "Ring 999")
    address = "Say: Mill Lane Theatre, 3 Mill Lane, the door beside the bus stop"
    assert shown(next(parsed.with_class("pb-ring-address"))) == address
    assert [shown(entry) for entry in next(parsed.with_class("pb-ring-call")).iter(f"{HTML}li")] == called


def test_a_usual_scenario_says_how_to_reach_whom_it_calls(small_site: Path) -> None:
    parsed = page(small_site, "scenarios/seat-taken")
    assert "Call Usher: radio channel 1" in shown(next(parsed.all("aside")))
    assert not list(parsed.with_class("pb-ring"))


def test_a_role_says_how_it_is_reached(small_site: Path) -> None:
    assert shown(next(page(small_site, "roles/usher").with_class("pb-kicker"))).endswith("volunteer · radio channel 1")


def test_a_door_says_what_has_happened_and_what_to_do_first(small_site: Path) -> None:
    parsed = page(small_site, "emergency")
    (door,) = next(parsed.with_class("pb-dangers")).iter(f"{HTML}a")
    assert door.get("href") == "../scenarios/taken-ill/"
    assert shown(door).startswith("Someone is ill or hurt, or does not answer Ring 999 on speaker now")


@pytest.mark.parametrize("path", ["scenarios", *(f"roles/{role}" for role in ("usher", "electrician", "cleaner"))])
def test_what_is_urgent_is_on_top_of_the_index_and_of_every_role_s_page(path: str, small_site: Path) -> None:
    parsed = page(small_site, path)
    (block,) = parsed.with_class("pb-urgent-doors")
    assert shown(block) == "Urgent Someone is ill or hurt, or does not answer"
    assert order(parsed, "pb-head", "pb-urgent-doors", "pb-strip", "pb-index")[:2] == ["pb-head", "pb-urgent-doors"]


def test_the_index_does_not_say_it_twice(small_site: Path) -> None:
    links = [link.get("href") for link in next(page(small_site, "scenarios").all("article")).iter(f"{HTML}a")]
    assert links.count("../scenarios/taken-ill/") == 1


@pytest.mark.parametrize("path", ["touchpoints/finds-seat", "roles/usher", "sources/house-practice"])
def test_the_word_marks_it_in_every_list(path: str, small_site: Path) -> None:
    entries = [shown(entry) for entry in page(small_site, path).all("li")]
    marked = [entry for entry in entries if entry.startswith("Someone is ill or hurt, or does not answer Urgent")]
    assert len(marked) == 1


def test_the_trainer_s_room_begins_its_sheets_with_the_posters(small_site: Path) -> None:
    (sheets,) = (
        part for part in page(small_site, "trainers-room").all("section") if part.get("aria-labelledby") == "sheets"
    )
    assert shown(next(sheets.iter(f"{HTML}li"))).startswith("Emergency posters 1")


def test_they_said_begins_with_it_and_says_what_to_do_before_what_to_say(small_site: Path) -> None:
    parsed = page(small_site, "they-said")
    assert shown(next(next(parsed.with_class("pb-they-said")).iter(f"{HTML}h2"))) == "Urgent 1"
    answer = next(parsed.with_class("pb-answer"))
    labels = [shown(label) for label in answer.iter(f"{HTML}h3")]
    assert labels == ["Do", "Say", "You may decide", "Call"]


HEARD = {
    "scenarios/taken-ill": ("de", "Meine Frau ist umgefallen!", "My wife has collapsed!"),
    "scenarios/seat-taken": ("es", "¿Es este mi asiento?", "Is this my seat?"),
    "touchpoints/finds-seat": ("ar", "أين مقعدي؟", "Where is my seat?"),
    "tips/look-up": ("de", "Entschuldigung", "Excuse me"),
    "access/hearing-loop": ("fr", "Avez-vous une boucle auditive ?", "Do you have a hearing loop?"),
    "they-said": ("es", "¿Es este mi asiento?", "Is this my seat?"),
    "": ("de", "Meine Frau ist umgefallen!", "My wife has collapsed!"),
}
"""By path, a sentence that is heard there: its language, its words and what they mean."""


@pytest.mark.parametrize("path", HEARD)
def test_a_sentence_is_in_its_language_and_followed_by_what_it_means(path: str, small_site: Path) -> None:
    language, words, meaning = HEARD[path]
    parsed = page(small_site, path)
    assert (language, words) in [(part.get("lang"), shown(part)) for part in parsed.all("bdi")]
    assert any(f"“{words}” {meaning}" in shown(part) for part in parsed.all("li", "p", "a", "summary"))


def test_the_index_quotes_it_in_the_same_way(bare_site: Path) -> None:
    (entry,) = next(page(bare_site, "scenarios").with_class("pb-index"))
    assert shown(entry) == "Someone is late“Ya ha empezado” It has begun"
    assert [part.get("lang") for part in entry.iter(f"{HTML}bdi")] == ["es"]


def test_a_page_is_described_by_what_its_sentence_means(small_site: Path) -> None:
    metas = page(small_site, "scenarios/taken-ill").all("meta")
    assert [meta.get("content") for meta in metas if meta.get("name") == "description"] == ["My wife has collapsed!"]


def test_a_hand_written_page_shows_it_with_the_number_and_marks_it(
    small_project: Path, small_data: Path, tmp_path: Path
) -> None:
    project = shutil.copytree(small_project, tmp_path / "project")
    (project / "docs/welcome.md").write_text(WRITTEN, "utf-8")
    site = building.build(small_data, tmp_path / "site", project=project, environment=building.on_day(TODAY))
    parsed = page(site, "welcome")
    urgent, usual = parsed.with_class("pb-card")
    assert "tel:999" in [link.get("href") for link in urgent.iter(f"{HTML}a")]
    assert (
        shown(urgent).index("Ring 999 Say:") < shown(urgent).index("Send one colleague") < shown(urgent).index("✓ Say")
    )
    assert "Ring" not in shown(usual)
    assert [shown(entry) for entry in next(parsed.with_class("pb-index"))] == [
        "Someone is ill or hurt, or does not answer Urgent",
        "Someone is in the seat",
    ]
    assert broken(site, site_url=SMALL_URL) == []


def test_what_is_written_by_hand_comes_after_the_steps(small_project: Path, small_data: Path, tmp_path: Path) -> None:
    project = shutil.copytree(small_project, tmp_path / "project")
    for name in ("scenarios/taken-ill.md", "emergency.md"):
        path = project / "docs/blocks" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The defibrillator was checked in May.\n", "utf-8")
    site = building.build(small_data, tmp_path / "site", project=project, environment=building.on_day(TODAY))
    assert order(page(site, "scenarios/taken-ill"), "pb-block", "pb-urgent-folds") == ["pb-urgent-folds", "pb-block"]
    assert order(page(site, "emergency"), "pb-block", "pb-dangers") == ["pb-dangers", "pb-block"]


def test_a_small_house_sees_nothing_empty(bare_site: Path) -> None:
    for path in ("scenarios/fire", "emergency", "scenarios", "they-said"):
        main = next(page(bare_site, path).all("article"))
        assert [word for word in ("None", "Ring", "Call", "Say") if f" {word}" in f" {shown(main)}"] == []
        assert [part.tag for part in main.iter() if "pb-ring" in (part.get("class") or "")] == []
    parsed = page(bare_site, "scenarios/fire")
    assert [shown(summary) for summary in parsed.all("summary")] == ["More"]
