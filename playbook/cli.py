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
from playbook.wording import speak
from playbook.wording.house_locale import house_locale

if TYPE_CHECKING:
    from playbook.hosts.mkdocs.preview_pages import MkDocsPreview
    from playbook.preview.preview import Preview

FOUND = 1
MISTYPED = 2
ENVIRONMENT = 3


def _folders() -> Folders:
    return Folders.of(os.environ)


def _days(folders: Folders) -> Days:
    """The days of this run; a variable that holds no time is reported, and nothing else is done."""
    try:
        return Days.of(os.environ, folders.root)
    except NoDate as error:
        click.echo(str(error), err=True)
        sys.exit(ENVIRONMENT)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Build, check and search the playbook."""


@main.command()
@click.option("--format", "form", type=click.Choice([*FORMATS]), default="text", help="How problems are printed.")
def check(form: str) -> None:
    """Check every record; exit 1 when something must be mended."""
    folders = _folders()
    speak(house_locale(folders.data))
    problems = checked(folders, _days(folders))
    gc.freeze()  # otherwise Python would look for garbage once more at the end
    click.echo(FORMATS[form](problems), nl=False)
    click.echo(summary(problems), err=True)
    sys.exit(FOUND if any(problem.is_error for problem in problems) else 0)


@main.command()
@click.option("--offline", is_flag=True, help="Make pages that open from a folder without a web server.")
def build(offline: bool) -> None:
    """Build the site and publish it when everything is well."""
    from playbook.hosts.mkdocs.commands import build_site
    from playbook.site.failure import BuildFailed, BuildPrevented

    try:
        folder = build_site(_folders(), offline=offline)
    except BuildFailed as error:
        click.echo(str(error).strip("\n"), err=True)
        sys.exit(ENVIRONMENT if isinstance(error, BuildPrevented) else FOUND)
    click.echo(f"The site is in {folder}", err=True)


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--offline", is_flag=True, help="Make pages that open from a folder without a web server.")
def export(folder: Path, offline: bool) -> None:
    """Write the site as a project that MkDocs, ProperDocs and Zensical build without this one."""
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
        click.echo(f"cannot write the project: {error.strerror or error} ({error.filename})", err=True)
        sys.exit(ENVIRONMENT)
    click.echo(f"The project is in {folder.absolute()}; its README.md says how to build it", err=True)


@main.command()
def rollback() -> None:
    """Publish the previous build again; a second time undoes it."""
    from playbook.publishing.staging import PublishingError
    from playbook.publishing.staging import rollback as roll_back

    try:
        roll_back(_folders().site)
    except PublishingError as error:
        click.echo(str(error), err=True)
        sys.exit(ENVIRONMENT)
    click.echo(f"The previous build is in {_folders().site} again", err=True)


@main.command()
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="The port that the preview listens on; 0 takes any that is free.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address that it listens on; with 0.0.0.0 other machines see the preview too, without a password.",
)
@click.option("--poll", is_flag=True, help="Look for changes every second, for folders that others change.")
@click.option("--rehearse", is_flag=True, hidden=True, help="Prepare once and end: whether changed code works.")
def serve(port: int, host: str, poll: bool, rehearse: bool) -> None:
    """Preview the site; pages follow every change of the data at once."""
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


@main.command()
@click.argument("query")
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects with id, title and score.")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 100))
def search(query: str, as_json: bool, limit: int) -> None:
    """Find what the site's search would find."""
    from playbook.opening import open_playbook
    from playbook.search.answering import answer, answer_json

    folders = _folders()
    opened = open_playbook(folders.data, _days(folders), folders.cache)
    if opened.errors or opened.playbook is None:
        click.echo(FORMATS["text"](opened.errors), err=True, nl=False)
        sys.exit(FOUND)
    say = answer_json if as_json else answer
    click.echo(say(opened.playbook.published(), query, limit), nl=False)


@main.command()
@click.option("--owner", metavar="DEPARTMENT", help="Only the sheet of this department, by its id or its name.")
def reviews(owner: str | None) -> None:
    """Print what to read again: a sheet of fifteen minutes for each department."""
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


@main.command()
def schema() -> None:
    """Write the JSON Schemas that give editors completion; needed when the model has changed."""
    from playbook.schema import write_schemas

    folder = _folders().data / "schema"
    write_schemas(folder)
    click.echo(f"The schemas are in {folder}", err=True)


if __name__ == "__main__":
    main(prog_name="run.py")
