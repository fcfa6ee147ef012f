"""Every kind of problem of a hand-written page, with what it means."""

from __future__ import annotations

from playbook.model import BY_NAME, KINDS
from playbook.problems import Code

FAILING_MACRO = Code("failing-macro", "A macro on a hand-written page stopped with an error of its own.")
DRAWING_RUNS = Code(
    "unsafe-drawing",
    "An SVG picture in `docs/` holds a script or loads something from elsewhere. Opened by itself it would be a page "
    "without the policy of the site. Save it as a plain SVG, or as a PNG.",
)
INLINE_SCRIPT = Code(
    "inline-script",
    "A hand-written page holds a script. Pages run no scripts but files that `extra_javascript` in `mkdocs.yml` names.",
)
INVALID_CALL = Code("invalid-call", "What stands between double braces on a hand-written page is no call of a macro.")
LEFTOVER_FILE = Code(
    "leftover-file", "A copy or a lock that a program has left in `docs/`. All that lies there is published; delete it."
)
LINKED_FILE = Code(
    "linked-file",
    "A link to another place lies in `docs/`, which would publish what is there. Put the file itself into `docs/`.",
)
RESERVED_PATH = Code(
    "reserved-path", "A file in `docs/` would take the place of one that the theme or the playbook makes. Rename it."
)
INVALID_FRONT_MATTER = Code(
    "invalid-front-matter",
    "The lines between dashes at the top of a hand-written page are no YAML, so readers would see them. Each is a "
    "name, a colon, a space and a value; a value with a colon in it stands in straight quotes.",
)
MACRO_IN_CODE = Code(
    "macro-in-code",
    "A hand-written page calls a macro inside code, between backticks or in a block of code, where readers would see "
    "HTML instead of what it makes. Write `<code>` and `</code>` around the call instead of backticks.",
)
MACRO_NOT_RUN = Code(
    "macro-not-run",
    "A hand-written page calls a macro and does not ask for macros, so readers would see the call as it is typed. "
    "Write `render_macros: true` at its top; or `render_macros: false`, if they are meant to see it.",
)
MISPLACED_MACRO = Code(
    "misplaced-macro",
    "A macro that makes more than a few words stands where Markdown has no room for it: behind a dash or a number, in "
    "a table, a heading or a quotation. Give it a line of its own.",
)
SAME_NAME = Code(
    "same-name",
    "Two files or folders in `docs/` differ in nothing but capital letters or the way of writing an accent, or become "
    "the same page. On Windows and on Macs one of them would take the place of the other.",
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
UNPUBLISHED_KIND = Code(
    "unpublished-kind", "A file in `docs/` is of a kind that the site does not publish. The message says what to do."
)
UNREADABLE_PAGE = Code("unreadable-page", "A hand-written page is saved in another encoding. Save it as UTF-8.")
UNUSABLE_ADDRESS = Code(
    "unusable-address",
    "An address does not begin as addresses do here: with https://, http://, mailto: or tel:, or with a path.",
)
WRONG_ARGUMENT = Code("wrong-argument", "A hand-written page calls a macro with something that it does not take.")
UNKNOWN_RECORD = {
    kind.name: Code(f"unknown-{kind.name.replace('_', '-')}", "A hand-written page names a record that does not exist.")
    for kind in KINDS
    if kind.name not in {target for referring in BY_NAME.values() for _, target in referring.references}
}
"""By the name of a kind that no record refers to. For other kinds the rules about references have such codes."""
CODES = (*(value for value in vars().values() if isinstance(value, Code)), *UNKNOWN_RECORD.values())
"""All of the above."""
