"""Nothing in a built site leads nowhere; and the check that says so notices each kind of breakage."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.site.references import broken

SMALL_URL = "https://playbook.example/mill-lane/"
"""What the small playbook gives as its address."""


def test_nothing_in_the_default_site_leads_nowhere(default_site: Path) -> None:
    assert broken(default_site) == []


def test_nothing_in_the_small_site_leads_nowhere(small_site: Path) -> None:
    assert broken(small_site, site_url=SMALL_URL) == []


def test_nothing_in_the_minimal_site_leads_nowhere(minimal_site: Path) -> None:
    assert broken(minimal_site) == []


def test_every_link_of_the_site_for_file_shares_names_a_file(file_site: Path) -> None:
    assert broken(file_site, has_folders=False) == []


@pytest.fixture
def copied_site(small_site: Path, tmp_path: Path) -> Path:
    """A copy of the small site that a test may break."""
    return shutil.copytree(small_site, tmp_path / "site")


PAGE = "tips/look-up/index.html"
BREAKAGES = {
    "a link to a page that is gone": ('<a href="../nobody/">x</a>', "`../nobody/` leads nowhere"),
    "a link without the slash at its end": (
        '<a href="../thank-the-crew">x</a>',
        "`../thank-the-crew` has no slash at its end",
    ),
    "a link that starts at the root of the server": (
        '<a href="/tips/">x</a>',
        "`/tips/` starts at the root of the server",
    ),
    "a link that leads out of the site": ('<a href="../../../x.html">x</a>', "`../../../x.html` leads out of the site"),
    "an empty link": ('<a href="">x</a>', "`` is empty"),
    "an anchor that is gone": ('<a href="#gone">x</a>', "`#gone` leads to an anchor that is not there"),
    "an anchor that is gone on another page": (
        '<a href="../thank-the-crew/#gone">x</a>',
        "`../thank-the-crew/#gone` leads to an anchor that is not there",
    ),
    "a picture that is gone": ('<img src="gone.png" alt="">', "`gone.png` leads nowhere"),
    "a picture of a set that is gone": ('<img srcset="gone.png 2x" alt="">', "`gone.png` leads nowhere"),
    "a script that is gone": ('<script src="../../gone.js"></script>', "`../../gone.js` leads nowhere"),
    "a style sheet that is gone": ('<link rel="stylesheet" href="../../gone.css">', "`../../gone.css` leads nowhere"),
    "a drawing that uses a part that is gone": (
        '<svg><use href="#part"/></svg>',
        "`#part` leads to an anchor that is not there",
    ),
    "a form that is sent nowhere": ('<form action="gone/"></form>', "`gone/` leads nowhere"),
    "a label for nothing": ('<label for="gone">x</label>', "there is no id `gone` on this page"),
    "a name taken from nothing": ('<p aria-labelledby="top gone">x</p>', "there is no id `gone` on this page"),
    "a cell headed by nothing": (
        '<table><tr><td headers="gone">x</td></tr></table>',
        "there is no id `gone` on this page",
    ),
    "the same id twice": ('<p id="top">x</p>', "the id `top` stands 2 times"),
    "an empty id": ('<p id="">x</p>', "the id `` is empty or has a space"),
}


@pytest.mark.parametrize(("html", "expected"), BREAKAGES.values(), ids=BREAKAGES.keys())
def test_a_breakage_is_noticed(small_site: Path, copied_site: Path, html: str, expected: str) -> None:
    page = copied_site / PAGE
    page.write_text(page.read_text().replace("</h1>", "</h1>" + html))
    assert newly_broken(copied_site, small_site) == [f"{PAGE}: {expected}"]


def newly_broken(site: Path, before: Path) -> list[str]:
    """What is broken in a copy of a site and was not in the original."""
    known = broken(before, site_url=SMALL_URL)
    return [fault for fault in broken(site, site_url=SMALL_URL) if fault not in known]


def test_a_page_that_is_gone_is_noticed_wherever_it_is_linked(small_site: Path, copied_site: Path) -> None:
    shutil.rmtree(copied_site / "tips/look-up")
    found = newly_broken(copied_site, small_site)
    assert "tips/index.html: `../tips/look-up/` leads nowhere" in found
    assert f"sitemap.xml: `{SMALL_URL}tips/look-up/` leads nowhere" in found


def test_a_page_that_the_map_lacks_is_noticed(small_site: Path, copied_site: Path) -> None:
    site_map = copied_site / "sitemap.xml"
    site_map.write_text(site_map.read_text().replace(f"<loc>{SMALL_URL}tips/look-up/</loc>", ""))
    assert newly_broken(copied_site, small_site) == [f"sitemap.xml: `{SMALL_URL}tips/look-up/` is missing"]


def test_a_wrong_address_of_its_own_is_noticed(small_site: Path, copied_site: Path) -> None:
    page = copied_site / PAGE
    page.write_text(page.read_text().replace(f"{SMALL_URL}tips/look-up/", f"{SMALL_URL}tips/"))
    assert newly_broken(copied_site, small_site) == [f"{PAGE}: says that its own address is `{SMALL_URL}tips/`"]


def test_a_file_that_a_style_sheet_lacks_is_noticed(small_site: Path, copied_site: Path) -> None:
    (copied_site / "playbook/more.css").write_text("p { background: url(gone.png) }")
    assert newly_broken(copied_site, small_site) == ["playbook/more.css: `gone.png` is no file"]


def test_a_link_to_a_folder_is_noticed_on_a_file_share(small_site: Path) -> None:
    assert f"{PAGE}: `../../` is a folder" in broken(small_site, has_folders=False)
