"""Reads YAML into records: from bytes to values with places, to records, to a playbook. Only here is `yaml` imported.

`read` is the entry point. It reports every problem of every file in one run; nothing that a file contains raises.
"""

from playbook.reading.reader import USUAL_STAGES, Reading, read

__all__ = ["USUAL_STAGES", "Reading", "read"]
