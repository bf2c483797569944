"""The command ``kg``: data to standard output, everything else to standard error.

Exit status: 0 success; 1 what was read is bad (a page, a rule that fails its examples, a query, a damaged
file) or a store elsewhere refuses; 2 the command line is wrong (an option; a path, format, thing or article
that isn't there; a place that cannot be written); 130 interrupted; 143 terminated.
Heavy modules are imported by the commands that need them, so that ``kg --help`` answers at once.
"""

import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from kg import __version__
from kg.commands import ask, build, export, identity, judge, live, plot, serve, tag
from kg.commands.options import BAD_DATA, USAGE
from kg.errors import ExportError, KgError, ModelError, NotFoundError
from kg.near import absent


def _stop(number: int, _frame: object) -> None:
    sys.exit(128 + number)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"zhkg {__version__}")
        raise typer.Exit


app = typer.Typer(
    name="kg",
    help="Chinese news in, a knowledge graph out: every statement shows the sentence it was read from.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help and one-line errors, in a third of the time
    context_settings={"help_option_names": ["-h", "--help"]},
)

Version = Annotated[
    bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
]


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command with ``argv`` (default: the process's own arguments) and exit."""
    if argv is None:
        signal.signal(signal.SIGTERM, _stop)  # so that what is half done is cleared away
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        app(argv, prog_name="kg")
    except KgError as error:
        typer.echo(f"kg: {error}", err=True)
        sys.exit(USAGE if isinstance(error, ExportError | ModelError | NotFoundError) else BAD_DATA)
    except FileNotFoundError as error:
        typer.echo(f"kg: {error.filename}: {absent(Path(error.filename))}", err=True)
        sys.exit(USAGE)
    except OSError as error:
        typer.echo(f"kg: {error.filename}: {error.strerror}; check the path", err=True)
        sys.exit(USAGE)


@app.callback()
def _options(_version: Version = False) -> None:
    pass


app.command()(build.build)
app.command()(build.extract)
app.command()(tag.tag)
app.command()(ask.query)
app.command()(export.export)
app.command()(live.retract)
app.command()(live.push)
app.command()(live.diff)
app.command()(plot.plot)
app.command()(serve.serve)
app.command()(identity.explain)
app.command()(identity.merge)
app.command()(identity.split)
app.command()(judge.check)
app.command("eval")(judge.eval_)
