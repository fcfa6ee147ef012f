"""The command line: what `run.py` hands on. Commands take apart their arguments and call one function each."""

from __future__ import annotations

import datetime as dt
import sys

import click

from playbook.opening import cache_folder, data_folder, open_playbook
from playbook.problem_formats import FORMATS


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Build, check and search the playbook."""


@main.command()
@click.option("--format", "form", type=click.Choice(sorted(FORMATS)), default="text", help="How problems are printed.")
def check(form: str) -> None:
    """Check every record; exit 1 when something must be mended."""
    opened = open_playbook(data_folder(), dt.date.today(), cache_folder())
    click.echo(FORMATS[form](opened.problems), nl=False)
    if form in ("text", "github"):
        errors, advice = len(opened.errors), len(opened.advice)
        click.echo(f"{errors} to mend, {advice} pieces of advice.", err=True)
    sys.exit(1 if opened.errors else 0)


if __name__ == "__main__":
    main(prog_name="run.py")
