"""The ids that the default playbook must contain, because pages, guides and training refer to them, by kind."""

from __future__ import annotations

IDS: dict[str, str] = {
    "stage": "before arriving during leaving after",
    "touchpoint": """
        hears-about-us visits-website books-online phones-box-office emails-us gets-ready travels-and-parks is-greeted
        collects-tickets leaves-a-coat finds-the-way is-seated performance interval eats-and-drinks foyer
        visits-gallery asks-for-help borrows-and-browses joins-a-workshop leaves-the-building way-home is-thanked
        gives-feedback joins-or-renews is-asked-to-give
        """,
    "department": """
        artistic-planning marketing box-office front-of-house bar-and-catering stage-and-production
        orchestra-operations gallery library learning development facilities it-and-digital finance people-and-culture
        management car-park-operator cleaning-contractor
        """,
    "role": """
        foh-assistant duty-manager greeter box-office-assistant box-office-manager library-assistant gallery-host
        bar-assistant deputy-stage-manager stage-technician orchestra-manager musician marketing-officer
        digital-officer membership-officer finance-officer caretaker cleaner car-park-attendant programme-planner
        people-officer director
        """,
    "rung": "tryer buyer advocate",
    "scenario": """
        where-are-the-toilets car-park-full phone-in-performance latecomer seat-already-taken lost-ticket
        refund-or-exchange upset-patron sold-out show-cancelled wrong-date lost-property lost-child taken-ill
        evacuation lift-out-of-order loud-neighbour photo-in-performance card-declined allergen-question
        cannot-find-the-book computer-booking-clash website-down complaint-online
        """,
    "standard": """
        reply-24h greet-everyone answer-the-phone queue-length interval-doors thank-within-3-days decision-explained
        accurate-schedule
        """,
    "access": """
        wheelchair-and-companion assisted-performances relaxed-performance assistive-listening assistance-dogs
        large-print quiet-space step-free-route
        """,
    "routine": """
        morning-walk-through evening-walk-through roving pre-show-briefing interval-reset close-down
        conflict-conversation
        """,
    "setting": """
        foyer auditorium box-office-window toilets cloakroom bar gallery-rooms service-desk stacks stage-door
        backstage green-room car-park website phone email signage
        """,
    "evidence": "ask-me-badge name-tag ticket programme signs welcome-kit e-mail",
    "principle": "radar trust equal-and-special one-percent-better everyones-job living-it",
    "internal_service": """
        operations-to-musicians stage-to-front-of-house marketing-to-box-office box-office-to-front-of-house
        it-to-box-office finance-to-box-office people-to-everyone facilities-to-front-of-house library-to-learning
        development-to-front-of-house front-of-house-to-development
        """,
    "tip": """
        look-up-from-the-screen callers-want-a-listener smile-first use-the-name pen-down ask-me-badge-on
        walk-the-route pick-one-thing interval-pre-orders toilet-queues thank-before-they-ask explain-the-decision
        ask-for-their-side say-thank-you-backstage let-them-choose one-percent know-tonights-show hand-over-not-off
        own-the-gap
        """,
}

MIN_AMOUNTS = {
    "tip": 120,
    "scenario": 40,
    "contribution": 60,
    "exercise": 10,
    "improvement": 12,
    "term": 60,
    "source": 25,
    "search_test": 100,
}
"""The minimum number of records of a kind."""

PARTNERS = {"car-park-operator", "cleaning-contractor"}
