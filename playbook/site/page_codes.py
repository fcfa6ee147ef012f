"""Every kind of problem of a hand-written page, with what it means."""

from __future__ import annotations

from playbook.model import BY_NAME, KINDS
from playbook.problems import Code
from playbook.wording import N_

FAILING_MACRO = Code(
    "failing-macro", N_("A macro on a hand-written page stopped with an error. Correct the macro, or remove the call.")
)
DRAWING_RUNS = Code(
    "unsafe-drawing",
    N_(
        "An SVG picture in `docs/` contains a script or loads something from elsewhere, which the policy of the site"
        " does not allow. Save it as a plain SVG, or as a PNG."
    ),
)
INLINE_SCRIPT = Code(
    "inline-script",
    N_(
        "A hand-written page contains a script, which would not run. Put it in a file and name that in"
        " `extra_javascript` in `mkdocs.yml`."
    ),
)
INVALID_CALL = Code(
    "invalid-call", N_("The text in double braces on a hand-written page is not a macro call. Correct or remove it.")
)
LEFTOVER_FILE = Code(
    "leftover-file",
    N_("A program has left a copy or a lock file in `docs/`, where everything is published. Delete it."),
)
LINKED_FILE = Code(
    "linked-file",
    N_("`docs/` contains a link to another place, which would publish what is there. Put the file itself in `docs/`."),
)
RESERVED_PATH = Code(
    "reserved-path",
    N_("A file in `docs/` has the same path as one that the theme or the playbook makes. Rename it."),
)
INVALID_FRONT_MATTER = Code(
    "invalid-front-matter",
    N_(
        "The lines between dashes at the top of a hand-written page are not YAML, so readers would see them. Write each"
        " as a name, a colon, a space and a value. Put a value that contains a colon in straight quotes."
    ),
)
MACRO_IN_CODE = Code(
    "macro-in-code",
    N_(
        "A hand-written page calls a macro inside code, between backticks or in a block of code, so readers would see"
        " HTML. Write `<code>` and `</code>` around the call instead of backticks."
    ),
)
MACRO_NOT_RUN = Code(
    "macro-not-run",
    N_(
        "A hand-written page calls a macro but does not ask for macros, so readers would see the call as typed. Write"
        " `render_macros: true` at the top, or `render_macros: false` if they should see it."
    ),
)
MISPLACED_MACRO = Code(
    "misplaced-macro",
    N_(
        "A macro that makes more than a few words is where Markdown has no room for it: after a dash or a number, or in"
        " a table, a heading or a quotation. Give it a line of its own."
    ),
)
SAME_NAME = Code(
    "same-name",
    N_(
        "Two files or folders in `docs/` differ only in capital letters or in the encoding of an accent, or become the"
        " same page. On Windows and Macs one would replace the other. Rename one."
    ),
)
TAKEN_ADDRESS = Code(
    "taken-address",
    N_(
        "A hand-written page has the same address as a page made from records. Rename its file, or turn it into a"
        " block, which is shown on that page."
    ),
)
UNKNOWN_FILTER = Code(
    "unknown-filter",
    N_("A hand-written page narrows a list by something that is not a filter. Use one of the filters."),
)
UNKNOWN_KIND = Code(
    "unknown-kind", N_("A hand-written page names a kind of record that does not exist. Correct the name.")
)
UNKNOWN_MACRO = Code(
    "unknown-macro",
    N_("A hand-written page calls a macro that does not exist. Usually its name is misspelt: correct it."),
)
UNKNOWN_NAME = Code(
    "unknown-name",
    N_("A hand-written page uses a word in double braces that means nothing there. Put texts in quotes."),
)
UNKNOWN_PAGE = Code(
    "unknown-page",
    N_(
        "A hand-written page links to, or a block is for, a page of this site that does not exist. Correct the address."
    ),
)
UNPUBLISHED_KIND = Code(
    "unpublished-kind",
    N_("A file in `docs/` is of a type that the site does not publish. Do what the message says."),
)
UNREADABLE_PAGE = Code("unreadable-page", N_("A hand-written page is saved in another encoding. Save it as UTF-8."))
UNUSABLE_ADDRESS = Code(
    "unusable-address",
    N_("An address cannot be used here. Start it with https://, http://, mailto: or tel:, or with a path."),
)
WRONG_ARGUMENT = Code(
    "wrong-argument",
    N_("A hand-written page calls a macro with something that it does not take. Correct or remove that."),
)
UNKNOWN_RECORD = {
    kind.name: Code(
        f"unknown-{kind.name.replace('_', '-')}",
        N_("A hand-written page names a record that does not exist. Correct the id."),
    )
    for kind in KINDS
    if kind.name not in {target for referring in BY_NAME.values() for _, target in referring.references}
}
"""By the name of a kind that no record refers to. For other kinds the rules about references have such codes."""
CODES = (*(value for value in vars().values() if isinstance(value, Code)), *UNKNOWN_RECORD.values())
"""All of the above."""
