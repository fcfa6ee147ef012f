"""How YAML gets in: bytes, located values, records, a playbook. Only here is `yaml` imported.

`read` is the one way in. Every problem of every file comes back in one run; nothing a file contains raises.
"""

from playbook.reading.reader import USUAL_STAGES, Reading, read

__all__ = ["USUAL_STAGES", "Reading", "read"]
