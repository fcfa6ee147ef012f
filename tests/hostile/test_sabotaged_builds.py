"""If our own code forgot to escape, in every text, nothing would be published; and if it were, nothing would run."""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page

from playbook.site.policy import FIRST_SCRIPT, TAG, allows
from tests import building
from tests.conftest import TODAY
from tests.hostile.sabotage import sabotaged
from tests.hostile.sites import POLICY
from tests.hostile.test_in_the_browser import paths


@pytest.fixture(scope="session")
def hostile_data(hostile_site: Path, shared_folder: Path) -> Path:
    """The hostile playbook's files."""
    assert hostile_site.exists()
    return shared_folder / "hostile-data"


@pytest.fixture(scope="session")
def unescaped_site(hostile_data: Path, shared_folder: Path) -> Path:
    """The hostile playbook as a build publishes it that escapes nothing and overlooks every script."""

    def make(folder: Path) -> None:
        project = building.copied_project(folder.parent / "unescaping-project")
        sabotaged(project, is_looked_for_scripts=False)
        building.build(hostile_data, folder, project=project, environment=building.on_day(TODAY))

    return building.made_once(shared_folder, "unescaped", make)


@pytest.fixture(scope="session")
def unescaped_without_policy(unescaped_site: Path, shared_folder: Path) -> Path:
    """The same without the policy on some pages of each kind, to see that there is something to stop."""

    def strip(folder: Path) -> None:
        for page in unescaped_site.rglob("*"):
            target = folder / page.relative_to(unescaped_site)
            if page.is_dir():
                target.mkdir(parents=True)
            elif page.suffix == ".html":
                target.write_text(POLICY.sub("", page.read_text("utf-8")), "utf-8")
            else:
                target.write_bytes(page.read_bytes())

    folder = shared_folder / "unescaped-without-policy"
    folder.mkdir(exist_ok=True)
    return building.made_once(folder, "site", strip)


def executions(browser: Browser, url: str, names: list[str]) -> Counter[str]:
    """How often something of a payload ran, by page."""
    ran: Counter[str] = Counter()
    opened = ""
    context = browser.new_context()
    context.expose_binding("pwned", lambda _source, *_what: ran.update([opened]))
    context.route(lambda address: not address.startswith((url, "data:")), lambda route: route.abort())
    for opened in names:
        page = context.new_page()
        _go(page, url + opened)
        page.close()
    context.close()
    return ran


def _go(page: Page, address: str) -> None:
    with contextlib.suppress(Error):  # a payload that leads elsewhere is faster than the rest of the page
        page.goto(address, wait_until="load")


KINDS_OF_PAGES = (
    *("404.html", "", "tips/", "tips/look-up-script/", "tips/look-up-event/", "journey/", "blueprint/", "emergency/"),
    *("departments/box-office-script/", "roles/usher-script/", "words/", "welcome/", "how-to-read/", "they-said/"),
)


def test_without_escaping_and_without_the_policy_payloads_run(
    browser: Browser, unescaped_without_policy: Path, serve: Callable[[Path], str]
) -> None:
    ran = executions(browser, serve(unescaped_without_policy), list(KINDS_OF_PAGES))
    assert ran.keys() >= {"404.html", "", "tips/", "tips/look-up-script/", "journey/", "welcome/", "how-to-read/"}
    assert ran.total() > 100


def test_without_escaping_the_policy_alone_lets_nothing_run_on_any_page(
    browser: Browser, unescaped_site: Path, serve: Callable[[Path], str]
) -> None:
    everything = paths(unescaped_site)
    assert {"<script>pwned('script')</script>" in html for html in _texts(unescaped_site, "welcome", "tips")} == {True}
    assert executions(browser, serve(unescaped_site), everything) == {}


def _texts(site: Path, *folders: str) -> list[str]:
    return [(site / folder / "index.html").read_text("utf-8") for folder in folders]


def test_the_policy_is_the_same_on_every_page_and_names_one_script_which_is_ours(
    unescaped_site: Path, small_site: Path
) -> None:
    pages = [page.read_text("utf-8") for site in (unescaped_site, small_site) for page in site.rglob("*.html")]
    (found,) = {POLICY.findall(html)[0] for html in pages}
    assert found == TAG
    assert re.findall(r"script-src ([^;]*);", found) == [f"'self' 'sha256-{FIRST_SCRIPT}'"]
    template = (building.ROOT / "overrides/partials/javascripts/base.html").read_text("utf-8")
    (code,) = re.findall(r"<script [^>]*>(.*)</script>", template)
    assert allows(code)
    assert {html.count(code) for html in pages} == {1}
    assert not allows(f"{code} ")


def test_the_policy_stands_before_every_text(unescaped_site: Path) -> None:
    before = {
        page.read_text("utf-8").partition("<meta http-equiv=")[0].split("<head>")[1].strip()
        for page in unescaped_site.rglob("*.html")
    }
    assert before == {'<meta charset="utf-8">'}


def test_a_build_that_escapes_nothing_publishes_nothing(hostile_data: Path, tmp_path: Path) -> None:
    project = sabotaged(building.copied_project(tmp_path / "project"), is_looked_for_scripts=True)
    with pytest.raises(building.BuildFailed) as failed:
        building.build(hostile_data, tmp_path / "site", project=project, environment=building.on_day(TODAY))
    assert "this page contains a script, which no page may: `<script>" in str(failed.value)
    assert "it is a fault in the playbook’s own code: report it" in str(failed.value)
    assert not (tmp_path / "site").exists()


def test_an_inline_script_of_a_template_is_told_with_its_page(small_data: Path, tmp_path: Path) -> None:
    project = building.copied_project(tmp_path / "project")
    template = project / "overrides/main.html"
    template.write_text(template.read_text("utf-8") + "{% block libs %}<script>ours()</script>{% endblock %}", "utf-8")
    with pytest.raises(building.BuildFailed) as failed:
        building.build(small_data, tmp_path / "site", project=project, environment=building.on_day(TODAY))
    assert ".html: this page contains a script, which no page may: `<script>ours()`" in str(failed.value)
    assert "Traceback" not in str(failed.value)
