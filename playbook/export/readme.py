"""What comes with an exported project for people: how to build it, and the licences of what was copied into it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import distribution

THEME = "mkdocs-material"
TEXT = """\
# {name}, as a project of its own

Written by `run.py export` from the playbook. It needs neither the playbook's code nor its theme. Any of these builds
the site into `site/`; install only the one you use:

    pip install "mkdocs<2"    &&  mkdocs build
    pip install properdocs    &&  properdocs build -f mkdocs.yml
    pip install zensical      &&  zensical build

If `markdown_extensions` in `mkdocs.yml` names packages of their own, such as `pymdownx`, install these as well.

Do not change anything here: the next export writes every file anew. Change the playbook and export again.

The templates in `overrides/`, the icons in `overrides/.icons/` and the style sheets in `docs/assets/` come from
Material for MkDocs and are under the licences in `licences/`.
"""


def readme(site_name: str) -> str:
    """How to build the project."""
    return TEXT.format(name=site_name)


def licences() -> Iterator[tuple[str, bytes]]:
    """The licences of the theme and of its icons, as (path in the project, content)."""
    theme = distribution(THEME)
    for file in theme.files or ():
        if file.name == "LICENSE" and "licenses" in file.parts:
            yield "licences/material-for-mkdocs.txt", file.read_binary()
        if file.as_posix().endswith(".icons/material/LICENSE"):
            yield "licences/material-design-icons.txt", file.read_binary()
