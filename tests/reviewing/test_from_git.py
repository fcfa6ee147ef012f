"""A review counts for the text in the commit with which its date came, and for no other words."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from playbook.reading.facts import Facts
from playbook.reading.record_parts import record_parts
from playbook.ref import Ref
from playbook.reviewing.wording import reviewed_on, wording
from tests.repository import Repository
from tests.reviewing.houses import SMILE, TODAY, reworded, standard, texts_of

FEBRUARY, MARCH, APRIL, MAY = (dt.date(2026, month, 1) for month in (2, 3, 4, 5))
FILE = "standards.yml"


def test_words_that_are_as_they_were_reviewed_have_not_changed(repository: Repository) -> None:
    repository.commit(standard(), FEBRUARY, FILE)
    assert reworded(repository.data) == {}


def test_words_that_were_changed_after_the_review_have_changed_since_that_day(repository: Repository) -> None:
    repository.commit(standard(), FEBRUARY, FILE)
    repository.commit(standard("Smile."), MARCH, FILE)
    repository.commit(standard("Grin."), APRIL, FILE)
    assert reworded(repository.data) == {"greeting": "2026-03-01"}


def test_words_that_were_taken_away_count_as_a_change(repository: Repository) -> None:
    repository.commit(standard(more="  exceed: By name.\n"), FEBRUARY, FILE)
    repository.commit(standard(), MARCH, FILE)
    assert reworded(repository.data) == {"greeting": "2026-03-01"}


def test_words_that_came_with_the_date_are_those_that_were_reviewed(repository: Repository) -> None:
    repository.commit(standard(), FEBRUARY, FILE)
    repository.commit(standard("Smile.", "2026-03-01"), MARCH, FILE)
    assert reworded(repository.data) == {}
    repository.commit(standard("Grin.", "2026-03-01"), APRIL, FILE)
    assert reworded(repository.data) == {"greeting": "2026-04-01"}


def test_words_that_were_corrected_on_the_day_of_the_review_were_reviewed(
    repository: Repository,
) -> None:
    repository.commit(standard(), FEBRUARY, FILE)
    repository.commit(standard("Smile.", "2026-03-01"), MARCH, FILE)
    repository.commit(standard("Grin.", "2026-03-01"), MARCH, FILE)
    assert reworded(repository.data) == {}
    repository.commit(standard("Wave.", "2026-03-01"), APRIL, FILE)
    assert reworded(repository.data) == {"greeting": "2026-04-01"}
    repository.commit(standard("Grin.", "2026-03-01"), MAY, FILE)
    assert reworded(repository.data) == {}


def test_the_day_of_a_commit_is_that_of_the_place_where_it_was_made(repository: Repository) -> None:
    repository.commit(standard(reviewed="2026-03-01"), MARCH, FILE)
    (repository.data / FILE).write_text(standard("Grin.", "2026-03-01"))
    repository.git("commit", "--quiet", "--all", "--message=late in New York", at="2026-03-01T22:00:00-05:00")
    assert reworded(repository.data) == {}


def test_words_that_are_changed_back_have_not_changed(repository: Repository) -> None:
    repository.commit(standard(), FEBRUARY, FILE)
    repository.commit(standard("Grin."), MARCH, FILE)
    repository.commit(standard(), APRIL, FILE)
    assert reworded(repository.data) == {}
    repository.commit(standard("Grin."), MAY, FILE)
    assert reworded(repository.data) == {"greeting": "2026-05-01"}


@pytest.mark.parametrize(
    "other",
    [
        standard(more="  aliases: [hello]\n  notes: Agreed.\n  sources: []\n  review_every: 24\n"),
        standard().replace("floor: Smile first.", "floor: |\n    Smile\n    first."),
        standard().replace("  owner: everybody\n", "").replace("  reviewed", "  owner: everybody\n  reviewed"),
        "# a comment\n" + standard().replace("Smile first.", '"Smile first."'),
    ],
    ids=["what does not instruct", "other line breaks", "another order", "a comment and quotes"],
)
def test_what_nobody_does_anything_by_may_change(repository: Repository, other: str) -> None:
    repository.commit(standard(), FEBRUARY, FILE)
    repository.commit(other, MARCH, FILE)
    assert reworded(repository.data) == {}


def test_what_patrons_say_may_be_added_to_without_making_a_review_untrue(repository: Repository) -> None:
    flood = (
        "flood:\n  name: Flood\n  touchpoint: comes-in\n  utterances: [{0}]\n  signs: [{0}]\n"
        "  urgent: yes\n  do: [Stay dry.]\n  reviewed: 2026-02-01\n"
    )
    repository.commit(flood.format("Help!"), FEBRUARY, "scenarios.yml")
    repository.commit(flood.format("Help!, My feet are wet"), MARCH, "scenarios.yml")
    assert reworded(repository.data) == {}


def test_of_a_role_only_what_it_may_decide_is_reviewed(repository: Repository) -> None:
    role = "usher:\n  name: {}\n  department: everybody\n  side: frontstage\n  authority: {{may: [{}]}}\n"
    role += "  reviewed: 2026-02-01\n"
    repository.commit(role.format("Usher", "wait"), FEBRUARY, "roles.yml")
    repository.commit(role.format("Greeter", "wait"), MARCH, "roles.yml")
    assert reworded(repository.data) == {}
    repository.commit(role.format("Greeter", "go"), APRIL, "roles.yml")
    assert reworded(repository.data) == {"usher": "2026-04-01"}


def test_a_record_is_followed_into_another_file(repository: Repository) -> None:
    repository.commit(standard() + standard(name="parting"), FEBRUARY, FILE)
    (repository.data / FILE).unlink()
    repository.commit(standard("Grin."), MARCH, "standards/one.yml")
    repository.commit(standard("Wave.", name="parting"), APRIL, "standards/two.yml")
    assert reworded(repository.data) == {"greeting": "2026-03-01"}  # for a commit, the other one was not there


def test_a_record_that_is_moved_and_changed_in_one_commit_has_changed(repository: Repository) -> None:
    repository.commit(standard(), FEBRUARY, FILE)
    (repository.data / FILE).unlink()
    repository.commit(standard("Grin."), MARCH, "standards/one.yml")
    assert reworded(repository.data) == {"greeting": "2026-03-01"}


def test_a_record_that_was_a_file_of_its_own_is_followed_too(repository: Repository) -> None:
    alone = standard().partition("\n")[2].replace("\n  ", "\n").removeprefix("  ")
    repository.commit(alone, FEBRUARY, "standards/greeting.yml")
    (repository.data / "standards/greeting.yml").unlink()
    repository.commit(standard("Grin."), MARCH, "standards/all.yml")
    assert reworded(repository.data) == {"greeting": "2026-03-01"}


def test_what_came_by_a_branch_was_reviewed_as_it_was_merged(repository: Repository) -> None:
    repository.commit(standard(), FEBRUARY, FILE)
    repository.git("switch", "--quiet", "--create", "branch")
    repository.commit(standard("Smile.", "2026-03-01"), MARCH, FILE)
    repository.commit(standard("Grin.", "2026-03-01"), APRIL, FILE)
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "branch", "--message=merge", day=MAY)
    assert reworded(repository.data) == {}


def test_a_fact_may_be_named_or_changed_without_making_a_review_untrue(repository: Repository) -> None:
    house = (repository.data / "organisation.yml").read_text()
    repository.commit(standard("Give back £20."), FEBRUARY, FILE)
    repository.commit(house + 'facts:\n  limit: "£20"\n', MARCH, "organisation.yml")
    repository.commit(standard("Give back {limit}."), MARCH, FILE)
    assert reworded(repository.data) == {}
    repository.commit(standard("Give back {limit}.", "2026-03-01"), APRIL, FILE)
    repository.commit(house + 'facts:\n  limit: "£50"\n', APRIL, "organisation.yml")
    assert reworded(repository.data) == {}


def test_the_number_to_ring_is_a_fact_like_any_other(repository: Repository) -> None:
    house = (repository.data / "organisation.yml").read_text()
    emergency = 'emergency:\n  number: "112"\n  address: Here\n'
    repository.commit(house + emergency, FEBRUARY, "organisation.yml")
    repository.commit(standard("Ring 112."), FEBRUARY, FILE)
    repository.commit(standard('"Ring {emergency-number}."'), MARCH, FILE)
    assert reworded(repository.data) == {}


def test_what_is_not_committed_yet_counts_as_of_today(repository: Repository) -> None:
    repository.commit(standard(), FEBRUARY, FILE)
    (repository.data / FILE).write_text(standard("Grin."))
    assert reworded(repository.data) == {"greeting": TODAY.isoformat()}
    (repository.data / FILE).write_text(standard("Grin.", "2026-09-09"))
    assert reworded(repository.data) == {}
    repository.commit(standard("Grin.", "2026-09-09"), TODAY, FILE)
    (repository.data / FILE).write_text(standard("Wave.", "2026-09-09"))
    assert reworded(repository.data) == {}


def test_a_review_that_is_not_committed_yet_counts(repository: Repository) -> None:
    repository.commit(standard(), FEBRUARY, FILE)
    repository.commit(standard("Grin."), MARCH, FILE)
    (repository.data / FILE).write_text(standard("Grin.", "2026-09-09"))
    assert reworded(repository.data) == {}
    (repository.data / FILE).write_text(standard())
    assert reworded(repository.data) == {}
    (repository.data / FILE).write_text(standard("Wave."))
    assert reworded(repository.data) == {"greeting": "2026-03-01"}


def test_a_record_that_is_new_or_was_never_reviewed_has_not_changed(repository: Repository) -> None:
    repository.commit(standard(reviewed=None), FEBRUARY, FILE)
    repository.commit(standard("Grin.", reviewed=None), MARCH, FILE)
    (repository.data / FILE).write_text(standard("Grin.", reviewed=None) + standard(name="new"))
    assert reworded(repository.data) == {}


def test_the_words_that_were_reviewed_can_be_shown_again(repository: Repository) -> None:
    repository.commit(standard(), FEBRUARY, FILE)
    repository.commit(standard("Grin."), MARCH, FILE)
    texts = texts_of(repository.data)
    assert texts is not None
    (words,) = texts.reviewed_words([Ref("standard", "greeting")]).values()
    assert dict(words)["floor"] == SMILE


@pytest.mark.parametrize("seed", range(4))
def test_random_edits_are_judged_as_by_reading_every_version_of_everything(repository: Repository, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    names, words = ("one", "two", "three", "four"), ("Smile.", "Grin.", "Wave.")
    now = {name: [chance.choice(words), "2026-01-01"] for name in names}
    days = [dt.date(2026, 2, 1) + dt.timedelta(day) for day in range(25)]
    for day in days:
        for name in chance.sample(names, 2):
            now[name][0] = chance.choice(words)
            if chance.random() < 0.2:
                now[name][1] = (day + dt.timedelta(chance.choice((-1, 0, 2)))).isoformat()
        files: dict[str, str] = {"standards/a.yml": "", "standards/b.yml": ""}
        for name in names:
            files[chance.choice(tuple(files))] += standard(now[name][0], now[name][1], name)
        for path, text in files.items():
            (repository.data / path).parent.mkdir(exist_ok=True)
            (repository.data / path).write_text(text or "# empty\n")
        if not all(files.values()):
            for path, text in files.items():
                if not text:
                    (repository.data / path).unlink()
        repository.git("add", "--all")
        repository.git("commit", "--quiet", "--allow-empty", "--message=a change", day=day)
    assert reworded(repository.data) == _by_reading_everything(repository)


def _by_reading_everything(repository: Repository) -> dict[str, str]:
    """What changed since it was reviewed, worked out from every file of every commit."""
    versions: dict[str, list[tuple[str, str | None, object]]] = {}
    for line in repository.git("log", "--reverse", "--format=%H %cs").splitlines():
        commit, day = line.split()
        listed = repository.git("ls-tree", "-r", "--name-only", commit, "playbook_data/standards").split()
        for path in listed:
            text = repository.git("show", f"{commit}:{path}").encode()
            for name, part in record_parts(path.removeprefix("playbook_data/"), text).items():
                words = wording("standard", part.fields, Facts({}))
                versions.setdefault(name, []).append((day, reviewed_on(part.fields), words))
    changed = {}
    for name, past in versions.items():
        _, reviewed, words = past[-1]
        first = len(past) - 1
        while first and past[first - 1][1] == reviewed and past[first][0] > str(reviewed):
            first -= 1
        since = len(past)
        while past[since - 1][2] != past[first][2]:
            since -= 1
        if words != past[first][2]:
            changed[name] = past[since][0]
    return changed
