"""Runs the macros of a hand-written page, and reports every call that fails, with its place and the reason.

The text between the calls is not touched. What each macro makes is decided by `macros`; no host is known here.
"""

from __future__ import annotations

import functools
import inspect
import re
import sys
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, UndefinedError, meta, nodes
from jinja2.defaults import DEFAULT_NAMESPACE

from playbook.page_macros.sandbox import SHOWS_ALL, WITHHELD
from playbook.page_macros.slots import Made, MadeBlock
from playbook.page_macros.surroundings import Surroundings
from playbook.page_macros.written_page import HandWrittenPage
from playbook.problems import Code, Problem, in_reading_order, nearest, one_line
from playbook.site import page_codes
from playbook.wording import N_, _

_TEMPLATE = "<template>"
"""The file name that Jinja gives to a template made from a string."""
_OUT_OF_CODE = N_("write <code> before it and </code> after it instead of backticks, or move it out of the code")

_STRAIGHT = N_('use straight quotes, as in `show_tip("smile-first")`; a plain text editor types them')


class MacroFault(Exception):
    """A macro cannot do what the page asks of it. Several are raised together as an ExceptionGroup."""

    def __init__(self, code: Code, message: str, help_text: str | None = None, word: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.help = help_text
        self.word = word
        """The word of the call that is at fault; None when it is the call as a whole."""


def run_macros(
    page: HandWrittenPage,
    environment: Environment,
    variables: Mapping[str, Any],
    macros: Mapping[str, Callable[..., Any]],
) -> tuple[str, tuple[Problem, ...]]:
    """The page's text with what its macros made, and every problem; a call with a problem makes nothing.

    A page that is no template at all gives no text.
    """
    running = _Running(page)
    words = {**variables, **{name: running.watched(name, macro) for name, macro in macros.items()}}
    try:
        tree = environment.parse(page.source)
        for name in _unknown_macros(tree, {*words, *environment.globals}):
            words[name] = running.watched(name, _refusal(name, macros))
        running.note_uncalled(tree, macros)
        text = environment.from_string(page.source).render(words)
    except TemplateSyntaxError as error:
        text = ""
        running.note_unreadable(error)
    except UndefinedError as error:
        text = ""
        running.note_undefined(error)
    except Exception as error:  # whatever it is, the page must say where
        text = ""
        running.note(_line_of(error), page_codes.FAILING_MACRO, _failure(error).message)
    return text, tuple(sorted(dict.fromkeys(running.problems), key=in_reading_order))


def check_calls(page: HandWrittenPage, macros: Mapping[str, Callable[..., Any]]) -> tuple[Problem, ...]:
    """What is wrong with the calls of these macros, without running the page.

    Checked are calls that are certain to happen with arguments that are written out, and names that resemble a macro's.
    What else can be wrong with a page shows when it is run, because a host may know more macros and tags.
    """
    running = _Running(page)
    try:
        tree = Environment(autoescape=True).parse(page.source)
    except TemplateSyntaxError as error:
        if not str(error.message).startswith("Encountered unknown tag"):
            running.note_unreadable(error)
        return tuple(running.problems)
    unknown = _unknown_macros(tree, {*macros, *DEFAULT_NAMESPACE})
    misspelt = {name for name in unknown if name in WITHHELD or nearest(name, macros)}
    known = {**macros, **{name: _refusal(name, macros) for name in misspelt}}
    for call in _certain_calls(tree.body):
        if isinstance(call.node, nodes.Name) and call.node.name in known:
            running.check(call.node.name, known[call.node.name], call)
    running.note_uncalled(tree, macros)
    return tuple(sorted(dict.fromkeys(running.problems), key=in_reading_order))


def _certain_calls(body: Iterable[nodes.Node]) -> Iterator[nodes.Call]:
    """The calls outside of everything that may not be run, or be run differently."""
    for node in body:
        if isinstance(node, nodes.Call):
            yield node
        if isinstance(node, nodes.If):
            yield from _certain_calls([node.test])
        elif not isinstance(node, nodes.For | nodes.Macro | nodes.CallBlock | nodes.CondExpr | nodes.And | nodes.Or):
            yield from _certain_calls(node.iter_child_nodes())


def _unknown_macros(tree: nodes.Template, known: set[str]) -> set[str]:
    """The names that a page calls although nothing has them."""
    called = {call.node.name for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Name)}
    return (called & meta.find_undeclared_variables(tree)) - known


def _refusal(name: str, macros: Mapping[str, Callable[..., Any]]) -> Callable[..., str]:
    """What is called instead of a macro that does not exist."""

    def refuse(*_args: object, **_values: object) -> str:
        if name in WITHHELD:
            message = _("pages cannot use `%(name)s`", name=name)
            raise MacroFault(page_codes.UNKNOWN_MACRO, message, _(WITHHELD[name]))
        near = nearest(name, macros)
        help_text = _("did you mean `%(name)s`?", name=near) if near else _(SHOWS_ALL)
        raise MacroFault(page_codes.UNKNOWN_MACRO, _("`%(name)s` is not a macro", name=one_line(name)), help_text)

    return refuse


@dataclass
class _Running:
    """One run through a page."""

    page: HandWrittenPage
    problems: list[Problem] = field(default_factory=list)
    _reported: dict[int, list[str | None]] = field(default_factory=dict)
    """Words reported so far, by where their call begins, so that the second of two equal calls gets its own place."""

    def watched(self, name: str, macro: Callable[..., Any]) -> Callable[..., Any]:
        """The macro, except that it reports its faults as problems at the place of the call."""
        form = inspect.signature(macro)

        @functools.wraps(macro)
        def call(*args: Any, **values: Any) -> Any:
            faults: list[BaseException] = []
            try:
                _fitting(name, form, args, values)
                made = macro(*args, **values)
                return self._placed(name, made, _line_running()) if isinstance(made, Made) else made
            except UndefinedError:  # the page's own word, and not the macro's fault
                raise
            except ExceptionGroup as group:
                faults += group.exceptions
            except (Exception, SystemExit) as error:  # a macro of the adopter's own may raise anything
                faults.append(error)
            line = _line_running()
            for fault in faults:
                self._report(name, fault if isinstance(fault, MacroFault) else _failure(fault), line)
            return ""

        return call

    def check(self, name: str, macro: Callable[..., Any], call: nodes.Call) -> None:
        """Calls the macro as the page would, unless that depends on what is not written out."""
        try:
            args = [argument.as_const() for argument in call.args]
            values = {keyword.key: keyword.value.as_const() for keyword in call.kwargs}
        except nodes.Impossible:
            return
        try:
            _fitting(name, inspect.signature(macro), args, values)
            made = macro(*args, **values)
            if isinstance(made, Made):
                self._placed(name, made, call.lineno)
        except ExceptionGroup as group:
            for fault in group.exceptions:
                if isinstance(fault, MacroFault):
                    self._report(name, fault, call.lineno)
        except MacroFault as fault:
            self._report(name, fault, call.lineno)
        except (Exception, SystemExit):  # a macro of the adopter's own, which may need the host
            return

    def _placed(self, name: str, made: Made, line: int) -> str:
        """What a macro made as it fits the place of its call; nothing, and a problem, where it does not."""
        in_code = [*self.page.calls_in_code(line, name)]
        for span in in_code:
            message = _("inside code, readers would see HTML instead of what `%(name)s` makes", name=name)
            place = self.page.place_in_call(span, name, None)
            self.problems.append(page_codes.MACRO_IN_CODE.at(place, message, _(_OUT_OF_CODE)))
        if in_code or not isinstance(made, MadeBlock):
            return "" if in_code else made
        around = [(span, Surroundings(self.page.source, *span)) for span in self.page.calls(line, name)]
        faults = [(span, fault) for span, place in around if (fault := place.fault(name))]
        for span, (message, fix) in faults:
            self.problems.append(page_codes.MISPLACED_MACRO.at(self.page.place_in_call(span, name, None), message, fix))
        spaces = around[0][1].indentation if around else ""
        return "" if faults else made.indented(spaces) if spaces else made

    def note_unreadable(self, error: TemplateSyntaxError) -> None:
        """A problem of what Jinja cannot read."""
        line = error.lineno if error.name is None else _line_of(error)
        curly = [*self.page.curly_quotes()]
        for place in curly:
            mark = (place.excerpt or "")[place.column - 1]
            message = _("`%(mark)s` is a typographic quotation mark, which means nothing in a call", mark=mark)
            self.problems.append(page_codes.INVALID_CALL.at(place, message, _(_STRAIGHT)))
        if curly:
            return
        message = _("what is between the braces cannot be read: %(reason)s", reason=error.message)
        self.note(line, page_codes.INVALID_CALL, message)

    def note_undefined(self, error: UndefinedError) -> None:
        """A problem of a word that means nothing on a page."""
        message = one_line(str(error.message).replace("'", "`"))
        found = re.fullmatch(r"`(\w+)` is undefined", message)
        instead = WITHHELD.get(found[1]) if found else None
        if found:
            message = _("`%(name)s` is not defined", name=found[1])
        if found and instead:
            message, instead = _("pages cannot use `%(name)s`", name=found[1]), _(instead)
        self.note(_line_of(error), page_codes.UNKNOWN_NAME, message, instead)

    def note_uncalled(self, tree: nodes.Template, macros: Container[str]) -> None:
        """A problem for each macro between braces that has no brackets: the page would show a Python object."""
        for output in tree.find_all(nodes.Output):
            for shown in output.nodes:
                if isinstance(shown, nodes.Name) and shown.name in macros:
                    message = _("`%(name)s` is a macro: write `%(name)s()`", name=shown.name)
                    self.note(shown.lineno, page_codes.INVALID_CALL, message)

    def note(self, line: int, code: Code, message: str, help_text: str | None = None) -> None:
        """Reports a problem that no macro raised, at the word in backticks on this line."""
        word = re.search(r"`(\w+)`", message)
        self.problems.append(code.at(self.page.place_on_line(line, word and word[1]), message, help_text))

    def _report(self, name: str, fault: MacroFault, line: int) -> None:
        place = self.page.place_on_line(line, name)
        spans = list(self.page.calls(line, name))
        if fault.word:
            spans = [span for span in spans if fault.word in self.page.source[slice(*span)]] or spans
        if spans:
            span = next((span for span in spans if not self._is_reported(span[0], fault.word)), spans[0])
            self._reported.setdefault(span[0], []).append(fault.word)
            place = self.page.place_in_call(span, name, fault.word)
        self.problems.append(fault.code.at(place, fault.message, fault.help))

    def _is_reported(self, begin: int, word: str | None) -> bool:
        """Whether the word of the call that begins there has been reported; without a word, whether the call has."""
        return begin in self._reported if word is None else word in self._reported.get(begin, ())


def _fitting(name: str, form: inspect.Signature, args: Sequence[Any], values: Mapping[str, Any]) -> None:
    """Raises MacroFault when a macro cannot be called with these arguments."""
    try:
        form.bind(*args, **values)
    except TypeError as error:
        words = str(error).replace("'", "`")
        named = re.search(r"unexpected keyword argument `(\w+)`", words)
        shape = ", ".join(str(parameter.replace(annotation=parameter.empty)) for parameter in form.parameters.values())
        message = _("`%(name)s` cannot be called like this: %(reason)s", name=name, reason=words)
        help_text = _("write it as `%(form)s`", form=f"{name}({shape})")
        raise MacroFault(page_codes.WRONG_ARGUMENT, message, help_text, named[1] if named else None) from error


def _failure(error: BaseException) -> MacroFault:
    reason = one_line(f"{type(error).__name__}: {error}", 200)
    return MacroFault(page_codes.FAILING_MACRO, _("this fails with %(reason)s", reason=reason))


def _line_running() -> int:
    """The line of the page that is being run: that of the innermost frame which Jinja made from it.

    Jinja finds it in the same way (jinja2/debug.py).
    """
    frame = sys._getframe(1)
    while frame.f_back is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None and template.filename == _TEMPLATE:
            return int(template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return 1


def _line_of(error: BaseException) -> int:
    """The line of the page from which an error came; Jinja has rewritten its traceback."""
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _TEMPLATE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
