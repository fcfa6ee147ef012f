"""The browser and Python give the same results, in the same order and with the same scores, for over 500 queries."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from playbook.model import Playbook
from playbook.rendering.links import Links
from playbook.search import build_index, search
from playbook.search.files import generated_modules
from playbook.search.index_manifest import manifest_of
from playbook.search.ranking import rank
from playbook.search.script import ASSETS, joined_script
from playbook.search.shards import index_shards, shard_files

QUERIES = 500
SHOWN = 10
ODD = [
    "",
    " ",
    "a",
    "the",
    "what is the",
    "<b>seat</b>",
    "é" * 300,
    "x" * 10_000,
    "seat " * 50,
    "٣٤ שלום",
    "don`t",
    "DON’T",
    "e-mail",
    "F.O.H.",
    "24h",
    "ﬁrst",
    "ŵyth",
    "\u202eseat",
    "se\u200bat",
    "seat\t",
    "wheelch ",
    "photog gallery",
    "toi queue",
    "(.*)+",
    "İstanbul",
    "ΣΑΣ",
    "dauter vanished chokin breeve harrased",
    "unconcious zyxwv qwrtp",
    "is he dead",
]
ENTRY = """import { best } from "./ranking.js";
import { bestEntries, search } from "./search.js";
import { Store } from "./store.js";

const store = new Store("");
globalThis.answers = async (queries) => {
  const all = [];
  for (const query of queries) {
    const answer = await search(store, query);
    const numbers = best(answer, 10);
    const entries = await bestEntries(store, answer, 10);
    const found = entries.map(({ kind, id }, at) => [`${kind}:${id}`, answer.scores[numbers[at]]]);
    all.push({ count: answer.numbers.length, found, isPrefix: answer.isPrefix });
  }
  return all;
};
"""

FEW = """
globalThis.shown = async (arrived, limit, fetched) => {
  const read = [];
  const entry = async (number) => { read.push(number); return number; };
  const store = { hasArrived: (number) => arrived.includes(number), entry };
  const answer = { numbers: [5, 0, 2, 4, 1, 3], scores: [9, 8, 7, 6, 5, 7] };
  return { shown: await bestEntries(store, answer, limit, fetched), read };
};
"""


@pytest.fixture(scope="module")
def twin_folder(tmp_path_factory: pytest.TempPathFactory, default_playbook: Playbook) -> Path:
    """The folder of a page with nothing but the search of the default playbook."""
    folder = tmp_path_factory.mktemp("twin")
    modules = folder / "modules"
    modules.mkdir()
    for path in ASSETS.glob("*.js"):
        (modules / path.name).write_text(path.read_text("utf-8"), "utf-8")
    (modules / "twin.js").write_text(ENTRY + FEW, "utf-8")
    page = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>t</title>'
    (folder / "index.html").write_text(page + '<script src="twin.js"></script>', "utf-8")
    index = build_index(default_playbook)
    shards = index_shards(index)
    generated = generated_modules(manifest_of(index, shards, Links("")))
    (folder / "twin.js").write_text(joined_script("twin", generated, modules), "utf-8")
    for path, text in shard_files(shards):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def queries(playbook: Playbook) -> list[str]:
    """Titles, aliases, utterances and search tests, some of them cut short, mistyped or run together."""
    index = build_index(playbook)
    texts = [text for entry in index.entries for text in (entry.title, *entry.aliases, *entry.utterances)]
    chance = random.Random(4)  # noqa: S311 - reproducible, not secret
    chosen = chance.sample(texts, QUERIES)
    return [
        *ODD,
        *(_as_typed(text, chance) for text in chosen),
        *(test.query for test in playbook.search_tests.values()),
    ]


def _as_typed(text: str, chance: random.Random) -> str:
    way, place = chance.random(), chance.randrange(len(text))
    if way < 0.2:
        return text[: place + 1]
    if way < 0.4:
        return text[:place] + text[place + 1 :]
    if way < 0.6:
        return text[:place] + text[place : place + 2][::-1] + text[place + 2 :]
    if way < 0.7:
        return text.replace(" ", "", 1)
    return text + " " if way < 0.8 else text


def test_the_browser_and_python_answer_alike(
    default_playbook: Playbook, twin_folder: Path, serve: Callable[[Path], str], new_page: Callable[..., Page]
) -> None:
    typed = queries(default_playbook)
    address = serve(twin_folder)
    page = new_page()
    page.goto(address)
    answers = page.evaluate("(queries) => answers(queries)", typed)
    index = build_index(default_playbook)
    assert len(typed) > QUERIES
    for query, answer in zip(typed, answers, strict=True):
        assert answer["count"] == len(rank(index, query)), query
        expected = [[result.id, pytest.approx(result.score, abs=5e-7)] for result in search(index, query, SHOWN)]
        assert answer["found"] == expected, query


@pytest.mark.parametrize(
    ("query", "is_prefix"),
    [
        ("qu", True),
        ("ticket qui", True),
        ("ticket qui ", True),
        ("ticket qui.", False),
        ("ticket quic", False),
        ("ticket box", False),
        ("", False),
    ],
)
def test_a_short_prefix_is_distinguished_from_a_word(
    twin_folder: Path, serve: Callable[[Path], str], new_page: Callable[..., Page], query: str, is_prefix: bool
) -> None:
    address = serve(twin_folder)
    page = new_page()
    page.goto(address)
    (answer,) = page.evaluate("(query) => answers([query])", query)
    assert answer["isPrefix"] is is_prefix


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (([], 3, 3), [0, 1, 2]),
        (([], 6, 6), [0, 1, 2, 5, 3, 4]),
        (([], 5, 3), [0, 1, 2]),
        (([5], 5, 3), [0, 1, 2, 5]),
        (([3], 5, 3), [0, 1, 2]),
        (([3, 4, 5], 5, 3), [0, 1, 2, 5, 3]),
    ],
)
def test_after_the_first_results_only_those_that_have_arrived_are_shown(
    twin_folder: Path,
    serve: Callable[[Path], str],
    new_page: Callable[..., Page],
    asked: tuple[list[int], int, int],
    shown: list[int],
) -> None:
    """`asked`: which have arrived, how many to show at most, how many in any case."""
    address = serve(twin_folder)
    page = new_page()
    page.goto(address)
    found = page.evaluate("(asked) => shown(...asked)", list(asked))
    assert found == {"shown": shown, "read": shown}
