"""Pages in, a graph or JSON out."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.commands.options import (
    BAD_DATA,
    BaseIri,
    MaxBytes,
    MaxDepth,
    MaxFileBytes,
    MaxTags,
    MaxText,
    Model,
    Paths,
    Quiet,
    Rules,
    Screen,
    Verbose,
    Workers,
    limits_of,
    print_json,
)
from kg.export import FORMATS


def build(
    paths: Paths,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="DIR", help="The folder to write to.", show_default=False),
    ] = None,
    store: Annotated[
        Path | None,
        typer.Option("--store", metavar="DIR", help="Add the articles to the store in this folder."),
    ] = None,
    base_iri: BaseIri = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format", metavar="NAME", help=f"Also write this format, any of {', '.join(FORMATS)}."
        ),
    ] = None,
    decisions: Annotated[
        Path | None,
        typer.Option(
            "--decisions", metavar="FILE", help="What is one thing and what is not (kg merge, kg split)."
        ),
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
    """Read pages and write their graph: Turtle, GraphML, GEXF, JSON Lines and a report.

    With --store they join the articles that the store has; an article of the same id is replaced.
    """
    from kg import pipeline

    if out is None and store is None:
        raise typer.BadParameter("name a folder to write to, with -o, or a store, with --store")
    limits = limits_of(
        max_bytes=max_bytes,
        max_file_bytes=max_file_bytes,
        max_text=max_text,
        max_tags=max_tags,
        max_depth=max_depth,
    )
    with Screen(progress=not quiet) as screen:
        report = pipeline.build(
            paths,
            out,
            pipeline.Options(model, tuple(rules or ())),
            base_iri=base_iri,
            formats=formats or (),
            store=store,
            decisions=decisions,
            workers=workers,
            limits=limits,
            on_item=lambda item: screen.tell(item, verbose=verbose),
        )
    if not quiet and report.articles:
        counts = f"{report.articles} articles, {report.entities} entities, {report.statements} statements"
        typer.echo(f"{counts} → {out or store} ({report.failures} skipped)", err=True)
    if report.failures or not report.articles:
        raise typer.Exit(BAD_DATA)


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
    limits = limits_of(
        max_bytes=max_bytes,
        max_file_bytes=max_file_bytes,
        max_text=max_text,
        max_tags=max_tags,
        max_depth=max_depth,
    )
    with Screen(progress=not quiet and not sys.stdout.isatty()) as screen:
        options = pipeline.Options(model, tuple(rules or ()))
        for item in pipeline.process(read_paths(paths, limits=limits), options, workers=workers):
            screen.tell(item)
            if isinstance(item, Skipped):
                failed = failed or item.failed
            else:
                print_json(item.record())
    if failed:
        raise typer.Exit(BAD_DATA)
