"""Pages that are no record, as search finds them: other words for them and what stands on them.

A page that a site does not have is left out by giving `build_index` the names of those that it has.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from playbook.model import Playbook
from playbook.views.labels import VIEW_TITLES


@dataclass(frozen=True, slots=True)
class ViewPage:
    """A page that shows many records in one view."""

    name: str
    """The page's address below the site's root; `home` is the root itself."""
    about: str
    """What people do there, in one sentence."""
    aliases: tuple[str, ...] = ()
    words: str = ""
    """Names that stand on the page, such as those of the rungs."""

    @property
    def title(self) -> str:
        """What stands at the head of the page."""
        return VIEW_TITLES[self.name]


PAGES = (
    ViewPage(
        "home",
        "Choose your department, search, see the journey and one tip for today.",
        ("start page", "front page", "choose my department", "beginning"),
    ),
    ViewPage(
        "journey",
        "The whole visit in the patron’s words, from the first thought of coming to being thanked.",
        ("patron journey", "customer journey", "journey map", "the whole visit", "stages of a visit", "feeling line"),
    ),
    ViewPage(
        "blueprint",
        "What everybody does at each moment: front, backstage and in support, with the lines between them.",
        (
            "service blueprint",
            "swim lanes",
            "line of visibility",
            "line of interaction",
            "who does what when",
            "frontstage and backstage lanes",
        ),
    ),
    ViewPage(
        "loyalty-ladder",
        "From tryer to buyer to advocate: who stands on each rung and what lifts them to the next.",
        (
            "tryer buyer advocate",
            "ladder",
            "rungs of loyalty",
            "customer loyalty",
            "loyalty program",
            "turning first-timers into regulars",
            "word of mouth",
        ),
    ),
    ViewPage(
        "service-theatre",
        "Actors, audience, setting, front stage and backstage: the whole house as a performance.",
        (
            "service as theatre",
            "actors audience setting performance",
            "frontstage backstage",
            "front stage and back stage",
            "all the world is a stage",
            "the patron as co-actor",
        ),
    ),
    ViewPage(
        "our-view-their-view",
        "The same moment seen from our side of the counter and from theirs.",
        (
            "customer service versus customer experience",
            "service versus experience",
            "our view their view",
            "inside out outside in",
            "seeing it as the patron sees it",
            "through their eyes",
            "in their shoes",
        ),
    ),
    ViewPage(
        "equal-and-special",
        "What everybody always gets, and what you may do for this one person.",
        (
            "equal or special",
            "treat everyone the same",
            "treating everybody equally",
            "fairness",
            "special treatment",
            "floor and flex",
            "bend the rules",
            "exceptions to the rules",
        ),
    ),
    ViewPage(
        "who-serves-whom",
        "What departments promise one another: colleagues are customers too.",
        (
            "internal customers",
            "internal services",
            "internal customer service",
            "colleagues are customers too",
            "which department helps which",
            "departments working together",
        ),
    ),
    ViewPage(
        "clock",
        "Type tonight’s start time and see everybody’s acts in order with real times.",
        ("run sheet", "running order", "tonight’s times", "call times", "timetable of a performance", "show timings"),
    ),
    ViewPage(
        "they-said",
        "Pick the sentence you have just heard; get words, what you may decide and whom to call.",
        ("what patrons say", "what do I say when", "what to say", "phrases", "scripts", "things patrons say"),
    ),
    ViewPage(
        "tip-finder",
        "Every tip, by department, role, moment, channel, level, effort and minutes.",
        ("find a tip", "all tips", "filter tips", "browse tips", "list of tips", "surprise me"),
    ),
    ViewPage(
        "pick-one-thing",
        "Bad experiences in patrons’ own words: noticed, chosen, being mended, mended.",
        ("improvements", "pain points", "what went wrong for patrons", "fix one thing", "one negative experience"),
    ),
    ViewPage(
        "looking-after-each-other",
        "Tips for colleagues: treating one another as well as we treat patrons.",
        (
            "staff wellbeing",
            "looking after staff",
            "look after colleagues",
            "treat each other well",
            "team spirit",
            "respect at work",
            "being kind to colleagues",
        ),
    ),
    ViewPage(
        "coverage",
        "Which department has a part in which moment, and where nobody has.",
        (
            "coverage matrix",
            "department by touchpoint",
            "gaps",
            "who is missing where",
            "blind spots",
            "nothing written yet",
            "what is missing",
        ),
    ),
    ViewPage(
        "health",
        "What is overdue for review, without an owner, without a source.",
        ("overdue reviews", "out of date tips", "stale tips", "unsourced tips", "what needs reviewing", "data quality"),
    ),
    ViewPage(
        "trainers-room",
        "Hand-outs, pocket cards, worksheets, exercises and the first-week path.",
        (
            "training department",
            "train the trainer",
            "print hand-outs",
            "handouts",
            "pocket cards",
            "worksheets",
            "induction pack",
            "onboarding",
            "new starter",
            "team meeting material",
            "training exercises",
            "training material",
        ),
    ),
    ViewPage(
        "words",
        "What this house calls things, and what other people call them.",
        ("glossary", "jargon", "vocabulary", "dictionary", "house style words", "words to avoid"),
    ),
    ViewPage(
        "where-this-comes-from",
        "Each idea with the page it lives on and the source it is owed to.",
        ("sources", "bibliography", "references", "further reading", "credits", "essays behind this", "reading list"),
    ),
    ViewPage(
        "what-changed",
        "Changes to the playbook by department and month.",
        ("what is new", "news", "recent changes", "change history", "latest updates", "change log"),
    ),
)


def view_pages(playbook: Playbook) -> tuple[ViewPage, ...]:
    """The pages, with the names of the records that stand on them."""
    words = {
        "loyalty-ladder": " ".join(rung.name for rung in playbook.rungs.values()),
        "journey": " ".join(stage.name for stage in playbook.stages.values()),
        "looking-after-each-other": "colleague team each other staff",
    }
    return tuple(replace(page, words=words.get(page.name, "")) for page in PAGES)
