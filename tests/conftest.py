"""What tests share: sites built once per test run, a server, a browser, and a page that tolerates no offence."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from playbook.days import Days
from playbook.model import Playbook
from playbook.opening import open_playbook
from tests import building, chromium
from tests.serving import SiteServer
from tests.watching import Watch

pytest_plugins = ["tests.hostile.sites"]
TODAY = dt.date(2026, 2, 1)
"""The day on which the small playbook is looked at."""


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all processes of this test run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def built(shared_folder: Path) -> Callable[..., Path]:
    """Builds a site under a name once per test run: `built("small", building.SMALL, environment={…})`."""

    def build(name: str, data: Path, **settings: Any) -> Path:
        return building.made_once(
            shared_folder, f"site-{name}", lambda folder: building.build(data, folder, **settings)
        )

    return build


@pytest.fixture(scope="session")
def default_site(built: Callable[..., Path]) -> Path:
    """The folder of the site of the default playbook."""
    return built("default", building.DEFAULT)


@pytest.fixture(scope="session")
def small_project(shared_folder: Path) -> Path:
    """A copy of the project with few hand-written pages. Not to be changed."""
    return building.made_once(shared_folder, "small-project", building.copied_project)


@pytest.fixture(scope="session")
def small_data(shared_folder: Path) -> Path:
    """A copy of the small playbook outside the project's history, so that its age is not shown. Not to be changed."""

    def copy(folder: Path) -> None:
        shutil.copytree(building.SMALL, folder / "small_playbook")

    return building.made_once(shared_folder, "small-data", copy) / "small_playbook"


@pytest.fixture(scope="session")
def small_site(built: Callable[..., Path], small_data: Path, small_project: Path) -> Path:
    """The folder of the site of the small playbook, as it is on TODAY."""
    return built("small", small_data, project=small_project, environment=building.on_day(TODAY))


@pytest.fixture(scope="session")
def minimal_site(built: Callable[..., Path]) -> Path:
    """The folder of the site of a playbook with nothing but the four required files, as it is on TODAY."""
    return built("minimal", building.MINIMAL, environment=building.on_day(TODAY))


@pytest.fixture(scope="session")
def file_site(built: Callable[..., Path]) -> Path:
    """The default playbook built to be opened without a web server: every page is a file, links name files."""
    return built("file", building.DEFAULT, options=("--no-directory-urls",))


@pytest.fixture(scope="session")
def default_playbook() -> Playbook:
    """The records of the default playbook that are published."""
    return _published(building.DEFAULT, dt.date.today())


@pytest.fixture(scope="session")
def small_playbook() -> Playbook:
    """The records of the small playbook, drafts included."""
    opened = open_playbook(building.SMALL, Days.on(TODAY))
    assert opened.errors == ()
    assert opened.playbook is not None
    return opened.playbook


def _published(data: Path, today: dt.date) -> Playbook:
    playbook = open_playbook(data, Days.on(today)).playbook
    assert playbook is not None
    return playbook.published()


@pytest.fixture(scope="session")
def _servers() -> Iterator[dict[Path, SiteServer]]:
    servers: dict[Path, SiteServer] = {}
    yield servers
    for server in servers.values():
        server.stop()


@pytest.fixture(scope="session")
def serve(_servers: dict[Path, SiteServer]) -> Callable[[Path], str]:
    """Serves a built site below a sub-path and returns the address of its home page, which ends in a slash."""

    def start(folder: Path) -> str:
        if folder not in _servers:
            _servers[folder] = SiteServer(folder)
        return _servers[folder].url

    return start


@pytest.fixture(scope="session")
def site_url(default_site: Path, serve: Callable[[Path], str]) -> str:
    """The address of the home page of the default playbook's site, ending in a slash."""
    return serve(default_site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium: the one that PLAYBOOK_CHROMIUM names, else an installed one. A missing one is an error."""
    path = os.environ.get("PLAYBOOK_CHROMIUM") or chromium.installed()
    if not path or not chromium.starts(path):
        pytest.fail(
            "these tests need Chromium, and none was found; install Chromium or Google Chrome, "
            "or set PLAYBOOK_CHROMIUM to the path of one that starts",
            pytrace=False,
        )
    options = ["--disable-gpu", "--disable-background-networking", "--no-first-run"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--no-sandbox")  # Chromium refuses to run as root with its sandbox
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=options)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser, _servers: dict[Path, SiteServer], shared_folder: Path) -> Iterator[Callable[..., Page]]:
    """Opens pages in contexts of their own, `new_page(width=390, color_scheme="dark")`, each of them watched.

    Files with an address like `withheld` do not arrive, until `page.context.unroute(withheld)`. When the test is over
    it fails if a page logged an error, broke its policy or asked for anything outside the site.
    """
    opened: list[tuple[BrowserContext, Watch]] = []

    def open_page(*, width: int = 1280, height: int = 900, withheld: str = "", **settings: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **settings)
        context.set_default_timeout(15_000)
        sites = [*(server.url for server in _servers.values()), shared_folder.as_uri()]
        watch = Watch(context, sites)
        opened.append((context, watch))

        def withhold(route: Route) -> None:
            watch.withheld.add(route.request.url)
            route.abort()

        if withheld:
            context.route(withheld, withhold)
        return context.new_page()

    yield open_page
    offences = []
    for context, watch in opened:
        context.close()
        offences += watch.offences
    assert offences == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page 1280 pixels wide that fails the test for an error, a broken policy or a request that leaves the site."""
    return new_page()
