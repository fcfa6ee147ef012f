"""An earlier version of a file is cut into its records, whatever may be wrong with it."""

from __future__ import annotations

import pytest

from playbook.opening import open_playbook
from playbook.reading.data_files import MAX_BYTES
from playbook.reading.record_parts import kind_of_file, record_parts
from tests.building import DEFAULT
from tests.checking.playbooks import DAYS

TWO = b"""# A comment.
one:
  name: One
  purpose: "a: b"

two:   # another
  purpose: |
    three:
      name: no record
  name: Two
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("tips.yml", "tip"),
        ("tips/front-of-house.yml", "tip"),
        ("internal_services.yml", "internal_service"),
        ("tips/more/others.yml", None),
        ("tips.yaml", None),
        ("README.md", None),
        ("schema/tips.json", None),
    ],
)
def test_the_kind_follows_from_the_name_of_the_file(path: str, kind: str | None) -> None:
    assert kind_of_file(path) == kind


def test_each_record_has_its_lines_and_its_fields() -> None:
    parts = record_parts("settings.yml", TWO)
    assert {name: dict(part.fields) for name, part in parts.items()} == {
        "one": {"name": "One", "purpose": "a: b"},
        "two": {"purpose": "three:\n  name: no record", "name": "Two"},
    }


def test_other_line_ends_and_a_mark_at_the_beginning_change_nothing() -> None:
    without_comment = TWO.partition(b"\n")[2]
    parts = record_parts("settings.yml", b"\xef\xbb\xbf" + without_comment.replace(b"\n", b"\r\n"))
    expected = record_parts("settings.yml", TWO)
    assert {name: part.fields for name, part in parts.items()} == {name: part.fields for name, part in expected.items()}


def test_a_file_may_be_one_record() -> None:
    (part,) = record_parts("settings/foyer.yml", b"name: Foyer\npurpose: A welcome.\n").values()
    assert (part.id, part.fields) == ("foyer", {"name": "Foyer", "purpose": "A welcome."})


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"[",
        b"- one\n- two\n",
        b"  one:\n    name: x\n",
        b"\xff\xfe\x00",
        b"one:\n  name: x\n" + b"#" * MAX_BYTES,
    ],
)
def test_what_holds_no_records_gives_none(content: bytes | None) -> None:
    assert record_parts("settings.yml", content) == {}


@pytest.mark.parametrize("text", [b"one: [\n", b"one:\n  - x\n", b"one:\n  name: \xff\n", b"one:\n  name: *x\n"])
def test_a_record_that_cannot_be_read_has_no_fields(text: bytes) -> None:
    assert [dict(part.fields) for part in record_parts("settings.yml", text).values()] == [{}]


def test_the_default_playbook_is_cut_as_it_is_read() -> None:
    found = open_playbook(DEFAULT, DAYS)
    assert found.playbook is not None
    for ref, home in found.playbook.homes.items():
        if ref.kind in ("organisation", "search_test"):
            continue
        path = home.file.removeprefix("playbook_data/")
        part = record_parts(path, (DEFAULT / path).read_bytes())[ref.id]
        assert part.fields == found.written(ref)
