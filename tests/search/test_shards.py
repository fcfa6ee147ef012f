"""The index arrives in shards that stay small at every size and hold what is looked up in them."""

from __future__ import annotations

import gzip
import itertools
import json
import re
import string
from bisect import bisect_right
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from playbook.model import BY_NAME, Playbook
from playbook.model.kind import OnPage, Within
from playbook.ref import Ref
from playbook.rendering.links import Links
from playbook.search import build_index, search
from playbook.search.constants import CURRENT, ENTRIES_PER_SHARD, FETCHED_RESULTS, as_javascript
from playbook.search.expansion import expand
from playbook.search.files import SCRIPTS, script_paths, search_files
from playbook.search.script import joined_script
from playbook.search.shards import common_start
from playbook.search.word_lists import LENGTHS, front_coded
from playbook.wording.catalogues import wording_for
from playbook.wording.scripts import as_module
from tests.search.records import playbook, record

MAX_SHARD = 12_000
"""Bytes of a compressed shard; a first query fetches about five."""
MAX_FIRST_QUERY = 60_000
"""Bytes that a first query may cost, compressed: the script that answers, and shards of the index."""
GENERATED = {
    "manifest": "export const manifest = {};\n",
    "constants": as_javascript(),
    "wording": as_module("", wording_for("en")),
}
"""The generated modules of a script that is only looked at."""
PROPOSALS = "https://github.example/house/issues/new?title={title}&body={text}"


def files_of(house: Playbook, has_folders: bool = True) -> dict[str, str]:
    return dict(search_files(build_index(house), Links("", has_folders), PROPOSALS))


def data_in(script: str) -> Any:
    match = re.fullmatch(r'playbookSearch\("[a-z]+",\d+,(.*),"[0-9a-f]{8}"\);\n', script, re.DOTALL)
    assert match is not None
    return json.loads(match[1])


def parts(files: dict[str, str]) -> dict[str, str]:
    """The files that are neither a script that answers nor the manifest of the build that is published now."""
    own = {*script_paths(files).values(), CURRENT}
    return {path: text for path, text in files.items() if path not in own}


def token_shards(files: dict[str, str]) -> list[tuple[str, dict[str, list[str]]]]:
    """The lines of each shard as one text, and the rows of entries that come with it, by number."""
    return [data_in(text) for path, text in files.items() if path.startswith("search/tokens-")]


def manifest_of(files: dict[str, str]) -> dict[str, Any]:
    """The manifest that comes with the search."""
    match = re.search(r"^const manifest = (.*);$", files[script_paths(files)["search"]], re.MULTILINE)
    assert match is not None
    return dict(json.loads(match[1]))


def test_every_shard_is_a_call_with_plain_data() -> None:
    files = files_of(playbook(record("tip", "smile", "Smile </script> \u2028 first")))
    assert all(data_in(text) is not None for text in parts(files).values())


def test_shards_stay_small_with_many_records() -> None:
    words = [f"word{number:04}" for number in range(3000)]
    tips = [
        record("tip", f"tip-{n}", f"Title {words[n]}", why=" ".join(words[n : n + 40]), touchpoints=["foyer"])
        for n in range(2000)
    ]
    sizes = {path: len(gzip.compress(text.encode())) for path, text in parts(files_of(playbook(*tips))).items()}
    assert {path: size for path, size in sizes.items() if size > MAX_SHARD} == {}


def test_no_search_of_the_default_playbook_costs_more_than_60_kb(default_playbook: Playbook) -> None:
    index = build_index(default_playbook)
    files = dict(search_files(index, Links("")))
    sizes = {path: len(gzip.compress(text.encode(), 6)) for path, text in files.items()}
    starts = words_in(manifest_of(files)["tokens"])
    rows = [set(rows) for _, rows in token_shards(files)]
    numbers = {entry.key: number for number, entry in enumerate(index.entries)}
    costs = {}
    script, version = script_paths(files)["search"], manifest_of(files)["version"]
    for test in default_playbook.search_tests.values():
        expansion = expand(index, test.query)
        tokens = {*(alternative.token for alternative in expansion.alternatives), *expansion.sentences}
        shards = {max(0, bisect_right(starts, token) - 1) for token in tokens}
        best = [numbers[result.id] for result in search(index, test.query, FETCHED_RESULTS)]
        missing = [number for number in best if not any(str(number) in rows[shard] for shard in shards)]
        paths = {
            *(f"search/tokens-{shard}.{version}.js" for shard in shards),
            *(f"search/entries-{number // ENTRIES_PER_SHARD}.{version}.js" for number in missing),
        }
        costs[test.query] = sizes[script] + sum(sizes[path] for path in paths)
    assert {query: cost for query, cost in costs.items() if cost > MAX_FIRST_QUERY} == {}


def test_words_with_the_same_first_letters_are_in_one_shard() -> None:
    words = ["".join(letters) for letters in itertools.product("bcdfg", "aeiou", "bcdfg", "aeiou", "klmpt", "aeiou")]
    files = files_of(playbook(record("tip", "a", "A", why=" ".join(words))))
    shards = [text.split("\n") for text, _ in token_shards(files)]
    assert len(shards) > 1
    assert all(before[-1][:4] != after[0][:4] for before, after in itertools.pairwise(shards))


def test_every_token_is_in_the_shard_that_the_manifest_names_for_it() -> None:
    words = ["".join(letters) for letters in itertools.product("bcdfg", "aeiou", "bcdfg", "aeiou", "lm")]
    said = ["24", "24h", "247 seats", "Bab, bad and bag", "be", "Überall"]
    house = playbook(
        record("tip", "a", "A", why=" ".join(words), utterances=said),
        record("term", "bab", "bab", gb=["bag of sweets"], us=["247"]),
    )
    files = files_of(house)
    starts = words_in(manifest_of(files)["tokens"])
    tokens = [[line.partition("\t")[0] for line in text.split("\n")] for text, _ in token_shards(files)]
    assert len(starts) == len(tokens) > 1
    assert {"ba*", "bab*", "bab#", "24.", "bab#.", "bab", "babel"} <= set(itertools.chain.from_iterable(tokens))
    assert all(starts[number] == common_start(shard[0]) for number, shard in enumerate(tokens))
    assert all(bisect_right(starts, token) - 1 == number for number, shard in enumerate(tokens) for token in shard)


def test_what_a_word_finds_best_arrives_with_it() -> None:
    tips = [record("tip", f"tip-{n}", f"Smile and wave {n}", why="Greet. " * (n + 1)) for n in range(50)]
    house = playbook(*tips, record("tip", "best", "Greet"))
    (shard,) = [rows for text, rows in token_shards(files_of(house)) if "\ngreet\t" in f"\n{text}"]
    assert ["best", "Greet"] in [row[:2] for row in shard.values()]
    assert len(shard) < len(tips)


def test_what_patrons_say_in_one_word_arrives_with_the_word() -> None:
    tips = [record("tip", f"tip-{n}", f"Greet guest {n}", aliases=["greet everybody"]) for n in range(100)]
    said = ["Greet!", *(f"Somebody has left a coat in row {n} of the stalls" for n in range(20))]
    house = playbook(*tips, record("tip", "wave", "Wave to whoever comes in", utterances=said))
    (shard,) = [rows for text, rows in token_shards(files_of(house)) if "\ngreet\t" in f"\n{text}"]
    assert "wave" in [row[0] for row in shard.values()]
    assert len(shard) < len(tips)


def test_the_manifest_says_where_a_word_can_be_proposed() -> None:
    assert manifest_of(files_of(playbook(record("tip", "a", "A"))))["proposals"] == PROPOSALS


def test_the_lists_to_look_through_if_nothing_is_found_come_with_the_manifest() -> None:
    lists = manifest_of(files_of(playbook(record("tip", "a", "A"))))["lists"]
    assert sorted(row[0] for row in lists.values()) == ["they-said", "tip-finder", "words"]


def test_the_version_changes_with_the_content() -> None:
    versions = {
        manifest_of(files_of(playbook(record("tip", "smile", title))))["version"]
        for title in ("Smile first", "Smile second", "Smile first")
    }
    assert len(versions) == 2


def test_addresses_are_those_of_the_pages() -> None:
    manifest = manifest_of(files_of(playbook(record("tip", "a", "A"), record("term", "b", "b"))))
    addresses = {kind[0]: kind[3] for kind in manifest["kinds"]}
    assert addresses["tip"] == "tips/*/"
    assert addresses["term"] == "words/#*"


@pytest.mark.parametrize(
    ("shown", "address"), [(OnPage("clock"), "clock/#*"), (OnPage("clock", is_anchored=False), "clock/")]
)
def test_a_kind_without_pages_is_found_where_it_is_shown(
    shown: OnPage, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(BY_NAME, "tip", replace(BY_NAME["tip"], shown=shown))
    assert manifest_of(files_of(playbook(record("tip", "a", "A"))))["kinds"][0][3] == address


def test_a_kind_shown_within_others_cannot_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BY_NAME, "tip", replace(BY_NAME["tip"], shown=Within("owner")))
    with pytest.raises(ValueError, match="cannot lead to records of the kind tip"):
        files_of(playbook(record("tip", "a", "A")))


@pytest.mark.parametrize(
    ("kind", "heading"), [("touchpoint", "Moments of the visit"), ("scenario", "When it goes wrong"), ("tip", "Tips")]
)
def test_results_stand_under_the_heading_of_their_kind(kind: str, heading: str, small_playbook: Playbook) -> None:
    headings = {row[0]: row[1] for row in manifest_of(files_of(small_playbook))["kinds"]}
    assert headings[kind] == heading
    assert headings["page"] == "Pages"


def test_addresses_name_files_on_a_file_share() -> None:
    manifest = manifest_of(files_of(playbook(record("tip", "a", "A")), has_folders=False))
    assert manifest["kinds"][0][3] == "tips/*.html"


def words_in(coded: str) -> list[str]:
    """The words of a list that was written with `front_coded`."""
    words = [""]
    for length, rest in re.findall("([A-Z])([^A-Z]*)", coded):
        words.append(words[-1][: LENGTHS.index(length)] + rest)
    return words[1:]


def test_a_list_of_words_is_read_as_it_was() -> None:
    words = ["", "a", "aa", "ab", "abandon" * 6, "abandon" * 6 + "ed", "b", "été", "étés", "𐐨a", "𐐨b", "名札"]
    assert words_in(front_coded(words)) == words


def test_the_words_of_a_small_playbook_come_with_the_search() -> None:
    files = files_of(playbook(record("tip", "smile", "Smile first")))
    assert {"first", "smile"} <= set(words_in(manifest_of(files)["bundled"]["words-0"]))
    assert "search/words-0.js" not in files


def test_the_words_of_a_large_playbook_are_fetched_when_needed() -> None:
    words = ["".join(letters) + "ook" for letters in itertools.product(string.ascii_lowercase, repeat=3)][:12000]
    tips = [record("tip", f"tip-{n}", "Smile", why=" ".join(words[n : n + 40])) for n in range(0, len(words), 40)]
    files = files_of(playbook(*tips))
    assert manifest_of(files)["bundled"] == {}
    assert len(manifest_of(files)["words"]) == len([path for path in files if path.startswith("search/words-")]) > 1


def test_a_module_that_cannot_be_joined_is_refused(tmp_path: Path) -> None:
    (tmp_path / "odd.js").write_text('import everything from "./other.js";\n')
    with pytest.raises(ValueError, match=r"odd\.js"):
        joined_script("odd", {}, tmp_path)


def test_a_module_that_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.js").write_text('import { other } from "./other.js";\n')
    with pytest.raises(ValueError, match=r"other\.js"):
        joined_script("odd", {}, tmp_path)


def test_an_import_of_something_that_is_not_exported_is_refused(tmp_path: Path) -> None:
    (tmp_path / "odd.js").write_text('import { EVEN, ODD } from "./numbers.js";\n')
    with pytest.raises(ValueError, match=r"odd\.js: numbers\.js exports no ODD"):
        joined_script("odd", {"numbers": "export const EVEN = 2;\n"}, tmp_path)


@pytest.mark.parametrize("module", SCRIPTS.values())
def test_a_joined_script_imports_nothing(module: str) -> None:
    script = joined_script(module, GENERATED)
    assert re.search(r"^\s*(import|export)\b", script, re.MULTILINE) is None


def test_a_joined_script_asks_browsers_to_compile_it_at_once() -> None:
    script = joined_script("finder", GENERATED)
    assert script.startswith("//# allFunctionsCalledOnLoad\n")


def test_a_result_says_that_nobody_has_confirmed_its_record() -> None:
    house = playbook(record("tip", "smile", "Smile"), record("tip", "wave", "Wave at the quayside"))
    index = build_index(house, marks={Ref("tip", "wave"): "overdue for review"})
    files = dict(search_files(index, Links(""), PROPOSALS))
    rows = [row for _, rows in token_shards(files) for row in rows.values()]
    assert {row[0]: row[7:] for row in rows if row[0] in {"smile", "wave"}} == {
        "smile": [],
        "wave": ["overdue for review"],
    }


def test_what_helps_is_whoever_is_called_most_often_and_how() -> None:
    scenarios = [record("scenario", name, name, call=["manager"]) for name in ("one", "two")]
    manager = record("role", "manager", "Duty manager", contact="radio channel 1")
    calm = files_of(playbook(*scenarios, record("scenario", "three", "three", call=["usher"]), manager))
    assert manifest_of(calm)["help"] == [["Duty manager", "radio channel 1", "roles/manager/", False]]
    urgent = files_of(playbook(record("scenario", "fire", "Fire", urgent="yes"), manager))
    assert manifest_of(urgent)["help"] == [["In an emergency", "", "emergency/", True]]
    assert len(manifest_of(urgent)["urgent"]) == 1
