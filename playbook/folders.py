"""Where things lie on this machine: the project, its data, its site, its memories.

Each can be moved by a variable, so that one checkout can work on another playbook.
"""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The project's root."""


def data_folder() -> Path:
    """The folder of the YAML files: `playbook_data/`, or what the variable PLAYBOOK_DATA names."""
    return Path(os.environ.get("PLAYBOOK_DATA") or ROOT / "playbook_data").absolute()


def site_folder() -> Path:
    """The folder of the published site: `site/`, or what the variable PLAYBOOK_SITE names."""
    return Path(os.environ.get("PLAYBOOK_SITE") or ROOT / "site").absolute()


def cache_folder() -> Path:
    """Where memories of earlier runs are kept, or what the variable PLAYBOOK_CACHE names; safe to delete."""
    return Path(os.environ.get("PLAYBOOK_CACHE") or ROOT / ".cache" / "playbook").absolute()
