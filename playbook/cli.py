"""The command line: what `run.py` hands on. Commands take apart their arguments and call one function each.

Exit codes: 0 all is well, 1 an editor must fix something, 2 the command was not understood, 3 the machine is at fault.
What a command does not need is not imported, because editors run `check` after every change.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.check_cache import checked
from playbook.days import Days, NoDate
from playbook.folders import Folders
from playbook.problem_formats import FORMATS, summary
from playbook.spoken_commands import MISTYPED, SpokenGroup
from playbook.wording import N_, _, speak
from playbook.wording.house_locale import house_locale

if TYPE_CHECKING:
    from playbook.hosts.mkdocs.preview_pages import MkDocsPreview
    from playbook.preview.preview import Preview

FOUND = 1
ENVIRONMENT = 3

OFFLINE = N_("Make pages that open from a folder, without a web server.")


def _folders() -> Folders:
    return Folders.of(os.environ)


def _days(folders: Folders) -> Days:
    """The days of this run; a variable that does not hold a time is reported, and nothing else is done."""
    try:
        return Days.of(os.environ, folders.root)
    except NoDate as error:
        click.echo(str(error), err=True)
        sys.exit(ENVIRONMENT)


@click.group(
    cls=SpokenGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=N_("Build, check and search the playbook."),
)
def main() -> None:
    """The command line. Each command has its help beside it, because help is in the language of the house."""


@main.command(help=N_("Check every record and every hand-written page. Exits with 1 if something needs fixing."))
@click.option("--format", "form", type=click.Choice([*FORMATS]), default="text", help=N_("How to print problems."))
def check(form: str) -> None:
    """Prints the problems on standard output and a summary on standard error."""
    folders = _folders()
    problems = checked(folders, _days(folders))
    gc.freeze()  # otherwise Python would look for garbage once more at the end
    click.echo(FORMATS[form](problems), nl=False)
    click.echo(summary(problems), err=True)
    sys.exit(FOUND if any(problem.is_error for problem in problems) else 0)


@main.command(help=N_("Build the site and publish it if there are no errors."))
@click.option("--offline", is_flag=True, help=OFFLINE)
def build(offline: bool) -> None:
    """Builds through MkDocs and publishes the result."""
    from playbook.hosts.mkdocs.commands import build_site
    from playbook.site.failure import BuildFailed, BuildPrevented

    try:
        folder = build_site(_folders(), offline=offline)
    except BuildFailed as error:
        click.echo(str(error).strip("\n"), err=True)
        sys.exit(ENVIRONMENT if isinstance(error, BuildPrevented) else FOUND)
    click.echo(_("The site is in %(folder)s", folder=folder), err=True)


@main.command(
    help=N_("Write the site as a project that MkDocs, ProperDocs or Zensical can build without the playbook.")
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar=N_("FOLDER"))
@click.option("--offline", is_flag=True, help=OFFLINE)
def export(folder: Path, offline: bool) -> None:
    """Writes the project into the folder."""
    from playbook.export.export_folder import export as write_project
    from playbook.export.project import CannotExport
    from playbook.hosts.mkdocs.exporting import project
    from playbook.site.failure import BuildFailed, BuildPrevented

    try:
        write_project(project(_folders(), offline=offline), folder)
    except BuildFailed as error:
        click.echo(str(error).strip("\n"), err=True)
        sys.exit(ENVIRONMENT if isinstance(error, BuildPrevented) else FOUND)
    except CannotExport as error:
        click.echo(str(error), err=True)
        sys.exit(ENVIRONMENT)
    except OSError as error:
        reason = error.strerror or error
        message = _("cannot write the project: %(reason)s (%(file)s)", reason=reason, file=error.filename)
        click.echo(message, err=True)
        sys.exit(ENVIRONMENT)
    message = _("The project is in %(folder)s; its README.md says how to build it", folder=folder.absolute())
    click.echo(message, err=True)


@main.command(help=N_("Put the previous build back. Run it again to undo that."))
def rollback() -> None:
    """Swaps the published build and the previous one."""
    from playbook.publishing.staging import PublishingError
    from playbook.publishing.staging import rollback as roll_back

    try:
        roll_back(_folders().site)
    except PublishingError as error:
        click.echo(str(error), err=True)
        sys.exit(ENVIRONMENT)
    click.echo(_("The previous build is back in %(folder)s", folder=_folders().site), err=True)


@main.command(help=N_("Preview the site. Pages update as you save."))
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(0, 65535),
    metavar=N_("NUMBER"),
    help=N_("The port to listen on; 0 takes any that is free."),
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar=N_("ADDRESS"),
    help=N_("The address to listen on; with 0.0.0.0 other machines can see the preview too, without a password."),
)
@click.option("--poll", is_flag=True, help=N_("Look for changes every second, for folders that other machines change."))
@click.option("--rehearse", is_flag=True, hidden=True, help="Prepare once and end: whether changed code works.")
def serve(port: int, host: str, poll: bool, rehearse: bool) -> None:
    """Serves the preview until it is stopped."""
    from playbook.preview.listening import CannotListen, Listening
    from playbook.preview.server import serve as serve_preview
    from playbook.site.failure import BuildFailed

    preview, made_by = _preview()
    try:
        if rehearse:
            made_by.sources()  # reads mkdocs.yml and hooks.py, without which no preview starts
            preview.rebuild()
            return
        serve_preview(preview, made_by.sources, Listening(host, port), is_polling=poll)
    except BuildFailed as error:
        click.echo(str(error).strip("\n"), err=True)
        sys.exit(FOUND)
    except CannotListen as error:
        click.echo(str(error), err=True)
        sys.exit(ENVIRONMENT)
    finally:
        preview.close()


def _preview() -> tuple[Preview, MkDocsPreview]:
    """A preview that has not been built, and the host that makes what it shows."""
    from playbook.hosts.mkdocs.preview_pages import MkDocsPreview
    from playbook.preview.preview import Preview

    folders = _folders()
    host = MkDocsPreview(folders)
    return Preview(host, folders, lambda: _days(folders)), host


@main.command(help=N_("Find what the search of the site would find."))
@click.argument("query", metavar=N_("QUERY"))
@click.option("--json", "as_json", is_flag=True, help=N_("Print a list of objects with id, title and score."))
@click.option(
    "--limit",
    default=10,
    show_default=True,
    type=click.IntRange(1, 100),
    metavar=N_("NUMBER"),
    help=N_("The most results to print."),
)
def search(query: str, as_json: bool, limit: int) -> None:
    """Prints the results, the best first."""
    from playbook.opening import open_playbook
    from playbook.search.answering import answer, answer_json

    folders = _folders()
    opened = open_playbook(folders.data, _days(folders), folders.cache)
    if opened.errors or opened.playbook is None:
        click.echo(FORMATS["text"](opened.errors), err=True, nl=False)
        sys.exit(FOUND)
    say = answer_json if as_json else answer
    click.echo(say(opened.playbook.published(), query, limit), nl=False)


@main.command(help=N_("Print what is due for review: a 15-minute sheet for each department."))
@click.option("--owner", metavar=N_("DEPARTMENT"), help=N_("Only the sheet of this department, by its id or its name."))
def reviews(owner: str | None) -> None:
    """Prints the sheets as Markdown."""
    from playbook.opening import open_playbook
    from playbook.review_sheets import UnknownOwner, sheets

    folders = _folders()
    days = _days(folders)
    opened = open_playbook(folders.data, days, folders.cache)
    if opened.errors or opened.playbook is None:
        click.echo(FORMATS["text"](opened.errors), err=True, nl=False)
        sys.exit(FOUND)
    try:
        click.echo(sheets(opened, folders, days, owner), nl=False)
    except UnknownOwner as error:
        click.echo(str(error), err=True)
        sys.exit(MISTYPED)


@main.command(
    help=N_("Write the JSON Schemas with which text editors complete words. Run it after changing the model.")
)
def schema() -> None:
    """Writes the schemas into the data folder."""
    from playbook.schema import write_schemas

    folder = _folders().data / "schema"
    write_schemas(folder)
    click.echo(_("The schemas are in %(folder)s", folder=folder), err=True)


if __name__ == "__main__":
    speak(house_locale(_folders().data))
    main(prog_name="run.py")
