"""Every problem that can be told is explained in the editors' guide."""

from pathlib import Path

from playbook.rendering.explanations import explanations

MISTAKES = Path(__file__).parents[1] / "mistakes"


def test_every_code_that_an_editor_can_meet_is_explained():
    met = {folder.name for folder in MISTAKES.iterdir() if folder.is_dir()}
    assert met - {it.code for it in explanations()} == set()


def test_no_code_is_explained_twice():
    codes = [it.code for it in explanations()]
    assert sorted(codes) == sorted(set(codes))


def test_no_explanation_is_empty():
    assert [it.code for it in explanations() if not it.text.strip()] == []
