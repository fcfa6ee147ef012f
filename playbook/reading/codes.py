"""Every kind of problem that reading finds, in a file or in one of its records, with what it means.

Those that the fields themselves find are in `model.fields`.
"""

from __future__ import annotations

from playbook.problems import Code
from playbook.wording import N_

ALIAS = Code(
    "alias", N_("A text starts with `*`, which in YAML repeats another part of the file. Put the text in quotes.")
)
ANCHOR = Code("anchor", N_("A text starts with `&`, which in YAML names it for reuse. Put the text in quotes."))
COMMENT_IN_TEXT = Code(
    "comment-in-text",
    N_(
        "A line inside a block of text looks like a comment, and readers would see it. Move the comment above the"
        " field."
    ),
)
CONFLICT_MARKER = Code(
    "conflict-marker",
    N_("Two people changed the same lines, and both versions are still in the file. Keep one."),
)
CUT_OFF = Code(
    "cut-off",
    N_(
        "The file ends in the middle of a letter, as if an upload was interrupted. Complete the last record and save"
        " the file again."
    ),
)
DUPLICATE_ID = Code("duplicate-id", N_("Two records of one kind have the same id. Give one of them another."))
DUPLICATE_KEY = Code(
    "duplicate-key", N_("A record has the same name twice, so one of the two would be lost. Keep one.")
)
EMPTY_FILE = Code("empty-file", N_("The file contains nothing. Delete it, or write a record."))
EMPTY_NAME = Code(
    "empty-name",
    N_("There is no name before a colon. Write the name of the field, or put the text in quotes."),
)
EXPECTED_FIELDS = Code(
    "expected-fields", N_("A group of fields is missing here. Write each field on its own line, indented.")
)
EXPECTED_LIST = Code(
    "expected-list",
    N_("This field needs a list. Write each entry on its own line after a dash, or all of them in brackets."),
)
EXPECTED_TEXT = Code(
    "expected-text", N_("This field needs one text, not a list or a group of fields. Write it after the colon.")
)
FACT_IN_FACT = Code(
    "fact-in-fact", N_("A fact of the house names another one, but only records can name facts. Write it out.")
)
FACT_STATED_TWICE = Code(
    "fact-stated-twice",
    N_(
        "`facts` contains `emergency-number`, which is already the number under `emergency`, so the two could differ."
        " Delete it under `facts`."
    ),
)
FIELDS_ON_ONE_LINE = Code(
    "fields-on-one-line", N_("Two fields are on the same line. Put the second on a line of its own.")
)
FILE_TOO_LARGE = Code(
    "file-too-large",
    N_("The file is larger than 1 MB. Split its records between several files in a folder."),
)
FORBIDDEN_CHARACTER = Code(
    "forbidden-character",
    N_("The text contains an invisible character, or one that reverses the writing direction. Delete it."),
)
GROUP_AS_NAME = Code(
    "group-as-name",
    N_("A list or a group of fields is where a name should be. Put a text that starts with [ in quotes."),
)
INVALID_ESCAPE = Code(
    "invalid-escape",
    N_(
        "A backslash inside double quotes starts a code that does not exist. Use single quotes, or type the backslash"
        " twice."
    ),
)
INVALID_ID = Code(
    "invalid-id",
    N_(
        "The id contains something else than small letters from a to z, digits and single hyphens, or is longer than"
        " 64 characters. Choose another."
    ),
)
INVALID_VALUE = Code("invalid-value", N_("The value is not valid in this field. Compare it with a record that works."))
JOINED_LINE = Code(
    "joined-line",
    N_("A line looks like a new entry or field, but belongs to the text above. Line it up with the other entries."),
)
LIST_ON_FIELD_LINE = Code(
    "list-on-field-line", N_("A list starts on the same line as its field. Start it on the next line.")
)
LOST_TEXT = Code(
    "lost-text",
    N_("A space and a hash sign start a comment, so the rest of the text is lost. Put the whole text in quotes."),
)
MERGE_KEY = Code("merge-key", N_("`<<` would copy fields from elsewhere. Write them out."))
MISSING_COLON = Code(
    "missing-colon",
    N_("A line is neither a field nor part of the text above. Add the colon, or indent the line further."),
)
MISSING_DASH = Code("missing-dash", N_("An entry of a list has no dash. Start it with a dash and a space."))
MISSING_FIELD = Code("missing-field", N_("A field that every record of this kind needs is missing. Add it."))
MISSING_FILE = Code(
    "missing-file",
    N_("A kind of record that every playbook needs is missing: organisation, touchpoint, department or tip. Add one."),
)
MISSING_ID = Code("missing-id", N_("A record has fields but no id. Write the id and a colon on the line above them."))
MISSING_SPACE = Code("missing-space", N_("There is no space after a colon or a dash. Add one."))
NESTED_FOLDER = Code(
    "nested-folder", N_("The folder of a kind contains another folder, which is not read. Move its files up.")
)
NOT_A_FILE = Code("not-a-file", N_("The data folder contains something that is not an ordinary file. Remove it."))
NOT_UTF_8 = Code("not-utf-8", N_("The file is saved in another encoding. Save it as UTF-8."))
NOT_YAML = Code("not-yaml", N_("The file cannot be read from this line on. Compare the line with a record that works."))
ODD_DASH = Code(
    "odd-dash",
    N_("An entry of a list starts with a long dash or a bullet. Start it with the plain hyphen of the keyboard."),
)
ODD_SPACE = Code(
    "odd-space",
    N_("A special space, such as a no-break space, is used for indentation. Use the space bar."),
)
OLD_LINE_ENDS = Code(
    "old-line-ends", N_("The file uses old Mac line endings. Save it with the line endings LF or CRLF.")
)
OUT_OF_RANGE = Code("out-of-range", N_("The number is too small or too large for this field. Change it."))
QUESTION_MARK = Code(
    "question-mark",
    N_("A text starts with a question mark and a space, which means something in YAML. Put the text in quotes."),
)
RESERVED_ID = Code("reserved-id", N_("The id is a name reserved by Windows, so it cannot have a page. Choose another."))
SECOND_DOCUMENT = Code(
    "second-document", N_("A line with three dashes or dots splits the file into two. Delete the line.")
)
SEVERAL_LINES = Code("several-lines", N_("The text runs over several lines but must fit on one. Join the lines."))
SPECIAL_CHARACTER = Code(
    "special-character", N_("A text starts with a character that means something in YAML. Put the text in quotes.")
)
SYMBOLIC_LINK = Code(
    "symbolic-link", N_("The data folder contains a link to a file elsewhere. Put the file itself there.")
)
TAB_INDENTATION = Code("tab-indentation", N_("A line is indented with a tab. Use two spaces for each level."))
TAG = Code("tag", N_("A text starts with `!`, which in YAML changes how it is read. Put the text in quotes."))
TEXT_AFTER_LIST = Code(
    "text-after-list", N_("There is more text after the closing bracket of a list. Put the whole text in quotes.")
)
TEXT_AFTER_QUOTE = Code(
    "text-after-quote",
    N_("There is more text after the closing quotation mark. Put the marks around the whole text."),
)
TEXT_TOO_LONG = Code(
    "text-too-long",
    N_("A text has more than 20,000 characters, often because a quotation mark above was never closed. Close it."),
)
TOO_DEEP = Code(
    "too-deep", N_("Lists and groups are nested more than 12 levels deep. Check the indentation and the brackets.")
)
TOO_MANY_VALUES = Code(
    "too-many-values",
    N_("The file contains more than 50,000 values. Split its records between several files."),
)
UNFINISHED_LIST = Code("unfinished-list", N_("A bracket is never closed, or a comma is missing inside it. Add it."))
UNFINISHED_QUOTE = Code("unfinished-quote", N_("A quotation mark is never closed. Close it at the end of the text."))
UNKNOWN_FACT = Code(
    "unknown-fact",
    N_(
        "A text names a fact in braces, such as `{refund-limit}`, that is not under `facts` in organisation.yml, or a"
        " page written by hand shows such a fact. Correct the name, or add the fact. To show the braces themselves, put"
        " spaces inside them: `{ name }`."
    ),
)
UNKNOWN_FIELD = Code(
    "unknown-field", N_("This kind of record has no field of this name. Usually the name is misspelt: correct it.")
)
UNKNOWN_FILE = Code("unknown-file", N_("No kind of record belongs in a file of this name. Rename it."))
UNQUOTED_COLON = Code(
    "unquoted-colon",
    N_("A text contains a colon and a space, which in YAML start a new field. Put the text in quotes."),
)
UNREADABLE_FILE = Code(
    "unreadable-file", N_("The file cannot be opened. Check that it exists and that you may read it.")
)
UNREADABLE_FOLDER = Code("unreadable-folder", N_("The data folder cannot be opened. Check that it exists."))
WRONG_INDENTATION = Code(
    "wrong-indentation", N_("A line does not line up with the lines it belongs to. Change its indentation.")
)
WRONG_LEVEL = Code(
    "wrong-level",
    N_("A field is too far left or right, and so belongs to something else. Change its indentation."),
)

CODES = tuple(value for value in vars().values() if isinstance(value, Code))
"""All of the above."""
