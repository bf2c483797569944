"""The command ``kg``: data to standard output, everything else to standard error.

Exit status: 0 success, 1 bad data (a page that could not be read, a rule that fails its examples),
2 usage (a wrong option, a model that is not there, a folder that cannot be written), 130 interrupted,
143 terminated.
Heavy modules are imported by the commands that need them, so that ``kg --help`` answers at once.
"""

import json
import signal
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Annotated, Any, Self

import typer

from kg import __version__
from kg.errors import ExportError, KgError, ModelError, ReadError

if TYPE_CHECKING:
    from kg.evaluate import Evaluation
    from kg.pipeline import Article
    from kg.reading import Limits, Skipped
    from kg.store import Store

BAD_DATA, USAGE = 1, 2
BASE_IRI = "https://example.org/zhkg/"


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

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…",
        help="Files, folders, globs, or - for standard input: .html .htm .jsp .md .txt .jsonl, also as .gz.",
        show_default=False,
    ),
]
Model = Annotated[
    str, typer.Option("--model", metavar="NAME", help="The language model; the one that comes with zhkg.")
]
Rules = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="DIR", help="Rules of your own (*.toml), added to the shipped ones."),
]
Workers = Annotated[
    int | None,
    typer.Option("--workers", metavar="N", min=1, help="Processes; the output is the same for every number."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary; errors are still told.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell what was read and what was dropped.")]
BaseIri = Annotated[
    str, typer.Option("--base-iri", metavar="IRI", help="What the IRIs of things begin with.")
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
        sys.exit(USAGE if isinstance(error, ExportError | ModelError) else BAD_DATA)
    except OSError as error:
        typer.echo(f"kg: {error.filename}: {error.strerror}; check the path", err=True)
        sys.exit(USAGE)


@app.callback()
def _options(_version: Version = False) -> None:
    pass


@app.command()
def build(
    paths: Paths,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="DIR", help="The folder to write to.", show_default=False)
    ],
    base_iri: BaseIri = BASE_IRI,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="NAME", help="Also write this format (trig, nquads, ntriples)."),
    ] = None,
    model: Model = "embedded",
    rules: Rules = None,
    workers: Workers = None,
    max_bytes: MaxBytes = None,
    max_file_bytes: MaxFileBytes = None,
    max_text: MaxText = None,
    max_tags: MaxTags = None,
    max_depth: MaxDepth = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Read pages and write their graph: Turtle, GraphML, GEXF, JSON Lines and a report."""
    from kg import pipeline

    limits = _limits(
        max_bytes=max_bytes,
        max_file_bytes=max_file_bytes,
        max_text=max_text,
        max_tags=max_tags,
        max_depth=max_depth,
    )
    with _Screen(progress=not quiet) as screen:
        report = pipeline.build(
            paths,
            out,
            pipeline.Options(model, tuple(rules or ())),
            base_iri=base_iri,
            formats=formats or (),
            workers=workers,
            limits=limits,
            on_item=lambda item: screen.tell(item, verbose=verbose),
        )
    if not quiet and report.articles:
        counts = f"{report.articles} articles, {report.entities} entities, {report.statements} statements"
        typer.echo(f"{counts} → {out} ({report.failures} skipped)", err=True)
    if report.failures or not report.articles:
        raise typer.Exit(BAD_DATA)


@app.command()
def extract(
    paths: Paths,
    model: Model = "embedded",
    rules: Rules = None,
    workers: Workers = 1,
    max_bytes: MaxBytes = None,
    max_file_bytes: MaxFileBytes = None,
    max_text: MaxText = None,
    max_tags: MaxTags = None,
    max_depth: MaxDepth = None,
    quiet: Quiet = False,
) -> None:
    """Read pages and print one JSON object a page, as soon as it is understood."""
    from kg import pipeline
    from kg.reading import Skipped, read_paths

    failed = False
    limits = _limits(
        max_bytes=max_bytes,
        max_file_bytes=max_file_bytes,
        max_text=max_text,
        max_tags=max_tags,
        max_depth=max_depth,
    )
    with _Screen(progress=not quiet and not sys.stdout.isatty()) as screen:
        options = pipeline.Options(model, tuple(rules or ()))
        for item in pipeline.process(read_paths(paths, limits=limits), options, workers=workers):
            screen.tell(item)
            if isinstance(item, Skipped):
                failed = failed or item.failed
            else:
                _print_json(item.record())
    if failed:
        raise typer.Exit(BAD_DATA)


@app.command()
def tag(
    file: Annotated[
        typer.FileBinaryRead, typer.Argument(metavar="[FILE|-]", help="Lines of text or of JSON objects.")
    ] = "-",  # type: ignore[assignment]
    published: Annotated[
        datetime | None,
        typer.Option("--published", metavar="DATE", formats=["%Y-%m-%d"], help="The day 昨天 counts from."),
    ] = None,
    html: Annotated[bool, typer.Option("--html", help="Print a page with the names in colour.")] = False,
    model: Model = "embedded",
) -> None:
    """Print the words, names, amounts and times of each line as a JSON object."""
    from kg.pipeline import Tagger

    tagger = Tagger(model)
    shown, failed = [], False
    for number, raw in enumerate(file, 1):
        try:
            text, day = _text_and_day(raw, f"{file.name}:{number}")
        except ReadError as error:
            typer.echo(f"kg: {error}", err=True)
            failed = True
            continue
        if day is None and published:
            day = published.date()
        if html:
            shown.append((text, day))
        else:
            _print_json(tagger.record(text, day))
    if html:
        typer.echo(tagger.html(shown))
    if failed:
        raise typer.Exit(BAD_DATA)


@app.command()
def query(
    graph: Annotated[Path, typer.Argument(help="The folder that kg build wrote, a file of RDF, or a store.")],
    sparql: Annotated[str, typer.Argument(metavar="QUERY", help="SPARQL 1.1, or a file of it (.rq).")],
    answer: Annotated[
        str, typer.Option("--format", metavar="NAME", help="csv, tsv or json; triples are always Turtle.")
    ] = "csv",
    base_iri: BaseIri = BASE_IRI,
) -> None:
    """Ask a graph in SPARQL; the prefixes of graph.ttl need no declaration."""
    text = Path(sparql).read_text(encoding="utf-8") if sparql.endswith(".rq") else sparql
    sys.stdout.write(_opened(graph, base_iri).text(text, answer))


@app.command()
def check(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH…]", help="The pages that the gold is of.")
    ] = None,
    gold: Annotated[
        Path | None, typer.Option("--gold", metavar="DIR", help="Count how often each rule is right on PATH.")
    ] = None,
    rules: Rules = None,
    model: Model = "embedded",
) -> None:
    """Read every rule's examples and counter-examples; tell which fail."""
    from kg import checking, pipeline
    from kg.evaluate import load_articles
    from kg.reading import Skipped, read_paths

    if bool(paths) != bool(gold):
        raise typer.BadParameter("give both --gold and the pages that it is of, or neither")
    options = pipeline.Options(model, tuple(rules or ()))
    outcome = checking.check_rules(options)
    for fault in outcome.faults:
        typer.echo(str(fault))
    summary = f"{outcome.rules} rules, {outcome.examples} examples, {len(outcome.faults)} faults"
    typer.echo(summary, err=True)
    if gold:
        read = pipeline.process(read_paths(paths or []), options)
        articles = [item for item in read if not isinstance(item, Skipped)]
        typer.echo(f"{'rule':40}{'fired':>6}{'right':>6}")
        for rule, figures in checking.rule_figures(articles, load_articles(gold)).items():
            typer.echo(f"{rule:40}{figures.fired:6}{figures.right:6}")
    if outcome.faults:
        raise typer.Exit(BAD_DATA)


@app.command("eval")
def eval_(
    gold: Annotated[Path, typer.Argument(help="Gold: a .json or .jsonl file, or a folder of .json.")],
    predicted: Annotated[Path, typer.Argument(help="What kg extract printed.")],
    relaxed: Annotated[
        bool, typer.Option("--relaxed", help="Names also agree where one holds most of the other.")
    ] = False,
    show: Annotated[bool, typer.Option("--show", help="List each missed and each wrong fact.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
) -> None:
    """Compare extracted facts with gold: precision, recall and F1 by relation."""
    from kg.evaluate import evaluate, load_articles

    result = evaluate(load_articles(gold), load_articles(predicted), relaxed=relaxed)
    if as_json:
        _print_json(result.record())
    else:
        for line in _table(result, show=show):
            typer.echo(line)
    if result.absent:
        absent = ", ".join(result.absent)
        typer.echo(f"kg: no prediction for {absent}; add what kg extract prints to {predicted}", err=True)
        raise typer.Exit(BAD_DATA)


def _limits(**given: int | None) -> "Limits":
    """Return what one file may cost; what is not given is as :class:`kg.reading.Limits` has it."""
    from kg.reading import Limits

    return Limits(**{name: number for name, number in given.items() if number is not None})


class _Screen:
    """What is told on standard error while articles come in: messages, and progress on a terminal."""

    def __init__(self, *, progress: bool) -> None:
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


def _opened(graph: Path, base_iri: str) -> "Store":
    """Open a built folder with its ontology, a file of RDF, or a store on disk."""
    from kg.store import Store

    built = graph / "graph.ttl"
    if (graph / "CURRENT").is_file():  # what every store on disk has, so that none is made by asking
        return Store(graph, base=base_iri)
    if not built.is_file() and not graph.is_file():
        raise ReadError(f"{graph}: no graph here; write one with kg build … -o {graph}")
    store = Store(base=base_iri)
    for file in [built, graph / "kg.ttl"] if built.is_file() else [graph]:
        store.load(file)
    return store


def _text_and_day(raw: bytes, where: str) -> tuple[str, date | None]:
    """Return the text of a line, and the day it was published where the line is JSON and says so."""
    try:
        line = raw.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise ReadError(f"{where}: not UTF-8 ({error.reason}); convert the file first") from error
    if not line.lstrip().startswith("{"):
        return line, None
    try:
        row = json.loads(line)
    except json.JSONDecodeError:
        return line, None  # a sentence may well begin with a brace
    if not isinstance(row.get("text"), str):
        raise ReadError(f'{where}: the JSON object has no "text"; give the sentence under that key')
    try:
        return row["text"], date.fromisoformat(row["published"][:10]) if row.get("published") else None
    except (TypeError, ValueError) as error:
        raise ReadError(f'{where}: "published" is no ISO date; write it as 2022-01-14') from error


def _table(result: "Evaluation", *, show: bool) -> Iterator[str]:
    if show:
        for kind, judgements in (("missed", result.missed), ("wrong", result.wrong)):
            for judgement in judgements:
                yield f"{kind}\t{judgement.article}\t{json.dumps(judgement.fact, ensure_ascii=False)}"
    yield f"{'relation':16}{'gold':>6}{'core':>6}{'pred':>6}{'P':>8}{'R core':>8}{'R all':>8}{'F1':>8}"
    for name, score in (*result.relations.items(), ("total", result.total)):
        yield (
            f"{name:16}{score.gold:6}{score.core:6}{score.predicted:6}"
            f"{score.precision:8.3f}{score.recall:8.3f}{score.recall_all:8.3f}{score.f1:8.3f}"
        )
    yield f"time right {result.total.time:.3f}   status right {result.total.status:.3f}"
    for name, score in result.spans.items():
        yield f"{name:16}{score.gold:6}{'':6}{score.predicted:6}{score.precision:8.3f}{score.recall:8.3f}"


def _print_json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()
