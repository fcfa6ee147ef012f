"""English words that tell what is a verb: verbs for what people do in a venue, and what comes before and after one."""

from __future__ import annotations

_ONLY_VERBS = """
    accept accompany adapt add adjourn adjust admit adopt adore agree aim allow alter announce anticipate
    apologise apologize appear apply appoint approve arrange arrive ask assemble assess assign assist assure
    attach attend avoid bake become begin belong bless boil borrow brief brighten bring build buy calculate cancel
    carry categorise celebrate chill choose circulate clarify classify clean clear close collaborate collate
    collect combine come communicate compare compile complain complete comply compose conduct confirm congratulate
    connect consider consult continue contribute convert convince cool coordinate correct create crouch decide
    declare decline dedicate deduct defend define delegate delete deliver demonstrate deny depend describe deserve
    dig dim direct disagree discover discuss dismantle dismiss distribute donate draw drive dry earn eat edit
    educate emphasise empty enable encourage enforce engage engrave enjoy ensure enter entertain entrust erase
    establish evacuate evaluate examine expect explain expose extend fall fasten feed feel fetch fill find finish
    fix flatten follow forbid forget forgive form free gain gather get give go greet grit grow guarantee handle
    hang happen have hear hire hoover identify ignore illuminate imagine improve include inform inspect install
    instruct interpret introduce invent investigate invite invoice involve join jot keep kneel knit know laminate
    lay learn leave lend lengthen let liaise lighten listen locate loosen lower maintain make manage meet memorise
    mend mention mingle modify narrate negotiate nominate notice notify obtain occupy open operate organise
    organize overhear overlook oversee own participate pay perform permit personalise persuade photocopy pick
    postpone pour practise predict prep prepare prevent proceed pronounce propose protect prove provide publish
    put raise read rearrange reassure rebook receive recharge recite recognise recognize recommend reconcile
    recount recruit recycle redo reduce reflect refresh refuse rehang rehearse reheat reimburse reject relax relay
    relight reline relock remain remember remind remove renew reopen reorder repeat rephrase replace represent
    reread reroute reseat resell reserve resolve respond restart restock restore resume retell retire retrieve
    retune reunite reuse revise rewrite rinse roam rotate rove satisfy save say secure see seek select sell send
    separate serve settle shake shelve shepherd shine shorten shut signpost simplify sing sit soften solve speak
    spell spend sprinkle squat stagger stay steady steer sterilise stick stir stow strengthen strike submit
    succeed suggest summarise supervise suspend sweep take teach tear tell thank think tidy tie tighten tolerate
    trace transcribe translate troubleshoot trust unblock uncover understand undertake undo unfasten unfold unload
    unlock unpack unroll unwrap use vacuum vary verify vet wait wake want warn wear weigh welcome widen wipe
    withdraw withhold wonder write
"""
_ALSO_NOUNS = """
    act address advance aid air alert answer appeal back balance bar base bend benefit bid blame block blow board
    book bow box break brush bump burn button call camp caption care cast catalogue catch cause chair change
    charge chase chat check cheer circle claim clap climb clock coach colour comfort comment commission concern
    contact contract control cook copy cost count cover credit cross cue cut dance deal debate delay demand design
    display document double doubt draft drag dream dress drink drop dust ease email end envelope escape escort
    estimate exchange excuse exit face feature fight file film finger fire fit flag flash flow fly focus fold
    force frame freeze front fund gift glance grade grant grip group guard guess guide hand haul head heat help
    hint hold hope host index instal iron issue judge jump key knock label land last laugh lead level lift light
    like line link list load loan lock log look loop love mail map mark market master match matter measure mind
    mirror miss mix model monitor mop motion mount move nail name need nod notch note number object offer order
    pack page paint pair park part pass patrol pause peel perch phone photograph picture piece pin place plan
    plant play plot plug point polish post praise pray present preview price print process produce profile project
    promise prompt prop protest pull purchase push question queue quote race radio rank rate reach record redirect
    refill refund register release remake remark repair replay reply report reprint request rescue reset respect
    rest result return review reward ride ring rise risk roll rota round row run rush sail salt sample scan
    schedule score screen scrub seal search season seat sense set shadow shape share shelter shield shift shop
    shout show sign signal sketch slide sling slip slow smile soak sort sound space span spare speed split spot
    spray spread squeeze stack staff stage stall stamp stand star start state step stock stop store stress stretch
    strip study style sub substitute subtitle sum supply support surface surprise surtitle survey swab swap switch
    table tag tailor talk tape target task taste test text tick ticket tilt time tip title tool top total touch
    tour track trade trail train transfer transport travel treat trial trim trip try tune turn twist type update
    upgrade urge value view visit voice vote walk warm wash watch water wave wheel whisper wind wire wish word
    work worry wrap yield
"""
_OPENS_OBJECT = """
    a an the this these those them it him us you me her his its their our your each every all any both no some
    whoever whatever everyone everybody anyone anybody nobody someone somebody what why how whether out up off
    down back away aside
"""
_ENDS_PHRASE = "them it him us you up down in out off back away over on round"
_AFTER_NOUN = """
    about above across after against along among around as at before behind below beside between by during except
    for from if in inside into like near of off on once onto outside over past per round since than that through
    to towards under until when where which while who whose with within without is are has was were will can may
    must left and or but then
"""
_CLAUSES = """
    who which that whoever whatever what before after when while if because as until once since unless
"""
_ADVERBS = "also always first just never often only soon still then twice"
_PRESENT = "is are am has have does do can may must will shall cannot isn’t aren’t don’t doesn’t can’t won’t"
_COORDINATORS = "and or then but"

ALSO_NOUNS = frozenset(_ALSO_NOUNS.split())
"""Verbs that look like the plural of a noun in the third person: "stands". What is around them decides."""
VERBS = frozenset(_ONLY_VERBS.split()) | ALSO_NOUNS
OPENS_OBJECT = frozenset(_OPENS_OBJECT.split())
"""What follows a verb and not a noun: the beginning of its object, or a particle."""
AFTER_NOUN = frozenset(_AFTER_NOUN.split())
"""What may follow the last word of a noun phrase, and says nothing about whether that is a verb."""
ENDS_PHRASE = frozenset(_ENDS_PHRASE.split())
"""What comes before "and" when a verb follows, rather than one more thing of the same sort."""
CLAUSES = frozenset(_CLAUSES.split())
"""What begins a clause with a subject of its own, to which a verb further on may belong."""
ADVERBS = frozenset(_ADVERBS.split())
"""What may stand before a verb, besides words that end in "ly"."""
PRESENT = frozenset(_PRESENT.split())
"""Verbs in the present that are no third person of a verb on the list."""
COORDINATORS = frozenset(_COORDINATORS.split())
"""What joins two verbs with one subject."""

_CAPITALS = """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Mr Mrs Ms Dr English British Welsh Scottish Irish American French German
    Spanish Italian Portuguese Dutch Polish Russian Ukrainian Turkish Greek Latin Arabic Hebrew Chinese Japanese
    Christmas Easter
"""
CAPITALS = frozenset(_CAPITALS.split())
"""Words that have a capital inside a sentence, too."""
