"""Looks into an SVG file for what would run, or load from elsewhere, when it is opened by itself."""

from __future__ import annotations

import re
from xml.parsers import expat

from playbook.model.addresses import scheme_of
from playbook.wording import N_, _

_PAGE = "http://www.w3.org/1999/xhtml"
_SCRIPT = N_("this drawing contains a script")
_PART_OF_PAGE = N_("this drawing contains part of a web page")
_LOADS = N_("this drawing loads something from another file")
_ELEMENTS = {
    "script": _SCRIPT,
    "foreignobject": _PART_OF_PAGE,
    "iframe": N_("this drawing contains another page"),
    "handler": _SCRIPT,
    "listener": _SCRIPT,
}
_CHANGING = frozenset({"set", "animate", "animatetransform", "animatemotion"})
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp)[;,]", re.IGNORECASE)
_ELSEWHERE = re.compile(r"@import|image-set\(|url\(\s*[\"']?\s*(?![\"'\s#]|data:)", re.IGNORECASE)
_LINKS = frozenset({"http", "https", "mailto", ""})


class _Fault(Exception):
    """What is wrong with the drawing."""


def drawing_fault(content: bytes) -> str | None:
    """What is wrong with an SVG file; None when it is nothing but a picture."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True  # else a word could come in two pieces
    parser.StartElementHandler = _element
    parser.EntityDeclHandler = _entity
    parser.ProcessingInstructionHandler = _instruction
    parser.CharacterDataHandler = _text
    try:
        parser.Parse(content, True)
    except _Fault as fault:
        return str(fault)
    except (expat.ExpatError, ValueError, LookupError):
        return _("this drawing is not an SVG that can be read")
    return None


def _entity(*_details: object) -> None:
    raise _Fault(_("this drawing defines words of its own (`<!ENTITY`), which can hide anything"))


def _instruction(target: str, _data: str) -> None:
    raise _Fault(_("this drawing contains an instruction for browsers (`<?%(name)s`)", name=target))


def _element(name: str, attributes: dict[str, str]) -> None:
    namespace, tag = name.rpartition(" ")[::2]
    tag = tag.lower()
    if namespace == _PAGE:
        raise _Fault(_(_PART_OF_PAGE))
    if tag in _ELEMENTS:
        raise _Fault(_(_ELEMENTS[tag]))
    for full, value in attributes.items():
        attribute = full.rpartition(" ")[2].lower()
        if attribute.startswith("on"):
            raise _Fault(_("this drawing contains a script (`%(name)s`)", name=attribute))
        if tag in _CHANGING and attribute == "attributename" and re.search(r"href|^on", value, re.IGNORECASE):
            raise _Fault(_("this drawing changes where a link leads while people look at it"))
        if attribute in {"href", "src"}:
            _address(tag, value)
        elif attribute != "attributename":
            _text(value)


def _address(tag: str, value: str) -> None:
    if tag == "a":
        if scheme_of(value) not in _LINKS:
            raise _Fault(_("this drawing has a link that runs a script"))
    elif not value.startswith("#") and not _PICTURE.match(value):
        raise _Fault(_(_LOADS))


def _text(text: str) -> None:
    if _ELSEWHERE.search(text):
        raise _Fault(_(_LOADS))
