"""Makes broken files out of good ones: what people, editors, merges and failing disks do to YAML.

The same seed makes the same files.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

RECORDS = (
    b"""\
look-up:
  title: Look up from the screen
  patron_asks: Has anybody seen me?
  do:
    - Look up.
    - 'Say: hello.'
  why: >-
    They decide in a second
    whether they are welcome.
  touchpoints: [arrives]
  roles: [usher, clerk]
  owner: front-of-house
  reviewed: 2026-03-01
""",
    """\
# Whom we meet
grüßen:
  name: "Café, \\u201cfoyer\\u201d"
  stage: arriving
  emotion: {as_is: -1, to_be: 2}
  clock: {anchor: start, start: -45}
  rungs:
    tryer: 👩‍🦽 is seen # first
  notes: |
    One line.
      Another.
""".encode(),
    b"""\
- query: someone's in my seat
  kind: utterance
  expect: [scenario:double-booked, 'tip:open-the-door']
- {query: loo, kind: everyday, expect: [term:toilet], top: 3}
""",
)
_SIGNS = b"\0\t\n\r !\"#%&'*,-:;<=>?@[\\]^`{|}~\x7f\x80\xa0\xc3\xff\xe2"
_LETTERS = "\u00a0 \u2028 \u202e \u200d \ufeff \ud7ff \U0001f600 \u0301 “ ” ’ é"
_YAML = b": |#|- |? |? : |: |<<: |<<: *a|&a |*a|!!str |!x |%YAML 1.2|---|...|--- |>-|+1|-x|{{|}}|[[|]]|[|]|{|}"
_TEXTS = b"|\n;>\n;|2\n;\n\n;\r\n;\n\t;\n  - ;\n  why: ;'';\"\";\\x;\\u202e;\\uD800;\\;~;null;yes;2026-02-30;1e999"
_MARKS = b"\xff\xfe;\xfe\xff;\xef\xbb\xbf;<<<<<<< HEAD\n;=======\n;>>>>>>> other\n"
SNIPPETS = (
    *(bytes([sign]) for sign in _SIGNS),
    *_LETTERS.encode().split(b" "),
    *_YAML.split(b"|"),
    *_TEXTS.split(b";"),
    *_MARKS.split(b";"),
    b"[" * 20,
    b"a: " * 5,
    b"- " * 15,
    b"x" * 1100,
)


def _spot(random: Random, data: bytes) -> int:
    return random.randrange(len(data) + 1)


def _flip(random: Random, data: bytes) -> bytes:
    at = _spot(random, data)
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _insert(random: Random, data: bytes) -> bytes:
    at = _spot(random, data)
    return data[:at] + random.choice(SNIPPETS) + data[at:]


def _delete(random: Random, data: bytes) -> bytes:
    at = _spot(random, data)
    return data[:at] + data[at + random.randrange(1, 8) :]


def _truncate(random: Random, data: bytes) -> bytes:
    return data[: _spot(random, data)]


def _lines(change: Callable[[Random, list[bytes]], None]) -> Callable[[Random, bytes], bytes]:
    def mutate(random: Random, data: bytes) -> bytes:
        lines = data.splitlines(keepends=True)
        if lines:
            change(random, lines)
        return b"".join(lines)

    return mutate


def _cut(random: Random, lines: list[bytes]) -> None:
    del lines[random.randrange(len(lines))]


def _repeat(random: Random, lines: list[bytes]) -> None:
    lines.insert(random.randrange(len(lines)), random.choice(lines))


def _swap(random: Random, lines: list[bytes]) -> None:
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _indent(random: Random, lines: list[bytes]) -> None:
    at = random.randrange(len(lines))
    words = lines[at].lstrip(b" ")
    lines[at] = random.choice((b" ", b"\t", b"  ", b"      ", b"", b"\xc2\xa0")) * random.randrange(4) + words


def _start(random: Random, lines: list[bytes]) -> None:
    """Puts something between a field's colon and its text."""
    at = random.randrange(len(lines))
    field, colon, text = lines[at].partition(b": ")
    lines[at] = field + colon + random.choice(SNIPPETS) + text


MUTATIONS = (
    _flip,
    _insert,
    _insert,
    _delete,
    _truncate,
    _lines(_cut),
    _lines(_repeat),
    _lines(_swap),
    _lines(_indent),
    _lines(_start),
)


def broken(random: Random) -> bytes:
    """A record changed in one to four ways."""
    data = random.choice(RECORDS)
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 4))):
        data = random.choice(MUTATIONS)(random, data)
    return data if random.random() < 0.2 or data.endswith(b"\n") else data + b"\n"
