"""Commands whose help, and whose complaints about what was typed, are in the language of the house.

click translates nothing of its own and would read our help texts once, before the language is known. Here help texts
are messages, marked where a command is declared and translated when they are shown.
"""

from __future__ import annotations

import sys
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError

from playbook.wording import N_, _, ngettext

MISTYPED = 2
HELP = N_("Show this message and exit.")
"""What click says of `--help`."""


class SpokenCommand(click.Command):
    """A command whose help is in the language that is spoken."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        settings.setdefault("options_metavar", N_("[OPTIONS]"))
        super().__init__(*args, **settings)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The names of what follows the command."""
        return [_(piece) for piece in super().collect_usage_pieces(ctx)]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reads what was typed. Raises UsageError for words too many."""
        takes_more, ctx.allow_extra_args = ctx.allow_extra_args, True
        left = super().parse_args(ctx, args)
        if left and not takes_more:
            message = ngettext(
                "there is one word too many: `%(words)s`; put words that belong together in quotes",
                "there are %(count)s words too many: `%(words)s`; put words that belong together in quotes",
                len(left),
                words=" ".join(left),
            )
            raise click.UsageError(message, ctx)
        return left

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes how the command is called."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), f"{_('Usage:')} ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_(self.help) if self.help else "")

    def get_short_help_str(self, limit: int = 45) -> str:
        """What the command does, whole: the list of commands has room for several lines."""
        return _(self.help) if self.help else ""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the options."""
        records = [_record(param, ctx) for param in self.get_params(ctx) if isinstance(param, click.Option)]
        with formatter.section(_("Options")):
            formatter.write_dl([record for record in records if record])


def _record(option: click.Option, ctx: click.Context) -> tuple[str, str] | None:
    """How an option is written, and what it does; None when it is hidden."""
    record = option.get_help_record(ctx)
    if record is None:
        return None
    written, text, value = record[0], _(option.help or HELP), option.get_help_extra(ctx).get("default")
    if option.metavar:
        written = written.removesuffix(option.metavar) + _(option.metavar)
    return written, _("%(text)s [default: %(value)s]", text=text, value=value) if value else text


class SpokenGroup(SpokenCommand, click.Group):
    """Several commands, and what is said about a command line that cannot be understood."""

    command_class = SpokenCommand

    def __init__(self, *args: Any, **settings: Any) -> None:
        settings.setdefault("subcommand_metavar", N_("COMMAND [ARGS]..."))
        super().__init__(*args, **settings)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the options, then the commands."""
        super().format_options(ctx, formatter)
        with formatter.section(_("Commands")):
            named = sorted(self.commands.items())
            formatter.write_dl([(name, each.get_short_help_str()) for name, each in named if not each.hidden])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant. Raises UsageError when there is none of that name."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            raise click.UsageError(_("there is no command `%(name)s`", name=args[0]), ctx)
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **settings: Any) -> Any:
        """Runs the command line and ends the process."""
        try:
            sys.exit(super().main(*args, **{**settings, "standalone_mode": False}) or 0)
        except NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            sys.exit(MISTYPED)
        except click.UsageError as error:
            click.echo(_complaint(error), err=True)
            sys.exit(MISTYPED)
        except click.Abort:
            click.echo(_("Stopped"), err=True)
            sys.exit(1)


def _complaint(error: click.UsageError) -> str:
    """What is wrong with a command line, after how it is written."""
    lines = [_("Error: %(message)s", message=_reason(error))]
    if error.ctx is not None:
        command = f"{error.ctx.command_path} {error.ctx.help_option_names[-1]}"
        lines = [error.ctx.get_usage(), _("For help, run: %(command)s", command=command), "", *lines]
    return "\n".join(lines)


def _reason(error: click.UsageError) -> str:
    """What is wrong; in click's English where that is rare."""
    if isinstance(error, click.NoSuchOption):
        if error.possibilities:
            near = error.possibilities[0]
            return _("there is no option `%(name)s`; did you mean `%(near)s`?", name=error.option_name, near=near)
        return _("there is no option `%(name)s`", name=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        return _("`%(name)s` needs a value after it, or takes none", name=error.option_name)
    if isinstance(error, click.MissingParameter):
        return _("`%(name)s` is missing", name=_(error.param.human_readable_name) if error.param else "")
    if isinstance(error, click.BadParameter) and error.param is not None:
        name, kind = error.param.opts[0], error.param.type
        if isinstance(kind, click.Choice):
            return _("`%(name)s` must be one of: %(values)s", name=name, values=", ".join(map(str, kind.choices)))
        if isinstance(kind, click.IntRange):
            return _("`%(name)s` must be a number from %(least)s to %(most)s", name=name, least=kind.min, most=kind.max)
        if isinstance(kind, click.Path):
            return _("`%(name)s` must be a folder", name=_(error.param.human_readable_name))
    return error.format_message()
