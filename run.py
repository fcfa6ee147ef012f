#!/usr/bin/env python3
"""The door for people: makes the environment on first use, then does what was asked.

    python3 run.py                 serve the site with live reload
    python3 run.py test            lint, check types, run all tests; what follows goes to pytest
    python3 run.py bench           measure; what follows goes to the benchmarks
    python3 run.py check, build …  everything else goes to playbook/cli.py

Needs Python 3.11 or newer and nothing else: only the standard library is imported, and as little of it as possible,
because this runs before every command. Exits 3 when the environment cannot be made; else with what the command
returned. Progress goes to standard error, so that reports on standard output stay clean.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# Stands before the first definition: annotations there use what older versions do not have.
if sys.version_info < (3, 11):  # noqa: UP036 - the range in pyproject.toml is not read by whoever types the command
    sys.stderr.write(
        f"run.py needs Python 3.11 or newer, and this is {sys.version.split()[0]}. "
        "Install a newer one and name it: python3.12 run.py\n"
    )
    sys.exit(3)

ROOT = os.path.dirname(os.path.abspath(__file__))
ENVIRONMENT = os.path.join(ROOT, ".venv")
STAMP = os.path.join(ENVIRONMENT, "playbook-installed.txt")
"""A line each: where the environment lies, MADE_HERE if so, and every lock that was installed to the end."""
MADE_HERE = "made by run.py"
MAKING = os.path.join(ROOT, ".cache", "making-venv")
"""Exists while .venv is made and has no stamp yet, so that one left half made is known to be ours to delete."""

BASE_LOCK = "requirements.lock"
LOCKS = {"test": "requirements-test.lock", "bench": "requirements-bench.lock"}
"""The lock of each command that needs more than BASE_LOCK, which the others contain."""

ENVIRONMENT_FAULT = 3
STOPPED = 130

CHECKS = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",))
"""What `test` runs before pytest, as modules of the environment."""


class EnvironmentFault(Exception):
    """The environment cannot be made; the text is one sentence that says why and what would mend it."""


def main(arguments: list[str]) -> int:
    """Do what the arguments say and return the exit code; does not return where another program takes over."""
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
            print("Besides the commands below: test, bench (what follows goes to pytest or to the benchmarks).\n")
        return hand_over("playbook.cli", arguments or ["serve"])
    except EnvironmentFault as fault:
        say(str(fault))
        return ENVIRONMENT_FAULT
    except KeyboardInterrupt:
        say("stopped")
        return STOPPED


def say(line: str) -> None:
    """Tell the person one thing."""
    print(f"run.py: {line}", file=sys.stderr, flush=True)


# Making the environment


def prepare(lock: str) -> None:
    """See that everything in the file `lock` is installed in .venv. Raises EnvironmentFault."""
    if stamp_of(lock) in installed():
        return
    try:
        with alone():
            if stamp_of(lock) not in installed():
                make_or_extend(lock)
    except OSError as error:
        raise EnvironmentFault(f"cannot make .venv: {error.strerror or error} ({error.filename})") from error


def make_or_extend(lock: str) -> None:
    """Install the file `lock` on top of what is there; make the environment anew where that is not good any more.

    An environment that somebody else made is never deleted, only installed into.
    """
    before = installed()
    is_fresh = bool(before) and all(stamp_of(line.split()[0]) == line for line in before)
    if os.path.lexists(ENVIRONMENT) and not is_ours():
        say("using the .venv that is here, which run.py has not made")
        if not os.path.exists(python()):
            raise EnvironmentFault(".venv has no Python in it, and run.py has not made it; move it away")
    elif not is_fresh:
        make_environment()
    if is_ours():
        write_stamp(set())  # from here to the end it is half made
    install(lock)
    write_stamp({stamp_of(BASE_LOCK), stamp_of(lock)} | (before if is_fresh else set()))


def python() -> str:
    """The interpreter of the environment."""
    if os.name == "nt":
        return os.path.join(ENVIRONMENT, "Scripts", "python.exe")
    return os.path.join(ENVIRONMENT, "bin", "python")


def stamped() -> list[str]:
    """The lines of the stamp; none when there is none."""
    try:
        with open(STAMP, encoding="utf-8") as file:
            return file.read().splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return []


def installed() -> set[str]:
    """The lines of the installed locks; none when the environment was moved here or has lost its interpreter."""
    lines = stamped()
    is_here = lines[:1] == [ENVIRONMENT] and os.path.exists(python())
    return set(lines[1:]) - {MADE_HERE} if is_here else set()


def is_ours() -> bool:
    """Whether run.py has made the environment, or was killed while it did."""
    return MADE_HERE in stamped() or os.path.exists(MAKING)


def stamp_of(lock: str) -> str:
    """The line that stands for the file `lock` as it is now."""
    import hashlib  # noqa: PLC0415 - takes as long as the rest of a second start

    with open(os.path.join(ROOT, lock), "rb") as file:
        return f"{lock} {hashlib.sha256(file.read()).hexdigest()}"


def write_stamp(locks: set[str]) -> None:
    """Note that the locks of these lines are installed, and no other."""
    lines = [ENVIRONMENT, *([MADE_HERE] if is_ours() else []), *sorted(locks)]
    with open(STAMP + ".new", "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    os.replace(STAMP + ".new", STAMP)


def make_environment() -> None:
    """Make an empty environment, in the place of one that is ours and not good any more."""
    import shutil  # noqa: PLC0415 - not needed on a second start

    with open(MAKING, "w", encoding="utf-8"):
        pass
    if os.path.lexists(ENVIRONMENT):
        say(".venv was not finished, is out of date or was moved; making it again")
        shutil.rmtree(ENVIRONMENT)
    try:
        start_environment()
        write_stamp(set())
    except EnvironmentFault:
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        os.remove(MAKING)
        raise
    os.remove(MAKING)


def start_environment() -> None:
    """Make .venv with nothing in it, for the Python that runs this."""
    base = getattr(sys, "_base_executable", sys.executable)  # not the interpreter of an environment just removed
    tool = uv()
    say(f"making .venv with Python {sys.version.split()[0]}" + (" and uv" if tool else ""))
    if tool:
        run([tool, "venv", "--quiet", "--python", base, ENVIRONMENT], "uv could not make the environment .venv")
    else:
        advice = "on Debian and Ubuntu `apt install python3-venv` mends that"
        run([base, "-m", "venv", ENVIRONMENT], f"this Python cannot make environments; {advice}")


def install(lock: str) -> None:
    """Install exactly what the file `lock` lists, every file compared with its hash; nothing is compiled."""
    tool = uv()
    with open(os.path.join(ROOT, lock), encoding="utf-8") as file:
        amount = sum("==" in line for line in file)
    say(f"installing {amount} packages of {lock}")
    pip = [tool, "pip"] if tool else [python(), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    options = ["--quiet", "--require-hashes", "--only-binary", ":all:", "-r", os.path.join(ROOT, lock)]
    target = ["--python", python()] if tool else []
    failed = f"the packages of {lock} could not be installed; is there a connection, and room on the disk?"
    run([*pip, "install", *target, *options], failed)


def uv() -> str | None:
    """The fast installer uv, where it is on the path."""
    import shutil  # noqa: PLC0415 - not needed on a second start

    return shutil.which("uv")


def run(command: list[str], failed: str) -> str:
    """Run a step of the set-up and return what it printed.

    When it fails, shows the end of that and raises EnvironmentFault with the sentence `failed`.
    """
    import subprocess  # noqa: PLC0415 - not needed on a second start

    done = subprocess.run(
        command, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        print("\n".join(done.stdout.splitlines()[-15:]), file=sys.stderr)
        raise EnvironmentFault(failed)
    return done.stdout


@contextmanager
def alone() -> Iterator[None]:
    """Wait until no other run.py makes the environment; the system frees the lock when a process dies."""
    os.makedirs(os.path.join(ROOT, ".cache"), exist_ok=True)
    with open(os.path.join(ROOT, ".cache", "run.lock"), "a", encoding="utf-8") as file:
        is_waiting = False
        while not is_locked(file.fileno()):
            if not is_waiting:
                say("waiting for another run.py that is making .venv")
            is_waiting = True
            import time  # noqa: PLC0415 - hardly ever needed

            time.sleep(0.2)
        yield


def is_locked(descriptor: int) -> bool:
    """Whether this process could lock the open file; true as well where files cannot be locked at all."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - exists on Windows only

            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - does not exist on Windows

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True


# Doing what was asked


def hand_over(module: str, arguments: list[str]) -> int:
    """Run a module of the project in the environment, in the place of this process where the system can do that."""
    command = [python(), "-m", module, *arguments]
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - the arguments are a list, as everywhere
    return call(command)  # Windows would start another process and return to the prompt at once


def call(command: list[str]) -> int:
    """Run a program that talks to the person itself, and return its exit code."""
    import subprocess  # noqa: PLC0415 - not needed on a second start

    return subprocess.call(command)


def test(options: list[str]) -> int:
    """Run every check and every test, also after a failure; returns the first exit code that is not 0."""
    import subprocess  # noqa: PLC0415 - not needed on a second start

    found = subprocess.run([python(), "-m", "tests.chromium"], check=False, stdout=subprocess.PIPE, text=True)
    if found.returncode:
        return found.returncode
    os.environ["PLAYBOOK_CHROMIUM"] = found.stdout.strip()
    codes = []
    for check in (*CHECKS, ("pytest", "-n", "2", *options)):
        say(" ".join(check))
        codes.append(call([python(), "-m", *check]))
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
