"""An old address leads on: that of a renamed record says where it is now, that of a retired tip what is beside it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from playbook.days import Days
from playbook.folders import Folders
from playbook.opening import open_playbook
from playbook.site.build import Build
from tests import building
from tests.conftest import TODAY
from tests.export.built_by import HOSTS, build, export
from tests.site.documents import Document, document, shown
from tests.site.references import broken
from tests.site.test_references import SMALL_URL


def renamed_and_retired(data: Path) -> None:
    """Gives two records of a small playbook former ids, and retires a tip."""
    tip, others, roles = data / "tips/look-up.yml", data / "tips/others.yml", data / "roles.yml"
    tip.write_text(tip.read_text("utf-8") + "former_ids: [glance-up, put-it-down]\n", "utf-8")
    crew = "  owner: stage\n  status: retired\n  related: [look-up]\n  former_ids: [thank-them]\n"
    others.write_text(others.read_text("utf-8").replace("  owner: stage\n", crew, 1), "utf-8")
    roles.write_text(roles.read_text("utf-8").replace("usher:\n", "usher:\n  former_ids: [steward]\n", 1), "utf-8")


@pytest.fixture(scope="module")
def data(shared_folder: Path) -> Path:
    """A small playbook in which things were renamed and retired."""

    def make(folder: Path) -> None:
        shutil.copytree(building.SMALL, folder / "small_playbook")
        renamed_and_retired(folder / "small_playbook")

    return building.made_once(shared_folder, "renamed-data", make) / "small_playbook"


@pytest.fixture(scope="module")
def site(built: Callable[..., Path], data: Path, small_project: Path) -> Path:
    """Its site."""
    return built("renamed", data, project=small_project, environment=building.on_day(TODAY))


def refreshed_to(page: Document) -> list[str]:
    """Where a browser goes from the page by itself."""
    return [meta.get("content") or "" for meta in page.all("meta") if meta.get("http-equiv") == "refresh"]


MOVED = {
    "tips/glance-up": (
        "../../tips/look-up/",
        "The page that was at this address, tips/glance-up, is now Look up from the list.",
    ),
    "tips/put-it-down": (
        "../../tips/look-up/",
        "The page that was at this address, tips/put-it-down, is now Look up from the list.",
    ),
    "tips/thank-them": (
        "../../tips/thank-the-crew/",
        "The page that was at this address, tips/thank-them, is now Thank the crew by name.",
    ),
    "roles/steward": ("../../roles/usher/", "The page that was at this address, roles/steward, is now Usher."),
}


@pytest.mark.parametrize("path", MOVED)
def test_at_an_old_address_a_page_says_what_the_record_is_now_and_leads_there(path: str, site: Path) -> None:
    address, words = MOVED[path]
    page = document(site / path / "index.html")
    assert refreshed_to(page) == [f"0; url={address}"]
    (lead,) = page.with_class("pb-lead")
    assert shown(lead) == words
    assert [link.get("href") for link in lead] == [address]
    assert page.errors == ()


def test_the_page_of_a_retired_tip_says_so_and_leads_to_what_is_beside_it(site: Path) -> None:
    page = document(site / "tips/thank-the-crew/index.html")
    (content,) = page.with_class("pb-page-tip")
    assert refreshed_to(page) == []
    words = "Retired tip|Thank the crew by name|This tip is retired: it is no longer what we do."
    assert [shown(part) for part in content.iter() if shown(part) and shown(part) in words.split("|")][
        -3:
    ] == words.split("|")
    assert "Say what their work made possible" not in shown(content)
    links = [
        link.get("href")
        for part in content.iter()
        if "pb-section" in (part.get("class") or "")
        for link in part.iter()
        if link.get("href")
    ]
    assert links == [
        "../../tips/look-up/",
        "../../touchpoints/finds-seat/",
        "../../departments/stage/",
        "../../departments/front-of-house/",
    ]


def test_no_list_no_search_no_map_and_no_data_knows_these_pages(site: Path) -> None:
    pages = [*MOVED, "tips/thank-the-crew"]
    for path in pages:
        robots = [
            meta.get("content")
            for meta in document(site / path / "index.html").all("meta")
            if meta.get("name") == "robots"
        ]
        assert robots == ["noindex"]
    linked = {
        (page, link.get("href"))
        for page in site.rglob("index.html")
        if page.parent.relative_to(site).as_posix() not in pages
        for link in document(page).all("a")
        if any(
            f"/{path}/" in f"/{link.get('href')}" or f"../{path.partition('/')[2]}/" == link.get("href")
            for path in pages
        )
    }
    assert linked == set()
    texts = [path.read_text("utf-8") for path in (*(site / "search").rglob("*.js*"), site / "sitemap.xml")]
    assert texts
    assert [text for text in texts if "thank-the-crew" in text or "Thank the crew" in text or "glance-up" in text] == []
    assert "thank-the-crew" not in json.loads((site / "data/tips.json").read_text("utf-8"))


def test_all_links_of_such_a_site_lead_somewhere(site: Path) -> None:
    left_out = {f"sitemap.xml: `{SMALL_URL}{path}/` is missing" for path in (*MOVED, "tips/thank-the-crew")}
    assert set(broken(site, site_url=SMALL_URL)) == left_out


def test_from_a_file_share_an_old_address_leads_on_without_scripts(
    built: Callable[..., Path], data: Path, small_project: Path, browser: Browser
) -> None:
    folder = built(
        "renamed-files",
        data,
        project=small_project,
        environment=building.on_day(TODAY),
        options=("--no-directory-urls",),
    )
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "tips/glance-up.html").as_uri())
    page.wait_for_url((folder / "tips/look-up.html").as_uri())
    assert page.locator("h1").inner_text() == "Look up from the list"
    context.close()


@pytest.mark.parametrize("host", HOSTS)
def test_other_hosts_lead_on_as_well(
    host: str, data: Path, small_project: Path, shared_folder: Path, tmp_path: Path
) -> None:
    project = building.made_once(
        shared_folder,
        "renamed-export",
        lambda folder: export(data, folder, project=small_project, environment=building.on_day(TODAY)),
    )
    build(host, project, tmp_path / "project")
    page = document(tmp_path / "project/site/tips/glance-up/index.html")
    assert refreshed_to(page) == ["0; url=../../tips/look-up/"]
    assert [meta.get("content") for meta in page.all("meta") if meta.get("name") == "robots"] == ["noindex"]
    retired = document(tmp_path / "project/site/tips/thank-the-crew/index.html")
    assert "This tip is retired" in " ".join(shown(part) for part in retired.with_class("pb-lead"))


def test_the_old_address_of_a_draft_leads_nowhere_and_all_others_are_kept_free(data: Path, tmp_path: Path) -> None:
    others = data / "tips/others.yml"
    folder = tmp_path / "playbook_data"
    shutil.copytree(data, folder)
    text = others.read_text("utf-8").replace("  status: draft\n", "  status: draft\n  former_ids: [say-it-twice]\n")
    (folder / "tips/others.yml").write_text(text, "utf-8")
    days = Days.on(TODAY)
    made = Build(open_playbook(folder, days), days, Folders(tmp_path, folder, tmp_path / "site", tmp_path / "cache"))
    assert [*made.former] == ["tips/thank-the-crew", "roles/steward", *list(MOVED)[:3]]
    assert made.former.keys() <= made.reserved.keys()
    assert made.former.keys() & made.pages.keys() == set()
