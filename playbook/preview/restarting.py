"""Starts the preview again with changed code, which a running process does not take up.

The new code is tried first in a process of its own, so that a module saved half-written ends nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

EXIT_CODE = 75
"""By which `run.py` on Windows knows that it is to start the command again."""


def why_not(arguments: Sequence[str]) -> str:
    """Run the command line with these arguments and the code as it is now; returns the end of its error, or nothing."""
    done = subprocess.run(_command(arguments), check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if not done.returncode:
        return ""
    return (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]


def restart(arguments: Sequence[str]) -> None:
    """Replace this process by the command line with these arguments; where that cannot be done, end with EXIT_CODE."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":  # it would start another process and return to the prompt at once
        sys.exit(EXIT_CODE)
    os.execv(sys.executable, _command(arguments))  # noqa: S606 - a list, no shell


def _command(arguments: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "playbook.cli", *arguments]
