"""Every kind of problem of a hand-written page, with what it means."""

from __future__ import annotations

from playbook.model import BY_NAME, KINDS
from playbook.problems import Code

FAILING_MACRO = Code("failing-macro", "A macro on a hand-written page stopped with an error of its own.")
INVALID_CALL = Code("invalid-call", "What stands between double braces on a hand-written page is no call of a macro.")
MACRO_IN_CODE = Code(
    "macro-in-code",
    "A hand-written page calls a macro inside code, between backticks or in a block of code, where readers would see "
    "HTML instead of what it makes. Write `<code>` and `</code>` around the call instead of backticks.",
)
TAKEN_ADDRESS = Code(
    "taken-address",
    "A hand-written page has the address of a page that is made from records. Give its file another name, or turn it "
    "into a block, which is shown on that page.",
)
UNKNOWN_FILTER = Code("unknown-filter", "A hand-written page narrows a list by something that is no filter.")
UNKNOWN_KIND = Code("unknown-kind", "A hand-written page names a kind of record that does not exist.")
UNKNOWN_MACRO = Code(
    "unknown-macro",
    "A hand-written page calls a macro that does not exist; usually its name is misspelt.",
)
UNKNOWN_NAME = Code(
    "unknown-name",
    "A hand-written page uses a word between double braces that means nothing; texts need quotes.",
)
UNKNOWN_PAGE = Code(
    "unknown-page", "A hand-written page links to, or a block is for, a page of this site that does not exist."
)
UNREADABLE_PAGE = Code("unreadable-page", "A hand-written page is saved in another encoding. Save it as UTF-8.")
WRONG_ARGUMENT = Code("wrong-argument", "A hand-written page calls a macro with something that it does not take.")
UNKNOWN_RECORD = {
    kind.name: Code(f"unknown-{kind.name.replace('_', '-')}", "A hand-written page names a record that does not exist.")
    for kind in KINDS
    if kind.name not in {target for referring in BY_NAME.values() for _, target in referring.references}
}
"""By the name of a kind that no record refers to. For other kinds the rules about references have such codes."""
CODES = (*(value for value in vars().values() if isinstance(value, Code)), *UNKNOWN_RECORD.values())
"""All of the above."""
