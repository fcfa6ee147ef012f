"""A site in the pseudo-language has no word in plain letters that comes neither from a record nor from a catalogue."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import building
from tests.wording.other_letters import KNOWN, unmarked, words_read


def pages(site: Path) -> Iterator[tuple[str, Path]]:
    """Every page by its address."""
    yield from ((path.relative_to(site).as_posix(), path) for path in sorted(site.rglob("*.html")))


def test_every_word_on_every_page_is_marked(pseudo_site: Path) -> None:
    # The patterns show components to developers, with examples of their own.
    hand_written = {"patterns", *(page.stem for page in (building.ROOT / "docs").glob("*.md"))}
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


NOT_WORDS = re.compile(
    r"--?[a-z][\w-]*|`[^`]*`|\S+[./]\S+|\[[A-Z ]+\]|<[^>]*>|\b[A-Z]{2,}\b|\[[a-z-]+\]|[a-z_]+:[a-z-]+"
)
"""Options, code, paths, codes of problems, references, and the places of arguments."""
TYPED = {
    *("build", "check", "export", "reviews", "rollback", "schema", "search", "serve"),
    *("github", "gitlab", "sarif", "json", "text", "error", "advice", "help"),
}
"""What people type: commands, formats, and the fixed words of a diagnostic, which other programs read."""
COMMANDS = (["--help"], ["build", "--help"], ["serve", "--help"], ["check"], ["search", "патрон"], ["reviews"])


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_word_of_a_command_is_marked(other_letters: Path, command: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "playbook.cli", *command],
        cwd=building.ROOT,
        env={**os.environ, "PLAYBOOK_DATA": str(other_letters), "PLAYBOOK_CACHE": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    printed = NOT_WORDS.sub(" ", done.stdout + done.stderr)
    assert unmarked(printed.splitlines(), KNOWN | TYPED) == set()


def test_no_sentence_on_any_page_ends_in_two_full_stops(default_site: Path) -> None:
    texts = {text for _, path in pages(default_site) for text in words_read(path.read_text("utf-8"))}
    assert [text for text in texts if re.search(r"[^\W_]\.\.(?![./])", text)] == []
