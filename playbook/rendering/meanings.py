"""What the codes of problems with a file or one record mean; for rules between records, their docstrings say it."""

MEANINGS = {
    "alias": "A text starts with `*`, which in YAML repeats another part of the file. Put the text in quotes.",
    "anchor": "A text starts with `&`, which in YAML names it for reuse. Put the text in quotes.",
    "comment-in-text": "A line that looks like a comment stands inside a block of text, so readers would see it.",
    "conflict-marker": "Two people changed the same lines, and both versions are still in the file. Keep one.",
    "cut-off": "The file ends in the middle of a line, as after an upload that broke off.",
    "duplicate-id": "Two records of one kind have the same id, so nobody could say which is meant.",
    "duplicate-key": "A name is given twice in one record; one of the two would be lost.",
    "empty-file": "The file holds nothing. Delete it, or write a record.",
    "empty-name": "A colon has no name before it.",
    "expected-fields": "A group of fields belongs here, each on a line of its own.",
    "expected-list": "A list belongs here: each entry on a line of its own after a dash, or all in brackets.",
    "expected-text": "One text belongs here, not a list and not a group of fields.",
    "failing-search": "A search of `search_tests.yml` does not find what it must. Usually an alias is missing.",
    "failing-macro": "A macro on a hand-written page stopped with an error of its own.",
    "fields-on-one-line": "Two fields stand on one line. Each needs a line of its own.",
    "file-too-large": "The file is larger than 1 MB. Spread its records over several files in a folder.",
    "forbidden-character": "The text holds a character that nobody sees, or one that turns the direction of writing.",
    "group-as-name": "A list or a group stands where a name must stand; often a text that starts with [ needs quotes.",
    "invalid-call": "What stands between double braces on a hand-written page is no call of a macro.",
    "invalid-choice": "Only certain words are allowed in this field.",
    "invalid-date": "Dates are written year-month-day, and the day must exist.",
    "invalid-escape": "Inside double quotes a backslash starts a code. Use single quotes, or write it twice.",
    "invalid-form": "The text does not have the form this field needs, such as a web address.",
    "invalid-id": "Ids use small letters from a to z, digits and single hyphens, 64 characters at most.",
    "invalid-number": "Write digits only; units belong elsewhere.",
    "invalid-value": "The value does not fit this field.",
    "joined-line": "A line looks like an entry or a field of its own but is read as part of the text above it.",
    "list-behind-field": "A list starts on the same line as its field. Start it on the next line.",
    "lost-text": "A space and a hash sign start a comment; the rest is lost. Put the whole text in quotes.",
    "merge-key": "`<<` would copy fields from elsewhere. Write them out.",
    "missing-colon": "A line is neither a field nor the continuation of the text above it.",
    "missing-dash": "An entry of a list has no dash before it.",
    "missing-field": "A field that every record of this kind needs is not there.",
    "missing-file": "A playbook needs an organisation and at least one touchpoint, department and tip.",
    "missing-id": "The fields of a record stand where its id must stand.",
    "missing-picture": "The logo or icon that `mkdocs.yml` names is not in `docs/`.",
    "missing-space": "A colon or a dash needs a space after it.",
    "missing-value": (
        "The field has no value. Write one, or delete the line. `~` and `null` count as no value: that is how YAML says"
        " that there is none, and readers would be shown them as they stand."
    ),
    "nested-folder": "Folders of a kind hold files, not further folders.",
    "not-a-file": "Something that is not an ordinary file lies in the data folder.",
    "not-utf-8": "The file is saved in another encoding. Save it as UTF-8.",
    "not-yaml": "The file cannot be read from this place on. Compare the line with a record that works.",
    "odd-dash": "A dash or a bullet stands where the plain hyphen of the keyboard starts an entry of a list.",
    "odd-space": "A space that is not an ordinary one, such as a no-break space, is used for indentation.",
    "old-line-ends": "Lines end as on very old computers. Save the file with ordinary line ends.",
    "other-language": (
        "Search tests are in another language than the playbook, so they are not tried. Write down what people type in"
        " your language and say which it is, such as `language: de`; delete those that came with another playbook."
    ),
    "out-of-range": "The number is smaller or larger than this field allows.",
    "question-mark": "A question mark and a space at the start have a meaning in YAML. Put the text in quotes.",
    "reserved-id": "Windows keeps this name for a device, so no page can have it.",
    "second-document": "A line with three dashes starts a second document. Delete it.",
    "several-lines": "This text must fit on one line.",
    "shared-alias": (
        "An alias, in whatever inflection, is the title or an alias of another record or page too, so people who type"
        " it land by chance. Keep it where they should land. Records of different kinds that belong together, such as a"
        " touchpoint and its setting, may share one. Where people must land on purpose is said by a search test."
    ),
    "special-character": "A text cannot start with this character unless it is in quotes.",
    "symbolic-link": "A link lies in the data folder instead of the file itself.",
    "tab-indentation": "A tab is used for indentation. Use two spaces for each level.",
    "taken-address": (
        "A hand-written page has the address of a page that is made from records. Give its file another name, or turn"
        " it into a block, which is shown on that page."
    ),
    "tag": "A word that starts with `!` would change how the value is read. Put the text in quotes.",
    "text-after-list": "More text follows the closing bracket of a list.",
    "text-after-quote": "More text follows the closing quotation mark. Put the marks around the whole text.",
    "text-too-long": "A text has more than 20,000 characters; often a quotation mark was left open above.",
    "too-deep": "Lists and groups are nested more than twelve deep.",
    "too-many-values": "The file holds more than 50,000 values. Spread its records over several files.",
    "unfinished-list": "A bracket is opened and never closed, or a comma is missing.",
    "unfinished-quote": "A quotation mark is opened and never closed.",
    "unknown-field": "No field of this kind of record has this name; usually it is misspelt.",
    "unknown-file": "No kind of record lives in a file of this name.",
    "unknown-filter": "A hand-written page narrows a list by something that is no filter.",
    "unknown-kind": "A hand-written page names a kind of record that does not exist.",
    "unknown-macro": "A hand-written page calls a macro that does not exist; usually its name is misspelt.",
    "unknown-name": "A hand-written page uses a word between double braces that means nothing; texts need quotes.",
    "unknown-page": "A hand-written page links to, or a block is for, a page of this site that does not exist.",
    "unknown-option": "A key in `mkdocs.yml` is none of those that set the look of a house; usually it is misspelt.",
    "unpublished-answer": (
        "A search of `search_tests.yml` expects something that is not published: a tip with `status: draft` or `status:"
        " retired`. There is nothing to do while the tip is only away; if it will not come back, expect something else."
    ),
    "unquoted-colon": "A text contains a colon and a space, which YAML takes for a new field. Put the text in quotes.",
    "unusable-colour": "A colour in `mkdocs.yml` is none, or words in that colour could not be read.",
    "unreadable-file": "The file cannot be opened.",
    "unreadable-folder": "The data folder cannot be opened.",
    "wrong-argument": "A hand-written page calls a macro with something that it does not take.",
    "wrong-indentation": "A line does not line up with the lines it belongs to.",
    "wrong-level": "A field stands too far left or right, and so belongs to something else.",
}
