"""The inline Markdown of texts: emphasis, code and links, and nothing else.

Whatever is not one of them is left as it was typed. Three things are stricter than in Markdown, so that no character is
lost by accident: a star or an underscore is a mark only around whole words, not in `5*3*2` or an address; a backslash
disappears only where it keeps a mark from being one (in `\\*9\\*`, but not in `C:\\_x`); and a link leads to a web
page, a mailbox, a telephone or a place below the site, or it is no link.
"""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, backtick, emphasis
from markdown_it.token import Token

from playbook.model.link_address import is_link_address

_MARKED = re.compile(r"[*_`\[]")
_ESCAPE = re.compile(r"\\(?=[*_`\[])")
_DESTINATION = re.compile(r"\( *((?:[^\s<>\"'`\\()]|\([^\s<>\"'`\\()]*\))+) *\)")
_OPENS = re.compile(r"(?:^|[\s(\[{“‘«„\"'—–])[*_]|[*_`]")
_CLOSES = re.compile(r"$|[\s.,;:!?)\]}”’»\"'…—–*_`]")
"""What may stand around emphasis. In an address, a path or a sum, a star or an underscore is none of it."""
_NEEDED, _USED = "needed", "used"
"""In the parser's environment: where backslashes keep a mark from being one; where marks are that are used up."""


def has_marks(text: str) -> bool:
    """Whether a text may hold anything but plain words: a quick test that spares most texts the parser."""
    return _MARKED.search(text) is not None


def as_html(text: str) -> str:
    """The text as HTML that fits inside a paragraph. A link to a place below the site starts with a slash."""
    html: str = _PARSER.renderInline(text, _environment(text))
    return html


def as_words(text: str) -> str:
    """What a reader of that HTML reads."""
    return "".join(token.content for token in tokens(text) if token.type in ("text", "code_inline"))


def tokens(text: str) -> list[Token]:
    """The text in pieces: words, code, and where emphasis and links begin and end."""
    pieces: list[Token] = []
    _PARSER.inline.parse(text, _PARSER, _environment(text), pieces)
    return pieces


def _environment(text: str) -> dict[str, Any]:
    return {_NEEDED: _needed_backslashes(text)}


def _needed_backslashes(text: str) -> frozenset[int]:
    """Where a backslash stands before a mark that, without it, would be one."""
    if "\\" not in text:
        return frozenset()
    escapes = [match.start() for match in _ESCAPE.finditer(text)]
    if not escapes:
        return frozenset()
    used: set[int] = set()
    _PARSER.inline.parse(_ESCAPE.sub("", text), _PARSER, {_USED: used}, [])
    return frozenset(place for number, place in enumerate(escapes) if place - number in used)


def _backslash(state: StateInline, silent: bool) -> bool:
    """A backslash before a mark: the mark stands for itself; the backslash is shown unless it was needed for that."""
    place = state.pos
    needed = state.env.get(_NEEDED)
    if needed is None or _ESCAPE.match(state.src, place, state.posMax) is None:
        return False
    if not silent:
        state.append_pending(state.src[place + 1] if place in needed else state.src[place : place + 2])
    state.pos += 2
    return True


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Emphasis around whole words: what stands inside a word is no mark."""
    place = state.pos
    if not emphasis.tokenize(state, silent):
        return False
    run = state.scanDelims(place, False)
    may_open = run.can_open and _OPENS.match(state.src, place - 1 if place else 0) is not None
    may_close = run.can_close and _CLOSES.match(state.src, state.pos) is not None
    for number, delimiter in enumerate(state.delimiters[-run.length :]):
        delimiter.open, delimiter.close = may_open, may_close
        if _USED in state.env:
            state.tokens[delimiter.token].meta["place"] = place + number
    return True


def _code(state: StateInline, silent: bool) -> bool:
    place, count = state.pos, len(state.tokens)
    if not backtick(state, silent):
        return False
    if _USED in state.env and len(state.tokens) > count:
        length = len(state.tokens[-1].markup)
        state.env[_USED].update(range(place, place + length), range(state.pos - length, state.pos))
    return True


def _link(state: StateInline, silent: bool) -> bool:
    place, end = state.pos, state.posMax
    if state.src[place] != "[":
        return False
    close = state.md.helpers.parseLinkLabel(state, place, True)
    destination = _DESTINATION.match(state.src, close + 1, end) if close > place + 1 else None
    address = state.md.normalizeLink(destination[1]) if destination else ""
    if destination is None or not is_link_address(address):
        return False
    if not silent:
        state.env.get(_USED, set()).add(place)
        state.pos, state.posMax = place + 1, close
        state.push("link_open", "a", 1).attrs = {"href": address}
        state.md.inline.tokenize(state)
        state.push("link_close", "a", -1)
    state.pos, state.posMax = destination.end(), end
    return True


def _mark_used(state: StateInline) -> None:
    """Notes the stars and underscores that have become emphasis."""
    if _USED in state.env:
        places = (token.meta.get("place") for token in state.tokens if token.meta and not token.content)
        state.env[_USED].update(place for place in places if place is not None)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["emphasis", "backticks", "link", "escape"])
    rules = parser.inline.ruler
    for name, rule in {"escape": _backslash, "backticks": _code, "emphasis": _emphasis, "link": _link}.items():
        rules.at(name, rule)
    parser.inline.ruler2.before("fragments_join", "mark_used", _mark_used)
    parser.inline.ruler2.enable("mark_used")
    return parser


_PARSER = _parser()
