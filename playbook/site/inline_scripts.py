"""Finds what would run from within a page, or lead to an address of a kind that pages may not have.

The policy keeps all of it from running; here the person who wrote it learns why nothing happens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from playbook.model.addresses import scheme_of
from playbook.problems import Place, Problem, one_line
from playbook.site.page_codes import INLINE_SCRIPT, UNUSABLE_ADDRESS
from playbook.site.policy import allows
from playbook.wording import N_, _

SCHEMES = frozenset({"http", "https", "mailto", "tel", "sms"})
"""How addresses on hand-written pages may begin; most begin with none, because they lead on within the site."""
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]", re.IGNORECASE)
_LEADING = frozenset({"href", "src", "action", "formaction", "xlink:href", "data", "poster"})
"""Attributes that hold an address."""
_OTHER_SCRIPT = re.compile(
    r"<[sS][cC][rR][iI][pP][tT]\b"
    r"(?! src=\"(?![a-zA-Z][a-zA-Z0-9+.-]*:|//)[^\"]*\"(?: defer| async| type=\"module\")*>)"
    r"(?!(?: id=\"\w+\")? type=\"application/json\">)"
    r"[^<]{0,60}"
)
"""The beginning of every script but those that are files of the site or data, as the theme and our templates write."""
_CODE = re.compile(
    r"^(?P<fence> {0,3}(?:`{3,}|~{3,})).*?^(?P=fence)|(?P<ticks>`+)[^`].*?(?P=ticks)(?!`)|^(?: {4}|\t).*$",
    re.DOTALL | re.MULTILINE,
)
_INDENTED = re.compile(r"^(?: {4}|\t).*$", re.MULTILINE)
_LINK = re.compile(r"\]\(\s*<?(?P<address>[^\s)>]+)|^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?P<defined>\S+)", re.MULTILINE)
_EVENT = re.compile(r"\{:?[^}\n]*?[\s{:](?P<name>on[a-z]+)\s*=", re.IGNORECASE)
FIX_SCRIPT = N_(
    "put the script in a file in docs/, such as docs/js/ours.js, and name it under `extra_javascript` in mkdocs.yml"
)
FIX_EVENT = N_(
    "put the script in a file in docs/, such as docs/js/ours.js, name it under `extra_javascript` in mkdocs.yml, and "
    "let it listen for the event"
)
FIX_FOREIGN = N_(
    "put the file in docs/ and name it under `extra_javascript` in mkdocs.yml: pages load nothing from other sites"
)


@dataclass(frozen=True)
class Running:
    """Something on a page that would run, or an address that may not be there."""

    message: str
    help: str
    line: int
    """The line of the text that was looked through; 0 when it is not known."""
    is_address: bool = False


def inline_scripts(html: str) -> tuple[str, ...]:
    """How each script in a finished page begins that is neither a file, nor data, nor the one that may be there."""
    return tuple(found.group() for found in _OTHER_SCRIPT.finditer(html) if not _is_allowed(html, found.start()))


def _is_allowed(html: str, start: int) -> bool:
    begin = html.find(">", start) + 1
    return allows(html[begin : html.find("</script>", begin)])


def written_problems(file: str, markdown: str, html: str | None = None) -> tuple[Problem, ...]:
    """What of a hand-written page would run, at its line.

    `markdown` is the whole file. `html` is what has become of it: with it, what only looks like a script, in an
    example, is no problem.
    """
    found = [*_in_markdown(markdown)]
    if html is not None:
        made = {running.message: running for running in in_html(html)}
        known = {running.message for running in found}
        lost = [replace(running, line=0) for message, running in made.items() if message not in known]
        found = [running for running in found if running.message in made] + lost
    return tuple(dict.fromkeys(_problem(file, markdown, running) for running in found))


def in_html(html: str) -> Iterator[Running]:
    """What would run in a piece of HTML."""
    finder = _Finder()
    finder.feed(html)
    finder.close()
    yield from finder.found


def _in_markdown(text: str) -> Iterator[Running]:
    """What would run in Markdown, as far as that shows without rendering it; examples of code are left out."""
    bare = _INDENTED.sub(_blanked, _CODE.sub(_blanked, text))
    yield from in_html(bare)
    for link in _LINK.finditer(bare):
        running = _address(link["address"] or link["defined"], "src", bare.count("\n", 0, link.start()) + 1)
        if running:
            yield running
    for event in _EVENT.finditer(bare):
        yield _event(event["name"].lower(), bare.count("\n", 0, event.start("name")) + 1)


def _blanked(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found.group())


def _problem(file: str, text: str, running: Running) -> Problem:
    code = UNUSABLE_ADDRESS if running.is_address else INLINE_SCRIPT
    place = Place(file)
    if running.line:
        excerpt = text.split("\n")[running.line - 1].rstrip("\r")
        place = Place(file, running.line, 1, max(1, len(excerpt)), excerpt)
    return code.at(place, running.message, running.help)


class _Finder(HTMLParser):
    """Goes through HTML, or through Markdown with HTML in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Running] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what would run."""
        given = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        if tag == "script":
            self._script(given, line)
        if tag == "meta" and "http-equiv" in given:
            message = _("`<meta http-equiv>` would send readers elsewhere, or change what the page may do")
            self.found.append(Running(message, _("delete it and write a link"), line))
        for name, value in given.items():
            if re.fullmatch(r"on[a-z]+", name):
                self.found.append(_event(name, line))
            elif name in _LEADING and tag != "script":
                self.found += filter(None, [_address(value, name, line)])

    def _script(self, given: Mapping[str, str], line: int) -> None:
        if given.get("type") == "application/json":
            return
        address = given.get("src")
        if address is None:
            message = _("a script inside a page never runs: the policy of the site allows only scripts in files")
            self.found.append(Running(message, _(FIX_SCRIPT), line))
        elif scheme_of(address) or address.startswith("//"):
            message = _("the script `%(address)s` is on another site and never runs", address=one_line(address))
            self.found.append(Running(message, _(FIX_FOREIGN), line))


def _event(name: str, line: int) -> Running:
    message = _("`%(name)s` never runs: the policy of the site allows only scripts in files", name=name)
    return Running(message, _(FIX_EVENT), line)


def _address(value: str, name: str, line: int) -> Running | None:
    scheme = scheme_of(value)
    if not scheme or scheme in SCHEMES or (name in {"src", "poster"} and _PICTURE.match(value)):
        return None
    shown = one_line(value, 60)
    if scheme in {"javascript", "vbscript"}:
        message = _("`%(address)s` is a script, not an address, and never runs", address=shown)
        return Running(message, _(FIX_EVENT), line)
    message = _("a page may not link to `%(address)s`", address=shown)
    help_text = _("write an address that starts with https://, mailto: or tel:, or the path of a file")
    return Running(message, help_text, line, True)
