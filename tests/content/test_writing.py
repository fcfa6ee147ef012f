"""The texts of the default playbook can be read on a shift: short, one thing once, a behaviour and its opposite."""

from __future__ import annotations

import math
from collections import Counter
from itertools import combinations

from benchmarks.plain_words import TIP_WORDS, sentences_of, words_read
from benchmarks.playbook_texts import words_of
from playbook.model import Playbook
from playbook.model.practice import Tip
from playbook.search.analysis import fold
from playbook.search.inflection import stem

MAX_WORDS_OF_A_STEP = 22
ALIKE = 0.42
"""Two tips whose titles and steps are nearer than this say the same thing. Of 17,766 pairs half are below 0.05 and all
but eighteen below 0.25; the nearest, two kinds of form and two places for a price, are at 0.35.
"""


def _weighted(tips: dict[str, Tip]) -> dict[str, dict[str, float]]:
    """For each tip the unit vector of the tf-idf weights of the words in its title and steps."""
    counts = {
        tip.id: Counter(stem(fold(word)) for text in (tip.title, *tip.do) for word in words_of(text))
        for tip in tips.values()
    }
    users = Counter(word for count in counts.values() for word in count)
    weighted = {}
    for tip_id, count in counts.items():
        weights = {word: number * math.log(len(tips) / users[word]) for word, number in count.items()}
        length = math.sqrt(sum(weight**2 for weight in weights.values()))
        weighted[tip_id] = {word: weight / length for word, weight in weights.items()}
    return weighted


def test_no_two_tips_say_the_same(default_playbook: Playbook) -> None:
    weighted = _weighted(dict(default_playbook.tips))
    alike = [
        (one, other)
        for one, other in combinations(weighted, 2)
        if sum(weight * weighted[other].get(word, 0) for word, weight in weighted[one].items()) > ALIKE
    ]
    assert alike == []


def test_every_tip_can_be_read_in_thirty_seconds(default_playbook: Playbook) -> None:
    assert {tip.id: words_read(tip) for tip in default_playbook.tips.values() if words_read(tip) > TIP_WORDS} == {}


def test_every_tip_says_what_not_to_do(default_playbook: Playbook) -> None:
    assert [tip.id for tip in default_playbook.tips.values() if not tip.avoid] == []


def test_every_tip_for_patrons_has_a_floor_and_a_flex(default_playbook: Playbook) -> None:
    tips = [tip for tip in default_playbook.tips.values() if tip.audience == "patrons"]
    assert [tip.id for tip in tips if not (tip.floor and tip.flex)] == []


def test_steps_have_short_sentences(default_playbook: Playbook) -> None:
    records = [*default_playbook.tips.values(), *default_playbook.scenarios.values()]
    sentences = [sentence for record in records for step in record.do for sentence in sentences_of(step)]
    assert [sentence for sentence in sentences if len(words_of(sentence)) > MAX_WORDS_OF_A_STEP] == []


def test_every_scenario_has_words_to_say_a_limit_and_someone_to_call(default_playbook: Playbook) -> None:
    scenarios = default_playbook.scenarios.values()
    assert [
        scene.id for scene in scenarios if not (scene.say and scene.avoid and scene.may_decide and scene.call)
    ] == []
