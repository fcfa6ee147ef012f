"""The feed of changes is Atom that readers accept, whatever stands in a record."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from playbook.site.feed import atom
from playbook.views.changes import Change
from playbook.views.context import Context
from tests.views.evening import HOUSE, by_id, contribution, house, tip

NS = {"atom": "http://www.w3.org/2005/Atom"}


def _context(site: str | None = None, title: str = "Smile") -> Context:
    past = (
        Change("tip", "smile", dt.date(2026, 9, 3), "new"),
        Change("contribution", "light", dt.date(2026, 8, 3), "changed"),
    )
    organisation = HOUSE.organisation.model_copy(update={"site": site})
    records = {
        "tips": by_id(tip("smile", "door", title=title)),
        "contributions": by_id(contribution("light", "technician", "seat")),
    }
    return replace(house(organisation=organisation, **records), history=lambda: past)


def _feed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own text


def test_entries_lead_to_the_pages_of_what_changed() -> None:
    feed = _feed(atom(_context("https://house.example/playbook")))
    links = [link.get("href") for link in feed.findall("atom:entry/atom:link", NS)]
    assert links == [
        "https://house.example/playbook/tips/smile/",
        "https://house.example/playbook/touchpoints/seat/#light",
    ]


def test_without_an_address_of_the_site_links_are_relative_to_the_feed() -> None:
    feed = _feed(atom(_context(), has_folders=False))
    assert feed.find("atom:entry/atom:link", NS).get("href") == "tips/smile.html"  # type: ignore[union-attr]


def test_the_feed_has_what_atom_requires() -> None:
    feed = _feed(atom(_context()))
    required = ("atom:title", "atom:id", "atom:updated", "atom:author/atom:name")
    assert [bool(feed.findtext(name, "", NS)) for name in required] == [True] * 4
    assert feed.findtext("atom:updated", "", NS) == "2026-09-03T00:00:00Z"


def test_ids_stay_from_build_to_build_and_differ_from_each_other() -> None:
    ids = [entry_id.text for entry_id in _feed(atom(_context())).findall(".//atom:id", NS)]
    assert [entry_id.text for entry_id in _feed(atom(_context())).findall(".//atom:id", NS)] == ids
    assert len(set(ids)) == 3


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "R&D “now” ]]>", "a & b < c"])
def test_text_arrives_as_typed(title: str) -> None:
    assert _feed(atom(_context(title=title))).findtext("atom:entry/atom:title", "", NS) == title
