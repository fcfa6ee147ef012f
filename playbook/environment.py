"""The virtual environment `.venv` of the project: `run.py` makes it on first use, and again when it is out of date.

Runs before anything is installed, so it imports only the standard library, and as little of it as possible, because
this comes before every command. Never deletes what it has not made.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENVIRONMENT = os.path.join(ROOT, ".venv")
STAMP = os.path.join(ENVIRONMENT, "playbook-installed.txt")
"""One line each: the path of the environment, MADE_HERE if run.py created it, every lock installed completely, and
PACKAGE with the path of everything that lay among the packages then.

It is written before anything else is in the environment, and goes when the environment goes: only one that has the
mark MADE_HERE is ours.
"""
MADE_HERE = "made by run.py"
PACKAGE = "package "

FOLDERS = ("bin", "include", "lib", "lib64", "share", "etc", "scripts")
FILES = ("pyvenv.cfg", "cachedir.tag", ".gitignore", ".lock")
"""What an environment consists of; on Windows in capitals too. Whatever else is in .venv, someone put there."""

BASE_LOCK = "requirements.lock"


class EnvironmentFault(Exception):
    """The environment cannot be created; the text is one sentence that says why and what fixes it."""


def say(line: str) -> None:
    """Print a line of progress."""
    print(f"run.py: {line}", file=sys.stderr, flush=True)


def prepare(lock: str) -> None:
    """Make sure that everything in the file `lock` is installed in .venv. Raises EnvironmentFault."""
    if stamp_of(lock) in installed():
        return
    refuse_link()
    try:
        os.makedirs(os.path.join(ROOT, ".cache"), exist_ok=True)
        with open(os.path.join(ROOT, ".cache", "run.lock"), "a", encoding="utf-8") as file:
            wait_for_lock(file.fileno())  # which the system frees when this process ends, however it ends
            if stamp_of(lock) not in installed():
                refuse_link()  # while this waited, it may have become one
                create_or_extend(lock)
    except OSError as error:
        where = error.filename2 or error.filename
        reason = f"{error.strerror or error}" + (f" ({where})" if where else "")
        raise EnvironmentFault(f"cannot create .venv: {reason}") from error


def refuse_link() -> None:
    """Raises EnvironmentFault when .venv is a link."""
    if is_link():
        raise EnvironmentFault(
            ".venv is a symbolic link, and run.py installs nothing through a link; "
            "delete it (what it points to stays) and start run.py again"
        )


def create_or_extend(lock: str) -> None:
    """Install the file `lock` into the environment, after creating it anew where it is missing or out of date.

    An environment that someone else created is never deleted, only installed into.
    """
    before = installed()
    is_fresh = bool(before) and all(stamp_of(line.split()[0]) == line for line in before)
    lacks = ", ".join(sorted(os.path.basename(path) for path in noted() - packages()))
    kept = noted() if is_fresh else set()
    if os.path.lexists(ENVIRONMENT) and (listed(ENVIRONMENT) or not os.path.isdir(ENVIRONMENT)) and not is_ours():
        say("using the .venv that is here, which run.py did not make" + (f"; it lacks {lacks}" if lacks else ""))
        if not os.path.exists(python()):
            raise EnvironmentFault(".venv has no Python in it and was not made by run.py; move or delete it")
    elif lacks and os.path.exists(python()) and stamped()[0] == ENVIRONMENT:
        say(f".venv lacks {lacks}; installing its packages again")
    elif not is_fresh:
        create_environment()
    if is_ours():
        write_stamp(set())  # until the end it is incomplete
    install(lock, is_repairing=bool(lacks))
    locks = {stamp_of(BASE_LOCK), stamp_of(lock)} | (before if is_fresh else set())
    write_stamp(locks, packages(lock) | kept)


def python() -> str:
    """The interpreter of the environment."""
    path = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return os.path.join(ENVIRONMENT, *path)


def packages(lock: str | None = None) -> set[str]:
    """The paths of what is among the packages of the environment; with a lock, only of what that lock has brought."""
    lib = os.path.join(ENVIRONMENT, "Lib" if os.name == "nt" else "lib")
    parents = [lib] if os.name == "nt" else [os.path.join(lib, name) for name in listed(lib)]
    places = [os.path.join(parent, "site-packages") for parent in parents]
    wanted = locked(lock) if lock else None
    return {
        os.path.relpath(os.path.join(place, name), ENVIRONMENT)
        for place in places
        for name in (listed(place) if wanted is None else brought(place, wanted))
    }


def locked(lock: str) -> set[str]:
    """The name and version of every package in the file `lock`, as `normalised` writes them."""
    with open(os.path.join(ROOT, lock), encoding="utf-8") as file:
        return {normalised(line.split()[0].replace("==", "-")) for line in file if "==" in line}


def brought(place: str, wanted: set[str]) -> set[str]:
    """The names in the folder `place` that the wanted packages have put there, which their metadata list."""
    found = set()
    for name in listed(place):
        if name.endswith(".dist-info") and normalised(name.removesuffix(".dist-info")) in wanted:
            with open(os.path.join(place, name, "RECORD"), encoding="utf-8") as file:
                found |= {line.replace("/", ",").split(",")[0].strip('"') for line in file}
    return found - {"", "..", "__pycache__"}


def normalised(name: str) -> str:
    """A name in small letters, in which a dot, a dash and an underscore are the same."""
    return name.replace("_", "-").replace(".", "-").lower()


def listed(folder: str) -> list[str]:
    """The names in a folder; none when there is no such folder."""
    try:
        return os.listdir(folder)
    except OSError:
        return []


def stamped() -> list[str]:
    """The lines of the stamp; empty when there is no stamp."""
    try:
        with open(STAMP, encoding="utf-8") as file:
            return file.read().splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return []


def installed() -> set[str]:
    """The lines of the installed locks; empty when the environment was moved here or something in it is gone."""
    lines = stamped()
    is_whole = lines[:1] == [ENVIRONMENT] and os.path.exists(python()) and noted() <= packages()
    return {line for line in lines[1:] if line != MADE_HERE and not line.startswith(PACKAGE)} if is_whole else set()


def noted() -> set[str]:
    """The paths of the packages that were installed, of which someone may have deleted some."""
    return {line.removeprefix(PACKAGE) for line in stamped() if line.startswith(PACKAGE)}


def is_link() -> bool:
    """Whether .venv is a link, or what Windows has for links."""
    is_junction = getattr(os.path, "isjunction", os.path.islink)  # from Python 3.12 on
    return os.path.islink(ENVIRONMENT) or bool(is_junction(ENVIRONMENT))


def is_ours() -> bool:
    """Whether run.py created what is in .venv: its mark is in there, and goes when the environment goes."""
    return MADE_HERE in stamped() and not is_link()


def stamp_of(lock: str) -> str:
    """The line of the stamp that identifies the present content of the file `lock`."""
    import hashlib  # noqa: PLC0415 - takes as long as the rest of a second start

    with open(os.path.join(ROOT, lock), "rb") as file:
        return f"{lock} {hashlib.sha256(file.read()).hexdigest()}"


def write_stamp(locks: set[str], found: Iterable[str] = (), *, is_made_here: bool = False) -> None:
    """Record that the locks of these lines are installed, and no others, and that these packages were found then."""
    mark = [MADE_HERE] if is_ours() or is_made_here else []
    lines = [ENVIRONMENT, *mark, *sorted(locks), *(PACKAGE + path for path in sorted(found))]
    with open(STAMP + ".new", "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    os.replace(STAMP + ".new", STAMP)


def create_environment() -> None:
    """Create an empty environment, in place of one of ours that cannot be used any more."""
    if is_ours():
        say(".venv is incomplete, out of date or was moved; creating it again")
        clear_environment()
    elif not os.path.isdir(ENVIRONMENT):
        os.mkdir(ENVIRONMENT)
    write_stamp(set(), is_made_here=True)  # before anything else is in it, so that what is unfinished is known as ours
    try:
        create_empty_environment()
    except EnvironmentFault:
        clear_environment()
        os.remove(STAMP)
        if not os.listdir(ENVIRONMENT):
            os.rmdir(ENVIRONMENT)
        raise


def clear_environment() -> None:
    """Delete the environment in .venv, which is ours; its stamp stays, and so does what someone put beside it."""
    import shutil  # noqa: PLC0415 - not needed on a second start

    write_stamp(set())
    for name in os.listdir(ENVIRONMENT):
        path = os.path.join(ENVIRONMENT, name)
        if os.path.normcase(name) not in FOLDERS + FILES:
            continue
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        else:
            os.remove(path)


def create_empty_environment() -> None:
    """Create .venv without packages, for the Python that runs this."""
    base = getattr(sys, "_base_executable", sys.executable)  # that of an environment may be deleted by now
    tool = uv()
    say(f"creating .venv with Python {sys.version.split()[0]}" + (" and uv" if tool else ""))
    if tool:
        command = [tool, "venv", "--quiet", "--allow-existing", "--python", base, ENVIRONMENT]
        run(command, "uv could not create .venv; is uv up to date?")
    else:
        advice = "on Debian and Ubuntu, `apt install python3-venv` fixes that"
        run([base, "-m", "venv", ENVIRONMENT], f"this Python cannot create virtual environments; {advice}")


def install(lock: str, is_repairing: bool) -> None:
    """Install exactly what the file `lock` lists; checks the hash of every file and compiles nothing.

    `is_repairing` installs everything again, because an installer would take what it has a note of for installed.
    """
    tool = uv()
    say(f"installing {len(locked(lock))} packages from {lock}")
    command = [tool, "pip"] if tool else [python(), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    command += ["install"] + (["--python", python()] if tool else [])
    if is_repairing:
        command.append("--reinstall" if tool else "--force-reinstall")
    command += ["--quiet", "--require-hashes", "--only-binary", ":all:", "-r", os.path.join(ROOT, lock)]
    run(command, f"could not install the packages from {lock}; is there a connection, and room on the disk?")


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


def wait_for_lock(descriptor: int) -> None:
    """Keep other run.py processes from changing the environment for as long as the file is open."""
    is_waiting = False
    while not is_locked(descriptor):
        if not is_waiting:
            say("waiting for another run.py that is creating .venv")
        is_waiting = True
        import time  # noqa: PLC0415 - hardly ever needed

        time.sleep(0.2)


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
