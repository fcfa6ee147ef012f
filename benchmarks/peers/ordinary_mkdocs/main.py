"""The macros of an ordinary project: they fill the stub pages from YAML that is read once."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from mkdocs_macros.plugin import MacrosPlugin

Records = dict[str, dict[str, Any]]


def define_env(env: MacrosPlugin) -> None:
    """Called by the macros plugin once a build."""
    project = Path(env.project_dir)
    data = _read(project / "playbook_data")
    lists = _reverse_links(data)
    templates = Environment(  # noqa: S701 - the templates make Markdown
        loader=FileSystemLoader(project / "templates"), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    templates.globals.update(data=data, lists=lists)

    def show_tip(record_id: str) -> str:
        return templates.get_template("tip.md.j2").render(tip=data["tips"][record_id])

    def show_department(record_id: str) -> str:
        return templates.get_template("department.md.j2").render(
            id=record_id, department=data["departments"][record_id]
        )

    def show_touchpoint(record_id: str) -> str:
        return templates.get_template("touchpoint.md.j2").render(
            id=record_id, touchpoint=data["touchpoints"][record_id]
        )

    def list_records(plural: str, label: str) -> str:
        return "\n".join(f"- [{record[label]}]({record_id}.md)" for record_id, record in data[plural].items())

    for macro in (show_tip, show_department, show_touchpoint, list_records):
        env.macro(macro)  # type: ignore[no-untyped-call]


def _read(folder: Path) -> dict[str, Records]:
    data: dict[str, Records] = defaultdict(dict)
    for path in sorted(folder.rglob("*.yml")):
        plural = path.relative_to(folder).parts[0].removesuffix(".yml")
        with path.open(encoding="utf-8") as file:
            data[plural].update(yaml.load(file, Loader=yaml.CSafeLoader))
    return data


def _reverse_links(data: dict[str, Records]) -> dict[str, dict[str, list[str]]]:
    lists: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for tip_id, tip in data["tips"].items():
        for touchpoint in tip["touchpoints"]:
            lists["tips_at"][touchpoint].append(tip_id)
        for department in dict.fromkeys(data["roles"][role]["department"] for role in tip["roles"]):
            lists["tips_of"][department].append(tip_id)
    for act_id, act in data["contributions"].items():
        lists["acts_at"][act["touchpoint"]].append(act_id)
        lists["acts_of"][data["roles"][act["role"]]["department"]].append(act_id)
    for role_id, role in data["roles"].items():
        lists["roles_of"][role["department"]].append(role_id)
    for scenario_id, scenario in data["scenarios"].items():
        lists["scenarios_at"][scenario["touchpoint"]].append(scenario_id)
    for service_id, service in data["internal_services"].items():
        lists["given_by"][service["provider"]].append(service_id)
        lists["received_by"][service["receiver"]].append(service_id)
    return lists
