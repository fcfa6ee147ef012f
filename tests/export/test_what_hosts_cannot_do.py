"""What decision 14 says that hosts cannot do, each tried: an export is as it is because of these.

A test that fails here is good news: the host has learnt it, and the export may become simpler.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.export import built_by
from tests.site.documents import document

SETTINGS = """\
site_name: A project
theme: {name: null, custom_dir: overrides, static_templates: [404.html]}
validation: {links: {not_found: ignore}}
"""
TEMPLATES = {
    "overrides/main.html": "<!doctype html><title>{{ page.title }}</title>{{ page.content }}",
    "overrides/404.html": "Not here",
    "overrides/sitemap.xml": "<urlset></urlset>",
}
Build = Callable[[str, Mapping[str, str]], Path]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Builds a project made of these files by a host and returns the site."""

    def build(host: str, files: Mapping[str, str]) -> Path:
        project = tmp_path / "project"
        for name, text in {"mkdocs.yml": SETTINGS, **TEMPLATES, **files}.items():
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            (project / name).write_text(text, "utf-8")
        built_by.build(host, project, tmp_path / host)
        return tmp_path / host / "site"

    return build


def test_zensical_takes_links_in_html_for_links_from_the_file(build: Build) -> None:
    link = '<div><a href="../b/">B</a></div>\n'
    pages = {"docs/index.md": "# Home\n", "docs/a.md": link, "docs/b/index.md": link}
    found = {host: build(host, pages) for host in ("mkdocs", "zensical")}
    assert {host: _links(site / "a/index.html") for host, site in found.items()} == {
        "mkdocs": ["../b/"],
        "zensical": ["../../b/"],
    }
    # Where the page lies in the folder of its address, both mean the same.
    assert {host: _links(site / "b/index.html") for host, site in found.items()} == {
        "mkdocs": ["../b/"],
        "zensical": ["../b/"],
    }


def _links(path: Path) -> list[str | None]:
    return [link.get("href") for link in document(path).all("a")]


def test_zensical_colours_code_in_its_own_way(build: Build) -> None:
    page = {"docs/index.md": "```python\nimport this\n```\n"}
    found = {host: document(build(host, page) / "index.html") for host in ("mkdocs", "zensical")}
    assert {host: page.text_of("code") for host, page in found.items()} == {
        "mkdocs": ["import this"],
        "zensical": ["import this"],
    }
    assert {host: len(list(page.with_class("highlight"))) for host, page in found.items()} == {
        "mkdocs": 0,
        "zensical": 1,
    }


def test_zensical_runs_no_hooks(build: Build) -> None:
    hook = "def on_page_content(html, **_):\n    return html + '<p>hooked</p>'\n"
    files = {"mkdocs.yml": SETTINGS + "hooks: [hooks.py]\n", "hooks.py": hook, "docs/index.md": "# Home\n"}
    found = {host: document(build(host, files) / "index.html").text_of("p") for host in ("mkdocs", "zensical")}
    assert found == {"mkdocs": ["hooked"], "zensical": []}


def test_zensical_runs_macros_without_the_events_around_them(build: Build) -> None:
    macros = (
        "def define_env(env):\n    env.macro(lambda: 'macro', 'show')\n    env.variables['word'] = 'variable'\n"
        "def on_pre_page_macros(env):\n    env.markdown = env.markdown.replace('{{ show() }}', 'event')\n"
    )
    plugins = "plugins: [{macros: {module_name: macros}}]\n"
    files = {"mkdocs.yml": SETTINGS + plugins, "macros.py": macros, "docs/index.md": "{{ show() }} {{ word }}\n"}
    found = {host: document(build(host, files) / "index.html").text_of("p") for host in ("mkdocs", "zensical")}
    assert found == {"mkdocs": ["event variable"], "zensical": ["macro variable"]}


def test_zensical_says_less_of_a_page_to_templates(build: Build) -> None:
    tests = ("page.is_homepage is defined", "page.file is defined", "page.url is defined", "'rss' in config.plugins")
    asked = " ".join(f"{{{{ {test} }}}}" for test in tests)
    files = {"docs/index.md": "# Home\n", "overrides/main.html": f"<!doctype html><title>t</title><p>{asked}</p>"}
    found = {host: document(build(host, files) / "index.html").text_of("p") for host in ("mkdocs", "zensical")}
    assert {host: text[0].lower() for host, text in found.items()} == {
        "mkdocs": "true true true false",
        "zensical": "false false true true",
    }


def test_zensical_builds_only_below_the_project(tmp_path: Path, build: Build) -> None:
    with pytest.raises(built_by.BuildFailed, match="site_dir must be within project root"):
        build(
            "zensical", {"mkdocs.yml": f"{SETTINGS}site_dir: {tmp_path / 'elsewhere'}\n", "docs/index.md": "# Home\n"}
        )
