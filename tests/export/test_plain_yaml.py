"""Every value that is written down is read again as it was, and none can be taken for anything else."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.export.plain_yaml import as_yaml
from playbook.export.project import CannotExport
from tests.hostile.payloads import GROUPS

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.dates() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4))
def test_it_is_read_again_as_it_was(values: dict[str, object]) -> None:
    assert yaml.safe_load(as_yaml(values)) == values


@pytest.mark.parametrize("key", ["no", "On", "null", "12", "- a", "a: b", "# c", "&d", ""])
def test_a_key_is_a_text(key: str) -> None:
    assert yaml.safe_load(as_yaml({key: 1})) == {key: 1}


def test_payloads_are_texts() -> None:
    payloads = {name: list(texts) for name, texts in GROUPS.items()}
    assert yaml.safe_load(as_yaml(payloads)) == payloads


def test_a_function_is_named_and_another_object_refused() -> None:
    assert as_yaml({"made_by": as_yaml}) == "made_by: !!python/name:playbook.export.plain_yaml.as_yaml ''\n"
    with pytest.raises(CannotExport, match="cannot write: "):
        as_yaml({"made_by": object()})
