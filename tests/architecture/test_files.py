"""Rules for every file in the repository, and for every template."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

from tests.building import ROOT

# Put together here, so that this file does not hold what it looks for.
_HOSTS = ("py" + r"pi\.org", "python" + r"hosted\.", "registry" + r"\.npm", "npm" + r"js\.org")
_FOLDERS = ("ho" + "me", "ro" + "ot", "Us" + "ers", "wo" + "rk")
REGISTRIES = re.compile("|".join(_HOSTS))
MACHINE_PATH = re.compile(rf"(?<![\w.:/])/(?:{'|'.join(_FOLDERS)})/\w")
TEMPLATES = sorted((ROOT / "playbook").rglob("*.j2"))
MOST_LINES = 60


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


def test_no_file_names_a_place_on_somebody_s_machine() -> None:
    # The mistakes of tests/ have messages about paths that people type.
    assert lines_with(MACHINE_PATH, [path for path in files() if "mistakes" not in path.parts]) == []


def test_there_are_templates() -> None:
    assert TEMPLATES != []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_opens_with_a_comment_and_is_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith(("{#", "{#-"))
    assert len(text.splitlines()) <= MOST_LINES


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
        if isinstance(node, ast.FunctionDef) and any("macro" in ast.dump(it) for it in node.decorator_list)
    }
    guide = (ROOT / "docs/for-page-authors.md").read_text("utf-8")
    assert macros != set()
    assert macros - set(re.findall(r"^### (\w+)$", guide, re.MULTILINE)) == set()
    # An example between `raw` and `endraw` is shown; one outside is live.
    live = re.sub(r"\{% raw %\}.*?\{% endraw %\}", "", guide, flags=re.DOTALL)
    assert {name for name in macros if f"{{{{ {name}(" not in live and f"{{% if {name}(" not in live} == set()
