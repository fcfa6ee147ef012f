"""What comes with an exported project for people: how to build it, and the licences of what was copied into it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import distribution

from playbook.wording import N_, _

THEME = "mkdocs-material"
COMMANDS = """\
    pip install "mkdocs<2"    &&  mkdocs build
    pip install properdocs    &&  properdocs build -f mkdocs.yml
    pip install zensical      &&  zensical build"""
PARAGRAPHS = (
    N_("# %(name)s, as a project of its own"),
    N_(
        "Written by `run.py export` from the playbook. It needs neither the playbook’s code nor its theme. "
        "Any one of these builds the site into `site/`:"
    ),
    COMMANDS,
    N_("If `markdown_extensions` in `mkdocs.yml` names other packages, such as `pymdownx`, install these as well."),
    N_("Do not change anything here: the next export replaces every file. Change the playbook and export again."),
    N_(
        "The templates in `overrides/`, the icons in `overrides/.icons/` and the style sheets in `docs/assets/` come "
        "from Material for MkDocs and are under the licences in `licences/`."
    ),
)


def readme(site_name: str) -> str:
    """How to build the project."""
    said = [text if text == COMMANDS else _(text, name=site_name) for text in PARAGRAPHS]
    return "\n\n".join(said) + "\n"


def licences() -> Iterator[tuple[str, bytes]]:
    """The licences of the theme and of its icons, as (path in the project, content)."""
    theme = distribution(THEME)
    for file in theme.files or ():
        if file.name == "LICENSE" and "licenses" in file.parts:
            yield "licences/material-for-mkdocs.txt", file.read_binary()
        if file.as_posix().endswith(".icons/material/LICENSE"):
            yield "licences/material-design-icons.txt", file.read_binary()
