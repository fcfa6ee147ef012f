"""A view is added by writing its module and its template and naming it in the catalogue: all the rest follows."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests import building
from tests.conftest import TODAY
from tests.site.documents import HTML, document, shown
from tests.site.references import broken
from tests.site.test_references import SMALL_URL

MODULE = '''"""The seating plan."""

from dataclasses import dataclass

from playbook.model.experience import Touchpoint
from playbook.model.kind import MenuPlace
from playbook.views.context import Context
from playbook.views.spec import Found, ViewSpec, always, said


@dataclass(frozen=True)
class SeatingPlanPage:
    """Everything the page shows."""

    touchpoints: tuple[Touchpoint, ...]


def _prepare(context: Context) -> SeatingPlanPage:
    return SeatingPlanPage(tuple(context.playbook.touchpoints.values()))


VIEW = ViewSpec(
    id="seating-plan",
    title="Seating plan",
    lead=said("Who sits where, for every %(patron)s."),
    template="seating_plan.html.j2",
    exists=always,
    prepare=_prepare,
    menu=MenuPlace("Tonight", 3, header="Seats"),
    found=Found("Where everyone sits.", ("quokka map",)),
)
'''
TEMPLATE = """{# The seating plan. Given: view (SeatingPlanPage), page (Frame). #}
{% extends "layouts/page.html.j2" %}
{% block main %}{% for moment in view.touchpoints %}<p>{{ link("touchpoint", moment.id) }}</p>{% endfor %}{% endblock %}
"""
CONCEPT = """
sitting:
  name: Sitting
  idea: Everyone has a place.
  home: ["page:seating-plan"]
  source: house-practice
"""
SEARCH = '\n- {query: "quokka map", kind: everyday, expect: ["page:seating-plan"], top: 1}\n'
HAND_WRITTEN = """---
description: Where the plan is.
render_macros: true
---

# Plans

See {{ link_to("page", "seating-plan") }}.
"""


def test_a_view_needs_its_module_its_template_and_its_entry_in_the_catalogue_and_nothing_else(
    small_data: Path, tmp_path: Path
) -> None:
    project = building.copied_project(tmp_path / "project")
    _add_the_view(project / "playbook")
    (project / "docs/plans.md").write_text(HAND_WRITTEN, "utf-8")
    data = shutil.copytree(small_data, tmp_path / "data")
    for name, more in (("concepts.yml", CONCEPT), ("search_tests.yml", SEARCH)):
        (data / name).write_text((data / name).read_text("utf-8") + more, "utf-8")
    # A reference that leads nowhere, or a search that does not find what it must, would end the build.
    site = building.build(data, tmp_path / "site", project=project, environment=building.on_day(TODAY))
    plan = document(site / "seating-plan/index.html")
    assert plan.text_of("h1") == ["Seating plan"]
    for name in ("pb-menu", "pb-top"):
        links = next(iter(plan.with_class(name))).iter(f"{HTML}a")
        assert [link.get("href") for link in links if shown(link) in ("Seating plan", "Seats")] == ["./"]
    article = next(iter(document(site / "plans/index.html").all("article")))
    assert [shown(link) for link in article.iter(f"{HTML}a")][-1] == "Seating plan"
    assert broken(site, site_url=SMALL_URL) == []


def _add_the_view(package: Path) -> None:
    (package / "views/seating_plan.py").write_text(MODULE, "utf-8")
    (package / "rendering/templates/seating_plan.html.j2").write_text(TEMPLATE, "utf-8")
    catalogue = package / "views/catalogue.py"
    text = catalogue.read_text("utf-8")
    assert "    service_theatre,\n" in text
    text = text.replace("    service_theatre,\n", "    seating_plan,\n    service_theatre,\n")
    catalogue.write_text(text.replace("    health.VIEW,\n", "    health.VIEW,\n    seating_plan.VIEW,\n"), "utf-8")
