"""The door for translators: `update <language>` and `check`."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import click
from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from playbook.model.locales import LOCALE
from playbook.page_macros.explanations import explanations
from playbook.translating.catalogue_check import faults
from playbook.translating.extraction import WIDTH, messages
from playbook.wording.catalogues import CATALOGUES, UnreadableCatalogue, languages, read_catalogue


@click.group()
def main() -> None:
    """Keep the catalogues of the interface's words."""


@main.command()
@click.argument("language")
def update(language: str) -> None:
    """Write what is new into the catalogue of a language (such as `de`), or begin one."""
    try:
        locale = Locale.parse(language, sep="-") if re.fullmatch(LOCALE, language) else None
    except (UnknownLocaleError, ValueError):
        locale = None
    if locale is None:
        click.echo(f"no `locale` can be `{language}`; write a code such as `de` or `pt-BR`", err=True)
        sys.exit(2)
    CATALOGUES.mkdir(exist_ok=True)
    path = CATALOGUES / f"{language}.po"
    template = messages(explanations())
    catalogue = _read(path) if path.is_file() else Catalog(locale=locale, charset="utf-8", fuzzy=False)
    catalogue.header_comment = (
        f"# The interface of the Patron Playbook in {locale.english_name}; CONTRIBUTING.md says how."
    )
    catalogue.update(template, update_header_comment=False)
    path.write_bytes(as_po(catalogue))
    left = sum(1 for _ in faults(catalogue, template))
    click.echo(f"{path.name}: {len(template)} messages, {left} of them to translate or to look at", err=True)


@main.command()
def check() -> None:
    """Report every missing, uncertain or broken translation, in all catalogues."""
    template = messages(explanations())
    found: list[tuple[str, object]] = []
    for name in languages():
        path = CATALOGUES / f"{name}.po"
        found += [(name, fault) for fault in faults(_read(path), template)]
        try:
            read_catalogue(path)
        except UnreadableCatalogue as error:
            found.append((name, error))
    for name, fault in found:
        click.echo(f"{name}.po: {fault}")
    click.echo(f"{len(template)} messages, {len([*languages()])} catalogues, {len(found)} faults", err=True)
    sys.exit(1 if found else 0)


def _read(path: Path) -> Catalog:
    try:
        with path.open("rb") as file:
            return read_po(file, locale=path.stem.replace("-", "_"), abort_invalid=True)
    except (PoFileError, ValueError, LookupError) as error:
        click.echo(f"{path.name}: {error}", err=True)
        sys.exit(1)


def as_po(catalogue: Catalog) -> bytes:
    """The catalogue as a file that does not change unless a message does: without a date and without line numbers."""
    written = io.BytesIO()
    catalogue.charset = "utf-8"
    write_po(written, catalogue, width=WIDTH, omit_header=False, sort_output=True, include_lineno=False)
    dated = ("POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "Language-Team", "Generated-By")
    lines = written.getvalue().decode().split("\n")
    return "\n".join(line for line in lines if not line.startswith(tuple(f'"{name}:' for name in dated))).encode()


if __name__ == "__main__":
    main(prog_name="python -m playbook.translating")
