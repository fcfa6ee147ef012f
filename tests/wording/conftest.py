"""A site in the pseudo-language, whose records hold no Latin letter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import building
from tests.wording.other_letters import written_in_other_letters


@pytest.fixture(scope="session")
def other_letters(shared_folder: Path) -> Path:
    """The default playbook in Cyrillic letters and the pseudo-language."""
    return building.made_once(
        shared_folder,
        "playbook-in-other-letters",
        lambda folder: written_in_other_letters(building.DEFAULT, folder),
    )


@pytest.fixture(scope="session")
def pseudo_site(built: Callable[..., Path], other_letters: Path, small_project: Path) -> Path:
    """Its site, with few hand-written pages."""
    return built("pseudo", other_letters, project=small_project)


@pytest.fixture(scope="session")
def pseudo_url(pseudo_site: Path, serve: Callable[[Path], str]) -> str:
    """The address of its home page, which ends in a slash."""
    return serve(pseudo_site)
