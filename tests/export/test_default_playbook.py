"""The default playbook, exported and built by hosts that run nothing of ours, is the site that we build ourselves."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.export.built_by import HOSTS
from tests.export.same_pages import as_read, body, frame_and_body, pages

OF_THE_THEME = ("assets/images/", "assets/javascripts/lunr/")
"""What the theme would bring and no page of ours names."""
OF_PUBLISHING = ".playbook-build.json"

SiteOf = Callable[[str, Path], Path]


@pytest.mark.parametrize("host", HOSTS)
def test_every_host_makes_every_page_and_no_other(
    host: str, site_of: SiteOf, default_export: Path, default_site: Path
) -> None:
    assert pages(site_of(host, default_export)) == pages(default_site)


@pytest.mark.parametrize("host", HOSTS)
def test_the_body_of_every_page_from_records_is_the_same_to_the_byte(
    host: str, site_of: SiteOf, default_export: Path, default_site: Path
) -> None:
    site = site_of(host, default_export)
    ours = {name: made for name in pages(default_site) if name != "404.html" and (made := body(default_site / name))}
    assert len(ours) > 500
    assert [name for name, made in ours.items() if body(site / name) != made] == []


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_every_whole_page_is_the_same(host: str, site_of: SiteOf, default_export: Path, default_site: Path) -> None:
    site = site_of(host, default_export)
    differing = [
        name for name in pages(default_site) if frame_and_body(site, name) != frame_and_body(default_site, name)
    ]
    assert differing == []


def test_every_whole_page_reads_the_same_by_zensical(zensical_site: Path, default_site: Path) -> None:
    assert [name for name in pages(default_site) if as_read(zensical_site, name) != as_read(default_site, name)] == []


@pytest.mark.parametrize("host", HOSTS)
def test_every_other_file_is_the_same(host: str, site_of: SiteOf, default_export: Path, default_site: Path) -> None:
    site = site_of(host, default_export)
    files = (path.relative_to(default_site).as_posix() for path in default_site.rglob("*") if path.is_file())
    others = [name for name in files if not name.endswith((".html", ".map")) and name != OF_PUBLISHING]
    kept = [name for name in others if not name.startswith(OF_THE_THEME)]
    assert any(name.startswith("search/") for name in kept)
    assert [name for name in kept if _content(site / name) != _content(default_site / name)] == []


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def test_nothing_of_ours_is_run(default_export: Path) -> None:
    configuration = (default_export / "mkdocs.yml").read_text("utf-8")
    assert [word for word in ("hooks", "macros", "watch") if word in configuration] == []
    pages = [path for path in default_export.rglob("*.md") if path.name != "README.md"]
    unguarded = [path for path in pages if "\nrender_macros: false\n" not in path.read_text("utf-8")]
    assert (len(pages) > 500, unguarded) == (True, [])


@pytest.mark.parametrize("host", HOSTS)
def test_every_page_has_one_policy_and_only_the_scripts_that_it_allows(
    host: str, site_of: SiteOf, default_export: Path
) -> None:
    site = site_of(host, default_export)
    texts = {name: (site / name).read_text("utf-8") for name in pages(site)}
    (policy,) = {found for text in texts.values() for found in re.findall(r'Security-Policy" content="([^"]*)', text)}
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    without = {name for name, text in texts.items() if text.count("Content-Security-Policy") != 1}
    inline = {code for text in texts.values() for code in re.findall(r"<script(?![^>]*src=)[^>]*>(.*?)</script>", text)}
    assert (without, [code for code in inline if _hash(code) not in policy]) == (set(), [])


def _hash(code: str) -> str:
    return base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
