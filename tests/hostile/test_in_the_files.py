"""In the built files, text from records is text: no template ran, nothing was written elsewhere, no page is broken."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from playbook.days import Days
from playbook.model import BY_NAME
from playbook.model.records import NOT_PUBLISHED
from playbook.opening import open_playbook
from tests import building
from tests.conftest import TODAY
from tests.hostile.hostile_playbook import HostilePlaybook
from tests.hostile.payloads import CANARY_FILE, GROUPS, PRODUCT, REFUSED
from tests.site.documents import document
from tests.site.references import broken, pages
from tests.site.test_references import SMALL_URL


def test_every_text_of_every_kind_is_hostile(hostile_playbook: HostilePlaybook) -> None:
    harmless = {kind for (kind, _), fields in hostile_playbook.texts.items() if not any(fields.values())}
    assert harmless == set()
    assert "pwned" in hostile_playbook.files["organisation"]["name"]


def test_every_page_parses_without_errors(hostile_site: Path) -> None:
    faulty = {path.relative_to(hostile_site).as_posix(): document(path).errors for path in pages(hostile_site)}
    assert {path: errors for path, errors in faulty.items() if errors} == {}


def test_every_reference_still_leads_somewhere(hostile_site: Path) -> None:
    assert broken(hostile_site, site_url=SMALL_URL) == []


def test_no_template_ran(hostile_site: Path, small_project: Path) -> None:
    ran = [path for path in hostile_site.rglob("*") if path.is_file() and PRODUCT.encode() in path.read_bytes()]
    read = [path for path in hostile_site.rglob("*") if path.is_file() and b"root:x:0:" in path.read_bytes()]
    made = [*small_project.rglob(CANARY_FILE), *hostile_site.parent.rglob(CANARY_FILE), *Path.cwd().glob(CANARY_FILE)]
    assert (ran, read, made) == ([], [], [])


def test_only_the_theme_s_scripts_and_ours_are_there(hostile_site: Path, small_site: Path) -> None:
    expected = {_scripts(path) for path in pages(small_site)}
    assert {_scripts(path) for path in pages(hostile_site)} <= expected


def _scripts(path: Path) -> tuple[str, ...]:
    """The scripts of a page in order: the path of each that is a file, `inline` for the others."""
    return tuple((script.get("src") or "inline").replace("../", "") for script in document(path).all("script"))


def test_the_data_contains_what_was_typed(hostile_site: Path, hostile_playbook: HostilePlaybook) -> None:
    everything = json.loads((hostile_site / "data/playbook.json").read_text("utf-8"))
    for (kind, record_id), fields in hostile_playbook.texts.items():
        published, typed = everything[BY_NAME[kind].plural], hostile_playbook.files[BY_NAME[kind].plural][record_id]
        if record_id not in published:
            assert typed["status"] == "draft"
            continue
        for field in fields.keys() - NOT_PUBLISHED:
            assert _as_typed(published[record_id][field]) == _as_typed(typed[field])


def _as_typed(value: object) -> str:
    return json.dumps(value, sort_keys=True, default=str)


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_shown_as_typed_is_refused(text: str, tmp_path: Path) -> None:
    data = shutil.copytree(building.MINIMAL, tmp_path / "data")
    tips = yaml.safe_load((data / "tips.yml").read_text())
    tips["hold-the-door"]["why"] = text
    (data / "tips.yml").write_text(yaml.safe_dump(tips, allow_unicode=True), "utf-8")
    assert [problem.place.file for problem in open_playbook(data, Days.on(TODAY)).errors] != []


@pytest.mark.parametrize(
    "address", ["javascript:pwned(1)", "data:text/html,x", "//canary.invalid", 'https://x/"onclick=']
)
def test_an_address_that_is_none_is_refused(address: str, tmp_path: Path) -> None:
    data = shutil.copytree(building.SMALL, tmp_path / "data")
    sources = yaml.safe_load((data / "sources.yml").read_text())
    sources["house-practice"]["address"] = address
    (data / "sources.yml").write_text(yaml.safe_dump(sources), "utf-8")
    assert [problem.place.file for problem in open_playbook(data, Days.on(TODAY)).errors] == ["data/sources.yml"]


def with_contact(contact: str, data: Path) -> Path:
    """The minimal playbook in the folder `data`, with this contact."""
    shutil.copytree(building.MINIMAL, data)
    organisation = yaml.safe_load((data / "organisation.yml").read_text())
    (data / "organisation.yml").write_text(yaml.safe_dump({**organisation, "contact": contact}), "utf-8")
    return data


@pytest.mark.parametrize(
    "contact",
    [
        *("javascript:pwned(1)//@x.example", "data:text/html,x@x.example", "a@x.example?cc=b%40canary.invalid"),
        *("a@x.example,b", "a@x.example&subject=x", "javascript://x.example/pwned", "a/b@x.example"),
    ],
)
def test_a_contact_that_is_neither_a_page_nor_a_mailbox_is_refused(contact: str, tmp_path: Path) -> None:
    opened = open_playbook(with_contact(contact, tmp_path / "data"), Days.on(TODAY))
    assert {problem.code for problem in opened.errors} == {"invalid-form"}


@pytest.mark.parametrize("contact", ["front.desk+playbook@mill-lane.example.org", "https://desk.example.org/ask?x=1"])
def test_a_page_and_a_mailbox_are_contacts(contact: str, tmp_path: Path) -> None:
    assert open_playbook(with_contact(contact, tmp_path / "data"), Days.on(TODAY)).errors == ()


@pytest.mark.parametrize("group", GROUPS)
def test_whatever_one_tip_says_pages_that_do_not_show_it_stay_as_they_were(
    group: str, built: Callable[..., Path], small_site: Path, small_project: Path, tmp_path: Path
) -> None:
    data = shutil.copytree(building.SMALL, tmp_path / "small_playbook")
    tip = yaml.safe_load((data / "tips/look-up.yml").read_text())
    for field in ("title", "why", "floor", "flex", "discuss", "patron_asks"):
        tip[field] = f"{field} {' '.join(GROUPS[group])}"
    (data / "tips/look-up.yml").write_text(yaml.safe_dump(tip, allow_unicode=True, sort_keys=False), "utf-8")
    site = built(f"contained-{group}", data, project=small_project, environment=building.on_day(TODAY))
    before = {path.relative_to(small_site).as_posix(): path.read_bytes() for path in pages(small_site)}
    after = {path.relative_to(site).as_posix(): path.read_bytes() for path in pages(site)}
    assert after.keys() == before.keys()
    changed = {path for path in after if after[path] != before[path]}
    showing = {path for path in before if b"look-up" in before[path]}
    assert "tips/look-up/index.html" in changed
    assert changed - showing == set()
