"""Every problem that can be reported is explained in the editors' guide."""

from pathlib import Path

from playbook.rendering.explanations import explanations

MISTAKES = Path(__file__).parents[1] / "mistakes"


def test_every_code_that_an_editor_can_meet_is_explained():
    met = {folder.name for folder in MISTAKES.iterdir() if folder.is_dir()}
    assert met - {explanation.code for explanation in explanations()} == set()


def test_no_code_is_explained_twice():
    codes = [explanation.code for explanation in explanations()]
    assert sorted(codes) == sorted(set(codes))


def test_no_explanation_is_empty():
    assert [explanation.code for explanation in explanations() if not explanation.text.strip()] == []
