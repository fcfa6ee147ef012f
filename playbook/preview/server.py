"""Serves the preview to browsers, follows changes, and reloads open pages."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable
from types import FrameType

import click

from playbook.preview.listening import Listening, PreviewServer, listen
from playbook.preview.preview import Preview
from playbook.preview.request_handler import RequestHandler
from playbook.preview.restarting import restart, why_not
from playbook.preview.watching import SourceChange, Watcher
from playbook.site.sources import Sources
from playbook.wording import _, ngettext

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""Signals that end a preview, temporary folder included; each system has some of them."""


def serve(preview: Preview, sources: Callable[[], Sources], where: Listening, *, is_polling: bool = False) -> None:
    """Serve the preview until it is stopped. Raises CannotListen before anything is built, and what `sources` raises.

    `sources` says what the site is made of, and is asked again after each build of the site. `is_polling` looks at all
    files every second, for folders whose changes the system does not report.
    """
    watcher = Watcher(sources, is_polling=is_polling)
    server = _server(where, preview, watcher.look)
    has_new_code = False
    try:
        _end_by_signals()
        _begin(preview, watcher, server)
        server.serve_forever()
        has_new_code = server.has_new_code
    except KeyboardInterrupt:
        click.echo(_("The preview has ended"), err=True)
    finally:
        watcher.stop()
        server.server_close()
        preview.close()
    if has_new_code:
        options = Listening(where.host, server.server_port).options
        restart(["serve", *options, *(["--poll"] if is_polling else [])])


def _begin(preview: Preview, watcher: Watcher, server: PreviewServer) -> None:
    """Build what is shown, begin to follow changes, and say so. Requests before that wait to be connected."""
    preview.version = time.time_ns()  # pages of a preview that ran here before notice that this is another one
    if server.is_open:
        warning = _(
            "Warning: anyone who can reach port %(port)s of this machine can read the preview; there is no password",
            port=server.server_port,
        )
        click.echo(warning, err=True)
    click.echo(_("Preparing the preview …"), err=True)
    started = time.monotonic()
    preview.rebuild()
    watcher.start()
    threading.Thread(target=_follow, args=(watcher, preview, server), daemon=True).start()
    seconds = f"{time.monotonic() - started:.1f}"
    ready = _("The playbook is at %(url)s (ready in %(seconds)s s; Ctrl+C stops it).", url=server.url, seconds=seconds)
    polling = [_polling(watcher)] if watcher.polling_because else []
    click.echo(" ".join([ready, *polling, _state(preview)]), err=True)


def _end_by_signals() -> None:
    """Signals that end a process do what Ctrl-C does; after the first of them the others are ignored.

    One that is ignored from the start, as a closed terminal is under `nohup`, stays ignored.
    """

    def end(number: int, frame: FrameType | None) -> None:
        for each in caught:
            signal.signal(each, signal.SIG_IGN)  # nothing may interrupt the tidying up
        raise KeyboardInterrupt

    found = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
    caught = [number for number in found if signal.getsignal(number) != signal.SIG_IGN]
    for number in caught:
        signal.signal(number, end)


def _polling(watcher: Watcher) -> str:
    return _("Looking for changes every second: %(reason)s.", reason=watcher.polling_because)


def _state(preview: Preview) -> str:
    if not preview.problems:
        return _("No errors.")
    first, count = preview.problems[0], len(preview.problems)
    place, message = first.place, first.message
    return ngettext(
        "%(count)s error, at %(place)s: %(message)s",
        "%(count)s errors, the first at %(place)s: %(message)s",
        count,
        place=place,
        message=message,
    )


def _server(where: Listening, preview: Preview, watch: Callable[[], None]) -> PreviewServer:
    class Handler(RequestHandler):
        shown = preview
        look = staticmethod(watch)

    return listen(where, Handler)


def _follow(watcher: Watcher, preview: Preview, server: PreviewServer) -> None:
    """Show changes as they come, until watching ends. Runs in a thread of its own, so that no request waits for it."""
    known_polling = watcher.polling_because
    while True:
        try:
            change = watcher.next_change()
            if change is None:
                return
            before = time.monotonic()
            if watcher.polling_because != known_polling:
                known_polling = watcher.polling_because
                click.echo(_polling(watcher), err=True)
            if change is SourceChange.CODE:
                if _is_new_code_fit():
                    server.has_new_code = True
                    server.shutdown()
                    return
                continue
            if change is SourceChange.SITE:
                preview.rebuild()
                watcher.refresh()
            else:
                preview.reload()
        except Exception as error:  # the preview must outlive whatever is being edited
            reason = f"{type(error).__name__}: {error}"
            click.echo(_("The preview could not show this change: %(reason)s", reason=reason), err=True)
            continue
        milliseconds = f"{(time.monotonic() - before) * 1000:.0f}"
        updated = _("Updated in %(milliseconds)s ms.", milliseconds=milliseconds)
        click.echo(f"{updated} {_state(preview)}", err=True)


def _is_new_code_fit() -> bool:
    """Tries the code that has changed, and says what comes of it."""
    fault = why_not(["serve", "--rehearse"])
    if fault:
        message = _("The changed code does not work, so the preview keeps the old code: %(reason)s", reason=fault)
        click.echo(message, err=True)
    else:
        click.echo(_("The code has changed; restarting"), err=True)
    return not fault
