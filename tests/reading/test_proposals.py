"""What someone probably meant is proposed."""

from __future__ import annotations

import pytest

from playbook.reading.proposals import date_meant, field_meant, number_meant
from playbook.reading.raw_records import proposed_id

FIELDS = ["title", "patron_asks", "do", "why", "owner", "reviewed", "review_every", "minutes", "aliases"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("“owner”", "owner"),
        ("patron asks", "patron_asks"),
        ("Patron-Asks", "patron_asks"),
        ("asks", "patron_asks"),
        ("name", "title"),
        ("steps", "do"),
        ("reason", "why"),
        ("alias", "aliases"),
        ("date", "reviewed"),
        ("colour", None),
    ],
)
def test_fields(typed: str, meant: str | None) -> None:
    assert field_meant(typed, FIELDS) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("31/03/2026", "`2026-03-31`"),
        ("31.3.26", "`2026-03-31`"),
        ("03/04/2026", "`2026-04-03` or `2026-03-04`"),
        ("04/04/2026", "`2026-04-04`"),
        ("2026/03/31", "`2026-03-31`"),
        ("31st March 2026", "`2026-03-31`"),
        ("Mar 31, 2026", "`2026-03-31`"),
        ("20260331", None),
        ("31/02/2026", None),
        ("March 2026", None),
        ("Tuesday", None),
        ("9" * 400 + " March 2026", None),
    ],
)
def test_dates(typed: str, meant: str | None) -> None:
    assert date_meant(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("5 minutes", "5"),
        ("about 10", "10"),
        ("-15 min", "-15"),
        ("twelve", "12"),
        ("five minutes", "5"),
        ("5-10", None),
        ("2.5", None),
        ("soon", None),
        ("", None),
    ],
)
def test_numbers(typed: str, meant: str | None) -> None:
    assert number_meant(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Look up", "look-up"),
        ("Café “Rouge”", "cafe-rouge"),
        ("Größe & Maß", "groesse-and-mass"),
        ("Don't", "dont"),
        ("--a__b--", "a-b"),
        ("座席", ""),
        ("x" * 80, "x" * 64),
    ],
)
def test_ids(typed: str, meant: str) -> None:
    assert proposed_id(typed) == meant
