"""What is shown is made when it is asked for, once for everyone who waits, and never from outside the site's folder."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from playbook.preview.shown_site import HostPages, ShownSite
from playbook.site import site_files
from playbook.site.file_names import as_bytes

WAITING = 8


class Made:
    """A host's pages, which count how often each was rendered; the first rendering ends when it may."""

    errors = problems = ()

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        pages = {"": "home", "tips": "tips"}
        self.build = SimpleNamespace(page_at=pages.get, file_name=lambda path: Path(path) / "index.html")
        self.rendered: list[str] = []
        self.may_end = threading.Event()
        self.may_end.set()

    def html(self, page: Any) -> str:
        """The page, as soon as it may be."""
        self.rendered.append(page)
        assert self.may_end.wait(30)
        return f"<h1>{page}</h1>"


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """The pages of a host, beside a file that is none of the site's."""
    (tmp_path / "site" / "welcome").mkdir(parents=True)
    (tmp_path / "site" / "welcome" / "index.html").write_text("<h1>Welcome</h1>")
    (tmp_path / "site" / "logo.svg").write_text("<svg/>")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "index.html").write_text("a secret")
    return Made(tmp_path / "site")


@pytest.fixture
def shown(made: Made) -> ShownSite:
    """The site made of them."""
    return ShownSite(cast(HostPages, made))


def test_pages_and_files_of_the_site_are_shown(shown: ShownSite) -> None:
    assert shown.page("") == "<h1>home</h1>"
    assert shown.page("welcome") == "<h1>Welcome</h1>"
    assert shown.file("logo.svg") == b"<svg/>"


@pytest.mark.parametrize(
    "path",
    ["../elsewhere", "welcome/../../elsewhere", "./../elsewhere", "elsewhere", "a\0b", "a" * 5000, "welcome/" * 2000],
)
def test_nothing_outside_the_folder_is_shown_whatever_is_asked_for(shown: ShownSite, path: str) -> None:
    assert shown.page(path) is None
    assert shown.file(path) is None
    assert shown.file(f"{path}/index.html") is None


def test_a_path_from_the_root_of_the_disk_is_not_shown(shown: ShownSite, tmp_path: Path) -> None:
    secret = tmp_path / "elsewhere"
    assert shown.page(str(secret)) is None
    assert shown.file(str(secret / "index.html")) is None


@pytest.mark.skipif(not hasattr(Path, "symlink_to"), reason="there are no links")
def test_a_link_that_leads_out_of_the_folder_is_not_followed(shown: ShownSite, made: Made, tmp_path: Path) -> None:
    (made.folder / "out").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert shown.page("out") is None
    assert shown.file("out/index.html") is None


@pytest.fixture
def asked() -> Iterator[Callable[[Callable[[], Any]], list[Any]]]:
    """Asks for the same at once, many times."""
    with ThreadPoolExecutor(WAITING) as pool:
        begun = threading.Barrier(WAITING)

        def ask(what: Callable[[], Any]) -> Any:
            begun.wait(30)
            return what()

        yield lambda what: list(pool.map(ask, [what] * WAITING))


def test_a_page_is_rendered_once_for_all_who_wait(
    shown: ShownSite, made: Made, asked: Callable[[Callable[[], Any]], list[Any]]
) -> None:
    assert set(asked(lambda: shown.page("tips"))) == {"<h1>tips</h1>"}
    assert made.rendered == ["tips"]


def test_files_are_made_once_for_all_who_wait(
    shown: ShownSite, monkeypatch: pytest.MonkeyPatch, asked: Callable[[Callable[[], Any]], list[Any]]
) -> None:
    times: list[object] = []

    def make(build: object) -> Iterator[tuple[str, str]]:
        times.append(build)
        yield "search/search.js", "the script"

    monkeypatch.setattr(site_files, "maker_of", lambda _: make)
    assert set(asked(lambda: shown.file("search/search.js"))) == {as_bytes("search.js", "the script")}
    assert shown.file("search/never-made.js") is None
    assert len(times) == 1


def test_no_page_waits_for_the_index(shown: ShownSite, monkeypatch: pytest.MonkeyPatch) -> None:
    is_busy, may_end = threading.Event(), threading.Event()

    def make(_build: object) -> Iterator[tuple[str, str]]:
        is_busy.set()
        assert may_end.wait(30)
        yield "search/search.js", "the script"

    monkeypatch.setattr(site_files, "maker_of", lambda _: make)
    waiting = threading.Thread(target=lambda: shown.file("search/search.js"))
    waiting.start()
    assert is_busy.wait(30)
    assert shown.page("tips") == "<h1>tips</h1>"
    assert waiting.is_alive()
    may_end.set()
    waiting.join(30)


@pytest.mark.parametrize("path", ["favicon.ico", "tips/logo.svg", "apple-touch-icon.png", "robots.txt", "feed.xml.gz"])
def test_nothing_is_made_for_a_file_that_cannot_be_there(path: str) -> None:
    assert site_files.maker_of(path) is None


def test_only_what_is_asked_for_is_made() -> None:
    makers = {path: site_files.maker_of(path) for path in ("data/tips.json", "search/search.js", "feed.xml")}
    assert list(makers.values()) == [site_files.data_files, site_files.index_files, site_files.feed_files]
