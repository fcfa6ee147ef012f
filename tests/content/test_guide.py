"""The editors' guide in `playbook_data/README.md` shows one whole record of each kind, and every page by its name."""

from __future__ import annotations

import re

import pytest
import yaml

from playbook.model import BY_NAME, KINDS
from playbook.model.people import Organisation
from playbook.model.records import Record
from playbook.views import catalogue
from tests.building import DEFAULT

GUIDE = (DEFAULT / "README.md").read_text("utf-8")
EXAMPLES = dict(
    re.findall(r"^### [^\n,]+, `([a-z_]+)(?:\.yml|/)`\n.*?```yaml\n(.*?)```", GUIDE, re.DOTALL | re.MULTILINE)
)
"""The example of each kind, by the name of its file or folder."""


def _fields(example: str) -> set[str]:
    records = yaml.safe_load(example)
    record = records[0] if isinstance(records, list) else next(iter(records.values()))
    return set(record)


def _of(record: type[Record]) -> set[str]:
    return set(record.model_fields) - {"id"}


def test_every_kind_has_its_example() -> None:
    assert set(EXAMPLES) == {kind.plural for kind in KINDS} | {"organisation"}


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_an_example_shows_every_field_and_no_other(kind: str) -> None:
    assert _fields(EXAMPLES[BY_NAME[kind].plural]) == _of(BY_NAME[kind].record)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_shows_no_field_twice(name: str) -> None:
    mappings = [yaml.compose(EXAMPLES[name])]
    for node in mappings:
        pairs = node.value if isinstance(node, yaml.MappingNode) else [(entry, entry) for entry in node.value]
        keys = [key.value for key, _ in pairs] if isinstance(node, yaml.MappingNode) else []
        assert sorted(keys) == sorted(set(keys))
        mappings += [value for _, value in pairs if isinstance(value, (yaml.MappingNode, yaml.SequenceNode))]


def test_the_example_of_the_organisation_shows_every_field() -> None:
    assert set(yaml.safe_load(EXAMPLES["organisation"])) == _of(Organisation)


def test_the_pages_that_are_no_record_are_named() -> None:
    assert [page_id for page_id in catalogue.page_ids() if f"`{page_id}`" not in GUIDE] == []
