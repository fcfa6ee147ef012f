"""How numbers are said with what they count."""

from __future__ import annotations

import pytest

from playbook.model import Playbook
from playbook.rendering import Links, Renderer
from playbook.views.labels import counted


@pytest.mark.parametrize(
    ("count", "words"),
    [
        ((0, "tip"), "0 tips"),
        ((1, "tip"), "1 tip"),
        ((2, "tip"), "2 tips"),
        ((1, "thing is", "things are"), "1 thing is"),
        ((7, "thing is", "things are"), "7 things are"),
    ],
)
def test_one_is_counted_in_the_singular_and_any_other_number_in_the_plural(count: tuple[int, str], words: str) -> None:
    assert counted(*count) == words


def test_templates_count_by_a_filter_and_by_a_function(small_playbook: Playbook) -> None:
    environment = Renderer(small_playbook, Links(""))._environment
    template = environment.from_string('{{ 2 | counted("tip") }}, {{ counted(1, "act") }}')
    assert template.render() == "2 tips, 1 act"
