"""Every kind of problem that reading finds, in a file or in one of its records, with what it means.

Those that the fields themselves find are in `model.fields`.
"""

from __future__ import annotations

from playbook.problems import Code

ALIAS = Code("alias", "A text starts with `*`, which in YAML repeats another part of the file. Put the text in quotes.")
ANCHOR = Code("anchor", "A text starts with `&`, which in YAML names it for reuse. Put the text in quotes.")
COMMENT_IN_TEXT = Code(
    "comment-in-text",
    "A line that looks like a comment stands inside a block of text, so readers would see it.",
)
CONFLICT_MARKER = Code(
    "conflict-marker",
    "Two people changed the same lines, and both versions are still in the file. Keep one.",
)
CUT_OFF = Code("cut-off", "The file ends in the middle of a letter, as after an upload that broke off.")
DUPLICATE_ID = Code("duplicate-id", "Two records of one kind have the same id, so nobody could say which is meant.")
DUPLICATE_KEY = Code("duplicate-key", "A name is given twice in one record; one of the two would be lost.")
EMPTY_FILE = Code("empty-file", "The file holds nothing. Delete it, or write a record.")
EMPTY_NAME = Code("empty-name", "A colon has no name before it.")
EXPECTED_FIELDS = Code("expected-fields", "A group of fields belongs here, each on a line of its own.")
EXPECTED_LIST = Code(
    "expected-list",
    "A list belongs here: each entry on a line of its own after a dash, or all in brackets.",
)
EXPECTED_TEXT = Code("expected-text", "One text belongs here, not a list and not a group of fields.")
FACT_IN_FACT = Code("fact-in-fact", "A fact of the house names another one. Only texts of records name facts.")
FACT_STATED_TWICE = Code(
    "fact-stated-twice",
    "`emergency-number` is the number under `emergency`. Stated under `facts` as well, the two could differ.",
)
FIELDS_ON_ONE_LINE = Code("fields-on-one-line", "Two fields stand on one line. Each needs a line of its own.")
FILE_TOO_LARGE = Code(
    "file-too-large",
    "The file is larger than 1 MB. Spread its records over several files in a folder.",
)
FORBIDDEN_CHARACTER = Code(
    "forbidden-character",
    "The text holds a character that nobody sees, or one that turns the direction of writing.",
)
GROUP_AS_NAME = Code(
    "group-as-name",
    "A list or a group stands where a name must stand; often a text that starts with [ needs quotes.",
)
INVALID_ESCAPE = Code(
    "invalid-escape",
    "Inside double quotes a backslash starts a code. Use single quotes, or write it twice.",
)
INVALID_ID = Code("invalid-id", "Ids use small letters from a to z, digits and single hyphens, 64 characters at most.")
INVALID_VALUE = Code("invalid-value", "The value does not fit this field.")
JOINED_LINE = Code(
    "joined-line",
    "A line looks like an entry or a field of its own but is read as part of the text above it.",
)
LIST_BEHIND_FIELD = Code("list-behind-field", "A list starts on the same line as its field. Start it on the next line.")
LOST_TEXT = Code(
    "lost-text",
    "A space and a hash sign start a comment; the rest is lost. Put the whole text in quotes.",
)
MERGE_KEY = Code("merge-key", "`<<` would copy fields from elsewhere. Write them out.")
MISSING_COLON = Code("missing-colon", "A line is neither a field nor the continuation of the text above it.")
MISSING_DASH = Code("missing-dash", "An entry of a list has no dash before it.")
MISSING_FIELD = Code("missing-field", "A field that every record of this kind needs is not there.")
MISSING_FILE = Code("missing-file", "A playbook needs an organisation and at least one touchpoint, department and tip.")
MISSING_ID = Code("missing-id", "The fields of a record stand where its id must stand.")
MISSING_SPACE = Code("missing-space", "A colon or a dash needs a space after it.")
NESTED_FOLDER = Code("nested-folder", "Folders of a kind hold files, not further folders.")
NOT_A_FILE = Code("not-a-file", "Something that is not an ordinary file lies in the data folder.")
NOT_UTF_8 = Code("not-utf-8", "The file is saved in another encoding. Save it as UTF-8.")
NOT_YAML = Code("not-yaml", "The file cannot be read from this place on. Compare the line with a record that works.")
ODD_DASH = Code(
    "odd-dash",
    "A dash or a bullet stands where the plain hyphen of the keyboard starts an entry of a list.",
)
ODD_SPACE = Code("odd-space", "A space that is not an ordinary one, such as a no-break space, is used for indentation.")
OLD_LINE_ENDS = Code("old-line-ends", "Lines end as on very old computers. Save the file with ordinary line ends.")
OUT_OF_RANGE = Code("out-of-range", "The number is smaller or larger than this field allows.")
QUESTION_MARK = Code(
    "question-mark",
    "A question mark and a space at the start have a meaning in YAML. Put the text in quotes.",
)
RESERVED_ID = Code("reserved-id", "Windows keeps this name for a device, so no page can have it.")
SECOND_DOCUMENT = Code("second-document", "A line with three dashes starts a second document. Delete it.")
SEVERAL_LINES = Code("several-lines", "This text must fit on one line.")
SPECIAL_CHARACTER = Code("special-character", "A text cannot start with this character unless it is in quotes.")
SYMBOLIC_LINK = Code("symbolic-link", "A link lies in the data folder instead of the file itself.")
TAB_INDENTATION = Code("tab-indentation", "A tab is used for indentation. Use two spaces for each level.")
TAG = Code("tag", "A word that starts with `!` would change how the value is read. Put the text in quotes.")
TEXT_AFTER_LIST = Code("text-after-list", "More text follows the closing bracket of a list.")
TEXT_AFTER_QUOTE = Code(
    "text-after-quote",
    "More text follows the closing quotation mark. Put the marks around the whole text.",
)
TEXT_TOO_LONG = Code(
    "text-too-long",
    "A text has more than 20,000 characters; often a quotation mark was left open above.",
)
TOO_DEEP = Code("too-deep", "Lists and groups are nested more than twelve deep.")
TOO_MANY_VALUES = Code(
    "too-many-values",
    "The file holds more than 50,000 values. Spread its records over several files.",
)
UNFINISHED_LIST = Code("unfinished-list", "A bracket is opened and never closed, or a comma is missing.")
UNFINISHED_QUOTE = Code("unfinished-quote", "A quotation mark is opened and never closed.")
UNKNOWN_FACT = Code(
    "unknown-fact",
    "A text names a fact in braces, such as `{refund-limit}`, that `facts` in organisation.yml does not state, or a "
    "hand-written page shows such a fact. To show the braces themselves, put spaces inside them: `{ name }`.",
)
UNKNOWN_FIELD = Code("unknown-field", "No field of this kind of record has this name; usually it is misspelt.")
UNKNOWN_FILE = Code("unknown-file", "No kind of record lives in a file of this name.")
UNQUOTED_COLON = Code(
    "unquoted-colon",
    "A text contains a colon and a space, which YAML takes for a new field. Put the text in quotes.",
)
UNREADABLE_FILE = Code("unreadable-file", "The file cannot be opened.")
UNREADABLE_FOLDER = Code("unreadable-folder", "The data folder cannot be opened.")
WRONG_INDENTATION = Code("wrong-indentation", "A line does not line up with the lines it belongs to.")
WRONG_LEVEL = Code("wrong-level", "A field stands too far left or right, and so belongs to something else.")

CODES = tuple(value for value in vars().values() if isinstance(value, Code))
"""All of the above."""
