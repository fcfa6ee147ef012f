#!/usr/bin/env python3
"""The command for people: creates the virtual environment on first use, then runs what was asked for.

    python3 run.py                 serve the site with live reload
    python3 run.py test            lint, check types, run all tests; what follows goes to pytest
    python3 run.py bench           measure; what follows goes to the benchmarks
    python3 run.py check, build …  everything else goes to playbook/cli.py

Needs Python 3.11 or newer and nothing else: only the standard library is imported, and as little of it as possible,
because this runs before every command. Exits with 3 when the environment cannot be created, otherwise with the exit
code of the command. Progress is printed on standard error, so that standard output has nothing but reports.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# Comes before the first definition, because annotations there use what older versions do not have.
if sys.version_info < (3, 11):  # noqa: UP036 - the range in pyproject.toml is not read by whoever types the command
    sys.stderr.write(
        f"run.py needs Python 3.11 or newer, and this is {sys.version.split()[0]}. "
        "Install a newer one and name it: python3.12 run.py\n"
    )
    sys.exit(3)

ROOT = os.path.dirname(os.path.abspath(__file__))
ENVIRONMENT = os.path.join(ROOT, ".venv")
STAMP = os.path.join(ENVIRONMENT, "playbook-installed.txt")
"""One line each: the path of the environment, MADE_HERE if run.py created it, and every lock installed completely."""
MADE_HERE = "made by run.py"
MAKING = os.path.join(ROOT, ".cache", "making-venv")
"""Exists while .venv is created and has no stamp yet, so that an unfinished one is known to be ours to delete."""

BASE_LOCK = "requirements.lock"
LOCKS = {"test": "requirements-test.lock", "bench": "requirements-bench.lock"}
"""The lock of each command that needs more than BASE_LOCK; each contains BASE_LOCK."""

ENVIRONMENT_FAULT = 3
START_AGAIN = 75
"""The exit code by which the preview asks on Windows to be started again, with code that has changed."""
STOPPED = 130

CHECKS = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",))
"""What `test` runs before pytest, as modules of the environment."""


class EnvironmentFault(Exception):
    """The environment cannot be created; the text is one sentence that says why and what fixes it."""


def main(arguments: list[str]) -> int:
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
            print("Besides the commands below: test, bench (what follows goes to pytest or to the benchmarks).\n")
        return hand_over("playbook.cli", arguments or ["serve"])
    except EnvironmentFault as fault:
        say(str(fault))
        return ENVIRONMENT_FAULT
    except KeyboardInterrupt:
        say("stopped")
        return STOPPED


def say(line: str) -> None:
    """Print a line of progress."""
    print(f"run.py: {line}", file=sys.stderr, flush=True)


# Creating the environment


def prepare(lock: str) -> None:
    """Make sure that everything in the file `lock` is installed in .venv. Raises EnvironmentFault."""
    if stamp_of(lock) in installed():
        return
    is_junction = getattr(os.path, "isjunction", os.path.islink)  # what Windows has for links; from Python 3.12 on
    if os.path.islink(ENVIRONMENT) or is_junction(ENVIRONMENT):
        raise EnvironmentFault(
            ".venv is a symbolic link, and run.py installs nothing behind one; "
            "delete the link (what it leads to stays) and start run.py again"
        )
    try:
        with exclusive():
            if stamp_of(lock) not in installed():
                create_or_extend(lock)
    except OSError as error:
        where = error.filename2 or error.filename
        reason = f"{error.strerror or error}" + (f" ({where})" if where else "")
        raise EnvironmentFault(f"cannot make .venv: {reason}") from error


def create_or_extend(lock: str) -> None:
    """Install the file `lock` into the environment, after creating it anew where it is missing or out of date.

    An environment that someone else created is never deleted, only installed into.
    """
    before = installed()
    is_fresh = bool(before) and all(stamp_of(line.split()[0]) == line for line in before)
    if os.path.lexists(ENVIRONMENT) and not is_ours():
        say("using the .venv that is here, which run.py has not made")
        if not os.path.exists(python()):
            raise EnvironmentFault(".venv has no Python in it, and run.py has not made it; move it away")
    elif not is_fresh:
        create_environment()
    if is_ours():
        write_stamp(set())  # until the end it is incomplete
    install(lock)
    write_stamp({stamp_of(BASE_LOCK), stamp_of(lock)} | (before if is_fresh else set()))


def python() -> str:
    """The interpreter of the environment."""
    path = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return os.path.join(ENVIRONMENT, *path)


def stamped() -> list[str]:
    """The lines of the stamp; empty when there is no stamp."""
    try:
        with open(STAMP, encoding="utf-8") as file:
            return file.read().splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return []


def installed() -> set[str]:
    """The lines of the installed locks; empty when the environment was moved here or its interpreter is gone."""
    lines = stamped()
    is_here = lines[:1] == [ENVIRONMENT] and os.path.exists(python())
    return set(lines[1:]) - {MADE_HERE} if is_here else set()


def is_ours() -> bool:
    """Whether run.py created the environment, or was killed while creating it."""
    return MADE_HERE in stamped() or os.path.exists(MAKING)


def stamp_of(lock: str) -> str:
    """The line of the stamp that identifies the present content of the file `lock`."""
    import hashlib  # noqa: PLC0415 - takes as long as the rest of a second start

    with open(os.path.join(ROOT, lock), "rb") as file:
        return f"{lock} {hashlib.sha256(file.read()).hexdigest()}"


def write_stamp(locks: set[str]) -> None:
    """Record that the locks of these lines are installed, and no others."""
    lines = [ENVIRONMENT, *([MADE_HERE] if is_ours() else []), *sorted(locks)]
    with open(STAMP + ".new", "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    os.replace(STAMP + ".new", STAMP)


def create_environment() -> None:
    """Create an empty environment; replaces one of ours that is unfinished, out of date or moved."""
    import shutil  # noqa: PLC0415 - not needed on a second start

    with open(MAKING, "w", encoding="utf-8"):
        pass
    if os.path.lexists(ENVIRONMENT):
        say(".venv was not finished, is out of date or was moved; making it again")
        shutil.rmtree(ENVIRONMENT)
    try:
        create_empty_environment()
        write_stamp(set())
    except EnvironmentFault:
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        os.remove(MAKING)
        raise
    os.remove(MAKING)


def create_empty_environment() -> None:
    """Create .venv without packages, for the Python that runs this."""
    base = getattr(sys, "_base_executable", sys.executable)  # that of an environment may be deleted by now
    tool = uv()
    say(f"making .venv with Python {sys.version.split()[0]}" + (" and uv" if tool else ""))
    if tool:
        run([tool, "venv", "--quiet", "--python", base, ENVIRONMENT], "uv could not make the environment .venv")
    else:
        advice = "on Debian and Ubuntu `apt install python3-venv` mends that"
        run([base, "-m", "venv", ENVIRONMENT], f"this Python cannot make environments; {advice}")


def install(lock: str) -> None:
    """Install exactly what the file `lock` lists; checks the hash of every file and compiles nothing."""
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
    """The path of the installer uv; None when it is not on the PATH."""
    import shutil  # noqa: PLC0415 - not needed on a second start

    return shutil.which("uv")


def run(command: list[str], failed: str) -> str:
    """Run a step of the set-up and return its output.

    When it fails, prints the last lines of the output and raises EnvironmentFault with the sentence `failed`.
    """
    import subprocess  # noqa: PLC0415 - not needed on a second start

    done = subprocess.run(
        command, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        print(*done.stdout.splitlines()[-15:], sep="\n", file=sys.stderr)
        raise EnvironmentFault(failed)
    return done.stdout


@contextmanager
def exclusive() -> Iterator[None]:
    """Keep other run.py processes from changing the environment; the system frees the lock when a process dies."""
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
    """Whether this process has locked the open file; also true where files cannot be locked at all."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - exists on Windows only

            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - does not exist on Windows

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return not isinstance(error, BlockingIOError | PermissionError)
    return True


# Running the command


def hand_over(module: str, arguments: list[str]) -> int:
    """Run a module of the project in the environment, replacing this process where the system can do that."""
    command = [python(), "-m", module, *arguments]
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - the arguments are a list, as everywhere
    code = START_AGAIN
    while code == START_AGAIN:  # `execv` of Windows would return to the prompt at once
        code = call(command)
    return code


def call(command: list[str]) -> int:
    """Run a program that prints to the terminal itself, and return its exit code."""
    import subprocess  # noqa: PLC0415 - not needed on a second start

    return subprocess.call(command)


def test(options: list[str]) -> int:
    """Run every check and every test, even after a failure; returns the first exit code that is not 0."""
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
