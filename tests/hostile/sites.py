"""The hostile playbook and its site, with the policy and without it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from playbook.model import Playbook
from tests import building
from tests.conftest import TODAY
from tests.hostile.hostile_playbook import HostilePlaybook
from tests.hostile.payloads import CANARY_HOST

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
"""The line of a page that holds its policy."""
SABOTAGE = (
    "<script>pwned('raw script')</script><img src=x onerror=pwned('raw&nbsp;event')><svg onload=pwned('svg')></svg>"
    f"<img src=//{CANARY_HOST}/raw.png>"
)
"""What a page would contain if text were not escaped."""


@pytest.fixture(scope="session")
def hostile_playbook(small_playbook: Playbook) -> HostilePlaybook:
    """The small playbook with payloads in every text."""
    return HostilePlaybook(small_playbook)


@pytest.fixture(scope="session")
def hostile_site(
    hostile_playbook: HostilePlaybook, shared_folder: Path, built: Callable[..., Path], small_project: Path
) -> Path:
    """The site of the hostile playbook."""
    data = building.made_once(shared_folder, "hostile-data", hostile_playbook.write)
    return built("hostile", data, project=small_project, environment=building.on_day(TODAY))


@pytest.fixture(scope="session")
def site_without_policy(hostile_site: Path, shared_folder: Path) -> Path:
    """The same site without the policy on any page."""

    def strip(folder: Path) -> None:
        shutil.copytree(hostile_site, folder)
        for page in folder.rglob("*.html"):
            html, count = POLICY.subn("", page.read_text("utf-8"))
            assert count == 1
            page.write_text(html, "utf-8")

    return building.made_once(shared_folder, "hostile-without-policy", strip)


@pytest.fixture(scope="session")
def sabotaged_site(hostile_site: Path, shared_folder: Path) -> Path:
    """The same site with the policy, and a page on which payloads are not escaped."""

    def sabotage(folder: Path) -> None:
        shutil.copytree(hostile_site, folder)
        page = folder / "tips/look-up-script/index.html"
        page.write_text(page.read_text("utf-8").replace("</h1>", "</h1>" + SABOTAGE, 1), "utf-8")

    return building.made_once(shared_folder, "hostile-sabotaged", sabotage)
