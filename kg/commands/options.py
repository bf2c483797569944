"""What the commands share: their common options, how they print, and what they tell meanwhile."""

import json
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Annotated, Any, Self

import typer

if TYPE_CHECKING:
    from kg.pipeline import Article
    from kg.reading import Limits, Skipped

BAD_DATA, USAGE = 1, 2

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…",
        help="Files, folders, globs, or - for standard input: .html .htm .shtml .xhtml .jsp .md .txt "
        ".jsonl, also as .gz.",
        show_default=False,
    ),
]
Model = Annotated[
    str, typer.Option("--model", metavar="NAME", help="The language model; the one that comes with zhkg.")
]
Rules = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules", metavar="DIR", help="Rules of your own (*.toml) and the relations that they add (*.ttl)."
    ),
]
Workers = Annotated[
    int | None,
    typer.Option("--workers", metavar="N", min=1, help="Processes; the output is the same for every number."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary; errors are still told.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell what was read and what was dropped.")]
BaseIri = Annotated[
    str | None,
    typer.Option("--base-iri", metavar="IRI", help="What the IRIs of things begin with (the graph's own)."),
]
MaxBytes = Annotated[
    int | None,
    typer.Option("--max-bytes", metavar="N", min=1, help="Skip a page of more bytes, unpacked (64 MiB)."),
]
MaxFileBytes = Annotated[
    int | None,
    typer.Option("--max-file-bytes", metavar="N", min=1, help="Stop in a .jsonl after so many (4 GiB)."),
]
MaxText = Annotated[
    int | None,
    typer.Option("--max-text", metavar="N", min=1, help="Skip an article of more characters (1,000,000)."),
]
MaxTags = Annotated[
    int | None, typer.Option("--max-tags", metavar="N", min=1, help="Skip a page of more tags (200,000).")
]
MaxDepth = Annotated[
    int | None,
    typer.Option("--max-depth", metavar="N", min=1, help="Ignore tags nested deeper, keep their text (256)."),
]


def limits_of(**given: int | None) -> "Limits":
    """Return what one file may cost; what is not given is as :class:`kg.reading.Limits` has it."""
    from kg.reading import Limits

    return Limits(**{name: number for name, number in given.items() if number is not None})


class Screen:
    """What is told on standard error while articles come in: messages, and progress on a terminal."""

    def __init__(self, *, progress: bool) -> None:
        """Show progress if ``progress`` and standard error is a terminal."""
        self._live: Any = None
        if progress and sys.stderr.isatty():
            from rich import progress as bars
            from rich.console import Console

            columns = (
                bars.SpinnerColumn(),
                bars.TextColumn("{task.completed} articles"),
                bars.TimeElapsedColumn(),
                bars.TextColumn("{task.description}", markup=False),
            )
            self._live = bars.Progress(*columns, console=Console(stderr=True), transient=True)
            self._task = self._live.add_task("", total=None)

    def __enter__(self) -> Self:
        if self._live:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live:
            self._live.stop()

    def tell(self, item: "Article | Skipped", *, verbose: bool = False) -> None:
        """Count an article and tell what reading mended; say which page was skipped and why."""
        from kg.reading import Skipped

        if isinstance(item, Skipped):
            if item.failed or verbose:
                self._say(f"kg: {item}")
            return
        name = item.document.id
        for note in item.document.notes:
            self._say(f"kg: {name}: {note}")
        if verbose:
            self._say(f"kg: {name}: {len(item.facts)} facts")
            for dropped in item.document.dropped:
                self._say(f"kg: {name}: dropped: {dropped}")
        if self._live:
            self._live.update(self._task, advance=1, description=name)

    def _say(self, message: str) -> None:
        if self._live:
            self._live.console.print(message, markup=False, highlight=False, soft_wrap=True)
        else:
            typer.echo(message, err=True)


def print_json(value: Any) -> None:
    """Print ``value`` as one line of JSON and hand it on at once."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()
