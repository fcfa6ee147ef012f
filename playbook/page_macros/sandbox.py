"""The words, and the limits, of a hand-written page that runs macros.

A page may call macros and use what `extra:` in mkdocs.yml and its own first lines define. It knows nothing of the
machine, the day, the repository or the build, so that it is the same wherever it is built; and it comes to an end.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from playbook.wording import N_, _

SECONDS = 10.0
"""The most processor time that one page may take; ours take hundredths."""
LARGEST = 1_000_000
"""The most characters, or elements, that anything between braces may make."""
SHOWS_ALL = N_("the page For page authors shows every macro")
_LINK = N_("write the link in Markdown")
_JINJA = N_("Jinja’s manual lists its filters")
WITHHELD: Mapping[str, str] = {
    "now": N_("write the date: a page says the same on whatever day it is built"),
    "environment": N_("a page is the same on whatever machine it is built"),
    "git": N_("the foot of a page says when its text was changed"),
    "macros_info": SHOWS_ALL,
    "context": SHOWS_ALL,
    "fix_url": _LINK,
    "config": N_("use `site_name`, or put what you need under `extra:` in mkdocs.yml and use its name"),
    "plugin": N_("put what you need under `extra:` in mkdocs.yml and use its name"),
    "files": _LINK,
    "navigation": N_("the menu is on every page"),
    "page": N_("use the names in the lines at the top of the page, such as `title`"),
    "macros": SHOWS_ALL,
    "filters": _JINJA,
    "filters_builtin": _JINJA,
    "extra": N_("use the name under `extra:` by itself"),
}
"""What mkdocs-macros offers and we do not, with what to do instead: they hold paths, versions, times or settings."""
_WIDENING = frozenset({"center", "ljust", "rjust", "zfill", "expandtabs", "format", "format_map"})
"""Methods of texts that make a short one as long as they are told to."""


class TooLong(Exception):
    """A page takes too long, or becomes too long."""


def page_words(variables: Mapping[str, Any], settings: Mapping[str, Any], meta: Mapping[str, Any]) -> dict[str, Any]:
    """What a page may use besides macros: the variables of macros.py, `extra:` of mkdocs.yml, its own first lines."""
    kept = {name: value for name, value in variables.items() if name not in WITHHELD}
    return {**kept, "site_name": settings.get("site_name"), **(settings.get("extra") or {}), **meta}


def offered_macros(macros: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """The macros of macros.py, without those that mkdocs-macros brings."""
    return {name: macro for name, macro in macros.items() if not _is_of_plugin(macro)}


def _is_of_plugin(function: Callable[..., Any]) -> bool:
    return str(getattr(function, "__module__", "")).partition(".")[0] == "mkdocs_macros"


def page_environment(like: Environment, *, may_include: bool = False) -> Environment:
    """An environment for one page, with the notation and the filters of `like`.

    `may_include` lets it include files of the folder that the settings name; without, it reads no file.
    """
    environment = _PageEnvironment(
        block_start_string=like.block_start_string,
        block_end_string=like.block_end_string,
        variable_start_string=like.variable_start_string,
        variable_end_string=like.variable_end_string,
        comment_start_string=like.comment_start_string,
        comment_end_string=like.comment_end_string,
        undefined=like.undefined,
        extensions=[type(extension) for extension in like.extensions.values()],
        loader=like.loader if may_include else None,
    )
    for name, made in like.filters.items():
        if not _is_of_plugin(made):
            environment.filters.setdefault(name, made)
    for name in ("center", "format", "indent", "slice", "batch"):
        environment.filters.pop(name)  # they make a text or a list as long as they are told to
    environment.tests.update(like.tests)
    return environment


class _PageEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's own sandbox, with a look at the clock in each loop and call, and a limit for what grows."""

    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def __init__(self, **settings: Any) -> None:
        super().__init__(optimized=False, **settings)  # what Jinja works out beforehand is not watched
        for name in ("lipsum", "cycler", "joiner"):
            del self.globals[name]
        self._ends = time.thread_time() + SECONDS

    def tick(self) -> str:
        """Raises TooLong when the time of the page is over."""
        if time.thread_time() > self._ends:
            raise TooLong(_("the page has run for more than %(seconds)s seconds", seconds=f"{SECONDS:g}"))
        return ""

    def sized(self, value: Any) -> Any:
        """The value. Raises TooLong when it is larger than anything on a page."""
        self.tick()
        if isinstance(value, str | bytes | list | tuple | dict) and len(value) > LARGEST:
            raise TooLong(_("something here has become longer than %(most)s", most=LARGEST))
        return value

    def joined(self, *values: Any) -> str:
        """The values as one text."""
        return str(self.sized("".join(map(str, values))))

    def call(self, context: Any, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Calls what the page calls, if there is time left."""
        self.tick()
        return self.sized(super().call(context, obj, *args, **kwargs))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a page may use an attribute: none that leads inside, and none that makes a text of any length."""
        return not (isinstance(obj, str) and attr in _WIDENING) and super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Does a sum whose result is of a sensible size."""
        if operator == "**" and not (_is_small(left, LARGEST) and _is_small(right, 64)):
            raise TooLong(_("this raises a number to too high a power"))
        if operator == "*" and any(_repeats(one, other) > LARGEST for one, other in ((left, right), (right, left))):
            raise TooLong(_("this repeats something too often"))
        if operator == "%" and isinstance(left, str):
            raise SecurityError(_("`%%` cannot fill in a text; write `~` between its parts"))
        return self.sized(super().call_binop(context, operator, left, right))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The page with a look at the clock in every round of every loop, and at the size of all that it makes."""
        tree: nodes.Template = _Watching().visit(super()._parse(source, name, filename))
        return tree


class _Watching(NodeTransformer):
    """Lets the environment look at what a page does."""

    def visit_For(self, loop: nodes.For) -> nodes.Node:
        """Looks at the clock in every round."""
        self.generic_visit(loop)
        loop.body.insert(0, nodes.ExprStmt(_asked("tick", [], loop.lineno), lineno=loop.lineno))
        return loop

    def visit_Concat(self, parts: nodes.Concat) -> nodes.Node:
        """Looks at the size of texts that are joined."""
        self.generic_visit(parts)
        return _asked("joined", parts.nodes, parts.lineno)

    def visit_Filter(self, made: nodes.Filter) -> nodes.Node:
        """Looks at the size of what a filter makes."""
        self.generic_visit(made)
        return made if made.node is None else _asked("sized", [made], made.lineno)


def _asked(method: str, values: list[nodes.Expr], line: int) -> nodes.Call:
    """A call of the environment."""
    return nodes.Call(nodes.EnvironmentAttribute(method, lineno=line), values, [], None, None, lineno=line)


def _is_small(value: Any, limit: int) -> bool:
    return not isinstance(value, int | float) or abs(value) <= limit


def _repeats(value: Any, times: Any) -> int:
    """How long a text or list becomes that is repeated, counting the texts and lists in it."""
    if not isinstance(value, str | list | tuple) or not isinstance(times, int):
        return 0
    within = (
        sum(len(part) for part in value if isinstance(part, str | list | tuple)) if not isinstance(value, str) else 0
    )
    return (len(value) + within) * times
