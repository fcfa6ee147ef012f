"""English-looking sentences from a neutral word list, the same for the same random number generator.

They have the length and the shape of a playbook's texts and say nothing: no person, no figure, no place that exists.
"""

from __future__ import annotations

import re
from random import Random


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split(";"))


ACTIONS = _words(
    """
    carry check clear collect count cover describe draw fetch fill find fold follow gather greet guide hang hold join
    keep label lay lead lift light lower mark mend mention move name note offer open pack pass pin place point pour
    prepare press print put raise reach read repeat replace return ring roll set share show sort spread stack store
    straighten sweep test thank tidy touch turn unlock visit warm wash watch water wind wipe wrap write
    """
)
THINGS = _words(
    """
    apron badge balcony banner basket bell bench blanket board book bottle bowl box brush bucket button cabinet cable
    calendar candle card carpet cart catalogue chair chart clock cloth coat copy corner counter cup curtain cushion
    desk diary door drawer envelope fan flag flower folder form frame gate glass glove guide hall handle hanger hook
    jug kettle key ladder lamp leaflet letter lid list lock map mat message mirror note number page paint pen picture
    pillar plan plate poster programme queue radio rail ramp receipt record ribbon roof room rope rota rug screen seat
    shelf sign sleeve slip socket spoon stair stamp stand step sticker stool stove switch table tap ticket tile timer
    token tool towel tray trolley umbrella vase wall window
    """
)
QUALITIES = _words(
    """
    blue bright broad brown calm clean clear cool curved dark deep dry early empty even familiar fine firm flat folded
    fresh friendly full gentle green grey heavy high honest kind large late level light little local long loose low
    main narrow near neat new next old open orange ordinary pale patient plain polished printed quick quiet ready red
    round safe second sharp short silver simple slow small smooth soft spare square steady still striped strong tall
    thick thin tidy upper usual warm white whole wide wooden yellow
    """
)
PLACES = _phrases(
    """
    at the side entrance; beside the stairs; by the lift; in the foyer; behind the counter; under the clock; near the
    cloakroom; along the corridor; on the landing; across the courtyard; at the back of the hall; in the long gallery;
    between the shelves; above the reading desk; outside the workshop; at the stage door; next to the bar; in the car
    park; on the telephone; on the front page; in the loading bay; at the top of the ramp; in the green room; by the
    noticeboard; around the corner; at the end of the row; in the rehearsal room; on the terrace; in the store;
    beneath the balcony
    """
)
MOMENTS = _phrases(
    """
    before the doors open; after the last bell; during the interval; while people wait; when somebody looks up; as
    soon as the queue grows; at the start of the shift; at the end of the day; once the hall is quiet; every morning;
    when the rain begins; before anybody has to ask; when the lights change; while the music plays; as the crowd
    leaves; when two things happen at once; on the way home; in the first minute; before the week begins; when a
    colleague is away
    """
)

STEPS = (
    "{Act} the {quality} {thing} {place} {moment}",
    "{Act} the {thing} first, then {act} the {quality} {thing2} {place}",
    "{Act} one {quality} {thing} {moment} and {act} it again {place}",
    "{Act} your {thing} {place} and {act} the {thing2} with a colleague {moment}",
)
REASONS = (
    "A {quality} {thing} {place} tells people that the {thing2} is {quality2}, and they remember it {moment}.",
    "People {act} the {thing} sooner when the {quality} {thing2} is where they expect it, most of all {moment}.",
    "Nobody wants to {act} a {quality} {thing} alone, so a {quality2} {thing2} {place} is worth the effort {moment}.",
    "The {thing} and the {thing2} look the same to a newcomer; to {act} them {moment} makes the difference plain.",
)
VIEWS = (
    "We see the {thing} as a {quality} task for {moment_noun}, one of many, and {act} it when there is time.",
    "For us the {quality} {thing} is routine; we {act} it {place} and seldom think of the {thing2}.",
)
PROMISES = (
    "Everybody finds a {quality} {thing} {place} and can {act} it without asking twice.",
    "Everybody is shown the {quality} {thing} {place}, whoever they are and however late they come.",
)
PERMISSIONS = (
    "You may {act} a {quality} {thing} for somebody who needs it {moment}, as long as the {thing2} stays {quality2}.",
    "You may {act} one more {thing} {place} {moment} without asking; for a second {thing2} ask the desk.",
)
SAYINGS = (
    "Shall we {act} the {thing} together {place}?",
    "Take the {quality} {thing} with you, it is {quality2} {moment}.",
    "I can {act} the {thing} for you {moment}.",
)
HABITS = (
    "Leaving the {thing} {quality} {moment}",
    "A {quality} {thing} without a word",
    "Pointing at the {thing} {place}",
)
QUESTIONS = (
    "Where is the {quality} {thing}?",
    "May I {act} this {thing} {place}?",
    "Is the {thing} {quality} enough for the {thing2}?",
    "Who can {act} the {quality} {thing} for me?",
)
TALKS = (
    "When did a {quality} {thing} {place} last surprise you, and what would it take to {act} it {moment}?",
    "Which {thing} {place} do we no longer notice, and who could {act} it {moment}?",
)
_SHIFTS = ("the morning shift", "the evening shift", "the weekend", "the quiet hours")


def sentence(chance: Random, shapes: tuple[str, ...]) -> str:
    """One of the shapes with its gaps filled."""
    return chance.choice(shapes).format(
        Act=chance.choice(ACTIONS).capitalize(),
        act=chance.choice(ACTIONS),
        thing=chance.choice(THINGS),
        thing2=chance.choice(THINGS),
        quality=chance.choice(QUALITIES),
        quality2=chance.choice(QUALITIES),
        place=chance.choice(PLACES),
        moment=chance.choice(MOMENTS),
        moment_noun=chance.choice(_SHIFTS),
    )


def sentences(chance: Random, shapes: tuple[str, ...], number: int) -> list[str]:
    """So many of them."""
    return [sentence(chance, shapes) for _ in range(number)]


def name(chance: Random) -> str:
    """A short name: "Quiet lamp and ladder"."""
    return f"{chance.choice(QUALITIES).capitalize()} {chance.choice(THINGS)} and {chance.choice(THINGS)}"


def slug(text: str) -> str:
    """The text as the beginning of an id."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
