"""What can be wrong with the searches of a playbook. Only `search` can try them, but the codes are declared here, below
the views, because the health page shows the advice among them.
"""

from __future__ import annotations

from playbook.problems import Code, HealthSection

FAILING_SEARCH = Code(
    "failing-search", "A search of `search_tests.yml` does not find what it must. Usually an alias is missing."
)
FAILING_EMERGENCY = Code(
    "failing-emergency",
    "A search of the kind `emergency` in `search_tests.yml` does not find first what must be found when somebody is in "
    "danger. Add telling words to the aliases or `signs` of the urgent scenario: it comes first as soon as all "
    "words of one of them appear in what someone types.",
)
SIGN_WITHOUT_MEANING = Code(
    "sign-without-meaning",
    "A sign of an urgent scenario has no word that means anything by itself, only such words as `the` or `not`, or "
    "none at all, so nothing that people type can bring the scenario to the top. Write the telling words.",
    HealthSection(
        "Signs that mean nothing",
        "Every sign of an emergency can be looked for",
        needs="scenario",
        explanation="No query can bring the scenario to the top by such a sign. Write the telling words.",
    ),
)
SHARED_ALIAS = Code(
    "shared-alias",
    "An alias, in whatever inflection, is the title or an alias of another record or page too, so people who type "
    "it land by chance. Keep it where they should land. Records of different kinds that belong together, such as "
    "a touchpoint and its setting, may share one. Where people must land on purpose is said by a search test.",
    HealthSection(
        "Words that lead to two places",
        "Every alias leads to one record only",
        explanation="Whoever types such a word lands on one of two pages by chance. Keep it where it fits best.",
    ),
)
ALIAS_UNANSWERED = Code(
    "alias-unanswered",
    "An alias leads to a record whose text does not speak of it, in any inflection or synonym of `terms`: whoever "
    "types it finds a page that says nothing about it. Say it in the text, or in an utterance if patrons say it; "
    "otherwise delete the alias.",
    HealthSection(
        "Words that find no answer",
        "Every alias is answered by its page",
        explanation="Whoever types such a word lands on a page that says nothing about it. Say it there, or delete it.",
    ),
)
UNPUBLISHED_ANSWER = Code(
    "unpublished-answer",
    "A search of `search_tests.yml` expects something that is not published: a tip with `status: draft` or `status: "
    "retired`. There is nothing to do while the tip is only away; if it will not come back, expect something else.",
    HealthSection(
        "Searches for what is not published",
        "Every search test expects what is published",
        needs="search_test",
        explanation="A search test expects a tip that is a draft or retired. If it will not come back, let the test"
        " expect something else.",
    ),
)
OTHER_LANGUAGE = Code(
    "other-language",
    "Search tests are in another language than the playbook, so they are not tried. Write down what people type in "
    "your language and say which it is, such as `language: de`; delete those that came with another playbook.",
    HealthSection(
        "Searches in another language",
        "Every search test is in the language of this playbook",
        needs="search_test",
        explanation="Search tests in another language than the playbook’s are not tried. Write down what people type"
        " in your language, and delete those that you do not need.",
    ),
)
CODES = tuple(value for value in vars().values() if isinstance(value, Code))
"""All of the above, advice in the order of the health page."""
