"""What is written as YAML is read back unchanged."""

from __future__ import annotations

import yaml

from benchmarks.writing import yaml_fields, yaml_file

LONG = "a word and another " * 12 + "at last"


def test_every_shape_is_read_back_unchanged() -> None:
    fields = {
        "text": "one line",
        "long": LONG,
        "ids": ["one", "two-2"],
        "none": [],
        "lines": ["two words", LONG],
        "group": {"anchor": "start", "inner": {"text": LONG}},
        "groups": [{"text": "first", "ids": ["a"]}, {"text": LONG}],
    }
    assert yaml.safe_load(yaml_file([("first", fields), ("second", {"text": "x"})])) == {
        "first": fields,
        "second": {"text": "x"},
    }


def test_a_record_without_an_id_is_the_whole_file() -> None:
    assert yaml_fields({"name": "The house", "paper": "A4"}) == "name: The house\npaper: A4\n"
