"""A site in the pseudo-language has no word in plain letters that comes neither from a record nor from a catalogue."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from babel import Locale

from tests import building
from tests.wording.other_letters import unmarked, words_read, written_in_other_letters

MATERIAL = Path(sys.modules["material"].__file__ or "").parent if "material" in sys.modules else None
DATES = {
    word
    for names in (Locale("en").months, Locale("en").days)
    for name in names["format"]["wide"].values()
    for word in [name]
}
"""Names of months and days, which the Unicode CLDR translates."""
LISTS = {"and"}
"""What the CLDR puts between the entries of a list."""
NAMES = {"Atom", "JSON", "YAML", "iCalendar", "PDF", "QR", "SVG", "URL", "Windows", "macOS", "Linux", "GitHub", "A4"}
"""Names, which are the same in every language."""
KNOWN = DATES | LISTS | NAMES


@pytest.fixture(scope="session")
def other_letters(shared_folder: Path) -> Path:
    """The default playbook in Cyrillic letters and the pseudo-language."""
    return building.made_once(
        shared_folder,
        "playbook-in-other-letters",
        lambda folder: written_in_other_letters(building.DEFAULT, folder),
    )


@pytest.fixture(scope="session")
def pseudo_site(built: Callable[..., Path], other_letters: Path, small_project: Path) -> Path:
    """Its site, with few hand-written pages."""
    return built("pseudo", other_letters, project=small_project)


def pages(site: Path) -> Iterator[tuple[str, Path]]:
    """Every page by its address."""
    yield from ((path.relative_to(site).as_posix(), path) for path in sorted(site.rglob("*.html")))


def theme_words() -> set[str]:
    """What the theme says in its own words, in English."""
    import material  # noqa: PLC0415 - only here

    text = (Path(material.__file__).parent / "templates/partials/languages/en.html").read_text("utf-8")
    return {word for said in re.findall(r'": "([^"]*)"', text) for word in re.findall(r"[A-Za-z]{2,}", said)}


def test_every_word_on_every_page_is_marked(pseudo_site: Path) -> None:
    hand_written = {page.stem for page in (building.ROOT / "docs").glob("*.md")}
    found: dict[str, str] = {}
    for address, path in pages(pseudo_site):
        if address.split("/")[0] not in hand_written:
            for text in unmarked(words_read(path.read_text("utf-8")), KNOWN):
                found.setdefault(text, address)
    assert found == {}


@pytest.mark.parametrize("name", ["feed.xml", "sitemap.xml"])
def test_every_word_of_a_feed_is_marked(pseudo_site: Path, name: str) -> None:
    path = pseudo_site / name
    if name == "feed.xml":
        texts = re.findall(r">([^<>]+)<", path.read_text("utf-8"))
        assert unmarked((text for text in texts if not re.match(r"https?:|tag:|\d{4}-", text)), KNOWN) == set()
    else:
        assert not path.exists() or "⟦" not in path.read_text("utf-8")


def test_every_word_of_a_calendar_is_marked(pseudo_site: Path) -> None:
    calendars = [*pseudo_site.rglob("*.ics")]
    assert calendars != []
    for path in calendars:
        lines = path.read_text("utf-8").replace("\r\n ", "").splitlines()
        texts = [line.partition(":")[2] for line in lines if re.match(r"SUMMARY|DESCRIPTION|X-WR-CALNAME|NAME", line)]
        assert unmarked(texts, KNOWN) == set()


def test_a_word_without_a_mark_is_seen() -> None:
    html = '<p>⟦Öŵñéŕ⟧: Хоусе</p><p title="Owner">⟦Ķéþţ ƀý⟧ nobody</p><code>x: y</code><p>/data/tips.json</p>'
    assert unmarked(words_read(html), KNOWN) == {"Owner", "⟦Ķéþţ ƀý⟧ nobody"}


COMMANDS = (["--help"], ["build", "--help"], ["serve", "--help"], ["check"], ["search", "патрон"], ["reviews"])


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_word_of_a_command_is_marked(other_letters: Path, command: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "playbook.cli", *command],
        cwd=building.ROOT,
        env={**building.environment(), "PLAYBOOK_DATA": str(other_letters), "PLAYBOOK_CACHE": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    printed = re.sub(r"--?[a-z][\w-]*|`[^`]*`|\S+[./]\S+|\[[A-Z ]+\]|<[^>]*>|\b[A-Z]{2,}\b", " ", done.stdout + done.stderr)
    names = {"run.py", "build", "check", "export", "reviews", "rollback", "schema", "search", "serve", "github", "gitlab"}
    assert unmarked(printed.splitlines(), KNOWN | names | {"sarif", "json", "text", "error", "advice", "help"}) == set()
