"""Explains to an editor why a field does not fit the model.

pydantic reports every fault of a record with a type, a path and the input; this module turns each type into one of our
codes, with what is wrong and what fixes it.
"""

from __future__ import annotations

import re

from playbook.model import Kind
from playbook.model.fields import INVALID_CHOICE, INVALID_DATE, INVALID_FORM, INVALID_NUMBER, MISSING_VALUE
from playbook.problems import nearest, one_line
from playbook.reading import codes
from playbook.reading.dashes import is_odd_dash, no_space_after_dash, odd_dash, plain_dashes, space_after_dash
from playbook.reading.proposals import bare_name, date_meant, field_meant, is_quoted_by_hand, number_meant
from playbook.reading.refused import in_quotes
from playbook.reading.shape_fault import ShapeFault, Words
from playbook.reading.shapes import Path, is_needed, known_fields
from playbook.wording import N_, _, ngettext
from playbook.wording.lists import listed

_WEB_ADDRESS = N_("write a web address that starts with https://")
_FORMS = {
    "site": _WEB_ADDRESS,
    "repository": _WEB_ADDRESS,
    "address": _WEB_ADDRESS,
    "contact": N_("write an e-mail address, or a web address that starts with https://"),
    "number": N_("write digits and spaces, for example 999"),
    "locale": N_("write a language and country, for example en-GB or de-DE"),
    "language": N_("write the code of a language, for example en or de"),
    "expect": N_("write a kind and an id with a colon between them, for example tip:smile-first"),
    "home": N_("write a kind and an id with a colon between them, for example tip:smile-first or page:journey"),
}
_EXAMPLES = {
    "patron_asks": N_("add `patron_asks: …`: the question people have here, in their words"),
    "owner": N_("add `owner: …`: the id of the department that owns it"),
    "reviewed": N_("add `reviewed: …`: the day on which someone last confirmed it, for example 2026-03-31"),
    "promise": N_("add `promise: …`: what people get because of this department"),
}
_IDS = re.compile(r"[a-z0-9-]+(?: *, *[a-z0-9-]+)*")


def fault_words(fault: ShapeFault) -> Words:
    """One fault in our words."""
    if fault.type == "extra_forbidden":
        return _unknown_field(fault)
    is_blank = fault.value in ([], {}) or (isinstance(fault.value, str) and not fault.value.strip())
    if is_blank or fault.code is MISSING_VALUE:
        return _no_value(fault, is_blank=is_blank)
    if fault.code is not None:
        fix = _nearer_help(fault) or fault.context["help"]
        return Words(fault.code, fault.path, fault.context["message"], fix)
    recognise = _BY_TYPE.get(fault.type, _invalid_value)
    return recognise(fault)


def missing_fields(kind: Kind, above: Path, names: list[str]) -> Words:
    """The fields that a record, or the group at `above`, still needs."""
    holder = ShapeFault(kind, "missing", (*above, names[0]), None, {}).holder
    quoted = listed(f"`{name}`" for name in names)
    message = ngettext(
        "`%(holder)s` needs the field %(fields)s",
        "`%(holder)s` needs the fields %(fields)s",
        len(names),
        holder=holder,
        fields=quoted,
    )
    if len(names) > 1:
        fix = _("add a line for each of them")
    elif names[0] in _EXAMPLES:
        fix = _(_EXAMPLES[names[0]])
    else:
        fix = _("add `%(field)s: …`", field=names[0])
    return Words(codes.MISSING_FIELD, above, message, fix, True)


def misspelt_field(kind: Kind, path: Path, meant: str) -> Words:
    """A required field that is there under a wrong name."""
    fault = ShapeFault(kind, "extra_forbidden", path, None, {})
    message = _(
        "`%(holder)s` has no field `%(name)s` and needs `%(field)s`",
        holder=fault.holder,
        name=one_line(str(path[-1])),
        field=meant,
    )
    return Words(codes.UNKNOWN_FIELD, path, message, _renaming(str(path[-1]), meant), True)


def _no_value(fault: ShapeFault, *, is_blank: bool) -> Words:
    if is_blank:
        message = fault.said(N_("`%(field)s` has no value"), N_("an entry of `%(field)s` has no value"))
    else:
        message = fault.said(
            N_("`%(field)s` has no value: `%(text)s` counts as none"),
            N_("an entry of `%(field)s` has no value: `%(text)s` counts as none"),
            text=fault.value,
        )
    if is_needed(fault.kind, fault.path):
        fix = _("write one after the dash") if fault.is_entry else _("write one after the colon")
    elif fault.is_entry:
        fix = _("write one after the dash, or delete the line")
    else:
        fix = _("write one after the colon, or delete the line")
    return Words(MISSING_VALUE, fault.path, message, fix, is_blank)


def _renaming(name: str, meant: str) -> str:
    if is_quoted_by_hand(name) and bare_name(name) == meant:
        return _("remove the curly quotation marks: `%(name)s`", name=meant)
    return _("did you mean `%(name)s`?", name=meant)


def _nearer_help(fault: ShapeFault) -> str | None:
    text = fault.value if isinstance(fault.value, str) else ""
    if fault.code is INVALID_DATE and (date := date_meant(text)):
        return _("write year-month-day: %(day)s", day=date)
    if fault.code is INVALID_NUMBER and (number := number_meant(text)):
        if number.startswith("-"):
            return _("write digits only, after a plain hyphen: `%(number)s`", number=number)
        return _("write digits only: `%(number)s`", number=number)
    return None


def _invalid_value(fault: ShapeFault) -> Words:
    message = fault.said(N_("`%(field)s` has an invalid value"), N_("an entry of `%(field)s` has an invalid value"))
    return Words(codes.INVALID_VALUE, fault.path, message)


def _unknown_field(fault: ShapeFault) -> Words:
    name = str(fault.path[-1])
    if isinstance(fault.value, dict) and len(fault.path) == 1 and fault.value.keys() & fault.kind.record.model_fields:
        message = _("the record `%(id)s` is inside the one above", id=one_line(name))
        fix = _("delete the spaces before it, and two of those before each of its fields")
        return Words(codes.WRONG_LEVEL, fault.path, message, fix, True)
    known = known_fields(fault.kind, fault.path[:-1])
    meant = field_meant(name, known)
    message = _("`%(holder)s` has no field `%(name)s`", holder=fault.holder, name=one_line(name))
    fields = _("the fields here are: %(fields)s", fields=", ".join(known)) if known else None
    return Words(codes.UNKNOWN_FIELD, fault.path, message, _renaming(name, meant) if meant else fields, True)


def _not_a_choice(fault: ShapeFault) -> Words:
    if not isinstance(fault.value, str):
        return _not_text(fault)
    options = re.findall(r"'([^']*)'", fault.context["expected"])
    near, words = nearest(fault.value, options), ", ".join(options)
    message = _("`%(word)s` is not allowed in `%(field)s`", word=one_line(fault.value), field=fault.field)
    if near:
        fix = _("did you mean `%(word)s`? Allowed: %(words)s", word=near, words=words)
    else:
        fix = _("use one of: %(words)s", words=words)
    return Words(INVALID_CHOICE, fault.path, message, fix)


def _not_text(fault: ShapeFault) -> Words:
    value = fault.value
    if isinstance(value, dict) and len(value) == 1:
        name, rest = next(iter(value.items()))
        if isinstance(rest, str) and rest:
            message = _("a colon and a space inside a text start a new field in YAML")
            text = in_quotes(f"{name}: {rest}", 100)
            fix = _("write `%(line)s`", line=f"- {text}" if fault.is_entry else f"{fault.field}: {text}")
            return Words(codes.UNQUOTED_COLON, fault.path, message, fix)
    if isinstance(value, list):
        message = fault.said(
            N_("`%(field)s` must be one text, not a list"), N_("an entry of `%(field)s` must be one text, not a list")
        )
        fix = _("keep one of the entries and write it after the colon, without a dash or brackets")
        if len(value) == 1 and isinstance(value[0], str):
            text = one_line(value[0], 40)
            fix = _("write it after the colon, without a dash or brackets: `%(text)s`", text=text)
    else:
        message = fault.said(
            N_("`%(field)s` must be one text, not a group of fields"),
            N_("an entry of `%(field)s` must be one text, not a group of fields"),
        )
        fix = _("write the text on the same line as the field; if it contains a colon, put it in quotes")
    return Words(codes.EXPECTED_TEXT, fault.path, message, fix)


def _not_a_list(fault: ShapeFault) -> Words:
    is_text = isinstance(fault.value, str)
    if is_text and is_odd_dash(fault.value):
        return Words(codes.ODD_DASH, fault.path, odd_dash(fault.value), plain_dashes())
    if is_text and (fix := space_after_dash(fault.value)):
        return Words(codes.MISSING_SPACE, fault.path, no_space_after_dash(), fix)
    if is_text:
        message = _("`%(field)s` must be a list, not one text", field=fault.field)
    else:
        message = _("`%(field)s` must be a list, not a group of fields", field=fault.field)
    fix = _("put each entry on its own line below the field, with a dash and a space before it")
    if is_text and _IDS.fullmatch(fault.value):
        fix = _("put it in brackets: `[%(ids)s]`", ids=one_line(fault.value, 40))
    elif is_text and re.match(r"\d+[.)] ", fault.value):
        fix = _("write a dash instead of the number before each entry")
    elif is_text:
        fix = _("write it on the line below, with a dash before it: `- %(text)s`", text=one_line(fault.value, 30))
    return Words(codes.EXPECTED_LIST, fault.path, message, fix)


def _not_fields(fault: ShapeFault) -> Words:
    if isinstance(fault.value, list):
        message = fault.said(
            N_("`%(field)s` must be a group of fields, not a list"),
            N_("an entry of `%(field)s` must be a group of fields, not a list"),
        )
    else:
        message = fault.said(
            N_("`%(field)s` must be a group of fields, not one text"),
            N_("an entry of `%(field)s` must be a group of fields, not one text"),
        )
    inside = ", ".join(known_fields(fault.kind, fault.path))
    if inside:
        fix = _("put each field on its own line below, indented by two more spaces: %(fields)s", fields=inside)
    else:
        fix = _("put each field on its own line below, indented by two more spaces")
    return Words(codes.EXPECTED_FIELDS, fault.path, message, fix)


def _wrong_form(fault: ShapeFault) -> Words:
    form = _form_of(fault)
    if form is None and "\n" in fault.value:
        message = fault.said(N_("`%(field)s` must fit on one line"), N_("an entry of `%(field)s` must fit on one line"))
        return Words(codes.SEVERAL_LINES, fault.path, message, _("join the lines, or shorten the text"))
    if form and re.match(r"https?://\S+ ", fault.value):
        address = one_line(fault.value.strip().replace(" ", "%20"), 80)
        fix = _("write %%20 for each space: `%(address)s`", address=address)
        return Words(INVALID_FORM, fault.path, _("a web address cannot contain a space"), fix)
    message = _("`%(text)s` is not in the right format", text=one_line(fault.value))
    return Words(INVALID_FORM, fault.path, message, _(form) if form else _("write it in another way"))


def _form_of(fault: ShapeFault) -> str | None:
    """The message that says which form a field needs; None where any line would do."""
    if "facts" in fault.path:
        return N_("write small letters, digits and hyphens, for example refund-limit")
    is_any_line = fault.field == "contact" and fault.kind.name != "organisation"
    return None if is_any_line else _FORMS.get(fault.field)


def _out_of_range(fault: ShapeFault) -> Words:
    is_too_small = "ge" in fault.context
    limit = fault.context["ge" if is_too_small else "le"]
    values = {"number": one_line(str(fault.value)), "field": fault.field}
    if is_too_small:
        message = _("%(number)s is too small for `%(field)s`", **values)
        fix = _("the minimum is %(limit)s", limit=limit)
    else:
        message = _("%(number)s is too large for `%(field)s`", **values)
        fix = _("the maximum is %(limit)s", limit=limit)
    return Words(codes.OUT_OF_RANGE, fault.path, message, fix)


_BY_TYPE = {
    "literal_error": _not_a_choice,
    "string_type": _not_text,
    "tuple_type": _not_a_list,
    "model_type": _not_fields,
    "dict_type": _not_fields,
    "string_pattern_mismatch": _wrong_form,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
}
