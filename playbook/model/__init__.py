"""What exists: the records of a playbook as frozen values, in the words of the vocabulary.

Says what a single record may look like. What must hold between records is `checking`'s; how they get in is `reading`'s.
"""

from playbook.model.kind import Kind
from playbook.model.kinds import BY_NAME, BY_PLURAL, BY_RECORD, INSTRUCTING, KINDS, WITH_PAGES
from playbook.model.people import ORGANISATION
from playbook.model.playbook import Home, Playbook
from playbook.model.records import Instruction, Record

__all__ = [
    "BY_NAME",
    "BY_PLURAL",
    "BY_RECORD",
    "INSTRUCTING",
    "KINDS",
    "ORGANISATION",
    "WITH_PAGES",
    "Home",
    "Instruction",
    "Kind",
    "Playbook",
    "Record",
]
