"""What a command costs is measured for its whole process tree; nothing here depends on the speed of the machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.measuring import SAMPLE_SECONDS, CommandFailed, Run, figures_of, measure
from tests.building import ROOT

HUNGRY = "block = bytearray(100_000_000); print('full', flush=True); input()"
PARENT = f"""
import subprocess, sys, time
count = int(sys.argv[1])
pipes = {{"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}}
children = [subprocess.Popen([sys.executable, "-c", {HUNGRY!r}], **pipes) for _ in range(count)]
for child in children:
    child.stdout.readline()
time.sleep({40 * SAMPLE_SECONDS})  # long enough to be looked at on a busy machine
for child in children:
    child.communicate(b"done\\n")
"""


def _measure(code: str, folder: Path, *arguments: str) -> Run:
    return measure([sys.executable, "-c", code, *arguments], folder, {})


def test_the_largest_process_may_be_a_child(tmp_path: Path) -> None:
    assert _measure(PARENT, tmp_path, "1").largest >= 100_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process tree is read from Linux's /proc")
def test_processes_that_run_at_the_same_time_are_added_up(tmp_path: Path) -> None:
    # Measured from a small process: Linux counts the memory of whoever starts a command as the command's own.
    measuring = "import sys; from pathlib import Path; from benchmarks.measuring import measure; "
    measuring += "run = measure([sys.executable, '-c', sys.argv[1], '2'], Path(sys.argv[2]), {}); "
    measuring += "print(run.tree, run.largest)"
    command = [sys.executable, "-c", measuring, PARENT, str(tmp_path)]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    tree, largest = map(int, printed.split())
    assert tree >= 200_000_000 > largest


def test_the_work_of_children_counts(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    assert _measure(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])", tmp_path).cpu >= 0.3


def test_variables_are_added_to_the_environment(tmp_path: Path) -> None:
    code = "import os, pathlib; pathlib.Path('seen').write_text(os.environ['PLAYBOOK_DATA'])"
    measure([sys.executable, "-c", code], tmp_path, {"PLAYBOOK_DATA": "somewhere"})
    assert (tmp_path / "seen").read_text() == "somewhere"


def test_a_command_that_fails_is_reported_with_the_end_of_its_output(tmp_path: Path) -> None:
    with pytest.raises(CommandFailed, match=r"exit code 7.*\n.*out of paper"):
        _measure("import sys; print('out of paper', file=sys.stderr); sys.exit(7)", tmp_path)


def test_several_runs_become_medians_and_the_maximum_of_memory() -> None:
    runs = [Run(3, 1, 50, 60), Run(1, 9, 70, 65), Run(2, 2, 40, None)]
    figures = figures_of(runs)
    assert (figures.runs, figures.wall, figures.cpu, figures.memory, figures.largest) == (3, 2, 2, 70, 70)
