"""Every proposal is checked, on GitHub and on GitLab: the records first and alone, then the tests, then the build."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from playbook.cli import main
from tests.building import ROOT

# BaseLoader leaves every value a text; YAML 1.1 would take the key `on` for a truth.
GITHUB: dict[str, Any] = yaml.load((ROOT / ".github/workflows/check.yml").read_text(), Loader=yaml.BaseLoader)  # noqa: S506
GITLAB: dict[str, Any] = yaml.load((ROOT / ".gitlab-ci.yml").read_text(), Loader=yaml.BaseLoader)  # noqa: S506


def commands_of_github(job: str) -> list[str]:
    return [step["run"] for step in GITHUB["jobs"][job]["steps"] if "run" in step]


def test_github_checks_the_records_first_and_alone() -> None:
    assert "pull_request" in GITHUB["on"]
    assert list(GITHUB["jobs"]) == ["records", "site"]
    assert commands_of_github("records") == ["python3 run.py check --format github"]
    assert GITHUB["jobs"]["site"]["needs"] == "records"
    assert commands_of_github("site") == ["python3 run.py test", "python3 run.py build"]


def test_gitlab_checks_the_records_first_and_alone() -> None:
    assert GITLAB["stages"][:2] == ["records", "site"]
    assert [GITLAB[name]["stage"] for name in ("records", "site")] == ["records", "site"]
    assert GITLAB["records"]["script"] == [
        "python3 run.py check --format gitlab > problems.json || python3 run.py check"
    ]
    assert GITLAB["site"]["script"] == ["python3 run.py test", "python3 run.py build"]


def test_the_whole_history_is_there() -> None:
    checkouts = [
        step["with"]["fetch-depth"]
        for job in GITHUB["jobs"].values()
        for step in job["steps"]
        if step.get("uses", "").startswith("actions/checkout@")
    ]
    assert checkouts == ["0", "0"]
    assert GITLAB["variables"]["GIT_DEPTH"] == "0"


def test_the_tests_run_on_every_python_that_the_project_supports() -> None:
    versions = ["3.11", "3.12", "3.13", "3.14"]
    assert GITHUB["jobs"]["site"]["strategy"]["matrix"]["python"] == versions
    assert GITLAB["site"]["parallel"]["matrix"] == [{"PYTHON": versions}]


def test_the_checks_may_read_and_nothing_else() -> None:
    assert GITHUB["permissions"] == {"contents": "read"}
    actions = {
        step["uses"].partition("@")[0] for job in GITHUB["jobs"].values() for step in job["steps"] if "uses" in step
    }
    assert actions == {"actions/checkout", "actions/setup-python"}


@pytest.mark.parametrize("form", ["github", "gitlab"])
def test_the_check_knows_the_form(form: str) -> None:
    assert CliRunner().invoke(main, ["check", "--format", form]).exit_code != 2
