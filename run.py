#!/usr/bin/env python3
"""The command for people: creates the virtual environment on first use, then runs what was asked for.

    python3 run.py                   serve the site with live reload
    python3 run.py test              lint, check types, run all tests; what follows goes to pytest
    python3 run.py bench             measure; what follows goes to the benchmarks
    python3 run.py check, build ...  everything else goes to playbook/cli.py

Needs Python 3.11 or newer and nothing else. Exits with 3 when the environment cannot be created, otherwise with the
exit code of the command. Progress is printed on standard error, so that standard output has nothing but reports.

An older Python, 2 included, reads this whole file before it reaches the sentence that says which one is needed. So the
file is written in what they all understand: ASCII only, types in comments, no f-strings.
"""

import os
import sys

if sys.version_info < (3, 11):
    sys.stderr.write(
        "run.py needs Python 3.11 or newer, and this is %s. Install a newer one and use it: python3.12 run.py\n"
        % sys.version.split()[0]
    )
    sys.exit(3)

ROOT = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [] if ROOT in sys.path else [ROOT]  # Python's safe mode leaves out the folder of the script

from playbook.environment import BASE_LOCK, EnvironmentFault, prepare, python, say  # noqa: E402 - not for older ones

LOCKS = {"test": "requirements-test.lock", "bench": "requirements-bench.lock"}
"""The lock of each command that needs more than BASE_LOCK; each contains BASE_LOCK."""

ENVIRONMENT_FAULT = 3
START_AGAIN = 75
"""The exit code by which the preview asks on Windows to be started again, with code that has changed."""
STOPPED = 130

CHECKS = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",))
"""What `test` runs before pytest, as modules of the environment."""


def main(arguments):
    # type: (list[str]) -> int
    """Run the command and return its exit code; does not return where another program replaces this process."""
    command = arguments[0] if arguments else "serve"
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's notice; the README says what it says
    try:
        prepare(LOCKS.get(command, BASE_LOCK))
        os.chdir(ROOT)
        if command == "test":
            return test(arguments[1:])
        if command == "bench":
            return hand_over("benchmarks", arguments[1:])
        if command in {"-h", "--help"}:
            print(
                "Besides the commands below: test and bench. What follows them goes to pytest or to the benchmarks.\n"
            )
        return hand_over("playbook.cli", arguments or ["serve"])
    except EnvironmentFault as fault:
        say(str(fault))
        return ENVIRONMENT_FAULT
    except KeyboardInterrupt:
        say("stopped")
        return STOPPED


def hand_over(module, arguments):
    # type: (str, list[str]) -> int
    """Run a module of the project in the environment, replacing this process where the system can do that."""
    command = [python(), "-m", module] + arguments
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - the arguments are a list, as everywhere
    code = START_AGAIN
    while code == START_AGAIN:  # `execv` of Windows would return to the prompt at once
        code = call(command)
    return code


def call(command):
    # type: (list[str]) -> int
    """Run a program that prints to the terminal itself, and return its exit code."""
    import subprocess  # noqa: PLC0415 - not needed on a second start

    return subprocess.call(command)


def test(options):
    # type: (list[str]) -> int
    """Run every check and every test, even after a failure; returns the first exit code that is not 0."""
    import subprocess  # noqa: PLC0415 - not needed on a second start

    found = subprocess.run([python(), "-m", "tests.chromium"], check=False, stdout=subprocess.PIPE, text=True)
    if found.returncode:
        return found.returncode
    os.environ["PLAYBOOK_CHROMIUM"] = found.stdout.strip()
    codes = []
    for check in CHECKS + (("pytest", "-n", "2") + tuple(options),):
        say(" ".join(check))
        codes.append(call([python(), "-m"] + list(check)))
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
