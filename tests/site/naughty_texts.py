"""Texts that are easily shown otherwise than they were typed, and a playbook in which every text is made of them."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from pathlib import Path

from playbook.model import BY_NAME, Playbook
from tests.hostile.hostile_playbook import HostilePlaybook, Place

GROUPS = ("one", "two", "three")
"""Each record is there once for each, with other pieces."""
_LOOSE = re.compile(r"(?<!\w)[*_]|[*_](?!\w)|`")
"""Marks that may belong to a pair."""
WITH_CODE, INIT = "$(reboot) `id` && exit; --help", "__init__.py"
"""Pieces that Markdown would take for its own."""
PIECES = (
    "front_of_house@theatre_royal.org",
    "5*3*2 is 30",
    "2**10**2",
    r"\\server\foh\rota",
    r"C:\_x",
    r"C:\_old\_new",
    "[the map]()",
    "[the map](//elsewhere.example/x)",
    "[run](javascript:alert(1))",
    "[note] (below) [1][2]",
    "`an open tick",
    "*an open star",
    "_x of a_b",
    INIT,
    "~~gone~~ ==marked== ^up^",
    "<b>bold</b> &amp; &lt;i&gt; <!-- no -->",
    "{{ 7*7 }} { name } {% raw %} ${x} #{y}",
    "no. 2: a #1 & 'x' \"y\" %20 100%",
    "a \\n b \\u0041 \\",
    "Ünïcödé ß ſ İ ı é",
    "日本*語* العربية עברית",
    "🎭 👩\u200d💻 🏴 #\ufe0f\u20e3",
    "| a | b | --- ===",
    "1,000 12.50 0x10 1e5 ~ null",
    WITH_CODE,
    "https://x.example/a_b_c?d=*e*&f=%2A",
)
"""Each is shown as it is typed."""
MARKDOWN = (
    ("*Hamlet* tonight", "Hamlet tonight"),
    ("**never** _ever_", "never ever"),
    ("press `*9*`", "press *9*"),
    (r"press \*9\* now", "press *9* now"),
    ("[the *form*](https://x.example/a_b(1))", "the form"),
    ("[ring](tel:+44-20-7946)", "ring"),
    ("two\nlines", "two lines"),
    ("two\n\nparagraphs", "two paragraphs"),
)
"""What is typed in a text that knows Markdown, and what is shown."""


@dataclass(frozen=True)
class Typed:
    """One text of the playbook."""

    kind: str
    place: Place
    """Where in the record it is."""
    text: str
    """As it is typed."""
    shown: str
    """As it is to be shown, on one line."""


@dataclass
class NaughtyPlaybook:
    """A playbook in which every text begins with a mark of its own, `Zq12z`."""

    harmless: Playbook
    seed: int = 1
    typed: dict[int, Typed] = field(default_factory=dict)
    """By the number in the mark; also those that the model refuses, which no file holds."""

    def write(self, folder: Path) -> Path:
        """Writes the files into `folder`, which is returned."""
        return self._playbook.write(folder)

    def texts_of(self, plural: str, record_id: str) -> dict[Place, Typed]:
        """The texts of one record, by their places in it."""
        held = str(self._playbook.files[plural][f"{record_id}-{GROUPS[0]}"])
        return {each.place: each for number, each in self.typed.items() if f"Zq{number}z" in held}

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311 - not for secrets
        self._playbook = HostilePlaybook(self.harmless, GROUPS, self._payload)

    def _payload(self, group: str, kind: str, place: Place) -> str:
        number = len(self.typed)
        names = tuple(step for step in place if isinstance(step, str))
        rich = BY_NAME[kind].texts_with_markdown
        has_markdown = names in rich or names[:-1] in rich
        pieces = [(piece, piece) for piece in PIECES if not (has_markdown and piece in (WITH_CODE, INIT))]
        chosen = self._chosen([*pieces, *MARKDOWN * 2] if has_markdown else pieces)
        text = " , ".join([f"Zq{number}z", *(typed for typed, _ in chosen), "end"])
        shown = " , ".join([f"Zq{number}z", *(" ".join(words.split()) for _, words in chosen), "end"])
        self.typed[number] = Typed(kind, place, text, shown)
        return text

    def _chosen(self, pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Three of the pieces of which no two have the same mark, because two open marks would make a pair."""
        chosen: list[tuple[str, str]] = []
        taken: set[str] = set()
        self._random.shuffle(pieces)
        for piece in pieces:
            marks = set(_LOOSE.findall(piece[0]))
            if marks.isdisjoint(taken) and len(chosen) < 3:
                chosen.append(piece)
                taken |= marks
        return chosen
