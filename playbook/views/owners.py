"""Which department a record belongs to. The model knows, because rules ask for it too; views ask here."""

from __future__ import annotations

from playbook.model.ownership import owner_of

__all__ = ["owner_of"]
