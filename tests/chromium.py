"""A program that prints the path of a Chromium for the tests, and installs one if there is none.

Takes, in this order: what the variable PLAYBOOK_CHROMIUM names, an installed browser, Debian's own package (as root),
Playwright's own download. Says on standard error what it does; exits 3 with one sentence when nothing can be had,
because browser tests that are silently left out would pass.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
"""Where an installed browser is looked for, in this order."""

ENVIRONMENT_FAULT = 3


def main() -> int:
    """Print the path and return 0, or say what is missing and return 3."""
    named = os.environ.get("PLAYBOOK_CHROMIUM")
    if named and not starts(named):
        say("the program that PLAYBOOK_CHROMIUM names does not start; unset it or name another")
        return ENVIRONMENT_FAULT
    path = named or installed() or from_debian() or from_playwright()
    if not path:
        say(
            "the tests need Chromium, and none could be found or installed; "
            "install Chromium or Google Chrome, or set PLAYBOOK_CHROMIUM to the path of one"
        )
        return ENVIRONMENT_FAULT
    print(path)
    return 0


def say(line: str) -> None:
    """Tell the person one thing; standard output is for the path."""
    print(f"run.py: {line}", file=sys.stderr, flush=True)


def installed() -> str | None:
    """A browser that is on this machine already."""
    paths = (shutil.which(name) for name in BROWSERS)
    return next((path for path in paths if path and starts(path)), None)


def starts(path: str) -> bool:
    """Whether the browser can be started: some paths are only notes that tell how to install one."""
    if os.name == "nt":
        return os.path.exists(path)  # there, asking for the version opens a window
    try:
        done = subprocess.run([path, "--version"], check=False, capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and "Chrom" in done.stdout


def from_debian() -> str | None:
    """Debian's own package, where this process may install it."""
    if sys.platform == "win32" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    say("installing chromium with apt-get")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    install = ["apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium"]
    if not (succeeds(["apt-get", "-qq", "update"]) and succeeds(install)):
        return None
    return installed()


def from_playwright() -> str | None:
    """The browser that Playwright downloads for itself."""
    say("installing Playwright's own Chromium")
    if not succeeds([sys.executable, "-m", "playwright", "install", "chromium"]):
        return None
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow, and hardly ever needed

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if starts(path) else None


def succeeds(command: list[str]) -> bool:
    """Whether the command ends well; shows the end of what it printed when it does not."""
    done = subprocess.run(
        command, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        print("\n".join(done.stdout.splitlines()[-15:]), file=sys.stderr)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
