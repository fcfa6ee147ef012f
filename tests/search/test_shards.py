"""The index arrives in parts that are small at every size and hold what they are asked for."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from playbook.model import Playbook
from playbook.rendering.links import Links
from playbook.search import build_index
from playbook.search.script import joined_script
from playbook.search.shards import SCRIPTS, search_files
from tests.search.records import playbook, record

LARGEST_PART = 12_000
"""Bytes of a compressed part; a first query fetches about five."""

PROPOSALS = "https://github.example/house/issues/new?title={title}&body={text}"


def files_of(house: Playbook, has_folders: bool = True) -> dict[str, str]:
    return dict(search_files(build_index(house), Links("", has_folders), PROPOSALS))


def data_in(script: str) -> object:
    match = re.fullmatch(r'playbookSearch\("[a-z]+",\d+,(.*)\);\n', script, re.DOTALL)
    assert match is not None
    return json.loads(match[1])


def test_every_part_is_a_call_with_plain_data() -> None:
    files = files_of(playbook(record("tip", "smile", "Smile </script> \u2028 first")))
    assert all(data_in(text) is not None for path, text in files.items() if path not in SCRIPTS)


def test_parts_stay_small_with_many_records() -> None:
    words = [f"word{number:04}" for number in range(3000)]
    tips = [
        record("tip", f"tip-{n}", f"Title {words[n]}", why=" ".join(words[n : n + 40]), touchpoints=["foyer"])
        for n in range(2000)
    ]
    sizes = {path: len(gzip.compress(text.encode())) for path, text in files_of(playbook(*tips)).items()}
    assert {path: size for path, size in sizes.items() if size > LARGEST_PART and path not in SCRIPTS} == {}


def test_the_manifest_says_where_a_word_can_be_proposed() -> None:
    manifest = data_in(files_of(playbook(record("tip", "a", "A")))["search/manifest.js"])
    assert manifest["proposals"] == PROPOSALS  # type: ignore[index]


def test_the_version_changes_with_the_content() -> None:
    versions = {
        data_in(files_of(playbook(record("tip", "smile", title)))["search/manifest.js"])["version"]  # type: ignore[index]
        for title in ("Smile first", "Smile second", "Smile first")
    }
    assert len(versions) == 2


def test_addresses_are_those_of_the_pages() -> None:
    kinds = data_in(files_of(playbook(record("tip", "a", "A"), record("term", "b", "b")))["search/manifest.js"])
    addresses = {kind[0]: kind[3] for kind in kinds["kinds"]}  # type: ignore[index]
    assert addresses["tip"] == "tips/*/"
    assert addresses["term"] == "words/#*"


def test_addresses_name_files_on_a_file_share() -> None:
    kinds = data_in(files_of(playbook(record("tip", "a", "A")), has_folders=False)["search/manifest.js"])
    assert kinds["kinds"][0][3] == "tips/*.html"  # type: ignore[index]


def test_a_module_that_cannot_be_joined_is_refused(tmp_path: Path) -> None:
    (tmp_path / "odd.js").write_text('import everything from "./other.js";\n')
    with pytest.raises(ValueError, match=r"odd\.js"):
        joined_script("odd", tmp_path)


@pytest.mark.parametrize("module", SCRIPTS.values())
def test_a_joined_script_imports_nothing(module: str) -> None:
    assert re.search(r"^\s*(import|export)\b", joined_script(module), re.MULTILINE) is None
