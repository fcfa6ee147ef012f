"""Rules for every file in the repository, and for every template."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from playbook.wording.audience import Audience
from tests.building import ROOT

# Put together here, so that this file does not hold what it looks for.
_HOSTS = ("py" + r"pi\.org", "python" + r"hosted\.", "registry" + r"\.npm", "npm" + r"js\.org")
_FOLDERS = ("ho" + "me", "ro" + "ot", "Us" + "ers", "wo" + "rk")
REGISTRIES = re.compile("|".join(_HOSTS))
MACHINE_PATH = re.compile(rf"(?<![\w.:/])/(?:{'|'.join(_FOLDERS)})/\w")
AUDIENCE = Audience.usual().names
TEMPLATES = sorted((ROOT / "playbook").rglob("*.j2"))
MAX_LINES = 60
MAX_WIDTH = 140
ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg)
CALCULATING_FILTERS = {"abs", "batch", "round", "slice", "sum"}


def files() -> list[Path]:
    """Every file that git keeps."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def lines_with(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    """Each line that holds the pattern, as `file:line`."""
    return [
        f"{path.relative_to(ROOT).as_posix()}:{number}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8", errors="replace").split("\n"), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_package_registry() -> None:
    assert lines_with(REGISTRIES, files()) == []


def test_no_file_names_a_path_of_someone_s_machine() -> None:
    # The mistakes of tests/ have messages about paths that people type.
    assert lines_with(MACHINE_PATH, [path for path in files() if "mistakes" not in path.parts]) == []


def template_name(path: Path) -> str:
    """The name of a template below its folder, such as `components/parts.html.j2`."""
    return path.relative_to(ROOT / "playbook/rendering/templates").as_posix()


GIVEN = {"view", "page", "link", "url", "label", "file_url", "phrases", "gettext", "ngettext", "_", *AUDIENCE}
"""What templates of pages may read. The frame and the view say what a page shows; the others put it into words."""


def calculations(source: str) -> list[str]:
    """Whatever a template works out for itself instead of being given it, as `line: what`."""
    environment = jinja2.Environment(extensions=["jinja2.ext.i18n"])  # noqa: S701 - nothing is rendered
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # as in the renderer: a value is an argument
    tree = environment.parse(source)
    found = [(node.lineno, type(node).__name__) for node in tree.find_all(ARITHMETIC)]
    found += [(node.lineno, node.name) for node in tree.find_all(nodes.Filter) if node.name in CALCULATING_FILTERS]
    found += [(node.lineno, "computed slice") for node in tree.find_all(nodes.Slice) if not has_fixed_bounds(node)]
    found += [(node.lineno, "plural") for node in tree.find_all(nodes.CondExpr) if asks_whether_one(node.test)]
    return [f"{line}: {what}" for line, what in sorted(found)]


def has_fixed_bounds(node: nodes.Slice) -> bool:
    """Whether a slice is the same whatever the data."""
    return all(bound is None or isinstance(bound, nodes.Const) for bound in (node.start, node.stop, node.step))


def asks_whether_one(test: nodes.Node) -> bool:
    """Whether a choice between two texts depends on a number being one."""
    return isinstance(test, nodes.Compare) and any(
        isinstance(operand.expr, nodes.Const) and operand.expr.value == 1 for operand in test.ops
    )


def unbound_names(source: str) -> set[str]:
    """The names that a template reads and does not bind itself."""
    tree = jinja2.Environment(extensions=["jinja2.ext.i18n"]).parse(source)  # noqa: S701 - nothing is rendered
    names = list(tree.find_all(nodes.Name))
    bound = {"loop", "caller", *(name.name for name in names if name.ctx != "load")}
    bound |= {macro.name for macro in tree.find_all(nodes.Macro)}
    for imported in tree.find_all(nodes.FromImport):
        bound |= {name if isinstance(name, str) else name[1] for name in imported.names}
    return {name.name for name in names} - bound


def test_there_are_templates() -> None:
    assert TEMPLATES != []


@pytest.mark.parametrize("path", TEMPLATES, ids=template_name)
def test_a_template_opens_with_a_comment_and_is_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith(("{#", "{#-"))
    assert len(text.splitlines()) <= MAX_LINES


@pytest.mark.parametrize("path", TEMPLATES, ids=template_name)
def test_no_line_of_a_template_is_wider_than_a_screen(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert [number for number, line in enumerate(lines, 1) if len(line) > MAX_WIDTH] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=template_name)
def test_a_template_calculates_nothing(path: Path) -> None:
    assert calculations(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("{{ tips | length - 4 }}", "Sub"),
        ("{{ (number - 1) % 5 + 1 }}", "Add"),
        ("{% set turn = number % 5 %}", "Mod"),
        ("{{ tips | sum }}", "sum"),
        ("{{ tips[:most] }}", "computed slice"),
        ("{{ count }} tip{{ '' if count == 1 else 's' }}", "plural"),
    ],
)
def test_a_calculation_is_noticed(source: str, found: str) -> None:
    assert f"1: {found}" in calculations(source)


@pytest.mark.parametrize("path", [path for path in TEMPLATES if path.name.endswith(".html.j2")], ids=template_name)
def test_a_template_of_a_page_reads_its_view_and_its_frame_and_nothing_else(path: Path) -> None:
    assert unbound_names(path.read_text("utf-8")) - GIVEN == set()


def test_reading_anything_else_is_noticed() -> None:
    source = "{% set tips = relations.tips %}{% for tip in tips %}{{ link('tip', tip.id) }}{% endfor %}"
    assert unbound_names(source) - GIVEN == {"relations"}


def test_joining_counting_and_choosing_are_no_calculations() -> None:
    source = "{{ 'and ' ~ more ~ ' more' if tips | length > 4 }}{{ tips[:2] }}{{ 2 | counted('tip') }}"
    assert calculations(source) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_leaves_everything_escaped_and_nothing_inline(path: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    found = re.findall(r"\|\s*safe\b|\bautoescape\s+false|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|<style|javascript:", text)
    assert found == []


@pytest.mark.parametrize("path", sorted((ROOT / "playbook").rglob("*.js")), ids=lambda path: path.name)
def test_a_script_never_makes_markup_from_text(path: Path) -> None:
    found = re.findall(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|createContextualFragment",
        path.read_text("utf-8"),
    )
    assert found == []


@pytest.mark.parametrize("path", sorted((ROOT / "playbook").rglob("*.py")), ids=lambda path: path.as_posix()[-40:])
def test_a_module_says_what_it_is_for_and_is_not_long(path: Path) -> None:
    text = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= 300


def test_every_macro_is_documented() -> None:
    module = ast.parse((ROOT / "macros.py").read_text("utf-8"))
    macros = {
        node.name
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef)
        and any("macro" in ast.dump(decorator) for decorator in node.decorator_list)
    }
    guide = (ROOT / "docs/for-page-authors.md").read_text("utf-8")
    assert macros != set()
    assert macros - set(re.findall(r"^### (\w+)$", guide, re.MULTILINE)) == set()
    # An example between `raw` and `endraw` is shown; one outside is live.
    live = re.sub(r"\{% raw %\}.*?\{% endraw %\}", "", guide, flags=re.DOTALL)
    assert {name for name in macros if f"{{{{ {name}(" not in live and f"{{% if {name}(" not in live} == set()
