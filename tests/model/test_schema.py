"""The schemas describe exactly what the model accepts, and the files that carry them are current."""

from __future__ import annotations

import json
import re
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from pydantic import BaseModel

from playbook.model import BY_NAME, BY_PLURAL, KINDS, Kind
from playbook.reading import read
from playbook.schema import as_text, editor_schema, published_schema, write_schemas
from playbook.site.site_files import as_json
from tests.reading.mistakes import VALID

DATA = Path(__file__).parents[2] / "playbook_data"
FILES = sorted(DATA.glob("*.yml")) + sorted(DATA.glob("*/*.yml"))


class CoreLoader(yaml.SafeLoader):
    """YAML as editors' extensions read it: the core schema of YAML 1.2, in which `no` is a word and a date is text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML declares it without a type


CoreLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789"))
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(~|null|)$"), ["~", "n", ""])


def loaded(text: str) -> Any:
    return yaml.load(text, CoreLoader)  # noqa: S506 - a SafeLoader


def faults(kind: str, text: str) -> list[str]:
    validator = jsonschema.Draft7Validator(editor_schema(BY_NAME[kind]))
    return [error.message for error in validator.iter_errors(loaded(text))]


def kind_of(path: Path) -> Kind:
    return BY_PLURAL[path.stem if path.parent == DATA else path.parent.name]


@pytest.mark.parametrize("kind", BY_NAME.values(), ids=lambda kind: kind.name)
def test_the_schema_in_the_data_folder_is_current(kind: Kind) -> None:
    assert as_text(editor_schema(kind)) == (DATA / "schema" / f"{kind.plural}.json").read_text("utf-8")


def test_no_schema_is_left_over(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(file.name for file in (DATA / "schema").iterdir())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(DATA).as_posix())
def test_every_data_file_names_its_schema_and_fits_it(path: Path) -> None:
    kind = kind_of(path)
    up = "" if path.parent == DATA else "../"
    text = path.read_text("utf-8")
    assert f"# yaml-language-server: $schema={up}schema/{kind.plural}.json" == text.split("\n", 1)[0]
    assert faults(kind.name, text) == []


@pytest.mark.parametrize("kind", BY_NAME.values(), ids=lambda kind: kind.name)
def test_schemas_are_valid_schemas(kind: Kind) -> None:
    jsonschema.Draft7Validator.check_schema(editor_schema(kind))
    jsonschema.Draft7Validator.check_schema(published_schema())


TIP = """\
look-up:
  title: Look up
  patron_asks: Has anybody seen me?
  do: [Look up]
  why: It is kind.
  touchpoints: [arrives]
  owner: front-of-house
  reviewed: 2026-03-01
  minutes: 5
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title:", "titel:"),
        ("minutes: 5", "minutes: 5 minutes"),
        ("minutes: 5", "minutes: 900"),
        ("  owner: front-of-house\n", ""),
        ("front-of-house", "Front of house"),
        ("[arrives]", "arrives"),
        ("[arrives]", "[]"),
        ("look-up", "Look Up"),
        ("Look up\n", "|\n    Look up\n    now\n"),
        ("minutes: 5", "id: look-up"),
        ("minutes: 5", "level: expert"),
    ],
)
def test_an_editor_is_shown_the_same_mistakes_while_typing(before: str, after: str) -> None:
    assert faults("tip", TIP) == []
    assert faults("tip", TIP.replace(before, after, 1)) != []


def test_a_file_may_hold_one_record_without_its_id() -> None:
    alone = "".join(line[2:] + "\n" for line in TIP.split("\n")[1:-1])
    assert faults("tip", alone) == []
    assert faults("tip", alone.replace("owner: front-of-house\n", "")) != []


def test_yes_and_no_may_be_typed_either_way() -> None:
    department = "bar:\n  name: Bar\n  promise: A drink before the bell.\n  partner: {}\n"
    assert [faults("department", department.format(word)) for word in ("yes", "no", "true", "false")] == [[]] * 4
    assert faults("department", department.format("maybe")) != []


def schemas_within(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from schemas_within(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from schemas_within(part)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_group_of_fields_refuses_fields_that_are_not_listed(kind: Kind) -> None:
    shapes = [part for part in schemas_within(editor_schema(kind)["$defs"]) if "properties" in part]
    assert shapes
    assert [shape for shape in shapes if shape["additionalProperties"] is not False] == []


def test_limits_are_named_as_in_json_schema() -> None:
    minutes = editor_schema(BY_NAME["exercise"])["$defs"]["Exercise"]["properties"]["minutes"]
    assert (minutes["minimum"], minutes["maximum"]) == (1, 600)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_limit_of_the_model_is_in_the_schema(kind: Kind) -> None:
    shapes = {shape.__name__: shape for shape in all_shapes(kind.record)}
    described = editor_schema(kind)["$defs"]
    unlimited = [
        f"{name}.{field}"
        for name, shape in shapes.items()
        for field, info in shape.model_fields.items()
        for limit, key in (("ge", "minimum"), ("le", "maximum"))
        if limit in limits_of(info.rebuild_annotation()) and key not in described[name]["properties"][field]
    ]
    assert unlimited == []


def all_shapes(shape: Any) -> Iterator[type[BaseModel]]:
    """A group of fields with every group inside it."""
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        yield shape
        for info in shape.model_fields.values():
            yield from all_shapes(info.annotation)
    for part in typing.get_args(shape):
        yield from all_shapes(part)


def limits_of(annotation: Any) -> set[str]:
    """Which limits an annotation sets, at whatever depth."""
    found = {name for part in typing.get_args(annotation) for name in limits_of(part)}
    for marker in getattr(annotation, "__metadata__", ()):
        markers = getattr(marker, "metadata", [marker])
        found |= {name for each in markers for name in ("ge", "le") if hasattr(each, name)}
    return found


def test_a_negative_amount_is_marked_while_typing() -> None:
    role = "host:\n  name: Host\n  department: bar\n  side: frontstage\n  authority: {{may: [Say sorry], amount: {}}}\n"
    assert faults("role", role.format("25")) == []
    assert faults("role", role.format("-25")) != []


def test_descriptions_are_the_docstrings_of_the_model() -> None:
    tip = editor_schema(BY_NAME["tip"])["$defs"]["Tip"]
    assert tip["properties"]["floor"]["description"] == "What every patron always gets."


@pytest.mark.parametrize("data", [DATA, VALID], ids=["default", "small"])
def test_the_published_json_fits_the_published_schema(data: Path) -> None:
    playbook = read(data).playbook
    assert playbook is not None
    plain = json.loads(json.dumps(as_json(playbook.published())))
    assert [error.message for error in jsonschema.Draft7Validator(published_schema()).iter_errors(plain)] == []


def test_the_published_schema_does_not_know_notes() -> None:
    assert [name for name, shape in published_schema()["$defs"].items() if "notes" in shape["properties"]] == []
