"""In a real browser nothing in a record's text ever runs: not with the policy, and not without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.hostile.detector import Detector
from tests.hostile.hostile_playbook import HostilePlaybook
from tests.hostile.payloads import GROUPS, SHOWN_AS_TYPED
from tests.hostile.sites import SABOTAGE
from tests.site.references import pages

SHOWN = {
    "tip": ("tips", ("title", "patron_asks", "do", "why", "say", "avoid", "floor", "flex")),
    "touchpoint": ("touchpoints", ("title", "patron_asks", "patron_action", "feel", "utterances")),
    "department": ("departments", ("name", "promise", "first_week")),
    "role": ("roles", ("name", "purpose", "contact")),
    "scenario": ("scenarios", ("name", "utterances", "do", "say", "avoid", "may_decide")),
    "standard": ("standards", ("statement", "floor")),
    "routine": ("routines", ("name", "purpose", "steps")),
    "exercise": ("exercises", ("name", "aim", "steps")),
    "improvement": ("improvements", ("experienced", "outcome")),
    "principle": ("principles", ("name", "statement")),
    "access": ("access", ("name", "provides")),
    "source": ("sources", ("title", "author")),
}
"""Fields that the page of a record shows, by kind, with the folder of the pages."""

Open = Callable[[Path], Detector]


@pytest.fixture
def detector(browser: Browser, serve: Callable[[Path], str]) -> Iterator[Open]:
    """Creates a detector for a built site."""
    made: list[Detector] = []

    def make(site: Path) -> Detector:
        made.append(Detector(browser, serve(site)))
        return made[-1]

    yield make
    for opened in made:
        opened.close()


def paths(site: Path) -> list[str]:
    """The address of every page below the site's root."""
    return [path.relative_to(site).as_posix().removesuffix("index.html") for path in pages(site)]


def test_the_detector_fires_when_text_is_not_escaped(detector: Open, site_without_policy: Path, tmp_path: Path) -> None:
    html = (site_without_policy / "tips/look-up-script/index.html").read_text("utf-8")
    (tmp_path / "index.html").write_text(
        html.replace("</h1>", f"</h1>{SABOTAGE}<a href='javascript:1'>x</a>", 1), "utf-8"
    )
    fired = detector(tmp_path).open("")
    assert {what.removeprefix(": ") for what in fired if "favicon" not in what} >= {
        "raw script",
        "raw\xa0event",
        "svg",
        "request http://canary.invalid/raw.png",
        "lurking IMG onerror",
        "lurking A javascript:1",
    }


@pytest.mark.parametrize("name", ["site_without_policy", "hostile_site"])
def test_nothing_runs_on_any_page(name: str, detector: Open, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    looking = detector(site)
    for path in paths(site):
        looking.open(path)
    assert looking.fired == []


@pytest.mark.parametrize("group", GROUPS)
def test_nothing_runs_from_the_search_box_or_the_address(group: str, detector: Open, site_without_policy: Path) -> None:
    looking = detector(site_without_policy)
    for payload in GROUPS[group]:
        looking.open(f"?q={payload}#{payload}".replace("%", "%25"))
        looking.page.keyboard.press("/")
        box = looking.page.locator("#pb-query")
        box.fill(f"tip title {payload}"[:500])
        looking.page.locator("#pb-found [role=option], [data-pb-after] *").first.wait_for(state="attached")
        looking.look(payload)
    assert looking.fired == []


def test_a_page_that_is_not_there_runs_nothing(detector: Open, site_without_policy: Path) -> None:
    looking = detector(site_without_policy)
    for payload in (*GROUPS["script"], *GROUPS["event"]):
        looking.open(f"404.html?{payload}#{payload}")
    assert looking.fired == []


def test_with_escaping_sabotaged_the_policy_still_lets_nothing_run(detector: Open, sabotaged_site: Path) -> None:
    looking = detector(sabotaged_site)
    broken: list[str] = []
    stopped: list[str | None] = []
    looking.page.on("console", lambda message: broken.append(message.text))
    looking.page.on("requestfailed", lambda request: stopped.append(request.failure))
    fired = looking.open("tips/look-up-script/")
    # The browser tells of a request that the policy stopped, too.
    assert [what for what in fired if "lurking" not in what] == ["request http://canary.invalid/raw.png"]
    assert stopped == ["csp"]
    assert [line for line in broken if "Content Security Policy" in line] != []


@pytest.mark.parametrize("group", SHOWN_AS_TYPED)
def test_what_was_typed_is_what_is_shown(
    group: str, detector: Open, hostile_site: Path, hostile_playbook: HostilePlaybook
) -> None:
    looking = detector(hostile_site)
    missing = []
    for (kind, record_id), texts in hostile_playbook.texts.items():
        folder, fields = SHOWN.get(kind, ("", ()))
        if not record_id.endswith(f"-{group}") or not (hostile_site / folder / record_id).exists():
            continue
        looking.open(f"{folder}/{record_id}/")
        shown = _normal(looking.page.locator("main").text_content() or "")
        typed = [(field, text) for field in fields for text in texts.get(field, ())]
        missing += [f"{record_id} {field}" for field, text in typed if _normal(text) not in shown]
    assert missing == []


def _normal(text: str) -> str:
    return " ".join(text.split())
