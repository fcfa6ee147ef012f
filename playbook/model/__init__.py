"""What exists: the records of a playbook as frozen values, in the words of the vocabulary.

Says what a single record may look like. What must hold between records is `checking`'s; how they get in is `reading`'s.
"""

from playbook.model.kinds import BY_NAME, BY_PLURAL, KINDS, ORGANISATION, Kind
from playbook.model.playbook import Home, Playbook
from playbook.model.records import Record

__all__ = ["BY_NAME", "BY_PLURAL", "KINDS", "ORGANISATION", "Home", "Kind", "Playbook", "Record"]
