"""What a role does, told to the person who does it: grammatical, or left as it was typed."""

from __future__ import annotations

import pytest

from playbook.wording.english_grammar import EnglishGrammar, base_form, infinitive, lowered, to_you
from playbook.wording.english_words import VERBS
from playbook.wording.grammar import Deed, SideBySide
from playbook.wording.grammars import grammar_of


def third_person(base: str) -> str:
    """The third person of a regular verb."""
    if base in {"do", "go", "undo", "redo"}:
        return base + "es"
    if base.endswith(("s", "sh", "ch", "x", "z")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


@pytest.mark.parametrize("base", sorted(VERBS - {"have"}))
def test_every_verb_of_the_list_is_said_to_you(base: str) -> None:
    assert to_you(f"{third_person(base)} the doors") == f"{base} the doors"
    assert to_you(f"checks the list and {third_person(base)} the doors") == f"check the list and {base} the doors"


@pytest.mark.parametrize(
    ("said_of_others", "base"),
    [("frees", "free"), ("organizes", "organize"), ("circles", "circle"), ("has", "have"), ("buzzes", "buzz")],
)
def test_a_verb_in_the_third_person_gets_its_base_form(said_of_others: str, base: str) -> None:
    assert base_form(said_of_others) == base


@pytest.mark.parametrize("word", ["is", "check", "press", "prüft", ""])
def test_a_word_that_is_no_regular_third_person_has_no_base_form(word: str) -> None:
    assert base_form(word) is None


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("greets each guest and opens the door", "greet each guest and open the door"),
        ("writes the sign, then hangs it", "write the sign, then hang it"),
        ("checks, cleans and resets every desk", "check, clean and reset every desk"),
        ("takes orders, serves drinks and clears tables", "take orders, serve drinks and clear tables"),
        ("looks up and smiles", "look up and smile"),
        ("sweeps floors and mops spills", "sweep floors and mop spills"),
        ("reads the report, fixes lamps and tests the desk", "read the report, fix lamps and test the desk"),
        ("lies low", "lie low"),
        ("meets them and walks with them to the lift", "meet them and walk with them to the lift"),
        ("is at the door and has the list", "are at the door and have the list"),
        ("fixes what was mentioned and pins the date to it", "fix what was mentioned and pin the date to it"),
        ("finds a seat for anyone who waits, and thanks them", "find a seat for anyone who waits, and thank them"),
        ("sweeps before the first reader and puts chairs back", "sweep before the first reader and put chairs back"),
        ("always greets latecomers", "always greet latecomers"),
        ("quietly closes the door and never locks it", "quietly close the door and never lock it"),
    ],
)
def test_every_verb_changes(does: str, said: str) -> None:
    assert to_you(does) == said


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("sets chairs, stands and lamps to the marks", "set chairs, stands and lamps to the marks"),
        ("collects coats and bags from everyone", "collect coats and bags from everyone"),
        ("orders tags with names and languages spoken", "order tags with names and languages spoken"),
        ("tests the page and its box each month", "test the page and its box each month"),
        ("tests the scanners and printers, and the paper list", "test the scanners and printers, and the paper list"),
    ],
)
def test_a_noun_stays(does: str, said: str) -> None:
    assert to_you(does) == said


@pytest.mark.parametrize(
    "does",
    [
        "greets everyone who comes in and shows the way",
        "comes round the counter to anyone who is seated, carries a child or leans on a stick",
        "opens the box and stamps at the desk",
        "tests lamps and checks for faults",
        "hangs works and labels where all can see",
        "answers calls and emails",
        "locks the doors and windows up",
        "does not leave",
        "writes the sign and frobnicates the lamp",
        "check the lamps",
        "we answer letters",
        "prüft die Lampen",
        "",
    ],
)
def test_where_it_is_not_certain_nothing_is_said(does: str) -> None:
    assert to_you(does) is None


def test_after_can_is_becomes_be() -> None:
    assert infinitive("is at the door and opens it") == "be at the door and open it"


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Duty manager", "duty manager"),
        ("IT officer", "IT officer"),
        ("Usher", "usher"),
        ("French teacher", "French teacher"),
    ],
)
def test_inside_a_sentence_a_name_begins_small(name: str, inside: str) -> None:
    assert lowered(name) == inside


DEEDS = (
    Deed("Caretaker", "checks the aisle lights and fixes them"),
    Deed("Usher", "leads latecomers in"),
    Deed("Caretaker", "goes home"),
)


def test_deeds_are_told_to_the_person_who_does_the_first() -> None:
    told = EnglishGrammar().tell(DEEDS, is_to_you=True)
    assert [f"{words.who} {words.does}" for words in told] == [
        "You check the aisle lights and fix them",
        "so the usher can lead latecomers in",
        "and so you can go home",
    ]


def test_deeds_are_told_about_them() -> None:
    told = EnglishGrammar().tell(DEEDS, is_to_you=False)
    assert [f"{words.who} {words.does}" for words in told][::2] == [
        "The caretaker checks the aisle lights and fixes them",
        "and so the caretaker can go home",
    ]


def test_a_language_without_a_grammar_sets_what_was_typed_side_by_side() -> None:
    grammar = grammar_of("de")
    told = grammar.tell([Deed("Hausmeisterin", "prüft das Licht"), Deed("Einlass", "führt hinein")], is_to_you=True)
    assert isinstance(grammar, SideBySide)
    assert grammar.joint.join(f"{words.who} {words.does}" for words in told) == (
        "You: prüft das Licht → Einlass: führt hinein"
    )
    assert grammar.inside("Hausmeisterin") == "Hausmeisterin"
