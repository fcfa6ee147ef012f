"""What can be wrong with the searches of a playbook. Only `search` can try them, but the codes are declared here, below
the views, because the health page shows the advice among them.
"""

from __future__ import annotations

from playbook.problems import Code, HealthSection
from playbook.wording import N_

FAILING_SEARCH = Code(
    "failing-search",
    N_("A search in `search_tests.yml` does not find what it should. Usually an alias is missing: add it."),
)
FAILING_EMERGENCY = Code(
    "failing-emergency",
    N_(
        "An `emergency` search in `search_tests.yml` does not find the right scenario first. Add the key words to its"
        " aliases or `signs`: it comes first as soon as someone types all the words of one of them."
    ),
)
SIGN_WITHOUT_MEANING = Code(
    "sign-without-meaning",
    N_(
        "A sign of an urgent scenario contains only words such as `the` or `not`, or none at all, so nothing that"
        " people type can bring the scenario to the top. Write the key words."
    ),
    HealthSection(
        N_("Signs that mean nothing"),
        N_("Every sign of an emergency can be found"),
        needs="scenario",
        details=N_("No search can bring the scenario to the top by such a sign. Write the key words."),
    ),
)
SHARED_ALIAS = Code(
    "shared-alias",
    N_(
        "An alias, in any form of its words, is also the title or an alias of another record or page, so a search for"
        " it may lead to either. Keep it on the one people should reach, or add a search test that says which."
        " Records of different kinds that belong together, such as a touchpoint and its setting, can share an alias."
    ),
    HealthSection(
        N_("Words that lead to two places"),
        N_("Every alias leads to only one record"),
        details=N_("Anyone who types it may land on either page. Keep it on the one people should reach."),
    ),
)
ALIAS_UNANSWERED = Code(
    "alias-unanswered",
    N_(
        "An alias leads to a record that does not mention it, in any form or synonym under `terms`, so people who type"
        " it find no answer. Mention it in the text or in an utterance, or delete the alias."
    ),
    HealthSection(
        N_("Words that find no answer"),
        N_("Every alias is answered by its page"),
        details=N_("Anyone who types it lands on a page that does not mention it. Mention it there, or delete it."),
    ),
)
UNPUBLISHED_ANSWER = Code(
    "unpublished-answer",
    N_(
        "A search in `search_tests.yml` expects a tip with `status: draft` or `status: retired`, which is not"
        " published. If the tip is not coming back, expect something else."
    ),
    HealthSection(
        N_("Searches for what is not published"),
        N_("Every search test expects what is published"),
        needs="search_test",
        details=N_(
            "A search test expects a tip that is a draft or retired. If it is not coming back, expect something else."
        ),
    ),
)
OTHER_LANGUAGE = Code(
    "other-language",
    N_(
        "Search tests are in a different language from the playbook, so they are not run. Write what people type in"
        " your language, with its code, such as `language: de`, and delete those that came with another playbook."
    ),
    HealthSection(
        N_("Searches in another language"),
        N_("Every search test is in the language of this playbook"),
        needs="search_test",
        details=N_(
            "Search tests in a different language from the playbook are not run. Write what people type in your"
            " language, and delete those you do not need."
        ),
    ),
)
CODES = tuple(value for value in vars().values() if isinstance(value, Code))
"""All of the above, advice in the order of the health page."""
