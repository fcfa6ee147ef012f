"""Each rule finds what it is about, at the right value, and nothing else."""

from __future__ import annotations

import datetime as dt
import inspect
import pkgutil
from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest

from playbook import checking
from playbook.checking.rule import Rule, Subject
from playbook.days import Days
from playbook.model import BY_NAME
from playbook.ref import Ref
from playbook.views import catalogue
from tests.checking.playbooks import DAYS, findings, good, record, with_record, without, words

NOTES = {"notes": "Known and meant."}


def test_every_function_that_looks_for_something_is_a_rule_that_is_run() -> None:
    modules = [import_module(f"playbook.checking.{module.name}") for module in pkgutil.iter_modules(checking.__path__)]
    looking = {
        f"{module.__name__}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if inspect.isfunction(value) and [*inspect.signature(value).parameters] == ["subject"]
    }
    run = [rule.check for rule in checking.RULES]
    lost = [name for name, function in looking.items() if function not in run]
    assert looking
    assert lost == [], "give each a Rule, in a module that RULES in playbook/checking/__init__.py looks through"


def test_a_good_playbook_has_no_findings() -> None:
    assert findings(good()) == []


FIRING: list[tuple[str, tuple[str, str], dict[str, Any], tuple[str | int, ...]]] = [
    ("tip-for-nobody", ("tip", "say-the-row"), {"roles": None}, ()),
    ("tip-without-floor", ("tip", "say-the-row"), {"floor": None}, ()),
    ("lane-contradicts-side", ("contribution", "opens-the-doors"), {"role": "technician"}, ("lane",)),
    ("enables-cycle", ("contribution", "opens-the-doors"), {"enables": ["sweeps-the-rows"]}, ("enables", 0)),
    ("enables-cycle", ("contribution", "opens-the-doors"), {"enables": ["opens-the-doors"]}, ("enables", 0)),
    ("service-to-itself", ("internal_service", "stage-to-house"), {"receiver": "stage-crew"}, ("receiver",)),
    (
        "clock-runs-backwards",
        ("contribution", "opens-the-doors"),
        {"clock": {"anchor": "start", "start": "30", "end": "5"}},
        ("clock", "end"),
    ),
    (
        "clock-runs-backwards",
        ("touchpoint", "is-seated"),
        {"clock": {"anchor": "start", "start": "1", "end": "0"}},
        ("clock", "end"),
    ),
    ("minutes-do-not-add-up", ("exercise", "greeting"), {"minutes": "9"}, ("minutes",)),
    ("improvement-without-outcome", ("improvement", "dark-row"), {"outcome": None}, ("status",)),
    ("improvement-without-outcome", ("improvement", "dark-row"), {"outcome": None, "status": "let go"}, ("status",)),
    ("listed-twice", ("tip", "say-the-row"), {"roles": ["usher", "usher"]}, ("roles", 1)),
    ("listed-twice", ("tip", "say-the-row"), {"say": ["Row F", "Here", "Row F"]}, ("say", 2)),
    ("listed-twice", ("touchpoint", "is-seated"), {"channels": ["web", "web"]}, ("channels", 1)),
    ("refers-to-itself", ("tip", "own-the-gap"), {"related": ["own-the-gap"]}, ("related", 0)),
    ("refers-to-itself", ("department", "stage-crew"), {"serves": ["stage-crew"]}, ("serves", 0)),
    ("former-id-taken", ("tip", "say-the-row"), {"former_ids": ["name-the-row", "own-the-gap"]}, ("former_ids", 1)),
    ("former-id-taken", ("role", "usher"), {"former_ids": ["usher"]}, ("former_ids", 0)),
    ("date-in-future", ("tip", "say-the-row"), {"reviewed": "2026-06-03"}, ("reviewed",)),
    ("date-in-future", ("improvement", "dark-row"), {"noticed": "2027-01-01"}, ("noticed",)),
    ("date-in-future", ("routine", "walk"), {"reviewed": "2026-06-03"}, ("reviewed",)),
    ("urgent-review", ("scenario", "row-is-dark"), {"urgent": "yes", "review_every": "7"}, ("review_every",)),
    ("review-overdue", ("tip", "say-the-row"), {"reviewed": "2025-05-31"}, ()),
    ("review-overdue", ("routine", "walk"), {"reviewed": "2025-05-31"}, ()),
    ("review-overdue", ("scenario", "row-is-dark"), {"urgent": "yes", "reviewed": "2025-11-30"}, ()),
    ("review-overdue", ("role", "usher"), {"authority": {"may": ["wait"]}, "reviewed": "2025-05-31"}, ()),
    ("never-reviewed", ("exercise", "greeting"), {"reviewed": None}, ()),
    ("never-reviewed", ("scenario", "row-is-dark"), {"urgent": "yes", "reviewed": None}, ()),
    ("never-reviewed", ("role", "usher"), {"authority": {"may": ["wait"]}}, ()),
    ("unowned", ("exercise", "greeting"), {"owner": None}, ()),
    ("unsourced", ("tip", "say-the-row"), {"sources": None}, ()),
    ("ownerless", ("improvement", "dark-row"), {"status": "trying", "owner": None}, ()),
    ("reaches-nobody", ("contribution", "sweeps-the-rows"), {"enables": None}, ()),
    (
        "not-foreign",
        ("scenario", "row-is-dark"),
        {"utterances": ["Hello", {"says": "Hallo", "language": "en", "means": "Hi"}]},
        ("utterances", 1, "language"),
    ),
    ("unknown-department", ("tip", "say-the-row"), {"owner": "front-house"}, ("owner",)),
    ("unknown-role", ("tip", "say-the-row"), {"roles": ["usher", "ushr"]}, ("roles", 1)),
    ("unknown-rung", ("touchpoint", "is-seated"), {"rungs": {"trier": "x"}}, ("rungs", "trier")),
    ("unknown-setting", ("routine", "walk"), {"steps": [{"text": "x", "setting": "hall"}]}, ("steps", 0, "setting")),
    ("unknown-source", ("concept", "seen"), {"source": "own"}, ("source",)),
    ("unknown-stage", ("touchpoint", "is-seated"), {"stage": "arrival"}, ("stage",)),
    ("unknown-tip", ("tip", "own-the-gap"), {"related": ["say-a-row"]}, ("related", 0)),
    ("unknown-touchpoint", ("improvement", "dark-row"), {"touchpoint": "is-sat"}, ("touchpoint",)),
    ("unknown-contribution", ("contribution", "sweeps-the-rows"), {"enables": ["opens-doors"]}, ("enables", 0)),
    ("unknown-reference", ("concept", "seen"), {"home": ["page:journee"]}, ("home", 0)),
    ("unknown-reference", ("search_test", "search-tests-1"), {"expect": ["tipp:say-the-row"]}, ("expect", 0)),
    ("unknown-reference", ("search_test", "search-tests-1"), {"expect": ["tip:say-a-row"]}, ("expect", 0)),
]


@pytest.mark.parametrize(("code", "about", "fields", "path"), FIRING)
def test_a_rule_finds_what_it_is_about_and_where(
    code: str, about: tuple[str, str], fields: dict[str, Any], path: tuple[str | int, ...]
) -> None:
    found = [finding for each, finding in findings(with_record(*about, **fields)) if each.word == code]
    assert [(Ref(*about), path)] == [(finding.about, finding.path) for finding in found]


QUIET: list[tuple[str, tuple[str, str], dict[str, Any]]] = [
    ("former-id-taken", ("tip", "say-the-row"), {"former_ids": ["name-the-row", "usher", "name-a-row"]}),
    ("tip-for-nobody", ("tip", "say-the-row"), {"roles": None, "departments": ["stage-crew"]}),
    ("tip-without-floor", ("tip", "say-the-row"), {"floor": None, "audience": "colleagues"}),
    ("tip-without-floor", ("tip", "say-the-row"), {"floor": None, "kind": "recovery"}),
    ("lane-contradicts-side", ("contribution", "opens-the-doors"), {"role": "technician", **NOTES}),
    (
        "clock-runs-backwards",
        ("contribution", "opens-the-doors"),
        {"clock": {"anchor": "start", "start": "5", "end": "5"}},
    ),
    ("clock-runs-backwards", ("contribution", "opens-the-doors"), {"clock": {"anchor": "end", "start": "5"}}),
    ("minutes-do-not-add-up", ("exercise", "greeting"), {"steps": [{"text": "x"}, {"text": "y", "minutes": "10"}]}),
    ("improvement-without-outcome", ("improvement", "dark-row"), {"outcome": None, "status": "noticed"}),
    ("listed-twice", ("tip", "say-the-row"), {"say": ["Row F"], "avoid": ["Row F"]}),
    ("date-in-future", ("tip", "say-the-row"), {"reviewed": "2026-06-02"}),
    ("urgent-review", ("scenario", "row-is-dark"), {"urgent": "yes", "review_every": "6"}),
    ("urgent-review", ("scenario", "row-is-dark"), {"urgent": "yes"}),
    ("urgent-review", ("scenario", "row-is-dark"), {"review_every": "12"}),
    ("review-overdue", ("scenario", "row-is-dark"), {"urgent": "yes", "reviewed": "2025-12-01"}),
    ("review-overdue", ("scenario", "row-is-dark"), {"reviewed": "2025-11-30"}),
    ("review-overdue", ("role", "usher"), {"reviewed": "2020-01-01"}),
    ("unowned", ("scenario", "row-is-dark"), {"owner": None}),
    ("review-overdue", ("tip", "say-the-row"), {"reviewed": "2025-06-01"}),
    ("review-overdue", ("tip", "say-the-row"), {"reviewed": "2020-01-01", "status": "retired"}),
    ("review-overdue", ("tip", "say-the-row"), {"reviewed": "2024-06-01", "review_every": "24"}),
    ("unsourced", ("tip", "say-the-row"), {"sources": None, **NOTES}),
    ("ownerless", ("improvement", "dark-row"), {"status": "noticed", "owner": None}),
    ("reaches-nobody", ("contribution", "sweeps-the-rows"), {"enables": ["hands-over-the-stage"]}),
    (
        "not-foreign",
        ("scenario", "row-is-dark"),
        {"utterances": [{"says": "Hallo", "language": "de", "means": "Hi"}]},
    ),
]


def test_an_id_that_is_the_name_of_a_field_is_at_fault_itself_and_not_what_follows_it() -> None:
    found = findings(with_record("touchpoint", "is-seated", rungs={"trier": "A word of welcome."}))
    assert [(finding.path, finding.is_about_key) for _, finding in found] == [(("rungs", "trier"), True)]
    found = findings(with_record("tip", "say-the-row", rungs=["trier"]))
    assert [(finding.path, finding.is_about_key) for _, finding in found] == [(("rungs", 0), False)]


@pytest.mark.parametrize(("code", "about", "fields"), QUIET)
def test_a_rule_is_quiet_about_what_is_allowed(code: str, about: tuple[str, str], fields: dict[str, Any]) -> None:
    assert code not in words(findings(with_record(*about, **fields)))


@pytest.mark.parametrize(
    ("missing", "code", "about"),
    [
        (("contribution", "hands-over-the-stage"), "empty-lane", "is-seated"),
        (("tip", "say-the-row"), "unknown-tip", "own-the-gap"),
    ],
)
def test_what_is_taken_away_is_missed(missing: tuple[str, str], code: str, about: str) -> None:
    assert (code, about) in [(each.word, finding.about.id) for each, finding in findings(without(*missing))]


def test_a_touchpoint_without_tips_and_a_department_without_part_are_worth_a_word() -> None:
    fields = {"name": "x", "stage": "arriving", "patron_action": "x", "patron_asks": "x?", "owner": "front-of-house"}
    touchpoint = findings(with_record("touchpoint", "leaves", **fields))
    assert {"touchpoint-without-tips", "empty-lane"} == {*words(touchpoint)}
    assert findings(with_record("touchpoint", "leaves", **fields, **NOTES)) == []
    department = {"name": "Finance", "promise": "Bills are right."}
    assert words(findings(with_record("department", "finance", **department))) == ["idle-department"]
    assert findings(with_record("department", "finance", **department, **NOTES)) == []


def test_advice_stops_nothing_and_rules_do() -> None:
    found = {
        each
        for code, about, fields, _ in FIRING
        for each, _ in findings(with_record(*about, **fields))
        if each.word == code
    }
    advice = {"review-overdue", "never-reviewed", "unowned", "unsourced", "ownerless", "reaches-nobody", "not-foreign"}
    assert advice == {code.word for code in found if code.is_advice}


def test_what_was_never_confirmed_is_counted_by_kind_and_urgent_scenarios_are_named() -> None:
    playbook = with_record("routine", "walk", reviewed=None)
    routines = {**playbook.routines, "lamps": record("routine", "walk", reviewed=None, name="Lamps")}
    urgent = record("scenario", "row-is-dark", urgent="yes", reviewed=None)
    smoke = urgent.model_copy(update={"id": "smoke"})
    scenarios = {urgent.id: urgent, smoke.id: smoke}
    found = findings(replace(playbook, routines=routines, scenarios=scenarios))
    assert [(finding.about.id, finding.message) for _, finding in found] == [
        ("row-is-dark", "the urgent scenario `row-is-dark` has no review date"),
        ("smoke", "the urgent scenario `smoke` has no review date"),
        ("walk", "2 records of the kind “routine” have no review date"),
    ]


def test_every_circle_is_reported_once() -> None:
    playbook = with_record("contribution", "opens-the-doors", enables=["sweeps-the-rows", "hands-over-the-stage"])
    circles = [finding.message for code, finding in findings(playbook) if code.word == "enables-cycle"]
    assert len(circles) == len(set(circles)) == 2


def test_a_reference_to_a_record_that_is_broken_is_not_at_fault() -> None:
    playbook = without("department", "stage-crew")
    assert "unknown-department" in words(findings(playbook))
    assert "unknown-department" not in words(findings(playbook, (Ref("department", "stage-crew"),)))


def fix(**fields: Any) -> str | None:
    found = findings(with_record("tip", "say-the-row", **fields))
    (unknown,) = [finding for code, finding in found if code.word.startswith("unknown")]
    return unknown.help


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"owner": "Front of house"}, "did you mean `front-of-house`?"),
        ({"owner": "department:stage-crew"}, "did you mean `stage-crew`?"),
        ({"owner": "usher"}, "it is a record of the kind “role”: move it to `roles`"),
        ({"owner": "zoo"}, "use one of: front-of-house, stage-crew"),
        ({"roles": ["usher technician"]}, "put a comma between the ids: `usher, technician`"),
        (
            {"principles": ["radar"]},
            "this playbook has none yet: write one in principles.yml, or delete the line",
        ),
    ],
)
def test_the_likeliest_fix_is_offered(fields: dict[str, Any], expected: str) -> None:
    assert fix(**fields) == expected


def test_every_rule_explains_itself() -> None:
    assert [rule.word for rule in checking.RULES if not rule.code.meaning] == []


def test_every_code_belongs_to_one_rule() -> None:
    words_of_rules = [rule.word for rule in checking.RULES]
    assert sorted(words_of_rules) == sorted(set(words_of_rules))


@pytest.mark.parametrize("rule", checking.RULES, ids=lambda rule: rule.word)
def test_a_rule_is_named_after_its_problem(rule: Rule) -> None:
    check = getattr(rule.check, "__name__", "")
    assert rule.word == check.replace("_", "-") or check == "unknown_record"


def test_rules_look_only_among_kinds_that_exist() -> None:
    needed = {kind for rule in checking.RULES for kind in rule.looks_among}
    needed |= {section.needs for _, section in checking.ADVICE if section.needs}
    assert needed - BY_NAME.keys() == set()


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        (("contribution", "hands-over-the-stage"), "empty-lane"),
        (("tip", "say-the-row"), "unknown-tip"),
        (("role", "technician"), "unknown-role"),
    ],
)
def test_what_may_stand_in_a_faulty_file_is_not_called_missing(missing: tuple[str, str], code: str) -> None:
    playbook = without(*missing)
    assert code in words(findings(playbook))
    subject = Subject(playbook, DAYS, lambda ref: ref.kind == missing[0], frozenset(catalogue.page_ids()))
    assert [*checking.check(subject, {missing[0]})] == []


BEFORE, AFTER = dt.date(2026, 5, 1), dt.date(2026, 7, 1)


def test_what_may_be_written_depends_on_today_and_not_on_the_edition() -> None:
    playbook = with_record("tip", "say-the-row", reviewed="2026-06-01")
    assert findings(playbook, days=Days(today=dt.date(2026, 6, 1), edition=BEFORE)) == []
    found = findings(playbook, days=Days(today=BEFORE, edition=AFTER))
    assert words(found) == ["date-in-future"]


def test_what_is_overdue_depends_on_the_edition_and_not_on_today() -> None:
    playbook = with_record("tip", "say-the-row", reviewed="2025-06-15")
    assert findings(playbook, days=Days(today=AFTER, edition=BEFORE)) == []
    found = findings(playbook, days=Days(today=BEFORE, edition=AFTER))
    assert words(found) == ["review-overdue"]
